"""Many reviews, for measuring: opened through the real action, their agencies' compartments by the database itself."""

import uuid
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
  RETURNING id)
INSERT INTO access_membership (id, compartment_id, organisation_id, role, admitted_by, admitted_at)
  SELECT gen_random_uuid(), made.id, %(partnership)s, 'coordinator', %(by)s, now() FROM made
"""


def gather(reviews: int, agencies: int) -> tuple[User, Review]:
    """A coordinator of so many reviews with so many agencies each, and one of the reviews."""
    partnership = Organisation.objects.create(
        name="Benchmark Partnership", type="partnership", short_name="BP"
    )
    people = {
        role: _person(role, partnership) for role in (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR, Role.NOTIFIER)
    }
    for number in range(agencies):
        Organisation.objects.create(name=f"Benchmark agency {number}", type="agency")
    for number in range(reviews):
        _open(partnership, date(2024, 1, 1) + timedelta(days=number % 700), people[Role.NOTIFIER])
    with connections["owner"].cursor() as cursor:
        cursor.execute(AGENCY_SEATS, {"by": people[Role.COORDINATOR].pk, "partnership": partnership.pk})
        cursor.execute("ANALYZE")
    coordinator = people[Role.COORDINATOR]
    with acting_as(coordinator.pk):
        return coordinator, Review.objects.order_by("reference")[reviews // 2]


def _person(role: Role, at: Organisation) -> User:
    person = User.objects.create_user(
        email=f"{role}@benchmark.example.org", name=f"The {role}", password=None
    )
    Post.objects.create(user=person, organisation=at, role=role, started_on=date(2024, 1, 1))
    return person


def _open(partnership: Organisation, day: date, by: User) -> None:
    review_id = uuid.uuid4()
    with acting_as(by.pk), compartments.opening(review_id):
        actions.open_review(review_id=review_id, partnership=partnership, notified_on=day, by=by)
