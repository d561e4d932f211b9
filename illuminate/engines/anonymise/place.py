"""Where in a folded text a form stands, and what stands around it."""

import re
from dataclasses import dataclass
from functools import cached_property

from .fold import Folded
from .words import HONOUR_AFTER, HONOUR_BEFORE, MONTHS, TITLES

_NEXT = re.compile(r"(?:[ \t\r]*\n[ \t]*|[ \t]+)([^\W\d_]+|\d+)")
_SECOND = re.compile(r"[ \t\n\r]+[^\W\d_]+(?:'[a-z]+)?[ \t\n\r]+([^\W\d_]+|\d+)")
_PARAGRAPH = re.compile(r"(?:^|\n)[(\[]?\d{1,3}(?:\.\d{1,3})+[.)\]]?[ \t]+$")
_BEFORE = re.compile(r"([^\W\d_]+|\d+(?:st|nd|rd|th)?)\.?[ \t\n\r]+$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]|[\n\r\t]|[\u2022*])[\s\"'(\[\d.)-]*$")
_TITLE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\.?(?:\s+\d{2,6})?\s+$")
_CITED = re.compile(
    r"(?:'s)?\s*,?\s*(?:(?:[A-Z]\.\s*)+(?:,|and\b|&|\()|et\s+al\b|(?:and|&)\s+[A-Z][a-z]+(?:-[A-Z][a-z]+)?,?\s*\(?(?:19|20)\d\d|\(?(?:19|20)\d\d[a-z]?\s*[):;,]\s*(?![a-z]))"
)
_STREET = re.compile(r"(?:\s+[A-Z][a-z]+)?\s+([A-Z][a-z]+)\b")
_MONTH = rf"(?:{'|'.join(sorted(MONTHS))})"
_AND = r"(?:,|\s+(?:and|or|to|until|through)|\s*-)\s*"
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}{_AND}$")
_MONTH_AFTER = re.compile(rf"{_AND}{_MONTH}\b")
_YEAR = re.compile(r"(?:,|\s+of)?[\s./-]{0,3}(?:(?:19|20)\d\d|\d\d)(?![\d:])")
_WEEKDAY = re.compile(
    r"\b(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+(?:the\s+)?$"
)
_LOOK = 24  # characters of context on either side: enough for one word


@dataclass(frozen=True)
class Place:
    """A span of a folded text. In a name-like part (link, file name) capitals say nothing."""

    folded: Folded
    start: int
    end: int
    is_name_like: bool = False

    @property
    def text(self) -> str:
        """The words as they stand, folded, with their capitals."""
        return self.folded.text[self.start : self.end]

    @property
    def is_possessive(self) -> bool:
        """Whether 's follows."""
        return re.match(r"'s(?![^\W\d_])", self.folded.lower[self.end : self.end + 3]) is not None

    @cached_property
    def next_word(self) -> str:
        """The word after a plain space, with its capitals; empty when anything else follows."""
        found = _NEXT.match(self.folded.text, self.end)
        return found[1] if found else ""

    @property
    def is_same_line(self) -> bool:
        """Whether the next word stands on the same line."""
        return self.folded.text[self.end : self.end + 1] in (" ", "\t")

    @property
    def second_word(self) -> str:
        """The word after the next."""
        found = _SECOND.match(self.folded.lower, self.end)
        return found[1] if found else ""

    @cached_property
    def word_before(self) -> str:
        """The word before a plain space, with its capitals; a paragraph's number is none."""
        ahead = self.folded.text[max(0, self.start - _LOOK) : self.start]
        found = None if _PARAGRAPH.search(ahead) else _BEFORE.search(ahead)
        return found[1] if found else ""

    @property
    def title(self) -> str:
        """The title in front, in lower case, also with a collar number between; empty when there is none."""
        found = _TITLE.search(self.folded.lower[max(0, self.start - _LOOK) : self.start])
        return found[1] if found and found[1] in TITLES - {"the"} else ""

    @cached_property
    def starts_sentence(self) -> bool:
        """Whether a capital is owed to the sentence, not to the word."""
        return _SENTENCE_START.search(self.folded.text[max(0, self.start - _LOOK) : self.start]) is not None

    @property
    def is_cited(self) -> bool:
        """An author of research, by the form of the citation: "Holloway et al., 2019", "Holloway (2019)"."""
        return _CITED.match(self.folded.text, self.end) is not None

    @property
    def with_honours(self) -> tuple[int, int]:
        """Start and end with the words of respect that stand before and behind a first name: "Sunny bhai"."""
        start, end = self.start, self.end
        if self.word_before in HONOUR_BEFORE and self.folded.text[start - 1 : start] == " ":
            start -= len(self.word_before) + 1
        if self.next_word.lower() in HONOUR_AFTER and self.folded.text[end : end + 1] == " ":
            end += len(self.next_word) + 1
        return start, end

    @property
    def is_half_of_another(self) -> bool:
        """Whether a hyphen and a capital follow: the Sharp of "Sharp-Jeffs"."""
        after = self.folded.text[self.end : self.end + 2]
        return after[:1] == "-" and after[1:].isupper()

    @property
    def goes_on_as_name(self) -> bool:
        """Whether an apostrophe and a capital follow: the O of "O'Brien"."""
        after = self.folded.text[self.end : self.end + 2]
        return after[:1] == "'" and after[1:].isupper()

    @property
    def is_before_year(self) -> bool:
        """Whether a year follows, or two digits that may be one."""
        return _YEAR.match(self.folded.lower, self.end) is not None

    @property
    def start_with_weekday(self) -> int:
        """Where it starts with the day of the week in front, if there is one."""
        first = max(0, self.start - _LOOK)
        found = _WEEKDAY.search(self.folded.lower[first : self.start])
        return first + found.start() if found else self.start

    @property
    def touches(self) -> bool:
        """Whether a letter, a digit or a hyphen stands right beside it."""
        around = self.folded.text[self.start - 1 : self.start] if self.start else ""
        return any(
            char.isalnum() or char in "-/&" for char in around + self.folded.text[self.end : self.end + 1]
        )

    @property
    def is_between_months(self) -> bool:
        """Whether another month stands beside it: "between May and July", "March to May"."""
        before, after = self.folded.lower[max(0, self.start - _LOOK) : self.start], self.folded.lower
        return _MONTH_BEFORE.search(before) is not None or _MONTH_AFTER.match(after, self.end) is not None

    @property
    def place_words(self) -> tuple[str, ...]:
        """The capitalised words that follow, one or two, in lower case: "Holloway Road"."""
        found = _STREET.match(self.folded.text, self.end)
        return tuple(found[0].lower().split()) if found else ()

    @property
    def is_shouted(self) -> bool:
        """Whether it stands among capitals: a heading, in which capitals say nothing."""
        near = [word for word in (self.next_word, self.word_before) if len(word) > 1]
        return self.text.isupper() and bool(near) and all(word.isupper() for word in near)

    @property
    def is_raised(self) -> bool:
        """Whether it alone is in capitals, as records write the names of people: "MARSH at the gate"."""
        near = (self.next_word, self.word_before)
        return (
            len(self.text) > 2
            and self.text.isupper()
            and self.next_word.islower()
            and not any(len(word) > 1 and word.isupper() for word in near)
        )
