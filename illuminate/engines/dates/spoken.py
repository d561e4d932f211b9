"""Times of day as people say them: "ten past nine at night", "twenty to midnight", "half seven in the evening".

They are put into figures only where the words settle the half of the day; "half past ten" alone stays in words, for
nobody can say which of the two it was. Twelve past "in the evening" and the like contradict themselves and stay too.
"""

from __future__ import annotations

import re

from illuminate.engines.dates.words import any_of

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty")
NUMBERS = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)},
    **{word: number * 10 for number, word in enumerate(_TENS, start=2)},
    **{
        f"{ten} {one}": tens * 10 + ones
        for tens, ten in enumerate(_TENS, start=2)
        for ones, one in enumerate(_ONES, start=1)
    },
}
_NOON, _DAY = 12 * 60, 24 * 60
_NAMED = {"noon": _NOON, "midday": _NOON, "mid-day": _NOON, "midnight": 0}

_NUMBER = any_of(NUMBERS).replace(r"\s+", r"[\s-]+")
_HOUR_WORD = any_of(word for word, number in NUMBERS.items() if number <= 12)
_HOUR = rf"(?:{_HOUR_WORD}|\d{{1,2}}(?![\d:.]))"
_CLOCK = r"o'?\s?clock"
# Two numbers with "to" between are as often a span, "three to four"; these are said for minutes.
_MINUTES = rf"(?:a\s+)?quarter|(?:{_NUMBER}|\d{{1,2}})\s+min(?:ute)?s?"
_TO = rf"{_MINUTES}|twenty[\s-]+five|five|ten|twenty"
_PAST = rf"{_MINUTES}|half|{_NUMBER}|\d{{1,2}}"
_OF_DAY = r"(?:(?:in|of|on|during)\s+)?(?:the|that|this)\s+(?:same\s+)?(?:early\s+|late\s+)?"
_MARKS = {
    "hours": r"(?:in\s+)?the\s+(?:early|small)\s+hours(?:\s+of\s+the\s+morning)?",
    "morning": rf"a\.?\s?m\b\.?|{_OF_DAY}morning",
    "pm": r"p\.?\s?m\b\.?",
    "afternoon": rf"{_OF_DAY}afternoon",
    "evening": rf"{_OF_DAY}evening|this\s+evening",
    "night": rf"(?:late\s+)?at\s+night|{_OF_DAY}night|tonight",
}
# The minutes from twelve, 0 to 719, that each of them may follow, and what is added for the second half of the day.
_FITS = {
    "hours": (0, 7 * 60, 0),
    "morning": (0, _NOON, 0),
    "pm": (0, _NOON, _NOON),
    "afternoon": (0, 7 * 60, _NOON),
    "evening": (4 * 60, _NOON, _NOON),
}
_NIGHT_BEGINS, _NIGHT_ENDS = 6 * 60, 5 * 60

_KINDS = {kind: re.compile(words) for kind, words in _MARKS.items()}
_MARK = rf"(?:{'|'.join(_MARKS.values())})(?![a-z])"
_SINGLE = (
    rf"(?:(?:{_TO})\s+to|(?:{_PAST})\s+past)\s+(?:{_HOUR}|{any_of(_NAMED)})(?:\s+{_CLOCK})?"
    rf"|half[\s-]+{_HOUR}(?:\s+{_CLOCK})?(?![a-z])"
)
_NEARLY = r"(?:just|shortly|soon|a\s+little)\s+(?:after|before|past)|(?:just\s+|well\s+)?gone|nearly|almost"
_LEAD = rf"(?:{_NEARLY}|at|about|around|roughly)\s+"
SPOKEN = (
    rf"(?:(?:{_LEAD})*(?:(?:{_SINGLE})(?:[\s,]+{_MARK})?|{_HOUR_WORD}(?:\s+{_CLOCK}|[\s-]+{_NUMBER})?[\s,]+{_MARK})"
    rf"|(?:{_LEAD})+{_HOUR_WORD}(?![a-z-]))"
)
_WHOLE = re.compile(SPOKEN)
_START, _STOP = r"(?<![a-z\d.:'/-])", r"(?![a-z\d])"
_TIME = re.compile(
    rf"{_START}(?:(?:(?:(?P<to>{_TO})\s+to|(?P<past>{_PAST})\s+past)\s+(?:(?P<hour>{_HOUR})|(?P<name>{any_of(_NAMED)}))"
    rf"|half[\s-]+(?P<half>{_HOUR})|(?P<word>{_HOUR_WORD})(?:[\s-]+(?:oh[\s-]+)?(?P<after>{_NUMBER}))?)"
    rf"(?:\s*(?P<clock>{_CLOCK}))?(?:[\s,]*(?:(?P<mark>{_MARK})|(?P<twelve>{any_of(_NAMED)})))?){_STOP}",
    re.ASCII,
)
_TWO = re.compile(
    rf"{_START}(?:(?:between|from)\s+(?P<one>{_HOUR_WORD})\s+(?:and|to|till|until)"
    rf"|(?P<first>{_HOUR_WORD})\s+(?:and|or|till|until|-)|(?P<odd>one|two|three|four|six|seven|eight|nine|eleven)\s+to)"
    rf"\s+(?P<two>{_HOUR_WORD})(?:\s+{_CLOCK})?[\s,]*(?P<mark>{_MARK})",
    re.ASCII,
)
_HOURS = re.compile(
    rf"{_START}(?:(?:oh|zero|nought)[\s-]+)?(?P<hour>{_NUMBER})[\s-]+(?P<minute>hundred|{_NUMBER})\s+h(?:ou)?rs?{_STOP}",
    re.ASCII,
)
# Letters of which every such time has some: far quicker to look for than the whole.
_HINTS = (
    "past",
    "quarter",
    "half",
    "teen",
    "one",
    "two",
    "three",
    "four",
    "five",
    "fif",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twe",
    "thirt",
    "fort",
)
_AFTER_TENS = re.compile(rf"(?:{'|'.join(_TENS)})[\s-]+$")
_FIRST = re.compile(
    rf"^\(?(?P<time>(?:(?:at|about|around|just\s+after|just\s+before)\s+)?(?:{_SINGLE}|{_HOUR_WORD}(?:\s+{_CLOCK})?)"
    rf"[\s,]+{_MARK})\)?\s*[–—:,\-]\s*(?=\S)",
    re.I,
)
VOCABULARY = frozenset(
    word for words in (*NUMBERS, *_NAMED) for word in (*words.split(), words.replace(" ", "-"))
) | {"past", "half", "quarter", "minute", "minutes", "mins", "o'clock", "small", "oh", "hundred"}


