"""The only writers of the people of a review and its register."""

from illuminate.journey.people.actions.entries import (
    add_entries,
    add_entry,
    correct_entry,
    record_subject,
    strike_forms,
)
from illuminate.journey.people.actions.files import export_register, import_register
from illuminate.journey.people.actions.naming import agree_pseudonym, show_names, use_real_name

__all__ = [
    "add_entries", "add_entry", "agree_pseudonym", "correct_entry", "export_register", "import_register",
    "record_subject", "show_names", "strike_forms", "use_real_name",
]  # fmt: skip
