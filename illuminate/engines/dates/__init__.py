"""Dates as people write them, read into honest intervals.

``read`` turns "?22.5.16 am", "early 2018" or an Excel day number into a ``When``, or into a ``Refusal``
that says in one sentence why it can't. Nothing is ever invented: "June 2019" is thirty days, not one.
"""

from illuminate.engines.dates.reader import at_time, read, year_of
from illuminate.engines.dates.times import ClockTime, read_time
from illuminate.engines.dates.when import Precision, Refusal, When, WhenJson
from illuminate.engines.dates.writing import in_words

__all__ = [
    "ClockTime",
    "Precision",
    "Refusal",
    "When",
    "WhenJson",
    "at_time",
    "in_words",
    "read",
    "read_time",
    "year_of",
]
