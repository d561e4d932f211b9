"""Is somebody the person responsible for the death, or do they live where that person lives?

Whoever is responsible, and their household, is never a contact (journey.md, "Families"). When the victim lived at
the same address, the address says nothing: those who lived with both are bereaved too.
"""

from illuminate.engines.anonymise.variants import tokens_of
from illuminate.journey.people import queries as people
from illuminate.journey.people.choices import SubjectKind
from illuminate.journey.people.models import Subject
from illuminate.journey.reviews.models import Review


def matches(review: Review, *, name: str, address: str = "", responsible_adult: str = "") -> bool:
    """Whether a name, an address or whoever would consent for a child is theirs."""
    subjects = people.subjects(review)
    homes = {tokens_of(one.address) for one in subjects if one.kind == SubjectKind.VICTIM}
    for one in subjects:
        if one.kind == SubjectKind.ALLEGED_PERPETRATOR:
            if {tokens_of(name), tokens_of(responsible_adult)} & _names(one):
                return True
            home = tokens_of(one.address)
            if home and home == tokens_of(address) and home not in homes:
                return True
    return False


def _names(subject: Subject) -> set[tuple[str, ...]]:
    others = subject.other_names.replace(";", "|").replace(",", "|").split("|")
    forms = [subject.name, *others, *subject.entry.forms]
    first, last = tokens_of(subject.name)[:1], tokens_of(subject.name)[-1:]
    return {found for form in forms if len(found := tokens_of(form)) > 1} | (
        {first + last} if first != last else set()
    )
