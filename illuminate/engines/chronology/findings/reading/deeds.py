"""An entry cut into its deeds: the stretches of words with one verb or none, and whose deed each one is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.mentions import Mention
from illuminate.engines.chronology.findings.text import Found, Phrases, Tokens

_VERBS = frozenset({"give", "light", "tell", "ask", "weak"})
_LISTS = (
    "give",
    "light",
    "tell",
    "ask",
    "weak",
    "paper",
    "done",
    "hedge",
    "deny",
    "reply",
    "history",
    "undone",
    "fine",
)


@cache
def small(name: str) -> frozenset[str]:
    """Give one of the lists of small words that steer the reading of a sending."""
    return frozenset(words_of("sendings")["small"][name])


@cache
def passing_phrases() -> Phrases:
    """The words of handing over, each under the name of its list; papers with one addressee under ``implied:``."""
    phrases = Phrases()
    known = words_of("sendings")
    for name in _LISTS:
        phrases.add(name, known[name]["words"])
    for role, papers in known["implied"].items():
        phrases.add(f"implied:{role}", papers)
    return phrases


@dataclass(slots=True)
class Deed:
    """``start`` to ``end`` in the tokens; ``joint`` is what joins it to the one before ("and", ",", ";", ".")."""

    start: int
    end: int
    joint: str
    mentions: list[Mention] = field(default_factory=list)


class Marked:
    """The words of one entry with what each may be: the labels that begin there, and the agencies named."""

    def __init__(
        self, tokens: Tokens, found: Found, mentions: Sequence[Mention], names: frozenset[str] = frozenset()
    ) -> None:
        self.tokens, self.words, self.names = tokens, tokens.words, names
        self.mentions = list(mentions)
        self.inside = {at: one for one in mentions for at in range(one.start, one.end)}
        self.labels: dict[int, set[str]] = defaultdict(set)
        self.ends: dict[int, int] = {}
        for start, end, label in found:
            if label in ("deny", "paper") and _mistaken(self.words[start], label):
                continue
            how = self.words[end : end + 1] if self.words[end - 1] == "by" else []
            if label == "reply" and not small("channels").isdisjoint(how):
                continue  # "was asked by letter"
            self.labels[start].add(label)
            self.ends[start] = max(end, self.ends.get(start, 0))

    def has(self, at: int, *labels: str) -> bool:
        """Whether one of these lists has the word at this place, and it is not part of an agency's name."""
        known = self.labels.get(at)
        return known is not None and at not in self.inside and not known.isdisjoint(labels)

    def places(self, first: int, last: int, *labels: str) -> list[int]:
        """The places from first to last (not with it) that one of these lists has."""
        return [at for at in range(first, last) if at in self.labels and self.has(at, *labels)]

    def paper(self, at: int) -> bool:
        """Whether a paper is named here."""
        if at < len(self.words) and self.words[at].endswith("ed") and self.ends.get(at, 0) == at + 1:
            return False  # "e-mailed" names none
        if at and self.words[at - 1 : at] == ["to"] and self.has(at, "give", "tell", "ask"):
            return False  # "to refer"
        return self.has(at, "paper") or any(label.startswith("implied:") for label in self.labels.get(at, ()))

    def verb(self, at: int) -> bool:
        """Whether a verb of handing over, telling, asking or talking stands here; a plain "request" is a noun."""
        return self.has(at, *_VERBS) and not (self.words[at] in small("nouns") and self.paper(at))

    def person(self, at: int) -> bool:
        """Whether this is somebody the case is about, or a neighbour, a friend: no agency."""
        word = self.words[at]
        return word in small("people") or (word in self.names and at not in self.inside)

    def cut(self) -> list[Deed]:
        """Give the deeds in order, each with the agencies it names."""
        size = len(self.words)
        first = [0, *(at for at in range(1, size) if self._joint(at)), size]
        found = [
            Deed(left, right, self._joint(left) or ".") for left, right in pairwise(first) if left < right
        ]
        for deed in found:
            deed.mentions = [one for one in self.mentions if deed.start <= one.start < deed.end]
        return found

    def _joint(self, at: int) -> str:
        """What a new deed begins with here, empty inside one."""
        if at == 0:
            return "."
        tokens, word = self.tokens, self.words[at]
        if tokens.sentence[at] != tokens.sentence[at - 1]:
            return "."
        if tokens.clause[at] != tokens.clause[at - 1]:
            return ";"
        if at in self.inside and self.inside[at].start != at:
            return ""
        if at in tokens.pauses:
            return "" if self._lists(at) else ","
        if word in small("breaks"):
            return word
        return "and" if word in ("and", "&", "then") and self._verb_after(at) else ""

    def _lists(self, at: int) -> bool:
        """Whether a comma only parts the members of a list of agencies."""
        return at - 1 in self.inside and any(
            step in self.inside and not self.places(at, step, *_VERBS)
            for step in range(at, min(at + 3, len(self.words)))
        )

    def _verb_after(self, at: int) -> bool:
        if self.words[at + 1 : at + 2] == ["asked"]:
            return True
        for step in range(at + 1, min(at + 4, len(self.words))):
            if step in self.inside:
                return any(
                    self.words[more] in small("reached")
                    for more in range(step + 1, min(step + 4, len(self.words)))
                )
            if self.has(step, *_VERBS) or self.paper(step) or self.person(step):
                return True
        return False


