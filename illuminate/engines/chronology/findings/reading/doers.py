"""Whose deed is told: the writer's own, another agency's, or that of somebody the case is about."""

from __future__ import annotations

from illuminate.engines.chronology.findings.lexicon import roles
from illuminate.engines.chronology.findings.reading.deeds import Deed, Marked, small

_OWN = 4  # words behind a verb in which "himself" tells who did it
_SPEAKER = 3  # words before a colon that name who speaks


def anothers(marked: Marked, deed: Deed, at: int, first: int, last: Deed | None) -> bool:
    """Whether somebody else does what the verb here tells; its subject stands before ``first``."""
    words = marked.words
    if deed.joint in ("who", "which") or _by_another(marked, deed, at) or _helped(marked, deed, at):
        return True
    if words[at - 1] in small("passive") and at > deed.start and "had" not in words[deed.start : at]:
        return False
    if _by_speaker(marked, deed, at, last):
        return True
    for step in range(first - 1, deed.start - 1, -1):
        if words[step] in small("self"):
            return False
        if _governed(marked, deed, step):
            continue
        if step in marked.inside:
            if not marked.inside[step].bits and _of_the_house(marked, step):
                return False  # a team of no agency of the case is the writer's own
            if not marked.paper(marked.inside[step].end) or marked.inside[step].end == at:
                return True
        elif marked.person(step):
            if marked.paper(step + 1) and step + 1 <= at and not words[step + 1].endswith("s"):
                return False  # "vulnerable child notice put through"
            if _spoken_of(marked, deed, step):
                return False  # "notice for adult at risk Ann Kerr submitted"
            return not (_passes(words[at]) and words[at - 1] not in ("has", "had", "have"))
        elif step == at - 1 and words[at] in small("active") and _strange(marked, deed, step):
            return True
    return deed.joint == "and" and last is not None and _carried(marked, deed, at, last)


def _strange(marked: Marked, deed: Deed, at: int) -> bool:
    """Whether the word before "rang" or "wrote" is somebody's name, and no colleague's behind a rank or a title."""
    words = marked.words
    titled = at > deed.start and _ours(words[at - 1]) and words[at - 1] not in small("around")
    return not (_ours(words[at]) or titled or marked.paper(at))


def _claimed(marked: Marked, deed: Deed, at: int) -> bool:
    """ "Patient says police were called": what is told is theirs to tell."""
    words = marked.words
    return any(
        marked.person(step) and words[step + 1] in small("claims") and marked.words[step - 1] != "by"
        for step in range(deed.start, at - 1)
    )


def _carried(marked: Marked, deed: Deed, at: int, last: Deed) -> bool:
    """Whether the one who did the deed before did this one too ("she packed a bag and rang the police")."""
    words = marked.words
    if not small("self").isdisjoint(words[deed.start : at]):
        return False
    verb = next((step for step in range(last.start, last.end) if marked.verb(step)), last.end - 1)
    return small("self").isdisjoint(words[last.start : verb]) and any(
        (step in marked.inside or marked.person(step)) and not _governed(marked, last, step)
        for step in range(last.start, verb)
    )


def _ours(word: str) -> bool:
    """Whether a word before "rang" or "wrote" is one of the office or only says when and how."""
    return (
        word.removesuffix("s") in small("colleagues")
        or word in small("colleagues")
        or word in small("around")
        or word.endswith("ly")
        or len(word) < 3
        or word[0].isdigit()
    )


def _by_speaker(marked: Marked, deed: Deed, at: int, last: Deed | None) -> bool:
    """ "The neighbour: rang police on Friday", "rang police himself", "; had rung": somebody else tells of it."""
    words = marked.words
    if at - 1 == deed.start and words[deed.start] == "had" and deed.joint in (";", ","):
        return True
    if not {"himself", "herself", "themselves"}.isdisjoint(words[at : at + _OWN]):
        return "by" not in words[at : at + _OWN]
    if last is None or deed.joint != ";" or at != deed.start or last.end - last.start > _SPEAKER:
        return False
    said = range(last.start, last.end)
    return any(marked.person(step) or words[step] in ("number", "flat") for step in said)


