"""Check a file against the register: what identifies someone, where it stands, and what nobody could read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from . import readers
from .detectors import Hit, detected
from .layers import Found, layered
from .match import Match, Matcher
from .names import Memo, NoModel, Stranger, people_in, strangers_in, with_everything
from .openly import Openly, Standing
from .places import NAME_LIKE, Part, Reading, Where
from .register import Register
from .report import Finding, Report
from .risk import risks_in

Named = dict[tuple[str, int], list[Stranger]]
NAMES = "names on no register"
_NOT_SOUGHT = "They were not looked for in this quick pass: check the file in full before it leaves."


def check(
    data: bytes,
    name: str,
    register: Register,
    *,
    published: Iterable[str] = (),
    is_quick: bool = False,
    is_thorough: bool = False,
) -> Report:
    """Read every part of a file and find what identifies someone. Changes nothing.

    `published`: names that the review prints openly, beside those of the panel that the document lists itself.
    `is_thorough`: days, sums, places, institutions and origins too, whether or not they single somebody out.
    `is_quick`: the register and patterns only; such a report says so and is never clean.
    Raises FileRefused for a file that must not or can't be opened (UnsafeFile, UnsupportedFile). A file or
    part that is damaged or not text is in `unread`, so the report isn't clean.
    """
    checker = Checker(register, published)
    return checker.report(readers.read(data, name), name, is_quick=is_quick, is_thorough=is_thorough)


class Checker:
    """One register, and one document in each of its states on the way to a copy; what was read once stays known."""

    def __init__(self, register: Register, published: Iterable[str] = ()) -> None:
        self._register = register
        self._published = tuple(published)
        self._matcher = Matcher(register)
        self._hits: dict[str, list[Hit]] = {}
        self._people: dict[str, list[tuple[int, int]]] = {}
        self._memo: Memo = {}

    def known(self, reading: Reading) -> list[Finding]:
        """What of the register stands in a file; nothing else is looked for."""
        found, _ = self._look(reading, None)
        return [one for one in found if one.on_register]

    def report(
        self, reading: Reading, name: str, *, is_quick: bool = False, is_thorough: bool = False
    ) -> Report:
        """Everything that can be found in a file."""
        named: Named = {}
        if is_quick:
            reading.skip(NAMES, _NOT_SOUGHT)
        else:
            try:
                named = self._named(reading, is_thorough=is_thorough)
            except NoModel as error:
                reading.skip(NAMES, str(error))
        found, standing = self._look(reading, named)
        risks = tuple(risks_in(list(reading.parts.values())))
        return Report(name, tuple(found), tuple(reading.unread), risks, tuple(standing))

    def _named(self, reading: Reading, *, is_thorough: bool = False) -> Named:
        """Who is named without the register, by part and paragraph."""
        parts = [
            part for part in reading.parts.values() if not part.is_machine and part.name not in NAME_LIKE
        ]
        texts = [(part.name, number, text) for part in parts for number, text in texts_of(part)]
        pseudonyms = [entry.pseudonym for entry in self._register.entries if entry.pseudonym]
        listed = {variant.tokens for variant in self._register.variants()}
        found = strangers_in(
            [text for _, _, text in texts], pseudonyms, self._published, listed, self._people_in, self._memo
        )
        if is_thorough:
            found = with_everything([text for _, _, text in texts], found)
        return {(part, number): some for (part, number, _), some in zip(texts, found, strict=True)}

    def _people_in(self, sentences: Sequence[str]) -> list[list[tuple[int, int]]]:
        new = [one for one in dict.fromkeys(sentences) if one not in self._people]
        if new:
            self._people.update(zip(new, people_in(new), strict=True))
        return [self._people[one] for one in sentences]

    def _look(self, reading: Reading, named: Named | None) -> tuple[list[Finding], list[Standing]]:
        """What stands in every part; without `named` the register only, and what widens its words."""
        found: list[Finding] = []
        standing: list[Standing] = []
        for part, number, text, matches in self._own(reading, standing):
            if matches or named is not None:
                strangers = named.get((part.name, number), []) if named else []
                layers = layered(text, matches, self._hits_in(part, text, matches), strangers)
                found.extend(_placed(part, number, text, layers))
        return list(_once(found, reading.parts)), standing

    def _own(
        self, reading: Reading, standing: list[Standing]
    ) -> Iterator[tuple[Part, int, str, list[Match]]]:
        """Every text with the register's words that are nobody else's; those that are go to `standing`."""
        texts = [
            (part, number, text, self._found(part, text))
            for part in reading.parts.values()
            for number, text in texts_of(part)
        ]
        openly = Openly(
            ((part.name, text) for part, _, text, _ in texts),
            (text[match.start : match.end] for _, _, text, matches in texts for match in matches),
            self._register,
            self._published,
            self._memo,
        )
        for part, number, text, matches in texts:
            kept = []
            for match in matches:
                name = openly.around(text, match, is_name=part.name in NAME_LIKE)
                if name is None:
                    kept.append(match)
                else:
                    start, end, why = name
                    standing.append(Standing(text[start:end], why, _where(part, number, text, start, end)))
            yield part, number, text, kept

    def _found(self, part: Part, text: str) -> list[Match]:
        """The register's words in a text as it is written, and as its reader sees it without marks."""
        is_name = part.name in NAME_LIKE
        found = self._matcher.find(text, is_name_like=is_name)
        if part.plain is None:
            return found
        starts, ends = part.plain.starts, part.plain.ends
        again = self._matcher.find(part.plain.text, is_name_like=part.name in NAME_LIKE)
        shown = [replace(one, start=starts[one.start], end=ends[one.end - 1]) for one in again]
        return _widest([*found, *shown])

    def _hits_in(self, part: Part, text: str, matches: Sequence[Match]) -> list[Hit]:
        """What its shape gives away. Of a link that holds a name only the name goes: it stays a link."""
        if part.is_machine:
            return []
        if text not in self._hits:
            self._hits[text] = detected(text)
        hits = self._hits[text]
        if part.name not in NAME_LIKE and part.plain is None:
            return hits
        return [one for one in hits if one.kind != "url" or not any(map(_within(one), matches))]


