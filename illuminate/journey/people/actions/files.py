"""The register as a file: brought in, and taken out."""

from django.db import transaction

from illuminate.engines.anonymise import Entry, RegisterError
from illuminate.engines.anonymise.variants import tokens_of
from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.people import permissions, queries, queue, separated
from illuminate.journey.people.actions.common import core, give_title, lock, make_entry
from illuminate.journey.people.events import Event
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.blockers import Blocker, Refused, refuse_if
from illuminate.journey.reviews.models import Review


@transaction.atomic
def import_register(*, review: Review, csv_text: str, by: User) -> int:
    """Bring in a register file (commands.md, "Anonymise"): all of it, or none. Returns how many entries it held.

    An entry that the review has already, under this name or a form that the file lists, is completed, not doubled.
    """
    permissions.require_can_agree_pseudonym(review.pk, by=by)
    lock(review)
    try:
        rows = separated.rows(csv_text)
    except RegisterError as error:
        raise Refused([Blocker(problem) for problem in error.problems]) from error
    existing = queries.register(review)
    with keys.holding(review.pk):
        for row in rows:
            _merge(review, existing, row)
    _refuse_clashes(review)
    record(
        Event.REGISTER_IMPORTED, review, by=by, compartment_id=core(review).pk, detail={"entries": len(rows)}
    )
    queue.register_changed(review, by)
    give_title(review, by)
    return len(rows)


@transaction.atomic
def export_register(*, review: Review, by: User) -> str:
    """The register as a file that the command and another import can read. It carries every real name: recorded."""
    permissions.require_can_agree_pseudonym(review.pk, by=by)
    entries = queries.register(review)
    with keys.holding(review.pk):
        text = separated.text(entries)
    record(
        Event.REGISTER_EXPORTED,
        review,
        by=by,
        compartment_id=core(review).pk,
        detail={"entries": len(entries)},
    )
    return text


def _merge(review: Review, existing: list[RegisterEntry], row: Entry) -> None:
    same = _same(existing, row)
    if same is None:
        existing.append(make_entry(review, row))
        return
    forms = dict.fromkeys([*row.aliases, same.real, *same.forms[1:]])
    same.real = row.real
    same.aliases = "|".join(form for form in forms if tokens_of(form) != tokens_of(row.real))
    same.role = row.role or same.role
    if row.pseudonym not in ("", same.pseudonym) and not same.is_openly_named:
        same.pseudonym, same.chosen_by, same.chosen_on = row.pseudonym, "", None
    same.save(update_fields=["real", "aliases", "role", "pseudonym", "chosen_by", "chosen_on"])


def _same(existing: list[RegisterEntry], row: Entry) -> RegisterEntry | None:
    """The entry that this row is about: by its name, else by the one entry that the row lists as a form."""
    of_kind = [entry for entry in existing if entry.kind == row.kind]
    by_name = [entry for entry in of_kind if tokens_of(entry.real) == tokens_of(row.real)]
    listed = {tokens_of(alias) for alias in row.aliases}
    by_form = [entry for entry in of_kind if tokens_of(entry.real) in listed]
    found = by_name or by_form
    return found[0] if len(found) == 1 else None


def _refuse_clashes(review: Review) -> None:
    register = queries.register(review)
    refuse_if(
        [Blocker(f"The pseudonym “{word}” is the real name of somebody in this case. Change it in the file.")
         for word in queries.unsafe_pseudonyms(register)]
    )  # fmt: skip
