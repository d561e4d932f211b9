"""What there is to do for the families, and what waits for somebody."""

from django.urls import reverse

from illuminate.foundation.access.models import User
from illuminate.foundation.access.queries import seats_of
from illuminate.journey.involvement import permissions, queries
from illuminate.journey.involvement.models import Comment, Contribution, DraftReading, Relative
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task

FIRST = (Stage.COMMISSIONED, Stage.GATHERING, Stage.ANALYSING)


def tasks(review: Review, user: User) -> list[Task]:
    """The family's lines in a stage's task list, in numbers: some who see it may not see who takes part."""
    if not permissions.may_count(review.pk, user):
        return []
    now, page = queries.standing(review), reverse("involvement:family", args=[review.slug])
    if review.stage in FIRST:
        written = bool(now.relatives) and not now.not_told
        return [task("Write to the family first", page, done=written, hint=_told(now))]
    if review.stage in (Stage.DRAFTING, Stage.REVISING):
        hint = f"{now.reading} still reading" if now.reading else ""
        return [
            task(
                "Give the draft to those of the family who want to read it",
                page,
                done=not now.wait_for_draft,
                hint=hint,
            ),
            task(
                "Answer the family’s comments in writing", page, done=not now.unanswered and not now.reading
            ),
        ]
    if review.stage == Stage.APPROVED:
        done = not now.not_told_of_publication
        return [task("Tell the family when and how the report is published", page, done=done)]
    return []


def _told(now: queries.Standing) -> str:
    if not now.relatives:
        return "Nobody has been recorded yet"
    return f"{now.relatives - now.not_told} of {now.relatives} have been written to"


def waiting_for(user: User) -> list[Waiting]:
    """What families wrote and nobody has read or answered; whom an advocate helps."""
    return [*_for_team(user), *_for_advocate(user)]


def _for_team(user: User) -> list[Waiting]:
    seats = (
        seats_of(user)
        .filter(compartment__kind="family", role__in=permissions.ANSWERERS)
        .values("compartment_id")
    )
    mine = Relative.objects.filter(compartment__in=seats).select_related("review", "compartment")
    found = {one.pk: one for one in mine}
    unread = Contribution.objects.filter(relative__in=found, withdrawn_at=None)
    new = {
        one.relative_id
        for one in unread.only("relative_id", "revision", "read_revision", "withdrawn_at")
        if one.is_new
    }
    asked = set(
        Comment.objects.filter(reading__relative__in=found, withdrawn_at=None, reply=None).values_list(
            "reading__relative_id", flat=True
        )
    )
    readings = DraftReading.objects.filter(relative__in=found, finished_on=None)
    return [
        *(_about("Read what somebody of the family wrote", found[pk], "words") for pk in new),
        *(Waiting("Answer the family’s comments on the draft",
                  reverse("involvement:comments", args=[found[pk].review.slug]), found[pk].compartment.title)
          for pk in asked),
        *(_about("Reading time of the draft", found[one.relative_id], "relative", one) for one in readings),
    ]  # fmt: skip


def _about(text: str, relative: Relative, name: str, reading: DraftReading | None = None) -> Waiting:
    url = reverse(f"involvement:{name}", args=[relative.review.slug, relative.pk])
    due, holder = (reading.until, "The family") if reading else (None, "You")
    return Waiting(text, url, relative.compartment.title, due, holder)


def _for_advocate(user: User) -> list[Waiting]:
    return [
        Waiting(
            "Somebody you help as an advocate",
            reverse("involvement:with", args=[one.pk]),
            one.compartment.title,
        )
        for one in queries.helped_by(user)
    ]
