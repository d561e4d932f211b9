"""The suggestions on the page of a pseudonym: five at a time, others on request, from where a family asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from illuminate.engines.anonymise import Entry
from illuminate.engines.anonymise.pseudonyms import ROOTS, Fit, suggest
from illuminate.foundation.access import keys
from illuminate.journey.people import queries
from illuminate.journey.people.choices import EntryKind, Sex
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.models import Review

AT_ONCE = 5
MOST_PAGES = 40


@dataclass(frozen=True)
class Offer:
    """What the page offers. `chosen` is the one that was followed, for the field; addresses hold no real name."""

    names: list[str]
    links: list[tuple[str, str]]
    more: str
    roots: list[tuple[str, str, bool]]
    is_for_a_person: bool
    chosen: str = ""


def offer(review: Review, entry: RegisterEntry, asked: Mapping[str, str]) -> Offer:
    """Five suggestions for an entry, as the address asks for them."""
    roots = asked.get("from", "") if asked.get("from", "") in ROOTS else ""
    near, page = asked.get("near") == "yes", _page(asked.get("more", ""))
    with keys.holding(review.pk):
        names = suggest(
            queries.engine_register(review), _entry(entry), AT_ONCE, fit=_fit(entry, roots, near=near),
            skip=page * AT_ONCE, seed=str(review.pk),
        )  # fmt: skip
    kept = {"from": roots, "near": "yes" if near else ""}
    return Offer(
        names=names,
        links=[(name, _address(kept, more=page, name=name)) for name in names],
        more=_address(kept, more=page + 1) if len(names) == AT_ONCE else _address(kept) if page else "",
        roots=[(label, _address({**kept, "from": key}), key == roots) for key, label in ROOTS.items()],
        is_for_a_person=entry.kind == EntryKind.PERSON,
        chosen=asked.get("name", "") if asked.get("name") in names else "",
    )


def _page(asked: str) -> int:
    return min(int(asked), MOST_PAGES) if asked.isascii() and asked.isdigit() else 0


def _entry(entry: RegisterEntry) -> Entry:
    """As the engine reads it; somebody whose name is not known yet is suggested one too."""
    return queries.engine_entry(entry) or Entry("person", "", entry.pseudonym, entry.role)


def _fit(entry: RegisterEntry, roots: str, *, near: bool) -> Fit:
    """What is recorded of sex and birth. Never ethnicity or religion: a name is not to say what somebody was."""
    subject = getattr(entry, "subject", None)
    sex = subject.sex if subject and subject.sex in (Sex.FEMALE, Sex.MALE) else ""
    born = subject.born.year if subject and subject.born else None
    return Fit(str(sex), born, roots, near)


def _address(kept: Mapping[str, str], *, more: int = 0, name: str = "") -> str:
    said = {**kept, "more": str(more or ""), "name": name}
    return "?" + urlencode({key: value for key, value in said.items() if value})
