"""The letters of intake: what stands in each, from the facts of the case."""

from collections.abc import Iterable
from datetime import date

from illuminate.foundation.access.models import User
from illuminate.foundation.design.answers import Answer
from illuminate.foundation.design.days import long_day
from illuminate.foundation.documents import letters
from illuminate.journey.intake import legal_test
from illuminate.journey.intake.choices import Manner, Outcome, PersonKind, SuspectState
from illuminate.journey.intake.details import DecisionPaper
from illuminate.journey.intake.models import Notification, NotifiedPerson
from illuminate.journey.people.choices import Sex
from illuminate.journey.people.models import Subject
from illuminate.journey.reviews.models import Review

HOME_OFFICE_LETTER = "intake/letters/home_office_notice.docx"
SCOPING_LETTER = "intake/letters/scoping_request.docx"
NOT_KNOWN = "Not known"


def died(first: date | None, last: date | None) -> str:
    """The day of death as it may be said: a day, between two days, or not known."""
    if first is None and last is None:
        return NOT_KNOWN
    if first is None or last is None or first == last:
        known = first or last
        return long_day(known) if known else NOT_KNOWN
    return f"Between {long_day(first)} and {long_day(last)}"


def home_office_notice(
    review: Review, paper: DecisionPaper, notification: Notification | None, *, decided_on: date,
    completion_on: date | None, contact: User | None, signatory: User,
) -> bytes:  # fmt: skip
    """The letter that tells the Home Office of a decision: facts without names (journey.md, "Home Office letter")."""
    test = legal_test.load(review.edition)
    held = paper.outcome == Outcome.HOLD
    context = {
        "partnership": review.partnership.name,
        "reference": review.reference,
        "date": long_day(decided_on),
        "label": review.label,
        "decision": "A review will be held" if held else "No review will be held",
        "held": held,
        "aware_on": long_day(review.notified_on),
        "died": _died(notification),
        "facts": _lines(paper.facts),
        "charges": _lines(paper.charges) or ["None known"],
        "decided_on": long_day(decided_on),
        "limbs": [{"short": test.limb(one.limb).short, "met": Answer(one.met).label} for one in paper.limbs],
        "reasons": _lines(paper.reasons),
        "why_nobody_knew": _lines(paper.why_nobody_knew),
        "what_family_knew": _lines(paper.what_family_knew),
        "independent_chair": "Not yet appointed",
        "completion": long_day(completion_on) if completion_on else "",
        "contact_name": str(contact.name) if contact else "",
        "contact_email": str(contact.email) if contact else "",
        "signatory": str(signatory.name),
    }
    return letters.fill(HOME_OFFICE_LETTER, context)


def scoping_request(
    review: Review, people: Iterable[tuple[Subject, str]], *, organisation: str, contact_name: str, asked_on: date,
    due_on: date, by: User,
) -> bytes:  # fmt: skip
    """The letter to an agency, with the names it must search for: to be sent by secure mail only."""
    context = {
        "partnership": review.partnership.name,
        "reference": review.reference,
        "organisation": organisation,
        "contact_name": contact_name,
        "date": long_day(asked_on),
        "due": long_day(due_on),
        "regime": review.regime,
        "people": [_searched(subject) for subject, _ in people],
        "coordinator": str(by.name),
        "coordinator_email": str(by.email),
    }
    return letters.fill(SCOPING_LETTER, context)


def _died(notification: Notification | None) -> str:
    return died(notification.died_from, notification.died_until) if notification else NOT_KNOWN


def _searched(subject: Subject) -> dict[str, str]:
    return {
        "who": subject.get_kind_display(),
        "name": subject.name or NOT_KNOWN,
        "other_names": subject.other_names,
        "born": long_day(subject.born) if subject.born else NOT_KNOWN,
        "address": subject.address or NOT_KNOWN,
        "nhs_number": subject.nhs_number or NOT_KNOWN,
    }


def short_facts(notification: Notification | None) -> str:
    """A first wording of the facts without names, for the chair to change."""
    if notification is None:
        return ""
    people = list(notification.people.all())
    victims = [person for person in people if person.kind == PersonKind.VICTIM]
    suspects = [person for person in people if person.kind == PersonKind.SUSPECT]
    children = sum(person.kind == PersonKind.CHILD for person in people)
    day = notification.died_from if notification.day_is_known else None
    said = [f"The person who died was {_described(one, day)}." for one in victims]
    if notification.manner != Manner.UNEXPLAINED:
        said.append(f"{Manner(notification.manner).label}.")
    if notification.cause:
        said.append(f"The apparent cause of death: {notification.cause.rstrip('.')}.")
    for one in suspects:
        said.append(f"The alleged perpetrator is {_described(one, day)}.")
        if one.relationship:
            said.append(f"Their relationship to the person who died: {one.relationship.rstrip('.')}.")
    if children:
        said.append(
            "There is one child in the family." if children == 1 else f"There are {children} children."
        )
    return " ".join(said)


def charges(notification: Notification | None) -> str:
    """Arrest, charge and hearings of each suspect in a line, without names."""
    if notification is None:
        return ""
    suspects = [person for person in notification.people.all() if person.kind == PersonKind.SUSPECT]
    return "\n".join(_charge(person) for person in suspects if person.state)


def _charge(person: NotifiedPerson) -> str:
    said = SuspectState(person.state).label
    if person.charge:
        said += f": {person.charge}"
    if person.charged_on:
        said += f", {long_day(person.charged_on)}"
    if person.hearing_on:
        said += f". Next hearing {long_day(person.hearing_on)}"
        said += f", {person.hearing_court}" if person.hearing_court else ""
    return f"{said}."


def _described(person: NotifiedPerson, day: date | None) -> str:
    who = {Sex.FEMALE.value: "a woman", Sex.MALE.value: "a man"}.get(person.sex, "a person")
    if not (person.born and day):
        return who
    years = day.year - person.born.year - ((day.month, day.day) < (person.born.month, person.born.day))
    return f"{who} aged {years}"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