def _of_the_house(marked: Marked, at: int) -> bool:
    """Whether a team that no agency of the case is works in the writer's own house."""
    one = marked.inside[at]
    hosts = roles()[one.role].get("hosts", ()) if one.role in roles() else ()
    return marked.words[one.end - 1] in small("office_words") or marked.role in hosts


def _spoken_of(marked: Marked, deed: Deed, person: int) -> bool:
    """Whether somebody stands behind a paper that heads the deed, so that it is about them."""
    if not small("that").isdisjoint(marked.words[deed.start : person]):
        return False
    head = next((at for at in range(deed.start, person) if marked.paper(at) or marked.person(at)), person)
    return (
        head < person
        and marked.paper(head)
        and not marked.places(marked.ends[head], person, "give", "tell", "ask")
    )


def _passes(word: str) -> bool:
    """ "Patient referred to the clinic" is the writer's deed."""
    return word in (
        "referred",
        "rereferred",
        "refered",
        "ref'd",
        "refd",
        "notified",
        "discussed",
        "flagged",
        "highlighted",
        "ref",
        "refer",
    )


def _helped(marked: Marked, deed: Deed, at: int) -> bool:
    """ "Supported her request to the landlord": it is her request."""
    words = marked.words
    own = words[at - 1 : at] and at > deed.start and words[at - 1] in ("her", "his", "their")
    return bool(own) and not small("helps").isdisjoint(words[deed.start : at])


def _by_another(marked: Marked, deed: Deed, at: int) -> bool:
    """ "Reported to police by the victim", "referral from the school"."""
    words = marked.words
    if _claimed(marked, deed, at):
        return True
    for step in range(deed.start, min(deed.end, len(words) - 1)):
        if words[step] == "by":
            called = step < at and step + 1 in marked.inside and "call" in words[deed.start : step]
            if called or (step > at and _doer(marked, deed, at, step)):
                return True
        asks = any(marked.verb(one) for one in marked.places(deed.start, step, "ask"))
        named = any(more in marked.inside for more in range(step + 1, min(step + 4, deed.end)))
        if words[step] == "from" and step > at - 4 and named and not asks:
            return True
    return False


def _doer(marked: Marked, deed: Deed, at: int, by: int) -> bool:
    """Whether "by" names who did it, and not how ("by letter") or who did what the message tells."""
    words = marked.words
    if words[by + 1] in small("channels") or words[by + 1] in (
        "herself",
        "himself",
        "themselves",
        "101",
        "999",
    ):
        return False
    ends = [one.end for one in deed.mentions if one.start < by]
    if by - max(marked.ends.get(at, at + 1), max(ends, default=0)) > 3:
        return False
    for more in range(by + 1, min(by + 4, deed.end)):
        if words[more] in small("links"):
            return False
        if more in marked.inside and marked.inside[more].end < deed.end:
            one = marked.inside[more]
            if (
                not one.named
                and words[one.end - 1] in ("ward", "unit")
                and words[one.end] in small("colleagues")
            ):
                return False  # "by ward clerk"
        if more in marked.inside or marked.person(more) or words[more] in ("her", "him"):
            return True
    return False


def _governed(marked: Marked, deed: Deed, at: int) -> bool:
    """Whether a small word or a verb of telling stands before a noun, which is no subject then."""
    words = marked.words
    for step in range(at - 1, max(deed.start, at - 4) - 1, -1):
        word = words[step]
        if word in small("prepositions") or marked.has(step, "tell", "ask", "weak", "give"):
            return True
        if word not in small("before_nouns") and step not in marked.inside and not marked.person(step):
            return False
    return False
