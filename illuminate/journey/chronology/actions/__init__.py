"""The only writers of agencies' chronologies, of what comparing them raises, and of what is marked in them."""

from illuminate.journey.chronology.actions.arriving import read_again_later, read_once_more, store
from illuminate.journey.chronology.actions.comparing import compare_again
from illuminate.journey.chronology.actions.exporting import note_export
from illuminate.journey.chronology.actions.marking import change_mark, end_mark, mark
from illuminate.journey.chronology.actions.receiving import begin_analysis, read_again, receive, release
from illuminate.journey.chronology.actions.settling import ask_agency, reopen, settle

__all__ = [
    "ask_agency",
    "begin_analysis",
    "change_mark",
    "compare_again",
    "end_mark",
    "mark",
    "note_export",
    "read_again",
    "read_again_later",
    "read_once_more",
    "receive",
    "release",
    "reopen",
    "settle",
    "store",
]
