"""Who is said to have been told, not told, meant not to be told, or to have found out by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast, may_be_one
from illuminate.engines.chronology.findings.conflicts.people.presence import filled
from illuminate.engines.chronology.findings.conflicts.people.telling import hearings_in
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.sieve import Sieve, blanked
from illuminate.engines.chronology.findings.text import stem

_END = re.compile(r"[.;!?\n]| but ")
_BY_OTHERS = re.compile(r" by (?:⟨[psn]|the ⟨[psn])")  # who did not call, not who was not called
_MATTER_END = re.compile(r"[.,;:!?\n(\"“”]| but | and | as ")
_REACH = 90
_MARK = re.compile(r"⟨([spwncSPWNC])(\d+)⟩")
_LIST = re.compile(r"(?:(?:,? and|,? &|,|/) ?⟨[spwncSPWNC]\d+⟩)+")
_WORD = re.compile(r"[a-z]{4,}")
_CLASH = {
    frozenset(pair) for pair in (("yes", "not"), ("yes", "secret"), ("yes", "found"), ("plan", "secret"))
}
_ANYONE = ("anyone", "anybody", "anyone else", "anybody else")
_PRIVATE = "spnca"
_BY_AGENCY = re.compile(  # before "told us": who did it is at work
    r"(?:⟨w\d+⟩|\bthey)[^⟨]*$|(?:^|[.;:,(]|\band) ?(?:(?:also|then|later|just|first) )?$"
)
_AND_ALSO = re.compile(  # others who are told in the same breath
    r"(?:the |her |his )?⟨[spwncSPWNC]\d+⟩,? (?:and|&|then|plus)"
    r"(?:,? (?:also|then|later|straight after(?:wards)?|afterwards|after that),?)? (?:the |her |his )?$"
)
_OF_ONE = re.compile(r"⟨[pnwcPNWC]\d+⟩(?: (?:who|also|still|has|had|have))* $")
_RECORDED = re.compile(r"\b(?:gave|given|listed|named|recorded|as|for|of)(?: as| the)? $")  # in a form
_OF = re.compile(r"\b(?:of|about)\b")
_BY_WRITER = re.compile(
    r"(?:(?:i|we|then|also|so|have) )*(?:rang|told|informed|phoned|called|spoke|updated|explained|advised|telephoned"
    r"|texted|emailed|to tell|to inform)\b"
)
_SUBJECT = re.compile(r" (?:was|were|is|had|has|have|would|will|could|did|came|went)\b")  # "told he was out"
_NOT_OURS = re.compile(r"(?:⟨[psncPSNC]\d+⟩|\b(?:she|he|they))(?: (?:had|has|was|were|have|did))* $")
_ELSEWHEN = re.compile(
    r"\b(?:last (?:year|month|summer|christmas)|in (?:19|20)\d\d|years? ago|(?:in|on) (?:the|a) previous|in the past)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Whether one kind of person or agency was told: yes, not, secret, plan, found.

    ``about``: words of the matter; ``named``: these are what the words say that it was about.
    """

    who: str
    letter: str
    value: str
    quote: str
    about: frozenset[str]
    named: bool = False


@cache
def _frames(section: str) -> Mapping[str, Sieve]:
    return {value: Sieve(known) for value, known in _written(section).items()}


def _written(section: str) -> dict[str, list[str]]:
    rows, slots = words_of("awareness")[section], words_of("awareness")["slots"]
    return {
        value: [filled(one, slots) for one in known]
        for value, known in rows.items()
        if isinstance(known, list) and known
    }


@cache
def _behind() -> Mapping[str, re.Pattern[str]]:
    row = words_of("awareness")["after"]
    return {
        value: re.compile(rf"{row['link']}(?P<no>{row['negation']})?{row['link']} ?(?:{'|'.join(known)})")
        for value, known in _written("after").items()
    }


