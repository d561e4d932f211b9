"""From the finished draft to the Home Office's approval, through real actions."""

from datetime import date

from illuminate.cli.demo.cast import Cast, do, reloaded
from illuminate.cli.demo.story.anonymity import checked
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.assurance import actions, queries
from illuminate.journey.assurance.models import Outcome, Submission
from illuminate.journey.reviews.models import Review

SIGNED_ON = date(2023, 4, 18)
SENT_ON = date(2023, 4, 28)
LETTER_ON = date(2023, 8, 29)
AGREED_ON = date(2023, 10, 31)
POINTS = (
    "The exact date of the conference in March 2018 should be reduced to month and year.",
    "The contributors’ section should say why fourteen agencies were not asked for more.",
    "A named owner and milestones would help recommendation 1.",
)


def signed_off(cast: Cast) -> Review:
    """The chair of the partnership has accepted the report."""
    review = checked(cast)
    do(actions.sign_off, review=review, statement="Agreed by the board.", happened_on=SIGNED_ON,
       by=cast.partnership_chair)  # fmt: skip
    return reloaded(cast, review)


def submitted(cast: Cast) -> Review:
    review = signed_off(cast)
    do(actions.submit, review=review, happened_on=SENT_ON, by=cast.coordinator)
    return reloaded(cast, review)


def submission_of(cast: Cast, review: Review) -> Submission:
    """The last submission, as the Home Office's reader sees it."""
    with acting_as(cast.quality_reader.pk):
        found = queries.latest_submission(review.pk)
    assert found
    return found


def revising(cast: Cast) -> Review:
    """The letter wants changes, with points."""
    review = submitted(cast)
    do(actions.record_outcome, submission=submission_of(cast, review), result=Outcome.Result.CHANGES,
       letter_on=LETTER_ON, points=list(POINTS), by=cast.quality_reader)  # fmt: skip
    return reloaded(cast, review)


def answered(cast: Cast) -> Review:
    """The independent chair has answered every point."""
    review = revising(cast)
    with acting_as(cast.independent_chair.pk):
        latest = queries.latest_submission(review.pk)
        assert latest
        points = list(latest.outcome.points.all())
    for point in points:
        do(actions.answer_point, point=point, where=f"Section {point.number}", text="Changed as the Panel asks.",
           by=cast.independent_chair)  # fmt: skip
    return review


def approved(cast: Cast) -> Review:
    """Sent again with the answers; the Home Office agrees to publication."""
    review = answered(cast)
    do(actions.resubmit, review=review, happened_on=date(2023, 10, 10), by=cast.coordinator)
    do(actions.record_outcome, submission=submission_of(cast, review), result=Outcome.Result.PUBLISH,
       letter_on=AGREED_ON, points=[], by=cast.quality_reader)  # fmt: skip
    return reloaded(cast, review)
