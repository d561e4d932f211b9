"""Dates as people write them, read into honest intervals.

``read`` turns "?22.5.16 am", "early 2018" or an Excel day number into a ``When``, or into a ``Refusal``
that says in one sentence why it can't. Nothing is ever invented: "June 2019" is thirty days, not one.
``take_date`` takes a date off the head of a sentence, ``split_days`` parts a cell that lists several days,
``read_time`` reads a time of day, ``in_words`` writes a date back.

Where words have no exact bounds these are taken, wide rather than narrow; a choice is said in ``When.decided``:

- early, mid and late are thirds of a month, year, decade or season; "first week" is the 1st to the 7th;
- "before" and "after" a part ("before the end of 2018") reach over that part, for nobody can say where it begins;
- w/c is the seven days from a day, w/e the seven up to it, "week of" both the calendar week and the seven days;
- "2016/17" is both years, a financial year April to March, a school year September to August, a quarter one
  of the calendar year unless two years stand with it ("Q3 2018/19");
- Easter is Good Friday to Easter Monday, Christmas 24 to 26 December, New Year 31 December and 1 January;
- school terms and holidays are as wide as they fall anywhere in England and Wales; "half term" with no month, Whitsun
  and others that differ from place to place are refused;
- "winter 2019" may be either winter of that year; "March 18" is a day under a heading with the year, March 2018
  in a file of that time (in doubt), else refused; month before day in figures (05/22/2016) is refused, never turned;
- a time said in words is one where they settle the half of the day ("ten past nine at night"); "half past ten" is kept
  in words; "ten to eleven" is 10:50, "three to four in the afternoon" two hours of which the first counts;
- a slip is mended only where one reading is left ("22nd Febuary", "l2/O3/2Ol9", "12//03/2019").
"""

from illuminate.engines.dates.century import Context
from illuminate.engines.dates.hints import Hints
from illuminate.engines.dates.leading import take_date
from illuminate.engines.dates.listed import split_days
from illuminate.engines.dates.phrases import at_time
from illuminate.engines.dates.reader import context_of, read, read_in, year_of
from illuminate.engines.dates.spoken import is_spoken, spoken_first
from illuminate.engines.dates.times import ClockTime, could_be_clock, read_time
from illuminate.engines.dates.when import Precision, Refusal, When, WhenJson
from illuminate.engines.dates.writing import in_words

__all__ = [
    "ClockTime",
    "Context",
    "Hints",
    "Precision",
    "Refusal",
    "When",
    "WhenJson",
    "at_time",
    "context_of",
    "could_be_clock",
    "in_words",
    "is_spoken",
    "read",
    "read_in",
    "read_time",
    "split_days",
    "spoken_first",
    "take_date",
    "year_of",
]