def _widest(matches: Sequence[Match]) -> list[Match]:
    """Of matches that overlap the widest, and of two as wide the first; in reading order."""
    kept: list[Match] = []
    taken: set[int] = set()
    for one in sorted(matches, key=lambda one: one.start - one.end):
        if taken.isdisjoint(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _within(hit: Hit) -> Callable[[Match], bool]:
    return lambda match: match.start < hit.end and hit.start < match.end


def texts_of(part: Part) -> list[tuple[int, str]]:
    """A part's paragraphs with their numbers, or all its lines as one text where a name may run on into the next."""
    return [(1, "\n".join(part.paragraphs))] if part.is_wrapped else list(enumerate(part.paragraphs, 1))


def _where(part: Part, number: int, text: str, start: int, end: int) -> Where:
    if part.is_wrapped:
        number += text.count("\n", 0, start)
        first = text.rfind("\n", 0, start) + 1
        start, end = start - first, end - first
    return Where(part.name, number, start, end)


def _placed(part: Part, number: int, text: str, layers: Sequence[Found]) -> Iterator[Finding]:
    if part.is_wrapped:
        yield from _across_lines(part, layers)
        return
    for found in layers:
        yield _finding(found, text, Where(part.name, number, found.start, found.end))


def _finding(found: Found, text: str, where: Where) -> Finding:
    words = text[found.start : found.end]
    if isinstance(found, Hit):
        return Finding(words, found.kind, False, None, where, "pattern", found.confidence)
    if isinstance(found, Stranger):
        return Finding(words, found.kind, False, None, where, found.rule, found.confidence)
    if found.entry is None:
        raise ValueError("A pseudonym left standing is no finding.")
    kind, pseudonym = str(found.entry.kind), found.entry.pseudonym
    return Finding(words, kind, True, pseudonym, where, found.rule, found.confidence, asks=found.asks)


def _across_lines(part: Part, everything: Sequence[Found]) -> Iterator[Finding]:
    """Lines are read as one text. A name over a line end is a finding on each; the second is removed."""
    starts = [0]
    for line in part.paragraphs:
        starts.append(starts[-1] + len(line) + 1)
    number = 0
    for found in everything:
        while starts[number + 1] <= found.start:
            number += 1
        at, is_first = number, True
        while at < len(part.paragraphs) and starts[at] < found.end:
            yield from _piece(found, part, at, starts[at], is_first)
            at, is_first = at + 1, False


def _piece(found: Found, part: Part, at: int, offset: int, is_first: bool) -> Iterator[Finding]:
    line = part.paragraphs[at]
    start, end = max(0, found.start - offset), min(len(line), found.end - offset)
    if start >= end:
        return
    whole = _finding(found, "", Where(part.name, at + 1, start, end))
    pseudonym = whole.pseudonym if is_first or whole.pseudonym is None else ""
    yield replace(whole, text=line[start:end], pseudonym=pseudonym, goes_on=not is_first)


def _once(found: list[Finding], parts: dict[str, Part]) -> Iterator[Finding]:
    """Leave out what another part reports more exactly: an insertion's words stand in the body too."""
    exact = {(f.text, f.on_register) for f in found if not parts[f.where.part].elsewhere}
    for finding in found:
        where = finding.where
        spans = parts[where.part].elsewhere.get(where.paragraph - 1, [])
        inside = any(start <= where.start and where.end <= end for start, end in spans)
        if not (inside and (finding.text, finding.on_register) in exact):
            yield finding
