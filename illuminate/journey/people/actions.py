"""The only writers of the people of a review and its register."""

from datetime import date
from typing import TypedDict, Unpack, cast

from django.db import transaction

from illuminate.engines.anonymise import Entry, RegisterError, read_register
from illuminate.engines.anonymise.register import Kind as RegisterKind
from illuminate.engines.anonymise.variants import tokens_of
from illuminate.foundation.access import keys
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.journey.people import blockers, permissions, queries
from illuminate.journey.people.choices import ROLES, EntryKind, SubjectKind
from illuminate.journey.people.events import Event
from illuminate.journey.people.models import RegisterEntry, Subject
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import Blocker, Refused, refuse_if
from illuminate.journey.reviews.models import Review

TITLE_LENGTH = 80


class Particulars(TypedDict, total=False):
    """What may be known of a subject beside kind and name."""

    other_names: str
    born: date | None
    died: date | None
    address: str
    nhs_number: str
    gp: str
    sex: str
    gender_as_at_birth: str
    ethnicity: str
    religion: str
    disability: str
    disability_details: str
    sexual_orientation: str
    nationality: str
    immigration_status: str
    relationship: str


@transaction.atomic
def record_subject(
    *, review: Review, kind: str, name: str, role: str = "", pseudonym: str = "", by: User,
    **particulars: Unpack[Particulars],
) -> Subject:  # fmt: skip
    """Record somebody the review is about, with their entry on the register.

    The name may be blank until it is known. Two people of one name are two entries.
    """
    permissions.require_can_keep(review.pk, by=by)
    _lock(review)
    entry = _make_entry(
        review, Entry("person", name.strip(), "", role or ROLES[kind] or particulars.get("relationship", "")[:120],
                      _other_forms(particulars.get("other_names", ""))),
    )  # fmt: skip
    subject = Subject.objects.create(
        review=review, compartment=_core(review), kind=kind, entry=entry, name=name.strip(), **particulars
    )
    record(Event.SUBJECT_RECORDED, subject, by=by, detail={"kind": str(kind)})
    if pseudonym:
        agree_pseudonym(entry=entry, pseudonym=pseudonym, by=by)
    return subject


@transaction.atomic
def add_entry(
    *, review: Review, kind: str, real: str, pseudonym: str = "", role: str = "", aliases: str = "", by: User
) -> RegisterEntry:
    """Put a name, place, organisation, date or number on the register. `aliases` are separated by |."""
    permissions.require_can_keep(review.pk, by=by)
    if pseudonym.strip():
        permissions.require_can_agree_pseudonym(review.pk, by=by)
    _lock(review)
    register = queries.register(review)
    refuse_if(
        [*blockers.to_add_entry(register, kind, real),
         *blockers.to_agree_pseudonym(register, None, pseudonym.strip(), review.stage)]
    )  # fmt: skip
    forms = tuple(alias.strip() for alias in aliases.split("|") if alias.strip())
    entry = _make_entry(
        review, Entry(_register_kind(kind), real.strip(), pseudonym.strip(), role.strip(), forms)
    )
    record(Event.ENTRY_ADDED, entry, by=by, detail={"kind": str(kind)})
    return entry


@transaction.atomic
def agree_pseudonym(*, entry: RegisterEntry, pseudonym: str, by: User) -> RegisterEntry:
    """Record what somebody or something is called in every document of the review.

    The name of who died also becomes the review's title, in place of its code word.
    """
    review = Review.objects.get(pk=entry.review_id)
    permissions.require_can_agree_pseudonym(review.pk, by=by)
    _lock(review)
    word = " ".join(pseudonym.split())
    refuse_if(
        [*([] if word else [Blocker("Enter the pseudonym.")]),
         *blockers.to_agree_pseudonym(queries.register(review), entry, word, review.stage)]
    )  # fmt: skip
    entry.pseudonym = word
    entry.save(update_fields=["pseudonym"])
    record(Event.PSEUDONYM_AGREED, entry, by=by)
    _title(review, by)
    return entry


