"""People, small bodies and small places that are on no register: proposals for a person to judge.

`strangers_in(texts, pseudonyms, published)` is the way in. Rules decide what they can; only sentences that hold an
undecided name go to the model. Raises NoModel when the model can't be loaded: then the file isn't clean.
`named_openly(texts, published)` says, without the model, which names a document prints openly.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..fold import Folded, fold
from ..variants import tokens_of
from ..words import FAMILY, GIVEN
from .cues import is_body, is_locality, names_a_person
from .deciding import Known, decide, is_famous, may_be_beside, says_nothing
from .lists import words
from .model import NoModel, people_in
from .openness import phrase_end
from .propagation import Names
from .public import is_author, is_public
from .published import names_handed_in, published_in
from .runs import Run, lists_in, runs_in, starts_sentence, words_in
from .thorough import with_everything
from .verdicts import Open, Stranger, is_strange

__all__ = [
    "Ask",
    "Memo",
    "NoModel",
    "Stranger",
    "named_openly",
    "people_in",
    "strangers_in",
    "tells_somebody",
    "with_everything",
]

Ask = Callable[[Sequence[str]], list[list[tuple[int, int]]]]
Memo = dict[str, tuple[Folded, list[Run]]]  # texts that were read before, while one document is looked at

_HANDED, _LISTED = "on the list of published names", "named as chair or among the panel"
_CITED, _PUBLIC = "cited as an author", "a public figure, a body or a scheme"
_HONOUR = re.compile(r"^(?:His|Her) Honour")
_SENTENCE_END = re.compile(r"(?<=[.!?;])[\"')\]]*\s+(?=[A-Z\"'(])|\n")
_WORD = re.compile(r"[a-z]+|\d+")
_DAMAGED = re.compile(r"(?<![\w/-])(?=[^\W_]*[a-z])(?:[^\W\d_]+[01358]|[01358][^\W\d_])[^\W_]{2,}(?![\w/-])")
# Words of a script without capitals between words of one with them: a name in its own letters.
_OTHER_SCRIPT = re.compile(
    r"(?:[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+[ \u00b7]?){1,4}"
)


def tells_somebody(text: str, start: int, end: int) -> bool:
    """Whether a word left over beside a name of the register may be a name.

    No heading's capitals, and no plain English with a capital that the sentence owes it.
    """
    lower = fold(text[start:end]).lower
    if text[start:end].isupper():
        return False
    return not starts_sentence(text, start) or lower in GIVEN or lower in FAMILY or is_strange(lower)


def _with_title(name: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A title that not everybody has, and the surname."""
    if name and name[0] in words("people", "titles") - words("people", "courtesies"):
        yield name[0], name[-1]


@dataclass
class _Page:
    """One text on its way: folded, its runs, what is decided."""

    folded: Folded
    runs: list[Run]
    found: dict[Run, Stranger] = field(default_factory=dict)
    undecided: list[Run] = field(default_factory=list)
    openly: set[Run] = field(default_factory=set)

    @property
    def text(self) -> str:
        return self.folded.text


def strangers_in(
    texts: Sequence[str],
    pseudonyms: Iterable[str] = (),
    published: Iterable[str] = (),
    listed: Collection[tuple[str, ...]] = (),
    ask: Ask = people_in,
    memo: Memo | None = None,
) -> list[list[Stranger]]:
    """For each text of one document who is named in it; offsets are in that text. Finds what one text says in all.

    `listed`: forms of the register, as words; the model needn't be asked about them. `ask` asks it.
    """
    pages = [_page(text, memo) for text in texts]
    known = Known({tokens_of(name) for name in pseudonyms}, names_handed_in(published))
    known.published.update(published_in([(page.text, page.runs) for page in pages]))
    _learn(pages, known)
    for page in pages:
        _decide(page, known, listed)
    _ask_model(pages, ask)
    _propagate(pages, known)
    return [_in_original(page) for page in pages]


def named_openly(
    texts: Sequence[str], about: Collection[str], published: Collection[str] = (), memo: Memo | None = None
) -> dict[tuple[str, ...], str]:
    """Names of two words or more that a document prints openly, each with its reason; no model is asked.

    `about`: words in lower case; names without one of them are not looked for. A surname behind the title of
    somebody on the panel counts too.
    """
    about = frozenset(about)
    pages = [_about(text, about, memo) for text in texts]
    authors = {
        tokens_of(run.name) for text, runs in pages for run in runs if is_author(text, run.start, run.end)
    }
    handed = names_handed_in(published)
    lists = {_HANDED: handed, _LISTED: set(published_in(pages)), _CITED: authors}
    found = {name: _HANDED for name in handed if len(name) > 1}
    found.update((name, _HANDED) for one in published for name in _with_title(tokens_of(one)))
    for text, runs in pages:
        for run in runs:
            for name, why in _said_openly(text, run, lists, about) if len(run.words) > 1 else ():
                found.setdefault(name, why)
    return found


def _about(text: str, about: frozenset[str], memo: Memo | None) -> tuple[str, list[Run]]:
    """A text with those of its runs that hold one of some words."""
    if text.isascii() and about.isdisjoint(_WORD.findall(text.lower())):
        return text, []
    page = _page(text, memo)
    return page.text, [run for run in page.runs if not about.isdisjoint(tokens_of(" ".join(run.lower)))]