def told_in(told: Cast, with_us: Cast, role: str) -> list[Told]:
    """Give who was told or not, as a text says it; ``role``: the writer's kind of agency, who is "us".

    ``with_us`` is the same text with "we" marked as people of that kind.
    """
    if not any(letters in told.words for letters in words_of("awareness")["needs"]["letters"]):
        return []
    ahead = {value: part for value, one in _frames("before").items() if (part := one.within(told.words))}
    found = [one for mark in _MARK.finditer(told.words) if (one := _of(mark, told, ahead))]
    found += _by_frames(told, "self", "someone", "s")
    found += _by_frames(told, "anyone", "anyone", "a")
    found += _owners(told)
    own = words_of("awareness")["roles"].get(role)
    found += _by_frames(told, "own", own, "w") if own else ()
    return [*found, *_by_grammar(with_us, own or "", found)]


def _by_grammar(told: Cast, own: str, known: Sequence[Told]) -> Iterator[Told]:
    """What the grammar of the sentences says of people of whom no frame does."""
    for one in hearings_in(told, own):
        if not any(may_be_one(one.who, other.who) for other in known):
            about = _about(told.words[one.end : one.end + 80])
            named = _named(told.words[one.start : one.end + 12])
            yield Told(one.who, one.letter, one.value, told.quote(one.start, one.end), about, named)


_FORBIDDEN = re.compile(  # a condition of bail or of an order, which tells nobody anything
    r"\b(?:bail\w*|condition\w*|order\w*|injunction|undertaking|forbid\w*|warned|prohibit\w*)\b[\w ,⟨⟩]{0,40}"
    r"\bnot to (?:contact|approach|ring|phone|call|text|message|speak to|talk to)(?: the| his| her)? $"
)


def _of(mark: re.Match[str], told: Cast, frames: Mapping[str, Sieve]) -> Told | None:
    before = _END.split(told.words[max(0, mark.start() - _REACH) : mark.start()])[-1]
    after = _END.split(told.words[mark.end() : mark.end() + _REACH])[0]
    person = told.people[int(mark[2])]
    if person.words.endswith(("next of kin", "nok")) and _RECORDED.search(before):
        return None
    listed = _LIST.match(after)
    ahead = None if _SUBJECT.match(after) else _ahead(before, frames)
    behind = _after(after[listed.end() :] if listed else after)
    value, start, end = "", mark.start(), mark.end()
    if ahead:
        value, start = ahead[0], mark.start() - len(before) + ahead[1]
    if behind and value not in ("secret", "not"):
        value, end = behind[0], mark.end() + (listed.end() if listed else 0) + behind[1]
    if not value or _ELSEWHEN.search(after):
        return None
    if person.none:
        value = "not" if value == "yes" else value
    if person.words in _ANYONE:
        return Told("anyone", "a", value, told.quote(start, end), _about(told.words[end : end + 80]))
    about, named = _about(told.words[end : end + 80]), _named(told.words[start : end + 12])
    return Told(person.kind, person.letter, value, told.quote(start, end), about, named)


def _named(words: str) -> bool:
    return _OF.search(words) is not None


def _ahead(before: str, frames: Mapping[str, Sieve]) -> tuple[str, int] | None:
    return _before(before, frames) or _before(_AND_ALSO.sub("", before), frames)


def _before(before: str, frames: Mapping[str, Sieve]) -> tuple[str, int] | None:
    if not frames or _FORBIDDEN.search(before):
        return None
    for value, pattern in frames.items():
        match = next((one for one in pattern.finditer(before) if one.end() == len(before)), None)
        if match:
            return value, match.start()
    return None


def _after(after: str) -> tuple[str, int] | None:
    for value in ("not", "found", "yes"):
        match = _behind()[value].match(after)
        if match:
            denied = match["no"] and value == "yes"
            if denied and _BY_OTHERS.match(after, match.end()):
                return None
            planned = re.match(r"[\w ]*\b(?:to be|should|must|will|would|shall)\b", match[0])
            if planned:
                return ("secret" if denied or value == "not" else "plan"), match.end()
            return "not" if denied else value, match.end()
    return None


def _about(words: str) -> frozenset[str]:
    small = words_of("awareness")["objects"]["small"]
    return frozenset(stem(word) for word in _WORD.findall(_MATTER_END.split(words)[0]) if word not in small)


