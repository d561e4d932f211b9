"""A notification as cards of questions and answers: before it is sent, and ever after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from illuminate.foundation.design.answers import Answer
from illuminate.foundation.design.days import long_day
from illuminate.journey.intake.choices import Manner, PersonKind, Recommendation, SuspectState
from illuminate.journey.intake.details import NotificationDetails, NotifiedPersonDetails
from illuminate.journey.intake.letters import died
from illuminate.journey.intake.models import Notification, NotifiedPerson
from illuminate.journey.people.choices import Ethnicity, Orientation, Religion, Sex

NOT_KNOWN = "Not known"
Rows = list[tuple[str, Any]]
Told = NotificationDetails | Notification
Person = NotifiedPersonDetails | NotifiedPerson


@dataclass(frozen=True)
class Card:
    title: str
    rows: Rows


def cards(told: Told, people: Iterable[Person]) -> list[Card]:
    """Every question with its answer; "not known" and "not given" are told apart."""
    everybody = list(people)
    of = {kind: [one for one in everybody if one.kind == kind] for kind in PersonKind}
    found = [_referrer(told)]
    for number, victim in enumerate(of[PersonKind.VICTIM]):
        found.append(Card(_numbered("Person who died", number), _person(victim)))
    found.append(_death(told))
    for number, suspect in enumerate(of[PersonKind.SUSPECT]):
        found.append(Card(_numbered("Suspect", number), [*_person(suspect), *_investigated(suspect)]))
    for number, child in enumerate(of[PersonKind.CHILD]):
        found.append(Card(_numbered("Child", number), [*_child(child), *_person(child)]))
    for number, relative in enumerate(of[PersonKind.NEXT_OF_KIN]):
        found.append(Card(_numbered("Next of kin", number), _relative(relative)))
    return [*found, _family(told), _before(told), _others(told), _view(told)]


def _numbered(title: str, number: int) -> str:
    return f"{title} {number + 1}" if number else title


def _referrer(told: Told) -> Card:
    return Card("Who tells whom", [
        ("Told on", long_day(told.told_on)),
        ("Name", told.referrer_name),
        ("Rank or role", told.referrer_role),
        ("Telephone", told.referrer_phone),
        ("E-mail", told.referrer_email),
    ])  # fmt: skip


def _death(told: Told) -> Card:
    return Card("The death", [
        ("Date of death", died(told.died_from, told.died_until or told.died_from)),
        ("Time of death", _or_not_known(told, "died_at", told.died_at and f"{told.died_at:%H:%M}")),
        ("Place of death", _or_not_known(told, "died_place", told.died_place)),
        ("How it appears to have come about", _choice(Manner, told.manner)),
        ("Apparent cause", _or_not_known(told, "cause", told.cause)),
        ("What happened", lines(told.circumstances)),
        ("Same household as a suspect", _choice(Answer, told.household)),
    ])  # fmt: skip


def _person(person: Person) -> Rows:
    disability = " ".join(filter(None, [_choice(Answer, person.disability), person.disability_details]))
    rows: Rows = [
        ("Name", _or_not_known(person, "name", person.name)),
        ("Other names", person.other_names),
        ("Date of birth", _or_not_known(person, "born", _day(person.born))),
        ("Sex", _choice(Sex, person.sex)),
        ("Ethnicity", _choice(Ethnicity, person.ethnicity)),
        ("Relationship to the person who died", person.relationship),
        ("Address", _or_not_known(person, "address", person.address)),
        ("GP", _or_not_known(person, "gp", person.gp)),
        ("NHS number", _or_not_known(person, "nhs_number", person.nhs_number)),
        ("Gender as registered at birth", _choice(Answer, person.gender_as_at_birth)),
        ("Religion", _choice(Religion, person.religion)),
        ("Disability", disability),
        ("Sexual orientation", _choice(Orientation, person.sexual_orientation)),
        ("Nationality", person.nationality),
        ("Immigration status", person.immigration_status),
    ]
    skipped = {"Relationship to the person who died"} if person.kind == PersonKind.VICTIM else set()
    return [row for row in rows if row[0] not in skipped]


def _investigated(person: Person) -> Rows:
    return [
        ("Investigation", _choice(SuspectState, person.state)),
        ("Charge", person.charge),
        ("Charged on", _day(person.charged_on)),
        ("Next hearing or trial", _day(person.hearing_on)),
        ("Court", person.hearing_court),
    ]


def _child(person: Person) -> Rows:
    return [("Where now, and with whom", person.whereabouts), ("Safe there", _choice(Answer, person.safe))]


def _relative(person: Person) -> Rows:
    return [
        ("Name", _or_not_known(person, "name", person.name)),
        ("Relationship to the person who died", person.relationship),
        ("Telephone", person.phone),
        ("E-mail", person.email),
        ("Address", _or_not_known(person, "address", person.address)),
    ]


def _family(told: Told) -> Card:
    return Card("The family", [
        ("Children", _choice(Answer, told.has_children)),
        ("Next of kin know of the death", _choice(Answer, told.kin_told)),
        ("Told that there may be a review", _choice(Answer, told.kin_told_of_review)),
    ])  # fmt: skip


def _before(told: Told) -> Card:
    return Card("Before the death", [
        ("Earlier abuse known", _choice(Answer, told.earlier_abuse)),
        ("What is known", lines(told.history)),
        ("MARAC", _choice(Answer, told.marac)),
        ("MARAC dates", told.marac_details),
        ("MAPPA", _choice(Answer, told.mappa)),
        ("Agencies involved", lines(told.agencies)),
    ])  # fmt: skip


def _others(told: Told) -> Card:
    return Card("The investigation, and others", [
        ("Senior investigating officer", _together(told.investigator_name, told.investigator_contact)),
        ("Family liaison officer", _together(told.liaison_name, told.liaison_contact)),
        ("Coroner", told.coroner),
        ("Operation", told.operation),
        ("Other reviews or proceedings", lines(told.proceedings)),
        ("Press", _choice(Answer, told.press)),
        ("About the press", told.press_details),
    ])  # fmt: skip


def _view(told: Told) -> Card:
    return Card("Recommendation", [
        ("Recommendation", _choice(Recommendation, told.recommendation)),
        ("Why", lines(told.recommendation_reasons)),
    ])  # fmt: skip


def lines(text: str) -> SafeString | str:
    """Several lines, each on its own."""
    split = text.splitlines()
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in split)) if len(split) > 1 else text


def _choice(choices: type[TextChoices], value: str) -> str:
    return str(choices(value).label) if value in choices.values else ""


def _day(day: date | None) -> str:
    return long_day(day) if day else ""


def _together(name: str, contact: str) -> str:
    return ", ".join(part for part in (name, contact) if part)


def _or_not_known(told: Told | Person, name: str, value: Any) -> Any:
    return NOT_KNOWN if name in told.not_known else value
