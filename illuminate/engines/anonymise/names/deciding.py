"""What a run of capitals is: a person, a small body, a small place, nothing to hide, or a question for the model."""

import re
from dataclasses import dataclass, field
from functools import cache

from ..variants import tokens_of
from ..words import FAMILY, GIVEN, MONTHS
from . import cues
from .gazetteer import is_abroad, is_place
from .lists import words
from .openness import famous, is_condition, is_openly_said
from .public import is_cited, is_public
from .runs import Run, Word, starts_sentence
from .small import body
from .verdicts import Open, Stranger, Verdict, is_agency, is_strange

_SHORT = 3  # capitals
_HUMPS = re.compile(r"[a-z](?=[A-Z])")


@dataclass
class Known:
    """What the document and the case say openly: pseudonyms, published names, names of places and agencies.

    `people`: words that stand with a title, a relation or a job somewhere.
    """

    pseudonyms: set[tuple[str, ...]] = field(default_factory=set)
    published: set[tuple[str, ...]] = field(default_factory=set)
    agencies: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)

    def is_published(self, run: Run) -> bool:
        """A published name, two words of it, its first name, or its surname behind a title."""
        names = tokens_of(" ".join(run.lower))
        for one in self.published:
            if set(names) <= set(one) and (
                len(names) > 1 or names[0] in (one[0], *one[-1:] * (run.title is not None))
            ):
                return True
        return False

    def learn_agency(self, run: Run) -> None:
        """Keep the places that an agency is named after: they are nobody's names in this document."""
        if is_agency(run) and not any(word in words("small", "bodies") for word in run.lower):
            self.agencies.update(word for word in run.lower if is_strange(word))

    def is_made_of_pseudonyms(self, run: Run) -> bool:
        """Pseudonyms left standing, several too where a table's cells run together, and days beside them."""
        beside = words("bodies", "days") | words("bodies", "function")
        words_left = [word for word in tokens_of(" ".join(run.lower)) if word not in beside]
        at = 0
        while at < len(words_left):
            sizes = (
                len(one) for one in self.pseudonyms if tuple(words_left[at : at + len(one)]) == one and one
            )
            size = max(sizes, default=0)
            if not size:
                return False
            at += size
        return at > 0


def decide(text: str, run: Run, known: Known) -> Verdict:
    """The verdict on one run of a folded text."""
    if known.is_made_of_pseudonyms(run) or known.is_published(run) or is_open(text, run, known):
        return Open.OPENLY
    if says_nothing(text, run):
        return Open.NOTHING
    a_body = body(text, run)
    if a_body is not None:
        return a_body
    if is_agency(run):
        return Open.NOTHING
    return _person(text, run, known)


def is_open(text: str, run: Run, known: Known) -> bool:
    """Public figures and authors."""
    if is_famous(run) and known.people.isdisjoint(run.lower):
        return True
    if is_public(text, run.start, run.end, run.lower):
        return True
    return is_cited(text, run.start, run.end) and not cues.names_a_person(text, run.start, run.end)


def is_famous(run: Run) -> bool:
    """Whether it is the whole name of somebody of public life; somebody in the case may bear it too."""
    return run.name in famous()


def says_nothing(text: str, run: Run) -> bool:
    """Known things, conditions, days, a title without a name."""
    lower = run.lower
    if len(lower) == 1 and (
        len(lower[0]) == 1 or lower[0] in words("people", "titles") | words("people", "kin")
    ):
        return True
    if run.title is not None:
        return False
    if is_label(run):
        return True
    if is_condition(text, run.start, run.end):
        return True
    if run.words[-1].is_possessive and is_openly_said(f"{' '.join(lower)}'s"):
        return True
    if not any(map(is_openly_said, lower)) or cues.names_a_person(text, run.start, run.end):
        return False
    if all(map(is_openly_said, lower)):
        return not set(lower) <= GIVEN
    return not any(is_strange(word) or word in GIVEN or word in FAMILY for word in lower)


def is_label(run: Run) -> bool:
    """One word that says what somebody is or does ("Headteacher", "CALLER"), or two or three capitals ("OP")."""
    if len(run.words) > 1 or run.title is not None:
        return False
    is_short = run.words[0].is_shouted and len(run.words[0].text) <= _SHORT
    return is_short or run.lower[0] in words("people", "labels") or run.lower[0] in words("people", "kin")


def _person(text: str, run: Run, known: Known) -> Verdict:
    strange = [word for word in run.words if _is_new(word, known)]
    shouted = all(word.is_shouted for word in run.words)
    if run.title is not None and (strange or not _is_plain(run)):
        return Stranger(run.start, run.end, "person", "cue", 0.9)
    if shouted:
        return _shouted(text, run, strange)
    if cues.names_a_person(text, run.start, run.end) or run.has_job:
        is_name = strange or (len(run.words) > 1 and not set(run.lower) & known.agencies)
        return Stranger(run.start, run.end, "person", "cue", 0.85) if is_name else Open.UNDECIDED
    if strange and cues.is_workplace(text, run.start):
        return Stranger(run.start, run.end, "organisation", "cue", 0.65)
    if run.lower[0] in ("st", "saint"):
        return Open.NOTHING
    if cues.is_thing(text, run.start, run.end):
        return Open.UNDECIDED if len(run.words) > 1 else Open.NOTHING
    if len(run.words) == 1:
        return _single(text, run, known, bool(strange))
    if cues.stands_within(text, run.start):
        return Open.UNDECIDED if strange or _may_be_person(text, run, known) else Open.NOTHING
    if strange or _is_full_name(text, run):
        return Stranger(run.start, run.end, "person", "name", 0.75 if strange else 0.65)
    return Open.UNDECIDED if _may_be_person(text, run, known) else Open.NOTHING