def in_figures(text: str) -> str:
    """Put "21:10" for "ten past nine at night" in tidy words; what doesn't settle the half of the day stays."""
    if not _could_be(text):
        return text
    text = _HOURS.sub(_of_hours, text)
    return _TIME.sub(_of_time, _TWO.sub(_of_two, text))


def is_spoken_hour(text: str) -> bool:
    """Whether words are an hour and no more: "eleven", of the morning or the night."""
    return text in NUMBERS and NUMBERS[text] <= 12


def is_spoken(text: str) -> bool:
    """Whether words are a time of day as it is said, with its half of the day or without."""
    words = text.casefold().strip()
    return _could_be(words) and bool(_WHOLE.fullmatch(words))


def _could_be(text: str) -> bool:
    return any(hint in text for hint in _HINTS)


def spoken_first(text: str) -> tuple[str, str] | None:
    """The time said at the start of a text, set apart by a mark, and the rest: "Ten past nine at night: ..."."""
    match = _FIRST.match(text)
    return (match["time"], text[match.end() :]) if match else None


def _of_hours(match: re.Match[str]) -> str:
    """ "Nineteen thirty hours" is on the clock of twenty-four."""
    hour = _number(match["hour"])
    minute = 0 if match["minute"] == "hundred" else _number(match["minute"])
    return f"{hour:02d}:{minute:02d}hrs" if hour < 24 and minute < 60 else match[0]


def _of_two(match: re.Match[str]) -> str:
    """ "Between ten and eleven at night": the half of the day is said once."""
    one = match["one"] or match["first"] or match["odd"]
    times = [_settled(_number(word) % 12 * 60, match["mark"]) for word in (one, match["two"])]
    start, end = times
    return match[0] if start is None or end is None else f"{_clock(start)} to {_clock(end)}"


def _of_time(match: re.Match[str]) -> str:
    if match["word"] and _AFTER_TENS.search(match.string, 0, match.start()):
        return match[0]
    settled = _minutes(match)
    if settled is not None:
        return _clock(settled)
    if match["word"] and match["clock"] and not (match["after"] or match["mark"] or match["twelve"]):
        return f"{_number(match['word'])} o'clock"
    return match[0]


def _minutes(match: re.Match[str]) -> int | None:
    """The minutes from midnight, where the words settle them."""
    change = _number(match["past"]) if match["past"] else -_number(match["to"]) if match["to"] else 0
    change += 30 if match["half"] else _number(match["after"]) if match["after"] else 0
    if match["name"]:
        return None if match["mark"] or match["twelve"] else (_NAMED[match["name"]] + change) % _DAY
    hour = _number(match["hour"] or match["half"] or match["word"])
    if hour > 23 or abs(change) > 59:
        return None
    if match["twelve"]:
        return _NAMED[match["twelve"]] if hour == 12 and not change else None
    if hour > 12:
        return None if match["mark"] else hour * 60 + change
    return _settled((hour * 60 + change) % _NOON, match["mark"])


def _settled(minutes: int, mark: str | None) -> int | None:
    """Minutes from twelve, in the half of the day that the words name; None where they name none, or fit it ill."""
    kind = next((kind for kind, words in _KINDS.items() if mark and words.fullmatch(mark)), None)
    if kind == "night":
        return minutes + _NOON if minutes >= _NIGHT_BEGINS else minutes if minutes < _NIGHT_ENDS else None
    if kind is None:
        return None
    first, last, more = _FITS[kind]
    return minutes + more if first <= minutes < last else None


def _number(words: str) -> int:
    """The number that words or figures say: "a quarter" is fifteen, "half" thirty, "ten minutes" ten."""
    plain = re.sub(r"\s+min(?:ute)?s?$", "", " ".join(words.replace("-", " ").split()))
    if plain.endswith(("quarter", "half")):
        return 15 if plain.endswith("quarter") else 30
    return int(plain) if plain.isdigit() else NUMBERS[plain]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
