"""The only writers of a family's part."""

from illuminate.journey.involvement.actions.letters import write_first
from illuminate.journey.involvement.actions.links import enter_code, give_link, send_code, withdraw_link
from illuminate.journey.involvement.actions.reading import (
    answer_comment,
    change_comment,
    comment,
    finish_reading,
    give_draft,
    lengthen_reading,
    open_chapter,
    withdraw_comment,
)
from illuminate.journey.involvement.actions.relatives import (
    add_advocate,
    change_contacts,
    read_contribution,
    read_relative,
    record_link_wish,
    record_relative,
    record_step,
    record_told_of_publication,
    show_contacts,
)
from illuminate.journey.involvement.actions.wishes import (
    add_quiet_day,
    answer_step,
    remove_quiet_day,
    say_contact_wishes,
    say_naming,
)
from illuminate.journey.involvement.actions.words import (
    change_contribution,
    contribute,
    withdraw_contribution,
)

__all__ = [
    "add_advocate", "add_quiet_day", "answer_comment", "answer_step", "change_comment", "change_contacts",
    "change_contribution", "comment", "contribute", "enter_code", "finish_reading", "give_draft", "give_link",
    "lengthen_reading", "open_chapter", "read_contribution", "read_relative", "record_link_wish",
    "record_relative", "record_step", "record_told_of_publication", "remove_quiet_day", "say_contact_wishes",
    "say_naming", "send_code", "show_contacts", "withdraw_comment", "withdraw_contribution", "withdraw_link",
    "write_first",
]  # fmt: skip
