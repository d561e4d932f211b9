"""A whole notification on one page: the death, and as many people as there are, without scripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.http import QueryDict

from illuminate.foundation.access.drafts import as_initial
from illuminate.journey.intake.choices import PersonKind
from illuminate.journey.intake.details import NotificationDetails, NotifiedPersonDetails
from illuminate.journey.intake.forms.notification import DeathForm
from illuminate.journey.intake.forms.people import FORMS, PersonForm

MOST_OF_A_KIND = 12
NOT_SENT_ON = {"csrfmiddlewaretoken", "do"}


@dataclass(frozen=True)
class Section:
    """A part of the page: questions before the people, the people, and how to add another."""

    title: str
    names: tuple[str, ...] = ()
    kind: PersonKind | None = None
    add: str = ""
    hint: str = ""
    bound: list[BoundField] = field(default_factory=list)
    people: list[PersonForm] = field(default_factory=list)


SECTIONS = (
    Section("Who tells whom", (
        "partnership", "told_on", "referrer_name", "referrer_role", "referrer_phone", "referrer_email",
    )),
    Section("Who died", kind=PersonKind.VICTIM, add="Add another person who died"),
    Section("The death", (
        "day_known", "died_at", "died_place", "manner", "cause", "circumstances", "death_not_known",
    )),
    Section("Suspects", ("household",), PersonKind.SUSPECT, "Add another suspect",
            "Leave this blank if nobody is suspected"),
    Section("Children", ("has_children",), PersonKind.CHILD, "Add another child",
            "Where each of them is now, and whether they are safe, matters most"),
    Section("Next of kin", ("kin_told", "kin_told_of_review"), PersonKind.NEXT_OF_KIN, "Add another relative"),
    Section("Before the death", ("earlier_abuse", "marac", "mappa", "agencies")),
    Section("The investigation, and others", (
        "investigator_name", "investigator_contact", "liaison_name", "liaison_contact", "coroner", "operation",
        "proceedings", "press",
    )),
    Section("Your recommendation", ("recommendation", "recommendation_reasons")),
)  # fmt: skip


class NotificationPaper:
    """Behaves as one form towards the page: its errors, its fields, its answers."""

    def __init__(self, data: QueryDict | None = None, initial: Mapping[str, Any] | None = None) -> None:
        self.data = data
        given = initial or {}
        self.death = DeathForm(data, initial=dict(given))
        source: Mapping[str, Any] = data if data is not None else given
        self.people = {kind: self._of_kind(kind, _count(source, kind), given) for kind in PersonKind}

    @classmethod
    def redrawn(cls, data: QueryDict, step: str) -> "NotificationPaper":
        """The page with its answers and without errors, one person more or less."""
        sent = {name: data.getlist(name) for name in data if name not in NOT_SENT_ON}
        initial = as_initial(sent)
        verb, _, which = step.partition(":")
        if verb == "add" and which in PersonKind.values:
            initial[_counter(which)] = _count(data, PersonKind(which)) + 1
        if verb == "remove":
            _without(initial, which)
        return cls(initial=initial)

    def _of_kind(self, kind: PersonKind, count: int, given: Mapping[str, Any]) -> list[PersonForm]:
        made = []
        for number in range(count):
            prefix = f"{kind}-{number}-"
            own = {
                name.removeprefix(prefix): value for name, value in given.items() if name.startswith(prefix)
            }
            needed = kind == PersonKind.VICTIM and number == 0
            made.append(FORMS[kind](self.data, number=number, initial=own, empty_permitted=not needed))
        return made

    @property
    def everybody(self) -> list[PersonForm]:
        return [person for kind in PersonKind for person in self.people[kind]]

    @property
    def is_bound(self) -> bool:
        return self.data is not None

    @property
    def files(self) -> dict[str, Any]:
        return {}

    @property
    def errors(self) -> dict[str, Any]:
        found: dict[str, Any] = dict(self.death.errors)
        for person in self.everybody:
            found |= {person.add_prefix(name): errors for name, errors in person.errors.items()}
        return found

    def non_field_errors(self) -> list[str]:
        return [
            *self.death.non_field_errors(),
            *(e for one in self.everybody for e in one.non_field_errors()),
        ]

    def __iter__(self) -> Iterator[BoundField]:
        yield from self.death
        for person in self.everybody:
            yield from person

    def add_error(self, name: str | None, error: str | ValidationError) -> None:
        self.death.add_error(name, error)

    def is_valid(self) -> bool:
        """Whether every answer can be true, alone and together."""
        if not self.is_bound:
            return False
        fine = all([self.death.is_valid(), *(person.is_valid() for person in self.everybody)])
        if not fine:
            return False
        _, died = self.death.days()
        for victim in self.people[PersonKind.VICTIM]:
            victim.check_birth(died)
        self._children_said()
        return not self.errors

    def _children_said(self) -> None:
        named = any(not child.is_blank for child in self.people[PersonKind.CHILD])
        said = self.death.cleaned_data["has_children"]
        if said == "yes" and not named:
            self.death.add_error("has_children", "Add each child below, with what you know.")
        if said in ("no", "unknown") and named:
            self.death.add_error("has_children", "You have added a child, so the answer must be yes.")

    def details(self) -> NotificationDetails:
        """What was answered, as the action takes it. Only after `is_valid`."""
        said = self.death.cleaned_data
        first, last = self.death.days()
        columns = {f.name: said[f.name] for f in fields(NotificationDetails) if f.name in said}
        columns |= {
            "died_from": first, "died_until": last, "died_at": said["died_at"] or None,
            "not_known": (*(said["death_not_known"] or ()), *(("died",) if not first else ())),
            "people": tuple(_person(one) for one in self.everybody if not one.is_blank),
        }  # fmt: skip
        return NotificationDetails(**{name: _plain(value) for name, value in columns.items()})

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many of each kind are on the page, for the page to send back."""
        return [(_counter(kind), len(self.people[kind])) for kind in PersonKind]

    @property
    def hidden(self) -> list[BoundField]:
        return self.death.hidden_fields()

    @property
    def sections(self) -> list[Section]:
        return [
            Section(
                one.title, one.names, one.kind, one.add, one.hint, [self.death[name] for name in one.names],
                self.people[one.kind] if one.kind else [],
            )
            for one in SECTIONS
        ]  # fmt: skip

    def as_sent(self) -> list[tuple[str, str]]:
        """Every answer as it was sent, for the page that shows them before they are sent for good."""
        data = self.data if self.data is not None else QueryDict()
        return [(name, value) for name in data if name not in NOT_SENT_ON for value in data.getlist(name)]


