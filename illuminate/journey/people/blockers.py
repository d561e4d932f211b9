"""Why a name can't be added or a pseudonym agreed yet."""

from collections.abc import Sequence

from illuminate.engines.anonymise.variants import parse_date, tokens_of
from illuminate.journey.people import names
from illuminate.journey.people.choices import EntryKind
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.people.queries import known
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import Stage

FIXED = (Stage.PUBLISHED, Stage.CLOSED)


def to_correct_entry(kind: str, real: str) -> list[Blocker]:
    """What has no letter or number in it can't be looked for in a file."""
    if not tokens_of(real):
        return [Blocker("Enter the real name, place, date or number.")]
    if kind == EntryKind.DATE and parse_date(real) is None:
        return [Blocker("Write the date as 03/11/2019, so that every form of it can be found.")]
    return []


def to_add_entry(register: Sequence[RegisterEntry], kind: str, real: str) -> list[Blocker]:
    """One real person, one entry: a second would give them a second pseudonym."""
    if wrong := to_correct_entry(kind, real):
        return wrong
    if any(entry.kind == kind and tokens_of(entry.real) == tokens_of(real) for entry in register):
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
        other.pseudonym.casefold() == pseudonym.casefold() and other.kind == "person" and other != entry
        for other in register
    )
    if taken and names.is_name(pseudonym) and (entry is None or entry.kind == "person"):
        found.append(
            Blocker(f"“{pseudonym}” already stands for somebody else in this review. Choose another.")
        )
    return found