def _shouted(text: str, run: Run, strange: list[Word]) -> Verdict:
    """Capitals throughout name somebody behind a word that gives a name, or before a comma and a given name."""
    is_numbered = (
        all(map(_is_acronym, run.words)) and text[run.end : run.end + 2].strip().isdigit()
    )  # "KLOE 1."
    is_long = not is_numbered and any(len(word.text) > 3 and is_strange(word.lower) for word in run.words)
    if is_long and (
        cues.names_a_person(text, run.start, run.end) or cues.is_surname_first(text, run.start, run.end)
    ):
        return Stranger(run.start, run.end, "person", "cue", 0.75)
    is_word = any(len(word.text) > 5 for word in strange)  # no acronym
    if is_word and (_acts(text, run) or len(strange) > 1):
        return Stranger(run.start, run.end, "person", "cue", 0.6)
    return Open.NOTHING


def _is_full_name(text: str, run: Run) -> bool:
    """A given name and a surname that are words of English both: "Grace Baker"; "Hope House" needs more round it."""
    first, last = run.lower[0], run.lower[-1]
    if first not in _given() or last not in FAMILY or len(run.words) > 3:
        return False
    if (
        last not in words("small", "roads")
        and last not in words("bodies", "agency")
        and last not in words("small", "built")
    ):
        return True
    return cues.stands_as_person(text, run.start) or cues.does_anything(text, run.end)


def _acts(text: str, run: Run) -> bool:
    """What only people do, have or are told."""
    return (
        cues.does_a_deed(text, run.end) or cues.owns_as_person(text, run.end) or cues.is_told(text, run.start)
    )


def _single(text: str, run: Run, known: Known, is_new: bool) -> Verdict:
    """One word alone; a given name that is a word of English besides needs what only people do."""
    acts = (
        cues.does_a_deed(text, run.end) or cues.owns_as_person(text, run.end) or cues.is_told(text, run.start)
    )
    if not is_new:
        if run.lower[0] in _given() and acts and run.lower[0] not in words("bodies", "function"):
            return Stranger(run.start, run.end, "person", "cue", 0.6)
        return Open.UNDECIDED if _may_be_person(text, run, known) else Open.NOTHING
    if cues.stands_within(text, run.start):
        return Open.NOTHING
    if acts or cues.stands_alone(text, run.start, run.end):
        return Stranger(run.start, run.end, "person", "cue", 0.7)
    beside = text[max(0, run.start - 1) : run.start] + text[run.end : run.end + 1]
    is_code = len(_HUMPS.findall(run.words[0].text)) > 1 or any(map(str.isdigit, beside))  # "TWFyZ2FyZXQ"
    is_town = is_place(run.lower[0]) or is_abroad(run.lower[0])
    if not (is_code or is_town or starts_sentence(text, run.start)):
        return Stranger(run.start, run.end, "person", "name", 0.5)
    return Open.UNDECIDED


def may_be_beside(text: str, run: Run, known: Known) -> bool:
    """Whether a run may be a name because a name stands beside it: no place, no body, no known thing."""
    if not known.agencies.isdisjoint(run.lower) or is_agency(run) or says_nothing(text, run):
        return False
    is_placed = is_place(" ".join(run.lower)) or is_abroad(" ".join(run.lower))
    is_named = any(_is_new(word, known) for word in run.words) or run.lower[0] in _given()
    return is_named and not is_placed and not cues.is_thing(text, run.start, run.end)


@cache
def _given() -> frozenset[str]:
    """Given names that are words of English besides."""
    return GIVEN | words("people", "virtues")


def _is_new(word: Word, known: Known) -> bool:
    if not word.is_capital or len(word.text.replace(".", "")) < 2:
        return False
    return is_strange(word.lower) and word.lower not in known.agencies and not _is_acronym(word)


def _is_acronym(word: Word) -> bool:
    return word.is_shouted and len(word.text) <= 5


def _is_plain(run: Run) -> bool:
    """Ordinary words behind what looks like a title: "Sister Agencies", "Judge Advocate"."""
    return all(word in words("bodies", "agency") or word in words("people", "jobs") for word in run.lower)


def _may_be_person(text: str, run: Run, known: Known) -> bool:
    """Words of the dictionary only: a given name in front, or a capital that no sentence owes."""
    if any(word in words("people", "jobs") or word in words("people", "kin") for word in run.lower):
        return False
    if all(word in MONTHS or word in words("bodies", "function") for word in run.lower):
        return False
    if not known.agencies.isdisjoint(run.lower):
        return False
    names = sum(word in GIVEN or word in FAMILY for word in run.lower)
    if len(run.words) > 1:
        return names > 0 or not starts_sentence(text, run.start)
    return not starts_sentence(text, run.start) and not is_place(run.lower[0])