@transaction.atomic
def correct_entry(*, entry: RegisterEntry, real: str, role: str, aliases: str, by: User) -> RegisterEntry:
    """Correct a real name, or give one that was not known; its other forms, and the role beside it."""
    permissions.require_can_keep(entry.review_id, by=by)
    refuse_if(blockers.to_correct_entry(entry.kind, real))
    entry.real, entry.role = real.strip(), role.strip()
    entry.aliases = "|".join(alias.strip() for alias in aliases.split("|") if alias.strip())
    entry.save(update_fields=["real", "role", "aliases"])
    subject = Subject.objects.filter(entry=entry).first()
    if subject:
        subject.name = entry.real
        subject.save(update_fields=["name"])
    record(Event.ENTRY_CHANGED, entry, by=by)
    return entry


@transaction.atomic
def import_register(*, review: Review, csv_text: str, by: User) -> int:
    """Bring in a register file (commands.md, "Anonymise"): all of it, or none. Returns how many entries it held.

    An entry that the review has already, under this name or a form that the file lists, is completed, not doubled.
    """
    permissions.require_can_agree_pseudonym(review.pk, by=by)
    _lock(review)
    try:
        rows = read_register(csv_text).entries
    except RegisterError as error:
        raise Refused([Blocker(problem) for problem in error.problems]) from error
    existing = queries.register(review)
    with keys.holding(review.pk):
        for row in rows:
            _merge(review, existing, row)
    _refuse_clashes(review)
    record(
        Event.REGISTER_IMPORTED, review, by=by, compartment_id=_core(review).pk, detail={"entries": len(rows)}
    )
    _title(review, by)
    return len(rows)


@transaction.atomic
def show_names(*, review: Review, by: User) -> list[RegisterEntry]:
    """Hand out the real names to somebody who asks; the asking is recorded (look.md, "Review")."""
    permissions.require_can_read(review.pk, by=by)
    record(Event.NAMES_SHOWN, review, by=by, compartment_id=_core(review).pk)
    return queries.register(review)


def _merge(review: Review, existing: list[RegisterEntry], row: Entry) -> None:
    same = _same(existing, row)
    if same is None:
        existing.append(_make_entry(review, row))
        return
    forms = dict.fromkeys([*row.aliases, same.real, *same.forms[1:]])
    same.real = row.real
    same.aliases = "|".join(form for form in forms if tokens_of(form) != tokens_of(row.real))
    same.pseudonym = row.pseudonym or same.pseudonym
    same.role = row.role or same.role
    same.save(update_fields=["real", "aliases", "pseudonym", "role"])


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


def _title(review: Review, by: User) -> None:
    """Call the review by the pseudonym of who died, or of all who died."""
    victims = RegisterEntry.objects.filter(review=review, subject__kind=SubjectKind.VICTIM).exclude(
        pseudonym=""
    )
    title = " and ".join(victims.values_list("pseudonym", flat=True))[:TITLE_LENGTH]
    if title and title != review.pseudonym:
        reviews.agree_title(review=review, pseudonym=title, by=by)


def _make_entry(review: Review, row: Entry) -> RegisterEntry:
    return RegisterEntry.objects.create(
        review=review, compartment=_core(review), kind=row.kind, real=row.real, aliases="|".join(row.aliases),
        pseudonym=row.pseudonym, role=row.role,
    )  # fmt: skip


def _register_kind(kind: str) -> RegisterKind:
    return cast(RegisterKind, EntryKind(kind).value)


def _other_forms(other_names: str) -> tuple[str, ...]:
    separated = other_names.replace(";", ",").replace("\n", ",").replace("|", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in separated if part.strip()))


def _core(review: Review) -> Compartment:
    return reviews.compartment_of(review, Kind.CORE)


def _lock(review: Review) -> None:
    """Let one person at a time change a review's register."""
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db(fields=["stage", "pseudonym"])
