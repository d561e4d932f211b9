"""The example case from the appointment of the chair to the beginning of the gathering, through real actions."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from illuminate.cli.demo.cast import Cast, do, reloaded
from illuminate.cli.demo.story.intake import commissioned
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.panel import actions
from illuminate.journey.panel.actions import TermsDetails
from illuminate.journey.panel.models import Meeting
from illuminate.journey.reviews.models import Review

APPOINTED_ON = date(2022, 1, 14)
GATHERING_SINCE = date(2022, 1, 31)
LONDON = ZoneInfo("Europe/London")

INDEPENDENCE = "Never employed by any agency in the review; no connection with Northbridge."
NO_PART = "No contact with the family, and never managed anybody who had."

TERMS = TermsDetails(
    period_from=date(2014, 1, 1),
    period_to=date(2021, 10, 9),
    why_period="It begins shortly before the birth of the younger child, when the family first noticed a change.",
    purpose="To find what can be learned about how agencies worked, alone and together, to safeguard Louise.",
    subjects="Louise, who died; Neil; two children.",
    equality="Sex, disability, pregnancy and maternity.",
    family_plan="The chair writes first. The family choose how they take part, with an advocate.",
    parallel_proceedings="A trial for murder; the inquest is adjourned. A disclosure protocol is agreed.",
    expertise="Stalking; unpaid carers.",
    media_plan="Reporting restriction on the children's names.",
    timetable="Panel meetings in February, June, September and December.",
)
LINES = [
    "How did agencies recognise and respond to coercive and controlling behaviour, including economic abuse?",
    "How was non-fatal strangulation identified, recorded and carried into later assessments of risk?",
    "Was stalking after separation recognised as stalking, and were the powers available used?",
    "What did the children say, to whom, and what was done with it?",
    "How did agencies understand Louise's role as a carer, and did that role open or close doors to help?",
    "Did referrals between agencies arrive, and how would anyone have known if they had not?",
    "How did protective measures come to an end, and who was told?",
]


def chaired(cast: Cast) -> Review:
    """The coordinator has appointed the independent chair."""
    review = commissioned(cast)
    do(actions.appoint_chair, review=reloaded(cast, review), person=cast.independent_chair, independence=INDEPENDENCE,
       happened_on=APPOINTED_ON, by=cast.coordinator)  # fmt: skip
    return reloaded(cast, review)


def convened(cast: Cast) -> Review:
    """The panel sits: a carers' alliance and a specialist domestic abuse service."""
    review = chaired(cast)
    for person, role, organisation, is_specialist in (
        (cast.panel_member, "Manager", "Northbridge Carers' Alliance", False),
        (cast.second_panel_member, "Stalking specialist and adviser", "Steps Clear Advocacy", True),
    ):
        do(actions.add_member, review=review, name=person.name, role=role, organisation_name=organisation,
           email=person.email, is_specialist=is_specialist, independence=NO_PART, happened_on=date(2022, 1, 20),
           by=cast.coordinator)  # fmt: skip
    return review


def ready(cast: Cast) -> Review:
    """The terms of reference are agreed, by pseudonym."""
    review = convened(cast)
    do(actions.agree_terms, review=review, details=TERMS, lines=LINES, happened_on=date(2022, 1, 28),
       by=cast.independent_chair)  # fmt: skip
    return review


def gathering(cast: Cast) -> Review:
    """Chair, panel and terms stand: agencies can be asked."""
    review = ready(cast)
    do(actions.begin_gathering, review=review, happened_on=GATHERING_SINCE, by=cast.independent_chair)
    return reloaded(cast, review)


def at(day: date, hour: int) -> datetime:
    """An hour of a day in Northbridge."""
    return datetime.combine(day, time(hour), tzinfo=LONDON)


def met(cast: Cast, review: Review, day: date = date(2022, 2, 24)) -> Meeting:
    """A panel meeting, planned three weeks before it was."""
    meeting: Meeting = do(
        actions.plan_meeting, review=review, starts_at=at(day, 10), ends_at=at(day, 13),
        place="Committee Room 2, Town Hall", happened_on=date(2022, 2, 3), by=cast.coordinator,
    )  # fmt: skip
    with acting_as(cast.coordinator.pk):
        return Meeting.objects.select_related("review", "compartment", "planned_by").get(pk=meeting.pk)