def _by_frames(told: Cast, section: str, who: str, letter: str) -> Iterator[Told]:
    words = told.words
    for value in ("secret", "not", "found", "yes"):
        frames = _frames(section).get(value)
        matches = list(frames.finditer(words)) if frames else []
        for match in matches:
            ahead = _END.split(words[: match.start()][-_REACH:])[-1]
            if section == "self" and (_OF_ONE.search(words[: match.start()][-24:]) or _MARK.search(match[0])):
                continue  # what is said of somebody who is named is read with them
            if section == "own" and (
                _NOT_OURS.search(ahead) or (value == "yes" and not _BY_AGENCY.search(ahead))
            ):
                continue  # a mother who rang is not an agency that did
            yield Told(
                who, letter, value, told.quote(match.start(), match.end()), _about(words[match.end() :][:80])
            )
        words = blanked(words, matches, "_")


def _owners(told: Cast) -> Iterator[Told]:
    for value, pattern in _frames("owner").items():
        for match in pattern.finditer(told.words):
            name = next(group for group in match.groups() if group)
            about = _about(told.words[match.end() : match.end() + 80])
            kind = told.people[int(name[1:])].kind
            yield Told(kind, name[0], value, told.quote(match.start(), match.end()), about)


def telling_differs(one: Sequence[Told], other: Sequence[Told]) -> tuple[str, str] | None:
    """Give the words of both if the one says that somebody was told, and the other that they were not."""
    pair = next(_clashes(one, other), None)
    return (pair[0].quote, pair[1].quote) if pair else None


def _clashes(mine: Sequence[Told], theirs: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    for one in mine:
        for other in theirs:
            if frozenset((one.value, other.value)) not in _CLASH or not _same(one, other):
                continue
            if not (_says(mine, one, other.value) or _says(theirs, other, one.value)):
                yield one, other


def _says(row: Sequence[Told], one: Told, value: str) -> bool:
    """Whether the same account also says what the other does; who was told by its writer was not told before."""
    return any(
        another.value == value
        and _same(another, one)
        and not (value == "yes" and one.value == "not" and _BY_WRITER.match(another.quote))
        for another in row
    )


def _same(one: Told, other: Told) -> bool:
    if "a" in (one.letter, other.letter):
        return _one_matter(one, other)
    if one.letter != other.letter and not {one.letter, other.letter} <= set(_PRIVATE):
        return False
    private = one.letter in _PRIVATE
    anybody = "someone" in (one.who, other.who)
    if "somebody" in (one.who, other.who):  # a bare pronoun tells nothing, unless the matter is the same
        return private and bool(one.about & other.about or _matter_of(one) & _matter_of(other))
    if private and not anybody and "n" in (one.letter, other.letter) and one.letter != other.letter:
        return _titled(one, other) or bool(one.about & other.about)
    if not anybody and not may_be_one(one.who, other.who):
        return False
    return not private or _one_matter(one, other)


@cache
def _matters() -> Mapping[str, str]:
    return {
        stem(word): matter for matter, known in words_of("awareness")["matters"].items() for word in known
    }


def _one_matter(one: Told, other: Told) -> bool:
    """Whether what was told may be one thing: nothing shows that a result was told, and not a hearing."""
    if one.named and other.named and one.about and other.about:
        return bool(one.about & other.about) or _matter_of(one) & _matter_of(other) != set()
    mine, theirs = _matter_of(one), _matter_of(other)
    return bool(one.about & other.about) or not mine or not theirs or bool(mine & theirs)


def _matter_of(told: Told) -> set[str]:
    known = _matters()
    return {known[word] for word in told.about if word in known}


def _titled(one: Told, other: Told) -> bool:
    """Whether a name with a title may be that of one who is called by a relation, and no matter tells them apart."""
    name, relation = (one, other) if one.letter == "n" else (other, one)
    title = name.who.partition(" ")[0]
    grammar = words_of("cast")["grammar"]
    known = {"mr": grammar["men"], "mrs": grammar["women"], "ms": grammar["women"], "miss": grammar["women"]}
    fits = title in known and (
        relation.who in known[title] or relation.who in ("her parents", "his parents", "relative")
    )
    return fits and _one_matter(one, other)
