"""Small bodies and small places, by the form of their names: few people belong to one."""

from ..words import FAMILY
from . import cues
from .gazetteer import is_abroad, is_place, is_small
from .lists import phrases, words
from .openness import is_openly_said
from .runs import Run
from .verdicts import Open, Stranger, Verdict, is_strange


def body(text: str, run: Run) -> Verdict | None:
    """Small bodies and places by the form of their names."""
    lower = run.lower
    if lower[0] in words("small", "prisons") and len(lower) > 1:
        return Stranger(run.start, run.end, "place", "name", 0.8)
    if run.title is not None or len(lower) < 2:
        return _village(text, run) if run.title is None else None
    pair, last = " ".join(lower[-2:]), lower[-1]
    size = 2 if pair in phrases("small", "pairs") else 1 if last in words("small", "bodies") else 0
    if size and any(_is_own(word) for word in lower[:-size]):
        return Stranger(run.start, run.end, "organisation", "name", 0.8)
    if last in words("small", "roads"):
        return _road(text, run)
    return _village(text, run)


def _is_own(word: str) -> bool:
    """Whether a word is a body's own and not its kind's ("Bluebell" in "Bluebell Primary School")."""
    return (
        word not in words("bodies", "agency")
        and not is_openly_said(word)
        and word not in words("small", "bodies")
        and word not in words("small", "generic")
    )


def _road(text: str, run: Run) -> Verdict | None:
    is_surname = run.lower[-1] in FAMILY
    is_along = cues.is_along(text, run.start) or any(word.is_possessive for word in run.words[:-1])
    if cues.is_public_place(text, run.end):
        return Open.NOTHING
    if run.lower[-1] == "court" and run.lower[-2] in words("bodies", "courts"):
        return Open.NOTHING
    if not is_along and (is_surname or run.lower[-1] in words("small", "unsure")):
        return None
    if not is_along and any(word in words("bodies", "agency") for word in run.lower[:-1]):
        return None
    return Stranger(run.start, run.end, "place", "name", 0.7)


def _village(text: str, run: Run) -> Verdict | None:
    name = " ".join(run.lower)
    if cues.is_village(text, run.start) and any(map(is_strange, run.lower)):
        return Stranger(run.start, run.end, "place", "cue", 0.7)
    is_here = is_place(name)
    is_known = name in phrases("world", "countries") or is_openly_said(name)
    if cues.is_origin(text, run.start) and not is_known:
        return Stranger(run.start, run.end, "place", "cue", 0.6)
    if not (is_here or is_abroad(name)) or _stands_as_somebody(text, run):
        return None
    if is_here and is_small(name):
        within = cues.stands_within(text, run.start)
        return Stranger(run.start, run.end, "place", "name", 0.5) if within else Open.UNDECIDED
    return Open.NOTHING


def _stands_as_somebody(text: str, run: Run) -> bool:
    """What people do, own or are told, and places seldom."""
    return (
        cues.names_a_person(text, run.start, run.end)
        or cues.does_a_deed(text, run.end)
        or cues.owns_as_person(text, run.end)
        or cues.is_told(text, run.start)
    )
