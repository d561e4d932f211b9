"""Referrals, notifications and requests: received, late, lost, or only talked about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from benchmarks.chronologies.bank import bank
from benchmarks.chronologies.story import Story, Telling, people_of, weekday

APART = 46  # days between a lost referral and anything else between the same two agencies


def exchange(story: Story, day: date, *, lost: bool) -> bool:
    """One referral from one agency of the case to another; False when none fits on that day."""
    day = weekday(day)
    pick = _pick(story, day)
    if pick is None:
        return False
    reason, sender, receiver = pick
    if lost and any(
        {sender, receiver} == {one, two} and abs((when - day).days) < APART for one, two, when in story.spoke
    ):
        return False
    if not lost and any(
        (sender, receiver) == (told.agency, to) and abs((told.day - day).days) < APART
        for told, to in story.lost
    ):
        return False
    key = story.key("referral") if not lost else ""
    which = story.rng.randrange(len(reason["sent"]))
    sent = _send(story, {**reason, "which": which}, sender, receiver, day, key)
    story.spoke.append((sender, receiver, day))
    if lost:
        sent.extra["referral_to"] = story.cast.agencies[receiver].name
        story.lost.append((sent, receiver))
    else:
        _receive(story, {**reason, "which": which}, sender, receiver, day, key)
    return True


def _pick(story: Story, day: date) -> tuple[dict[str, Any], str, str] | None:
    options = [
        (reason, sender, receiver)
        for reason in bank("referrals")["reason"].values()
        for sender in reason["from"]
        for receiver in reason["to"]
        if sender != receiver
        and story.awake(sender, day)
        and story.awake(receiver, day)
        and story.awake(receiver, day + timedelta(days=30))
        and story.awake(receiver, day - timedelta(days=30))
    ]
    return story.rng.choice(options) if options else None


def _send(story: Story, reason: dict[str, Any], sender: str, receiver: str, day: date, key: str) -> Telling:
    frames = bank("referrals")["frames"]
    rng = story.rng
    kind = {"notice": "notified", "request": "requested"}.get(reason.get("kind", ""), "sent")
    wording = rng.choice(frames[kind])
    slots = {"to": story.voices[sender].other(receiver), "why": reason["sent"][reason["which"]]}
    host = _host(story, sender, day) if rng.random() < 0.3 else None
    if host:
        host.text += " " + story.voices[sender].tell(wording, day, **slots)
        host.keep = True
        host.key = key or host.key
        return host
    return story.add(
        sender,
        day,
        key or story.key("only"),
        wording,
        response=rng.choice(frames["then_sent"]),
        keep=True,
        about=people_of(story, sender, reason["about"]),
        **slots,
    )


def _host(story: Story, sender: str, day: date) -> Telling | None:
    """A routine contact told that the referral came out of: brought to the day and told together with it."""
    from benchmarks.chronologies.routine import tell_routine  # the two tell into one another

    return tell_routine(story, sender, day)


def _receive(story: Story, reason: dict[str, Any], sender: str, receiver: str, day: date, key: str) -> None:
    frames = bank("referrals")["frames"]
    rng = story.rng
    roll = rng.random()
    lag = rng.randint(0, 3) if roll < 0.7 else rng.randint(4, 12) if roll < 0.9 else rng.randint(13, 26)
    kind = {"notice": "got_notice", "request": "got_request"}.get(reason.get("kind", ""), "got")
    arrived = day + timedelta(days=lag)
    if not story.awake(receiver, arrived):
        arrived = day
    story.add(
        receiver,
        arrived,
        key,
        rng.choice(frames[kind]),
        response=rng.choice(frames["then_got"]),
        keep=True,
        about=people_of(story, receiver, reason["about"]),
        by=story.voices[receiver].other(sender),
        why=reason["got"][reason["which"] % len(reason["got"])],
    )


def talk_only(story: Story, day: date) -> None:
    """A referral that nobody made."""
    rng = story.rng
    awake = [agency for agency in story.cast.agencies if story.awake(agency, day)]
    if len(awake) < 2:
        return
    speaker, other = rng.sample(awake, 2)
    words = bank("referrals")["talk"]
    story.add(
        speaker,
        day,
        story.key("only"),
        rng.choice(words["say"]),
        response=rng.choice(words["then"]),
        to=story.voices[speaker].other(other),
    )


def to_outside(story: Story, day: date) -> None:
    """A referral to somebody who sends no chronology."""
    rng = story.rng
    awake = [agency for agency in story.cast.agencies if story.awake(agency, day)]
    if not awake:
        return
    words = bank("referrals")
    story.add(
        rng.choice(awake),
        day,
        story.key("only"),
        rng.choice(words["frames"]["sent"]),
        to=rng.choice(words["outside"]["names"]),
        why=rng.choice(rng.choice(list(words["reason"].values()))["sent"]),
    )
