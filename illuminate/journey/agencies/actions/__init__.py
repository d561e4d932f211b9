"""The only writers of what agencies are asked and what they answer."""

from illuminate.journey.agencies.actions.answering import (
    ImrDetails,
    answer_challenge,
    answer_nil,
    note_chronology,
    submit_imr,
)
from illuminate.journey.agencies.actions.asking import ask, change_author, chase
from illuminate.journey.agencies.actions.reading import (
    accept_answer,
    ask_about_row,
    challenge,
    read_page,
    release_imr,
)

__all__ = [
    "ImrDetails",
    "accept_answer",
    "answer_challenge",
    "answer_nil",
    "ask",
    "ask_about_row",
    "challenge",
    "change_author",
    "chase",
    "note_chronology",
    "read_page",
    "release_imr",
    "submit_imr",
]
