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
_DOERS = frozenset({"i", "we", "she", "he", "they", "to", "and"})
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
        self,
        tokens: Tokens,
        found: Found,
        mentions: Sequence[Mention],
        names: frozenset[str] = frozenset(),
        role: str = "",
    ) -> None:
        self.tokens, self.words, self.names, self.role = tokens, tokens.words, names, role
        self.mentions = list(mentions)
        self.inside = {at: one for one in mentions for at in range(one.start, one.end)}
        self.labels: dict[int, set[str]] = defaultdict(set)
        self.ends: dict[int, int] = {}
        for start, end, label in found:
            if _mistaken(tokens, start, label):
                continue
            how = self.words[end : end + 1] if self.words[end - 1] == "by" else []
            if label == "reply" and not small("channels").isdisjoint(how):
                self._add(start, start + 1, "ask")  # "was asked by letter"
                continue
            self._add(start, end, label)

    def _add(self, start: int, end: int, label: str) -> None:
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
        word, after = self.words[at], self.words[at + 1] if at + 1 < len(self.words) else ""
        if word == "sister" and at and self.words[at - 1] in small("nursing"):
            return False
        if after in small("office_words") or (
            after == "support" and at + 2 < len(self.words) and self.words[at + 2] in small("office_words")
        ):
            return False  # "the family worker"
        if self.role in small("titled") and word in small("forms_of_address") and after not in self.names:
            return False  # a teacher
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
            return "" if self.has(at, "reply") or self.has(at + 1, "reply") else word
        if word in ("and", "&") and self._lists_doers(at):
            return ""
        return "and" if word in ("and", "&", "then") and self._verb_after(at) else ""

    def _lists(self, at: int) -> bool:
        """Whether a comma only parts the members of a list of agencies."""
        return at - 1 in self.inside and any(
            step in self.inside and not self.places(at, step, *_VERBS)
            for step in range(at, min(at + 3, len(self.words)))
        )

    def _lists_doers(self, at: int) -> bool:
        """Whether nothing but agencies stands before an "and" ("the school and the surgery were told")."""
        sentence, at = self.tokens.sentence[at], at - 1
        if at not in self.inside:
            return False
        while at >= 0 and self.tokens.sentence[at] == sentence:
            if at not in self.inside and self.words[at] not in small("fill"):
                return False
            at -= 1
        return True

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


def _mistaken(tokens: Tokens, at: int, label: str) -> bool:
    """Whether a word only shares its stem with one of the list ("note" and "not"), or its letters ("care plan")."""
    words = tokens.words
    if label == "paper":
        return words[at] == "not"
    if label == "hedge":
        noun = words[at] in ("plan", "plans") and words[at + 1 : at + 2] != ["to"]
        return noun and at > 0 and tokens.clause[at] == tokens.clause[at - 1] and words[at - 1] not in _DOERS
    return label in ("deny", "undone") and words[at].startswith("note")


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
