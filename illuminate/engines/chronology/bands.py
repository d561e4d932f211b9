"""Years and months that a heading, a sheet's name or a row across a table gives to what is below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from illuminate.engines.chronology.wordlists import languages_of
from illuminate.engines.dates import When, read

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s*(?:[-–—/]|to|until|till)\s*"
_PAIR = re.compile(rf"({_YEAR})(?:{_TO}((?:19|20)?\d\d))?")
_ONE_MONTH = re.compile(
    rf"(?P<month>{_MONTH})\.?,?\s*(?:'\s*|of\s+)?(?P<year>{_YEAR}|\d\d)?|(?P<last>{_YEAR})[\s,]+(?P<after>{_MONTH})",
    re.I,
)
_MONTHS = re.compile(rf"({_MONTH})\.?\s*({_YEAR}|'?\d\d)?{_TO}({_MONTH})\.?\s*({_YEAR}|'?\d\d)", re.I)
_TERM = re.compile(
    rf"(?P<term>autumn|spring|summer|michaelmas|lent)(?:\s+(?:half[ -])?term)?(?:\s*[12])?,?\s*"
    rf"(?P<first>{_YEAR})(?:\s*[-–/]\s*(?P<second>(?:19|20)?\d\d))?"
    rf"|(?P<first_too>{_YEAR})(?:\s*[-–/]\s*(?P<second_too>(?:19|20)?\d\d))?\s+"
    r"(?P<term_too>autumn|spring|summer)(?:\s+term)?",
    re.I,
)
_TITLED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-–—/]\s*((?:19|20)?\d\d))?(?!\d)")
_EDGES = " \t\n*-–—=_~#•·.:;,|<>\"“”'()[]"
_REMARK = re.compile(r"\s*[(\[][^\d()\[\]]{1,40}[)\]]\s*$")
_CLASS = re.compile(r"\b(?:year|yr|y)\s*\d{1,2}\b(?!\s*\d)", re.I)
_BIRTH = re.compile(r"\b(?:born|birth|birthday|d\.?o\.?b)\b|\bb\.?\s+(?:in\s+)?\d", re.I)
_PARTS_OF_NAME = re.compile(r"[_.]+")
_SENT = re.compile(
    rf"\d[-_. ](?:19|20)\d\d|(?:19|20)\d\d[-_. ]\d{{1,2}}(?!\d)|{_MONTH}[-_. ]*(?:19|20)\d\d", re.I
)
_MONTH_OF_YEAR = re.compile(rf"({_MONTH})[ ._'’-]*([012]\d)", re.I)
_LONGEST = 60


@dataclass(slots=True)
class Band:
    """The year or month that stands over some rows.

    A band of two years ("2015/16") gives the first until December has passed, then the second; where its first
    month is known ("Academic year 2015/16"), months before it are of the second. ``doubtful``: only the file's name
    says it, which may be the year in which the file was sent.
    """

    year: int | None = None
    month: int | None = None
    second: int | None = None
    passed: bool = False
    first_month: int | None = None
    doubtful: bool = False

    def year_for(self, month: int | None) -> int | None:
        """The year of a row in a month, and with two years the order of the rows is remembered."""
        if self.second is None or month is None:
            return self.year
        if self.first_month is not None:
            return self.year if month >= self.first_month else self.second
        if month >= 9 and not (self.passed and month < 9):
            self.passed = True
            return self.year
        if month <= 3 or self.passed:
            self.passed = True
            return self.second
        return self.year

    def within(self, outer: Band) -> Band:
        """A month under a year has that year."""
        if self.year is None and self.month is not None:
            return replace(self, year=outer.year_for(self.month))
        return self


@cache
def _around() -> re.Pattern[str]:
    words = [word for language in languages_of("lines") for word in language["band"]]
    ordered = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w/-])(?:{ordered})(?![\w/])[.:]?", re.I)


def band_of(text: str, years: Sequence[int] = ()) -> Band | None:
    """The band that a heading makes: "2016", "2015/16", "May 2016", "May", "2015 contacts", "Autumn term 2018"."""
    if len(text) > _LONGEST or not (found := _band_of(text, tuple(years))):
        return None
    return replace(found)


@lru_cache(maxsize=8192)
def _band_of(text: str, years: tuple[int, ...]) -> Band | None:
    whole = text.strip(_EDGES)
    words = _REMARK.sub("", text.strip()).strip(_EDGES)
    if found := _TERM.fullmatch(words) or _TERM.fullmatch(whole):
        return _of_term(found)
    bare = " ".join(_around().sub(" ", _CLASS.sub(" ", words)).split()).strip(_EDGES)
    if found := _PAIR.fullmatch(bare):
        return _of_years(found[1], found[2], words)
    if found := _MONTHS.fullmatch(bare):
        return _of_months(found, years)
    if found := _ONE_MONTH.fullmatch(bare):
        return _of_month(found, years)
    return None


def _of_month(found: re.Match[str], years: tuple[int, ...]) -> Band | None:
    month, year = found["month"] or found["after"], found["year"] or found["last"]
    when = read(f"{month} {year}" if year else f"{month} 2000", century_hint=years)
    if not isinstance(when, When) or when.precision != "month" or when.start is None:
        return None
    return Band(when.start.year if year else None, when.start.month)


def _of_months(found: re.Match[str], years: tuple[int, ...]) -> Band | None:
    """ "Sept 2015 - Aug 2016" is two years that part at September; "January to March 2016" is a year."""
    first, last = (
        read(f"{month} {year.strip(chr(39))}", century_hint=years)
        for month, year in ((found[1], found[2] or found[4]), (found[3], found[4]))
    )
    if not (isinstance(first, When) and isinstance(last, When) and first.start and last.start):
        return None
    one, two = first.start, last.start
    if not found[2] and one.month > two.month:
        one = one.replace(year=one.year - 1)
    if one.year == two.year:
        return Band(one.year)
    follows = two.year == one.year + 1 and two.month < one.month
    return Band(one.year, second=two.year, first_month=one.month) if follows else None


def _of_term(found: re.Match[str]) -> Band | None:
    """ "Spring term 2018/19" lies in 2019."""
    term = (found["term"] or found["term_too"]).casefold()
    first, second = found["first"] or found["first_too"], found["second"] or found["second_too"]
    if second and int(second) % 100 != (int(first) + 1) % 100:
        return None
    return Band(int(first) + bool(second and term not in ("autumn", "michaelmas")))


def band_in_title(text: str) -> Band | None:
    """The one year, or pair of years, in a sheet's name or a heading such as "Contacts in 2015"."""
    whole = band_of(text)
    if whole:
        return whole
    if tells_of_birth(text):
        return None
    found = set(_TITLED.findall(text))
    if len(found) != 1:
        return None
    first, second = found.pop()
    return _of_years(first, second, text)


def band_of_sheet(name: str) -> Band | None:
    """The band in a sheet's name. Of "Jan 18" the figures are a year: nobody names a sheet for such a day."""
    found = _MONTH_OF_YEAR.fullmatch(name.strip())
    return band_in_title(f"{found[1]} 20{found[2]}" if found else name)


def band_in_name(name: str) -> Band | None:
    """The one year in a file's name, in doubt; None where it is part of a whole date, of a month or of a number."""
    band = band_in_title(_PARTS_OF_NAME.sub(" ", name)) if not _SENT.search(name) else None
    return replace(band, doubtful=True) if band and band.year and not band.month else None


def tells_of_birth(text: str) -> bool:
    """Whether a line says when somebody was born: its year is none of the file's contacts."""
    return bool(_BIRTH.search(text))


def _of_years(first: str, second: str | None, words: str) -> Band | None:
    if not second:
        return Band(int(first))
    follows = int(second) % 100 == (int(first) + 1) % 100
    if not follows:
        return Band()
    begins = 9 if re.search(r"\b(?:academic|school)\b", words, re.I) else None
    begins = 4 if re.search(r"\b(?:financial|fiscal|tax)\b", words, re.I) else begins
    return Band(int(first), second=int(first) + 1, first_month=begins)
