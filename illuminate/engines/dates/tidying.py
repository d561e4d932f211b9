"""Bringing text to one form, and mending what typing, scanning and exporting do to dates."""

from __future__ import annotations

import re
import unicodedata

from illuminate.engines.dates.spelling import with_right_names

_ONE_FORM = {
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-"),
    **dict.fromkeys(map(ord, "‘’‚‛ʼ`´′"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(
        map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e")
    ),
    **dict.fromkeys(map(ord, "→⇒➔►"), " to "),
    **dict.fromkeys(map(ord, "¹²³⁴⁵⁶⁷⁸⁹⁰†‡")),
    ord("≤"): "<=",
    ord("≥"): ">=",
    ord("·"): ".",
    ord("⁄"): "/",
    ord("∕"): "/",
}
# UTF-8 dashes, quotes and hard spaces that were opened as Windows-1252.
_WRONG_ENCODING = (
    ("â€“", "-"),
    ("â€”", "-"),
    ("â€‘", "-"),
    ("â€™", "'"),
    ("â€˜", "'"),
    ("Â\u00a0", " "),
    ("Â ", " "),
)
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ('"', '"'), ("'", "'"), ("<", ">"))
_OPENING = frozenset(left for left, _ in _PAIRS)
_EDGES = ' ,;:"*^!'
_APOSTROPHE_S = re.compile(r"(?<=[a-z\d])'(?=s\b)")
_TERM = re.compile(r"(autumn|spring|summer) (\d{4}(?:[/-]\d{2,4})?) term$")
_TEXT_MARK = re.compile(r"^'(?=\d{1,4}[./\- ]\w|\d{5}(?:\.\d+)?$)")  # a spreadsheet's sign for text
_WELSH_DAY = re.compile(r"\b([0-3]?\d)(?:af|ail|il|ydd|edd|fed|ed|eg|ain)(?= [a-z])", re.ASCII)
_ARROW = re.compile(r"\s*[-=]+>\s*")


def tidy(text: str) -> str:
    """Bring spaces, dashes, quotes and letter case to one form; nothing of the meaning is touched."""
    if not text.isascii():
        if "â" in text or "Â" in text:
            for wrong, right in _WRONG_ENCODING:
                text = text.replace(wrong, right)
        first = text.lstrip()[:1]
        text = unicodedata.normalize("NFKC", first + text.lstrip()[1:].translate(_ONE_FORM)).translate(
            _ONE_FORM
        )
    plain = " ".join(text.casefold().split()).strip(_EDGES)
    if ">" in plain:
        plain = _ARROW.sub(" to ", plain)
    if "'" in plain:
        plain = _APOSTROPHE_S.sub("", plain)
    if plain.startswith("'") and not plain.endswith("'"):
        plain = _TEXT_MARK.sub("", plain)
    if plain.endswith(" term"):
        plain = _TERM.sub(r"\1 term \2", plain)
    if plain.endswith(")") and "(" not in plain:
        plain = plain[:-1].strip(_EDGES)
    if plain.endswith(".") and plain[-2:-1].isdigit():
        plain = plain.rstrip(". ")
    for left, right in _PAIRS if plain[:1] in _OPENING else ():
        if plain.startswith(left) and plain.endswith(right) and plain.count(left) == 1 + (left == right):
            plain = plain[1:-1].strip(_EDGES)
    return plain


_FIGURES_FOR = str.maketrans("oil|!szb", "01111528")
_TOKEN = re.compile(r"(?<![\w'|!])[\doil|!szb]{1,4}(?![\w'|!])")
_ORDINAL = re.compile(
    r"(?<![\w|])((?=[oilszb|]*\d)[\doilszb|]{1,2}|[oli|]?[li|]|s|b|[zl]l)(st|nd|rd|th)(?!\w)"
)
_STUCK = re.compile(r"(?<![\w|])(?=[\doil|]*\d)[\doil|]{2}(?=[a-z]{3,9}['\d])")
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
_BETWEEN = re.compile(r"[./\\\-_]")
_RUN = re.compile(r"(?<=[\da-z?])\s*[./\-_\\,;:](?:\s*[./\-_\\,;:])+\s*(?=[\da-z])")
_COLONS = re.compile(r"(?<!\d)(\d{1,2})\s*[;:|]\s*(\d{1,2})\s*[;:|]\s*(\d{4})(?!\d)", re.ASCII)
_STROKES = re.compile(r"(?<!\d)(\d{1,2})[li!](\d{1,2})[li!](\d{4})(?!\d)", re.ASCII)
_SPLIT_YEAR = re.compile(r"(?<=[./\-\sa-z])(19|20) (\d\d)$", re.ASCII)
_DAMAGED_CLOCK = re.compile(r"(?<![\w.:])(?=\S*\d)[\doil]{1,2}[.:][\doil]{2}(?=\s?(?:[ap]\.?m\b|hrs?\b))")
_SPLIT_DAY = re.compile(r"^([0-3]) (\d)(?=[./\-]\d{1,2}[./\-](?:\d{4}|\d\d)(?!\d))", re.ASCII)
_SPLIT_PARTS = re.compile(
    r"(?P<day>\d(?: ?\d)?) ?(?P<one>[./\-]) ?(?P<month>\d(?: ?\d)?) ?(?P=one) ?(?P<year>(?:1 ?9|2 ?0) ?\d ?\d|\d ?\d)",
    re.ASCII,
)
_LOST_MARK = re.compile(
    r"(?P<day>[0-3]?\d)[./\-](?P<month>0[1-9]|1[0-2])(?P<year>\d\d)"
    r"|(?P<day4>[0-3]\d)(?P<month4>0[1-9]|1[0-2])[./\-](?P<year4>\d\d)",
    re.ASCII,
)
_NOUGHT_BEFORE = re.compile(r"^(\d{1,2})[./\-](\d{1,2})[./\-]0([0-3]\d)$", re.ASCII)  # "03/05/018"
# Of a year from 2010 on only its nought can be lost so that 2 and two figures are left: "03/05/218".
_NOUGHT_LOST = re.compile(r"^(\d{1,2}(?:[./\-]\d{1,2}[./\-]|[ -][a-z]{3,9}[ -]))2([1-3]\d)$", re.ASCII)
_RANGE_DASH = re.compile(r"\.\s*-\s*(?=\d)")


def mended(text: str) -> str:
    """Undo what a slip of the hand or a scanner did to a tidy date; the same text when nothing is to mend."""
    text = _WELSH_DAY.sub(r"\1", text)
    text = _DAMAGED_CLOCK.sub(lambda match: match[0].translate(_FIGURES_FOR), text)
    text = _STROKES.sub(r"\1/\2/\3", text)
    text = _COLONS.sub(r"\1/\2/\3", with_right_names(text).replace("\ufffd", "-"))
    text = _NOUGHT_BEFORE.sub(r"\1/\2/20\3", with_figures(text))
    text = _NOUGHT_LOST.sub(r"\g<1>20\2", text)
    text = _RUN.sub(lambda match: match[0] if _RANGE_DASH.fullmatch(match[0]) else _strongest(match[0]), text)
    return text.strip("./-_\\,;: ")


def _strongest(marks: str) -> str:
    """One mark for a run of them."""
    return "/" if "/" in marks or "\\" in marks else next(mark for mark in "-._:;," if mark in marks)


def with_figures(text: str) -> str:
    """Put figures for letters that scanners read in their place, in words that are otherwise figures."""
    text = _ORDINAL.sub(_ordinal, text)
    if "|" in text:
        text = _STUCK.sub(lambda match: match[0].translate(_FIGURES_FOR), text)
    return _TOKEN.sub(lambda match: _figure(text, match), text)


def _ordinal(match: re.Match[str]) -> str:
    """ "l2th" is 12th; what doesn't fit its ending ("1sst") stays as it was."""
    number = match[1].translate(_FIGURES_FOR)
    teen = len(number) == 2 and number[0] == "1"
    fits = match[2] == ("th" if teen else _ENDINGS.get(number[-1], "th"))
    return number + match[2] if fits else match[0]


def _figure(text: str, match: re.Match[str]) -> str:
    """The figures a token stands for. One of letters alone must stand between a date's own marks."""
    token = match[0]
    if token.isdigit():
        return token
    if not any(letter.isdigit() for letter in token):
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if len(token) > 2 or not _BETWEEN.search(beside) or not re.search(r"\d", text):
            return token
    return token.translate(_FIGURES_FOR)


def with_whole_numbers(text: str) -> str | None:
    """ "12/03/201 9" has a space in its year, "1 9/10/2021" in its day; None when there is no such space."""
    parts = _SPLIT_PARTS.fullmatch(text)
    if parts:
        whole = "/".join(parts[name].replace(" ", "") for name in ("day", "month", "year"))
    else:
        whole = _SPLIT_DAY.sub(r"\1\2", _SPLIT_YEAR.sub(r"\1\2", text))
    return whole if whole != text else None


def with_its_mark(text: str) -> str | None:
    """ "30.0919" and "3009.19" have lost one of their marks; None for anything else, and for a month with its year."""
    match = _LOST_MARK.fullmatch(text)
    if match is None:
        return None
    return "/".join(match[name] or match[f"{name}4"] for name in ("day", "month", "year"))
