"""The first letter: the chair writes before anything else happens (journey.md, "Families")."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.audit.actions import record
from illuminate.foundation.design.days import long_day
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.letters import fill
from illuminate.journey.involvement import blockers, permissions
from illuminate.journey.involvement.choices import Bringer, Closeness, Code, State
from illuminate.journey.involvement.events import Event
from illuminate.journey.involvement.models import Relative, Step
from illuminate.journey.people import queries as people
from illuminate.journey.people.choices import SubjectKind
from illuminate.journey.reviews.blockers import refuse_if

TEMPLATE = "involvement/letters/first_letter.docx"


@transaction.atomic
def write_first(
    *, relative: Relative, bringer: str, bringer_name: str, happened_on: date | None = None, by: User
) -> Step:
    """Make the letter, ready to sign in Word, and record that the review was told of and an advocate offered.

    It is brought by the family liaison officer or an advocate, with the leaflet.
    """
    permissions.require_can_contact(relative.review_id, by=by)
    refuse_if(blockers.to_write_first(relative, bringer_name))
    day = happened_on or localdate()
    letter = documents.store(
        data=fill(TEMPLATE, _context(relative, bringer_name.strip(), day)), name="First letter.docx",
        purpose="involvement.first_letter", compartment=relative.compartment, by=by,
    )  # fmt: skip
    step = Step.objects.create(
        review_id=relative.review_id, compartment_id=relative.compartment_id, relative=relative, code=Code.TOLD,
        state=State.OFFERED, how=f"By letter, brought by {Bringer(bringer).label[:1].lower()}"
        f"{Bringer(bringer).label[1:]}", happened_on=day, document=letter, recorded_by=by,
    )  # fmt: skip
    record(
        Event.LETTER_WRITTEN,
        step,
        by=by,
        happened_on=day,
        detail={"bringer": bringer, "document": str(letter.pk)},
    )
    return step


def _context(relative: Relative, bringer_name: str, day: date) -> dict[str, Any]:
    review = relative.review
    died = next(
        (one.name for one in people.subjects(review) if one.kind == SubjectKind.VICTIM and one.name), ""
    )
    chairs = access.holders(relative.compartment, Role.INDEPENDENT_CHAIR)
    friend = relative.closeness == Closeness.FRIEND
    return {
        "partnership": review.partnership.name,
        "date": long_day(day),
        "name": relative.name,
        "address": [line.strip() for line in relative.address.replace(",", "\n").split("\n") if line.strip()],
        "person": died or "the person you have lost",
        "label": review.label,
        "bringer": bringer_name,
        "leaflet": "friends, neighbours and colleagues" if friend else "families",
        "ring": relative.ring,
        "signed_by": chairs[0].name if chairs else "",
        "signed_as": "Independent chair of the review" if chairs else "For the chair of the partnership",
    }
