"""Many reviews, for measuring: opened through the real action, their agencies' part by the database itself."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connections

from illuminate.foundation.access import compartments
from illuminate.foundation.access.models import Organisation, Post, User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.reviews import actions
from illuminate.journey.reviews.models import Review

AGENCY_SEATS = """
WITH made AS (
  INSERT INTO access_compartment
    (id, review_id, kind, organisation_id, title, reference, opened_by, opened_at, opened_in)
  SELECT gen_random_uuid(), r.id, k.kind, o.id, r.code_word, r.reference, %(by)s, now(), '0'
    FROM reviews_review r CROSS JOIN access_organisation o CROSS JOIN (VALUES ('agency'), ('released')) k (kind)
    WHERE o.type = 'agency'
  RETURNING id, review_id)
INSERT INTO access_membership (id, compartment_id, organisation_id, role, admitted_by, admitted_at)
  SELECT gen_random_uuid(), made.id, r.partnership_id, 'coordinator', %(by)s, now()
    FROM made JOIN reviews_review r ON r.id = made.review_id
"""

# One agency in fifty is late, so that the desk has something to say of it.
REQUESTS = """
INSERT INTO agencies_informationrequest
  (id, compartment_id, recorded_at, review_id, organisation_id, author_id, wants_chronology, wants_imr, questions,
   asked_on, asked_by_id, due_on)
SELECT gen_random_uuid(), c.id, now(), c.review_id, c.organisation_id, %(by)s, true, true, '', current_date - 40,
       %(by)s, current_date + CASE WHEN random() < 0.02 THEN -5 ELSE 16 END
  FROM access_compartment c WHERE c.kind = 'agency'
"""


def gather(reviews: int, agencies: int, partnerships: int) -> tuple[User, Review]:
    """So many reviews with so many agencies each, shared among partnerships; the coordinator of one, and a review."""
    people = [_partnership(number) for number in range(partnerships)]
    for number in range(agencies):
        Organisation.objects.create(name=f"Benchmark agency {number}", type="agency")
    for number in range(reviews):
        here = people[number % partnerships]
        _open(here.partnership, date(2024, 1, 1) + timedelta(days=number % 700), here.notifier)
    coordinator = people[0].coordinator
    with connections["owner"].cursor() as cursor:
        cursor.execute(AGENCY_SEATS, {"by": coordinator.pk})
        cursor.execute(REQUESTS, {"by": coordinator.pk})
        cursor.execute("ANALYZE")
    with acting_as(coordinator.pk):
        own = Review.objects.order_by("reference")
        return coordinator, own[own.count() // 2]


@dataclass(frozen=True)
class Place:
    """A partnership with the people that a review needs at its beginning."""

    partnership: Organisation
    coordinator: User
    notifier: User


def _partnership(number: int) -> Place:
    made = Organisation.objects.create(
        name=f"Benchmark Partnership {number}", type="partnership", short_name=f"B{number}"
    )
    _person(Role.PARTNERSHIP_CHAIR, made)
    return Place(made, _person(Role.COORDINATOR, made), _person(Role.NOTIFIER, made))


def _person(role: Role, at: Organisation) -> User:
    person = User.objects.create_user(
        email=f"{role}.{at.short_name}@benchmark.example.org", name=f"The {role}", password=None
    )
    Post.objects.create(user=person, organisation=at, role=role, started_on=date(2024, 1, 1))
    return person


def _open(partnership: Organisation, day: date, by: User) -> None:
    review_id = uuid.uuid4()
    with acting_as(by.pk), compartments.opening(review_id):
        actions.open_review(review_id=review_id, partnership=partnership, notified_on=day, by=by)