def _mistaken(word: str, label: str) -> bool:
    """Whether a word only shares its stem with one of the list ("note" and "not")."""
    return word == "not" if label == "paper" else word.startswith("note")


def happened(marked: Marked, deed: Deed, at: int) -> bool:
    """Whether the verb here is told as done: past or narrative present, or a note's bare verb, or "in order to"."""
    word, words = marked.words[at], marked.words
    if word in small("irregular") or word.endswith("ed") or (word.endswith("s") and not word.endswith("ss")):
        return not (at > deed.start and words[at - 1] == "to" and word not in small("irregular"))
    before = [step for step in range(deed.start, at) if marked.has(step, *_VERBS) or marked.paper(step)]
    if word.endswith("ing"):
        return bool(before) or deed.joint in ("after", "by", "following") or words[at - 1 : at] == ["by"]
    if at > deed.start and words[at - 1] == "to":
        return _in_order(marked, deed, at, before)
    head = all(words[step] in small("around") for step in range(deed.start, at))
    if deed.joint in ("and", ","):
        return head and not small("self").isdisjoint(words[deed.start : at])
    return head or words[at - 1] in small("self") or words[at - 1] == "did"


def _in_order(marked: Marked, deed: Deed, at: int, before: Sequence[int]) -> bool:
    """ "Rang the office to report it" is a deed, "asked her to report it" and "police to report it" are none."""
    words = marked.words
    told = [step for step in before if happened(marked, deed, step)]
    if not told:
        return False
    return not any(
        marked.person(step) or words[step] in ("her", "him", "us", "me") for step in range(told[-1], at)
    )


def anothers(marked: Marked, deed: Deed, at: int, first: int, last: Deed | None) -> bool:
    """Whether somebody else does what the verb here tells; its subject stands before ``first``."""
    words = marked.words
    if deed.joint in ("who", "which") or _by_another(marked, deed, at):
        return True
    if words[at - 1] in small("passive") and at > deed.start and "had" not in words[deed.start : at]:
        return False
    for step in range(first - 1, deed.start - 1, -1):
        if words[step] in small("self"):
            return False
        if _governed(marked, deed, step):
            continue
        if step in marked.inside:
            if not marked.paper(marked.inside[step].end) or marked.inside[step].end == at:
                return True
        elif marked.person(step):
            return not (_passes(words[at]) and words[at - 1] not in ("has", "had", "have"))
        elif (
            step == at - 1
            and words[at] in small("active")
            and not _ours(words[step])
            and not marked.paper(step)
        ):
            return True
    return deed.joint == "and" and last is not None and _carried(marked, deed, at, last)


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


def _by_another(marked: Marked, deed: Deed, at: int) -> bool:
    """ "Reported to police by the victim", "referral from the school"."""
    words = marked.words
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
    if words[by + 1] in small("channels") or words[by + 1] in ("herself", "himself", "themselves"):
        return False
    ends = [one.end for one in deed.mentions if one.start < by]
    if by - max(marked.ends.get(at, at + 1), max(ends, default=0)) > 3:
        return False
    for more in range(by + 1, min(by + 4, deed.end)):
        if words[more] in small("links"):
            return False
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
        if word not in small("before_nouns") and step not in marked.inside:
            return False
    return False