def _person(form: PersonForm) -> NotifiedPersonDetails:
    said = {name: value for name, value in form.cleaned_data.items() if value not in (None, "", [])}
    said["not_known"] = tuple(said.get("not_known", ()))
    return NotifiedPersonDetails(
        kind=form.kind.value, **{name: _plain(value) for name, value in said.items()}
    )


def _plain(value: Any) -> Any:
    """Choices as their plain values."""
    return str(value) if isinstance(value, str) else value


def _counter(kind: str) -> str:
    return f"count-{kind}"


def _count(source: Mapping[str, Any], kind: PersonKind) -> int:
    """How many people of a kind the page has: at least one, and no more than anybody could mean."""
    try:
        count = int(source.get(_counter(kind), 1))
    except (TypeError, ValueError):
        count = 1
    return min(max(count, 1), MOST_OF_A_KIND)


def _without(initial: dict[str, Any], which: str) -> None:
    """Take one person off the page and let those after them move up."""
    kind, _, text = which.rpartition("-")
    if kind not in PersonKind.values or not text.isdecimal():
        return
    count, gone = _count(initial, PersonKind(kind)), int(text)
    for number in range(gone, count):
        for name in [name for name in initial if name.startswith(f"{kind}-{number}-")]:
            value = initial.pop(name)
            if number > gone:
                initial[f"{kind}-{number - 1}-{name.removeprefix(f'{kind}-{number}-')}"] = value
    initial[_counter(kind)] = max(count - 1, 1)
