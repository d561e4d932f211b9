"""Events that several agencies tell of, with what their tellings agree and disagree on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from benchmarks.chronologies.bank import bank
from benchmarks.chronologies.story import Story, Telling, clock_of, later, people_of, weekday

CONFLICT = 0.3  # share of shared events in which a contradiction is planted


@dataclass
class Plan:
    """One event before it is told: who tells it when, the facts, and the contradiction if there is one."""

    name: str
    spec: dict[str, Any]
    day: date
    clock: time
    roles: list[str]
    days: dict[str, date] = field(default_factory=dict)
    facts: dict[str, dict[str, str]] = field(default_factory=dict)  # family -> role -> value
    forced: set[tuple[str, str]] = field(default_factory=set)  # (family, role) that must be said
    shift: dict[str, int] = field(default_factory=dict)  # minutes
    conflict: tuple[str, list[str], str] | None = None
    what: list[str] = field(default_factory=list)  # ways of saying what exactly happened


def tell_shared(story: Story, name: str, day: date) -> list[Telling]:
    """Tell one event of a kind; nothing is told when too few agencies knew of it."""
    spec = {**bank("incidents"), **bank("meetings")}[name]
    if spec["clock"] == "office":
        day = weekday(day)
    if spec.get("pair"):
        return _tell_call(story, name, spec, day)
    roles = _roles(story, spec, day)
    if len(roles) < spec.get("need", 2):
        return []
    plan = Plan(name, spec, day, clock_of(story.rng, spec["clock"]), roles)
    if "what" in spec:
        plan.what = story.rng.choice(list(spec["what"].values()))
    _date_roles(story, plan)
    _choose_facts(story, plan)
    if story.rng.random() < CONFLICT:
        _plant(story, plan)
    key = story.key(name)
    tellings = [_tell_role(story, plan, role, key) for role in plan.roles]
    if plan.conflict:
        _note(story, key, plan.conflict, tellings)
    return tellings


def _note(story: Story, key: str, conflict: tuple[str, list[str], str], tellings: list[Telling]) -> None:
    label, roles, why = conflict
    rows = [telling for telling in tellings if telling.agency in roles]
    story.conflicts.append({"field": label, "event_key": key, "tellings": rows, "why": why})


def _roles(story: Story, spec: dict[str, Any], day: date) -> list[str]:
    if not all(story.awake(role, day) for role in spec["must"]):
        return []
    rest = [
        role
        for role in spec["roles"]
        if role not in spec["must"] and story.awake(role, day + timedelta(days=10))
    ]
    rest = [role for role in rest if story.awake(role, day)]
    story.rng.shuffle(rest)
    most = spec.get("most", 4) - len(spec["must"])
    least = max(0, spec.get("need", 2) - len(spec["must"]))
    take = story.rng.randint(min(least, len(rest)), max(min(least, len(rest)), min(most, len(rest))))
    return [*spec["must"], *rest[:take]]


def _date_roles(story: Story, plan: Plan) -> None:
    for role in plan.roles:
        low, high = plan.spec.get("lag", {}).get(role, (0, 0))
        plan.days[role] = plan.day + timedelta(days=story.rng.randint(low, high))
        if role in ("hospital", "ambulance") and plan.clock.hour >= 22 and story.rng.random() < 0.4:
            plan.days[role] = plan.day + timedelta(days=1)  # after midnight
            plan.shift[role] = -1440


def _choose_facts(story: Story, plan: Plan) -> None:
    for family in plan.spec.get("facts", []):
        if family not in bank("facts"):
            continue
        values = [value for value in bank("facts")[family] if value != "field"]
        if plan.name == "ed_with_story" and family == "injury":
            values.remove("none")
        value = story.rng.choice(values)
        plan.facts[family] = {
            role: value for role in plan.spec["stating"].get(family, []) if role in plan.roles
        }
    if "category" in plan.facts and set(plan.facts["vote"].values()) != {"plan"}:
        del plan.facts["category"]


def _plant(story: Story, plan: Plan) -> None:
    """Choose one contradiction that this event can hold."""
    rng = story.rng
    level = [
        role for role in plan.roles if role not in plan.spec.get("lag", {}) and plan.days[role] == plan.day
    ]
    options = [family for family, roles in plan.facts.items() if len(roles) > 1]
    if "category" in options and "vote" in options:
        options.remove("vote")
    if len(level) > 1 and (plan.spec.get("slip") or plan.spec["clock"] != "office") and rng.random() < 0.5:
        options.append("date")
    if len(level) > 1 and (plan.spec.get("timed") or {"police", "hospital"} <= set(level)):
        options.append("time")
    if not options:
        return
    family = rng.choice(options)
    if family == "date":
        _plant_date(story, plan, level)
    elif family == "time":
        _plant_time(story, plan, level)
    else:
        _plant_fact(story, plan, family)


def _plant_date(story: Story, plan: Plan, level: list[str]) -> None:
    role = story.rng.choice(level)
    days = story.rng.choice([-7, -2, -1, 1, 2, 7] if plan.spec.get("slip") else [-2, -1, 1, 2, 3])
    wrong = plan.day + timedelta(days=days)
    if not story.awake(role, wrong):
        return
    plan.days[role] = wrong
    plan.conflict = ("date", plan.roles, f"{wrong.isoformat()} / {plan.day.isoformat()}")


def _plant_time(story: Story, plan: Plan, level: list[str]) -> None:
    pair = ["police", "hospital"] if {"police", "hospital"} <= set(level) else story.rng.sample(level, 2)
    if "hospital" in pair and "police" in pair:
        minutes = -story.rng.randint(30, 80)  # in hospital before the police were called
    else:
        minutes = story.rng.choice([-1, 1]) * story.rng.randint(90, 200)
    if later(plan.clock, minutes) in (time(0, 1), time(23, 59)):
        return
    plan.shift[pair[1]] = minutes
    plan.conflict = ("time", pair, f"{plan.clock} / {later(plan.clock, minutes)}")


def _plant_fact(story: Story, plan: Plan, family: str) -> None:
    roles = plan.facts[family]
    odd = story.rng.choice(list(roles))
    other = story.rng.choice([role for role in roles if role != odd])
    said = roles[other]
    value = story.rng.choice([one for one in bank("facts")[family] if one not in ("field", said)])
    if plan.name == "ed_with_story" and value == "none":
        value = "eye" if said != "eye" else "lip"
    roles[odd] = value
    plan.forced |= {(family, odd), (family, other)}
    plan.conflict = (bank("facts")[family]["field"], [odd, other], f"{said} / {value}")


def _tell_role(story: Story, plan: Plan, role: str, key: str) -> Telling:
    rng = story.rng
    spec, day = plan.spec, plan.days[role]
    wording = rng.choice(spec["say"][role])
    slots = {"by": _by(story, plan, role)}
    if plan.what:
        slots["what"] = rng.choice(plan.what)
        slots["What"] = slots["what"][:1].upper() + slots["what"][1:]
    injury = plan.facts.get("injury", {}).get(role)
    if "{injury}" in wording and injury:
        slots["injury"] = rng.choice(bank("facts")["injury"][injury]["np"])
    for family, values in plan.facts.items():
        if role not in values or (family == "injury" and "injury" in slots):
            continue
        forced = (family, role) in plan.forced or spec.get("always_state")
        settled = plan.conflict and family in {one for one, _ in plan.forced}
        if forced or (not settled and rng.random() < 0.45):
            wording += " " + rng.choice(bank("facts")[family][values[role]]["say"])
    timed = (
        bool(plan.conflict)
        and plan.conflict is not None
        and plan.conflict[0] == "time"
        and role in plan.conflict[1]
    )
    return story.add(
        role,
        day,
        key,
        wording,
        response=rng.choice(spec["then"][role]),
        clock=_clock(story, plan, role),
        about=people_of(story, role, spec["about"]),
        keep=True,
        keep_time=timed,
        **slots,
    )


def _by(story: Story, plan: Plan, role: str) -> str:
    others = [one for one in plan.roles if one != role] or [role]
    return story.voices[role].other(story.rng.choice(others))


def _clock(story: Story, plan: Plan, role: str) -> time | None:
    if plan.spec.get("lag", {}).get(role):
        return None  # filed or told on another day: its own time says nothing
    shift = plan.shift.get(role)
    if shift == -1440:
        return time(story.rng.randint(0, 2), story.rng.randint(0, 59))
    if shift is not None:
        return later(plan.clock, shift)
    if role in ("hospital", "ambulance") and plan.spec["clock"] != "office":
        return later(
            plan.clock, story.rng.randint(12, 95) if role == "hospital" else story.rng.randint(4, 12)
        )
    return later(plan.clock, story.rng.choice([0, 0, 0, 5, 10]))


def _tell_call(story: Story, name: str, spec: dict[str, Any], day: date) -> list[Telling]:
    """A telephone call that both ends record."""
    rng = story.rng
    awake = [agency for agency in story.cast.agencies if story.awake(agency, day)]
    if len(awake) < 2:
        return []
    caller, called = rng.sample(awake, 2)
    topic = rng.choice(list(spec["topic"].values()))
    plan = Plan(name, spec, day, clock_of(rng, "office"), [caller, called], {caller: day, called: day})
    roll = rng.random()
    if roll < 0.1:
        _plant_date(story, plan, [called])
    elif roll < 0.2:
        _plant_time(story, plan, [caller, called])
    key = story.key(name)
    tellings = []
    for role, other, way in ((caller, called, "out"), (called, caller, "in")):
        timed = bool(plan.conflict and plan.conflict[0] == "time")
        tellings.append(
            story.add(
                role,
                plan.days[role],
                key,
                rng.choice(spec["say"][way]),
                response=rng.choice(spec["then"][way]),
                clock=_clock(story, plan, role),
                keep=True,
                keep_time=timed,
                topic=rng.choice(topic),
                to=story.voices[role].other(other),
                by=story.voices[role].other(other),
            )
        )
    story.spoke.append((caller, called, day))
    if plan.conflict:
        _note(story, key, plan.conflict, tellings)
    return tellings