def _said_openly(
    text: str, run: Run, lists: dict[str, set[tuple[str, ...]]], about: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    why = next((why for why, names in lists.items() if Known(published=names).is_published(run)), None)
    if why is not None:
        yield tokens_of(run.name), why
        title = tokens_of(text[run.title : run.start]) if run.title is not None else ()
        yield from ((name, why) for name in _with_title((*title, *run.lower)) if why != _CITED)
    elif is_public(text, run.start, run.end, run.lower) or says_nothing(text, run):
        yield tokens_of(run.name), _PUBLIC
    elif is_famous(run) and run.lower[-1] not in about:
        # Somebody's relative may be called as a famous person is; they share a surname then.
        yield tokens_of(run.name), _PUBLIC


def _page(text: str, memo: Memo | None) -> _Page:
    if memo is None:
        memo = {}
    if text not in memo:
        folded = fold(text)
        memo[text] = folded, list(runs_in(folded.text, words_in(folded.text)))
    return _Page(*memo[text])


def _learn(pages: list[_Page], known: Known) -> None:
    """A first reading, for the places that agencies are named after and the authors that are cited."""
    authors: set[tuple[str, ...]] = set()
    for page in pages:
        for run in page.runs:
            known.learn_agency(run)
            if (
                len(run.words) > 1
                and run.title is None
                and is_body(page.text, run.end)
                and run.lower[0] not in GIVEN
            ):
                known.published.add(tokens_of(run.name))
            if len(run.words) == 1 and is_locality(page.text, run.start, run.end):
                known.agencies.update(run.lower)
            if (run.title is not None or names_a_person(page.text, run.start, run.end)) and not is_famous(
                run
            ):
                known.people.update(run.lower)
            elif is_author(page.text, run.start, run.end) and all(len(word) > 1 for word in run.lower):
                authors.add(tokens_of(" ".join(run.lower)))
    # Whoever is spoken of as a person somewhere is none of the authors: "Bray's theory is that he left".
    known.published.update(author for author in authors if known.people.isdisjoint(author))


def _decide(page: _Page, known: Known, listed: Collection[tuple[str, ...]]) -> None:
    within = 0
    page.openly.update(_beside_famous(page))
    for run in page.runs:
        if run in page.openly:
            continue
        end = phrase_end(page.text, run.start if run.title is None else run.title)
        within = max(within, end if end is not None and end >= run.end else 0)
        verdict = Open.OPENLY if run.end <= within else decide(page.text, run, known)
        if isinstance(verdict, Stranger):
            page.found[run] = verdict
        elif verdict is Open.UNDECIDED and tokens_of(" ".join(run.lower)) not in listed:
            page.undecided.append(run)
        elif verdict is Open.OPENLY:
            page.openly.add(run)


def _beside_famous(page: _Page) -> Iterable[Run]:
    """Whole names in a list of which two or more, and every third at least, are of public life: so are the others."""
    for listed in lists_in(page.text, page.runs):
        known = sum(map(is_famous, listed))
        if known > 1 and 3 * known >= len(listed):
            yield from (one for one in listed if len(one.words) > 1)


def _ask_model(pages: list[_Page], ask: Ask) -> None:
    """Only sentences with an undecided run are read, each wording once."""
    asked: dict[str, list[tuple[_Page, Run, int]]] = {}
    for page in pages:
        ends = (
            [match.end() for match in _SENTENCE_END.finditer(page.text)] + [len(page.text)]
            if page.undecided
            else []
        )
        start = at = 0
        for run in page.undecided:
            while ends[at] <= run.start:
                start, at = ends[at], at + 1
            asked.setdefault(page.text[start : ends[at]], []).append((page, run, start))
    if not asked:
        return
    for waiting, spans in zip(asked.values(), ask(list(asked)), strict=True):
        for page, run, offset in waiting:
            if any(start + offset <= run.start and run.end <= end + offset for start, end in spans):
                page.found[run] = Stranger(run.start, run.end, "person", "name", 0.6)


def _spread(page: _Page, known: Known) -> None:
    """Who stands in one list with somebody is somebody: "Mary and Hodan"."""
    for listed in lists_in(page.text, page.runs):
        if not any(page.found[one].kind == "person" for one in listed if one in page.found):
            continue
        for one in listed:
            if one not in page.found and one not in page.openly and may_be_beside(page.text, one, known):
                page.found[one] = Stranger(one.start, one.end, "person", "cue", 0.6)


def _propagate(pages: list[_Page], known: Known) -> None:
    for page in pages:
        _spread(page, known)
    people = {run.lower for page in pages for run, found in page.found.items() if found.kind == "person"}
    names = Names(people, known)
    for page in pages:
        for run in page.runs:
            if run in page.found or run in page.openly:
                continue
            again = names.knows(page.text, run)
            if again is not None:
                page.found[run] = again
        for match in _DAMAGED.finditer(page.text):
            if names.damaged(match[0]):
                one = Stranger(match.start(), match.end(), "person", "propagated", 0.6)
                page.found[Run((words_in("X")[0],), match.start())] = one


def _in_original(page: _Page) -> list[Stranger]:
    found = []
    for run, one in page.found.items():
        first = run.title if run.title is not None and one.kind == "person" else one.start
        honour = _HONOUR.search(page.text[max(0, first - 4) : first + 7])
        start, end = page.folded.span(first - 4 if honour else first, one.end)
        found.append(replace(one, start=start, end=end))
    found.extend(_in_other_scripts(page))
    return sorted(found, key=lambda one: one.start)


def _in_other_scripts(page: _Page) -> Iterable[Stranger]:
    for match in _OTHER_SCRIPT.finditer(page.text):
        around = (
            page.text[max(0, match.start() - 20) : match.start()] + page.text[match.end() : match.end() + 20]
        )
        if re.search(r"[A-Za-z]{2}", around):
            start, end = page.folded.span(match.start(), match.start() + len(match[0].rstrip(" \u00b7")))
            yield Stranger(start, end, "person", "name", 0.6)
