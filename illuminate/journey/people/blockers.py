"""Why a name can't be added or a pseudonym agreed yet."""

from collections.abc import Sequence
from datetime import date

from django.utils.timezone import localdate

from illuminate.engines.anonymise.variants import parse_date, tokens_of
from illuminate.journey.people import names
from illuminate.journey.people.choices import ChosenBy, EntryKind, SubjectKind
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.people.queries import known
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import Stage

FIXED = (Stage.PUBLISHED, Stage.CLOSED)


def to_be_looked_for(kind: str, real: str) -> list[Blocker]:
    """What has no letter or number in it can't be looked for in a file."""
    if not tokens_of(real):
        return [Blocker("Enter the real name, place, date or number.")]
    if kind == EntryKind.DATE and parse_date(real) is None:
        return [Blocker("Write the date as 03/11/2019, so that every form of it can be found.")]
    return []


def to_correct_entry(register: Sequence[RegisterEntry], entry: RegisterEntry, real: str) -> list[Blocker]:
    """A corrected name is not one that another entry has. What was so before may stay: two children of one name."""
    if wrong := to_be_looked_for(entry.kind, real):
        return wrong
    if tokens_of(real) == tokens_of(entry.real):
        return []
    return _on_register(register, entry.kind, real, besides=entry)


def to_add_entry(register: Sequence[RegisterEntry], kind: str, real: str) -> list[Blocker]:
    """One real person, one entry: a second would give them a second pseudonym."""
    return to_be_looked_for(kind, real) or _on_register(register, kind, real)


def _on_register(
    register: Sequence[RegisterEntry], kind: str, real: str, *, besides: RegisterEntry | None = None
) -> list[Blocker]:
    if any(
        one.kind == kind and one != besides and tokens_of(one.real) == tokens_of(real) for one in register
    ):
        return [
            Blocker(
                "This is on the register already. Open its entry to change the pseudonym or its other forms."
            )
        ]
    return []


def to_agree_pseudonym(
    register: Sequence[RegisterEntry], entry: RegisterEntry | None, pseudonym: str, stage: str
) -> list[Blocker]:
    """A pseudonym is nobody's real name and nobody else's pseudonym (anonymisation.md, "One register a review")."""
    if stage in FIXED:
        return [
            Blocker("The report is published under the pseudonyms it has, so they can't change any more.")
        ]
    if not pseudonym:
        return []
    found = [
        Blocker(f"“{word}” is the real name of somebody in this case. Choose another pseudonym.")
        for word in names.clashes_with(pseudonym, known(list(register)))
    ]
    taken = any(
        other.pseudonym.casefold() == pseudonym.casefold()
        and other.kind == EntryKind.PERSON
        and other != entry
        for other in register
    )
    if taken and names.is_name(pseudonym) and (entry is None or entry.kind == "person"):
        found.append(
            Blocker(f"“{pseudonym}” already stands for somebody else in this review. Choose another.")
        )
    return found


def to_say_who_chose(chosen_by: str, chosen_on: date | None) -> list[Blocker]:
    """A choice has its day; what nobody has chosen yet has none (architecture.md, rule 9)."""
    if chosen_by in (ChosenBy.FAMILY, ChosenBy.CHAIR):
        return _to_have_a_day(chosen_on)
    return [Blocker("Say who chose the name, or take the day out.")] if chosen_on else []


def to_use_real_name(entry: RegisterEntry, name: str, chosen_on: date | None, stage: str) -> list[Blocker]:
    """A family may choose a real name for the person who died, on record (journey.md). Nobody else is named."""
    if stage in FIXED:
        return [Blocker("The report is published under the names it has, so they can’t change any more.")]
    subject = getattr(entry, "subject", None)
    if subject is None or subject.kind != SubjectKind.VICTIM:
        return [
            Blocker("Only the person who died can be called by their real name, if their family chose it.")
        ]
    own = names.names_of_people(known([entry]))
    if not names.name_words(name) or not names.name_words(name) <= own:
        return [Blocker("Write the name as it stands on the register: their first name, or their full name.")]
    return _to_have_a_day(chosen_on)


def _to_have_a_day(chosen_on: date | None) -> list[Blocker]:
    if chosen_on is None:
        return [Blocker("Enter the day on which it was chosen.")]
    return (
        [Blocker("The day on which it was chosen can’t be in the future.")] if chosen_on > localdate() else []
    )
