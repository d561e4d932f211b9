"""What this agency really handed to another one: who was told, asked or sent something, and with which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from illuminate.engines.chronology.findings.reading.deeds import Deed, Marked, happened, small
from illuminate.engines.chronology.findings.reading.doers import anothers
from illuminate.engines.chronology.findings.reading.doubts import NEAR, UNDOES
from illuminate.engines.chronology.findings.reading.frames import Frames
from illuminate.engines.chronology.findings.reading.mentions import Agencies, Mention
from illuminate.engines.chronology.findings.text import Found, Tokens

_KINDS = (
    ("referral", ("refer", "ref", "marf", "cerf", "rfs", "iarf")),
    ("notification", ("ppn", "ppd", "vpn", "merlin", "notif", "notice", "notify", "alert")),
    ("concern", ("concern", "safeguard", "cfc", "s42", "sova", "va1", "sa1")),
    ("request", ("request", "ask", "rfi", "appli", "apply", "sought", "seek")),
    ("report", ("report", "dash", "form", "letter", "intel")),
)


_BARE = 2  # words of an outcome that is nothing else
_PROJECT = 3  # words behind an addressee's name that may tell its part ("talking therapies")
_SHORT = 3  # words of a deed that says nothing of what was passed on


@dataclass(frozen=True, slots=True)
class Sent:
    """``bits``: the agencies that may be meant. ``kind``: what it is called. ``words``: how it is written.

    ``called``: the words for whom it goes to, none where the paper alone tells it; ``place``: where they or the
    paper begin. ``settled``: nothing is left to be recorded by the other side, as after an answer.
    """

    bits: int
    kind: str
    words: str
    place: int
    called: tuple[str, ...] = ()
    settled: bool = False


def sent_in(
    tokens: Tokens, found: Found, mentions: Sequence[Mention], agencies: Agencies, own: int
) -> tuple[Sent, ...]:
    """Read one entry: what was handed to which agency, in the order of the words."""
    if not mentions and not any(label.startswith("implied:") for _, _, label in found):
        return ()
    marked = Marked(tokens, found, mentions, agencies.people, agencies.role[own])
    if _turned_down(tokens):
        return ()
    undone = max((tokens.sentence[at] for at in marked.places(0, len(tokens.words), "undone")), default=-1)
    return tuple(one for one in _Reader(marked, agencies, own).read() if tokens.sentence[one.place] > undone)


def _turned_down(tokens: Tokens) -> bool:
    """Whether the outcome is a bare refusal; one of something else ("DASH refused") undoes nothing."""
    outcome = tokens.words[tokens.response :] if tokens.response >= 0 else []
    return 0 < len(outcome) <= _BARE and outcome[-1] in ("refused", "declined")


class _Reader(Frames):
    """Goes through the deeds of one entry and keeps what was sent without saying to whom."""

    def __init__(self, marked: Marked, agencies: Agencies, own: int) -> None:
        super().__init__(marked, agencies, own)
        self.loose: list[tuple[Deed, int]] = []  # sent, with no agency beside it
        self.open: list[Mention] = []  # spoken of as one to whom it may go

    def read(self) -> Iterator[Sent]:
        last: Deed | None = None
        latest: Mention | None = None
        waiting: tuple[Deed, int] | None = None
        some, told = False, -1
        for deed in self.marked.cut():
            if deed.joint == "." or self.marked.places(deed.start, deed.end, "give", "tell", "ask"):
                waiting = waiting if deed.joint == ";" and len(deed.mentions) == 1 else None
            reached = list(self._targets(deed, last, waiting)) or self._aside(deed, told)
            told = reached[-1][1] if reached else -1 if deed.joint == "." else told
            for one, cue in reached:
                some = True
                passing = cue >= deed.start and self._in_passing(deed)
                yield self._sent(
                    one.bits,
                    deed,
                    cue,
                    one,
                    passing or self.settled(deed, cue, one) or self.routine(deed, cue, one),
                )
            if latest is not None and (cue := self._again(deed, last)) >= 0:
                yield self._sent(latest.bits, deed, cue, latest)
                some = True
            elif not reached and (cue := self._loose(deed, last)) >= 0:
                waiting = deed, cue
                self.loose.append(waiting)
            last, latest = deed, deed.mentions[-1] if deed.mentions else latest
        if not some:
            yield from self._unaddressed()

    def _aside(self, deed: Deed, cue: int) -> list[tuple[Mention, int]]:
        """ "The police were told and, at her wish, probation too": after an aside the list goes on."""
        if cue < 0 or deed.joint not in (",", "and") or len(deed.mentions) != 1:
            return []
        one = deed.mentions[0]
        rest = {self.words[at] for at in range(deed.start, deed.end) if at not in self.marked.inside}
        if not one.named and self._named_person(one):
            rest.discard(self.words[one.end])
        return [(one, cue)] if rest <= small("too") | small("fill") else []

    def _named_person(self, one: Mention) -> bool:
        """Whether the deed goes on, behind a worker's title, with one word more, which is a name."""
        words, at = self.words, one.end
        return at + 1 == len(words) or (at < len(words) and at + 1 in self.marked.tokens.pauses)

    def _in_passing(self, deed: Deed) -> bool:
        """Whether the outcome says no more than that somebody was rung or written to, or had a copy."""
        at = self.marked.tokens.response
        told = self.words[deed.start : deed.end]
        if at < 0 or deed.start < at or any(word.startswith(heads) for word in told for _, heads in _KINDS):
            return False
        return len(told) <= _SHORT or told[0] in ("copies", "copy")

    def _targets(
        self, deed: Deed, last: Deed | None, waiting: tuple[Deed, int] | None
    ) -> Iterator[tuple[Mention, int]]:
        for one in deed.mentions:
            cue = self._cue(deed, one, last)
            if cue < 0 and waiting is not None and self._continues(deed, one):
                cue = waiting[1]
                self.loose = [known for known in self.loose if known != waiting]
            if cue >= 0:
                yield one, cue
            elif not self._comes_from(deed, one) and not self.marked.places(deed.start, one.start, "deny"):
                self.open.append(one)

    def _cue(self, deed: Deed, one: Mention, last: Deed | None) -> int:
        """The word by which this agency is reached in this deed, -1 if it is not."""
        if self.received(deed) or self.handed_patient(deed, one):
            return -1
        for frame in (self.after_verb, self.named_first, self.at_length):
            cue = frame(deed, one)
            if cue < 0 or anothers(self.marked, deed, cue, min(cue, one.start), last):
                continue
            if self.stands(deed, cue, one) and not self._planned(deed, cue, last):
                return cue
        return -1

    def _again(self, deed: Deed, last: Deed | None) -> int:
        """ "Sent it over to them"; "spoke to the duty worker and gave the details": to the agency named before."""
        marked, words = self.marked, self.words
        if deed.mentions or last is None or self.received(deed):
            return -1
        for at in range(deed.start + 1, deed.end):
            cue = next((s for s in range(at - 1, max(deed.start, at - 6) - 1, -1) if marked.verb(s)), -1)
            if words[at] in small("again") and cue >= 0 and happened(marked, deed, cue):
                direct = cue == at - 1 and marked.has(cue, "tell")
                if direct or (words[at - 1] in ("to", "with") and marked.has(cue, "give", "light")):
                    return (
                        cue if not anothers(marked, deed, cue, cue, last) and self._clear(deed, cue) else -1
                    )
        if (
            deed.joint != "and"
            or not last.mentions
            or not marked.places(last.start, last.end, "weak", "tell")
        ):
            return -1
        for cue in marked.places(deed.start, min(deed.start + 3, deed.end), "give", "light"):
            paper = any(map(marked.paper, range(cue, deed.end))) or words[cue] in small("passed_on")
            if paper and happened(marked, deed, cue) and not anothers(marked, deed, cue, cue, last):
                return cue if self._clear(deed, cue) else -1
        return -1

    def _comes_from(self, deed: Deed, one: Mention) -> bool:
        """Whether it is the one who acts or from whom it comes, so that nothing is still to go there."""
        link, _ = self.link_of(deed, one)
        company = link == "with" and not self.marked.places(deed.start, one.start, "give")
        asked = link == "at" and self.words[one.end : one.end + 1] == ["request"]
        return (
            company
            or asked
            or link in ("from", "by", "about")
            or (not link and one.start == deed.start and not self.marked.paper(one.end))
        )

    def _planned(self, deed: Deed, cue: int, last: Deed | None) -> bool:
        """ "Next week: complete the form", "Plan: refer to ..."."""
        word, response = self.words[cue], self.marked.tokens.response
        if last is not None and self.words[last.end - 1] == "plan" and deed.joint == ";":
            return not word.endswith("ed")
        if word in small("to_do") and cue == deed.start and 0 <= response <= cue:
            return True  # an outcome "Ask the school."
        if deed.joint != ";" or last is None or last.end - last.start > 4:
            return False
        bare = not (word.endswith(("ed", "s")) or word in small("irregular"))
        return bare and bool(self.marked.places(last.start, last.end, "hedge"))

    def _continues(self, deed: Deed, one: Mention) -> bool:
        """Whether a deed only names the addressee of what was sent before it ("form faxed, to the front door")."""
        link, at = self.link_of(deed, one)
        if self.words[one.end : one.end + 1] == ["to"] or self.governs(deed, one):
            return False  # "the hospital to review her parking"
        if link in ("to", "with", "via", "for", "through"):
            return at <= deed.start + 1 or deed.joint == ";"
        strange = [
            step
            for step in range(deed.start, deed.end)
            if step not in self.marked.inside
            and self.words[step] not in small("fill")
            and self.words[step] not in small("staff")
        ]
        begins = one.start <= deed.start + 1 and not self.marked.places(
            deed.start, deed.end, "give", "tell", "ask"
        )
        return not link and len(strange) <= (_PROJECT if begins else 1)

    def _loose(self, deed: Deed, last: Deed | None) -> int:
        """A paper that went, with no agency in the deed."""
        marked = self.marked
        if self.received(deed):
            return -1
        for at in range(deed.start, deed.end):
            if not marked.paper(at) or self.at_wish(at):
                continue
            after = marked.places(marked.ends[at], min(deed.end, at + 7), "done")
            before = [
                s
                for s in marked.places(deed.start, at, "give", "light")
                if at - s <= 4 and happened(marked, deed, s)
            ]
            cue = after[0] if after else before[-1] if before else at if self._outcome_sent(deed) else -1
            if cue >= 0 and not anothers(marked, deed, cue, min(cue, at), last) and self._clear(deed, cue):
                return -1 if self._planned(deed, cue, last) else at
            parts = marked.tokens
            more = deed.end < len(self.words) and parts.sentence[deed.end] == parts.sentence[at]
            colon = more and parts.clause[deed.end] != parts.clause[at]
            if (
                colon
                and self.formal(at)
                and self._clear(deed, deed.end)
                and "new" not in self.words[deed.start : at]
            ):
                return at  # "Cause for concern: adult social care"
        return -1

    def _outcome_sent(self, deed: Deed) -> bool:
        """Whether the outcome says no more than that it went ("Sent.")."""
        response = self.marked.tokens.response
        outcome = self.words[response:] if response >= deed.end else []
        return 0 < len(outcome) <= _SHORT and self.marked.has(response, "done")

    def _clear(self, deed: Deed, cue: int) -> bool:
        doubts = self.marked.places(deed.start, min(deed.end, cue + NEAR), *UNDOES)
        return not doubts and not self.replies(deed)

    def _unaddressed(self) -> Iterator[Sent]:
        """Something went and no agency stands beside it: the only one it may have gone to, or the paper's own."""
        went = [
            (deed, at)
            for deed, at in self.loose
            if self._done(deed) and self.formal(at) and self.words[at] not in small("flags")
        ]
        if not went:
            return
        deed, at = went[0]
        to = 0
        for one in self.open:
            to |= one.bits
        for label in self.marked.labels.get(at, ()):
            if label.startswith("implied:"):
                to = self.agencies.with_role(label.partition(":")[2]) & ~(1 << self.own)
        if to:
            yield self._sent(to, deed, at)

    def _done(self, deed: Deed) -> bool:
        return bool(self.marked.places(deed.start, deed.end, "done", "give", "light"))

    def _sent(
        self, bits: int, deed: Deed, cue: int, one: Mention | None = None, settled: bool = False
    ) -> Sent:
        places = range(min(cue, deed.start), deed.end)
        told = [self.words[at] for at in places if at not in self.marked.inside]
        kind = next(
            (kind for kind, heads in _KINDS if any(word.startswith(heads) for word in told)), "message"
        )
        words = " ".join(self.words[at] for at in places)
        if one is None:
            return Sent(bits, kind, words, cue)
        return Sent(bits, kind, words, one.start, tuple(self.words[one.start : one.end]), settled)
