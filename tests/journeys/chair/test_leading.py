"""The independent chair reads an agency's review, asks about a passage, and releases it to the panel."""

from django.urls import reverse

from illuminate.cli.demo.story.agencies import answered, asked, nil, submitted
from illuminate.cli.demo.story.panel import convened
from tests.cast import Cast
from tests.journeys.conftest import Door


def test_the_chair_questions_accepts_and_releases(cast: Cast, sign_in: Door) -> None:
    review = asked(cast)
    nil(cast, review)
    answered(cast, submitted(cast, review))
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("agencies:requests", args=[review.slug]))
    imogen.sees("No contact", "Overdue", "Tidewell Homes (Valerie Marlowe)")
    imogen.follow("Tidewell Homes")
    imogen.click("Accept this answer")
    imogen.sees("The answer to question 1 is accepted")
    imogen.click("Ask about a passage")
    imogen.fill(passage="8.10 A mended gate", question="What would have had to be different?")
    imogen.click("Ask the agency")
    imogen.sees("No answer yet", "What would have had to be different?")
    imogen.click("Release to the panel")
    imogen.sees("Your questions and the agency’s answers stay sealed", "1 question is not settled yet")
    imogen.click("Release to the panel")
    imogen.sees("The panel can read this review now")

    callum = sign_in(cast.panel_member)
    callum.open(reverse("desk:review", args=[review.slug]))
    callum.follow("Agencies")
    callum.sees("Tidewell Homes: Individual Management Review, version 1")
    callum.does_not_see("Overdue", "Fire and Rescue", "mended gate")


def test_terms_of_reference_by_pseudonym_and_a_meeting(cast: Cast, sign_in: Door) -> None:
    review = convened(cast)
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("panel:panel", args=[review.slug]))
    imogen.click("Agree the terms of reference")
    imogen.fill(
        lines="What did the children say?", why_period="From when the family noticed a change.",
        equality="Sex and disability.", family_plan="The chair writes to Siân first.",
    )  # fmt: skip
    imogen.day("period_from", 1, 1, 2014)
    imogen.day("period_to", 9, 10, 2021)
    imogen.click("Agree this version")
    imogen.sees("“Siân” in “How the family takes part” is a real name")
    imogen.fill(family_plan="The chair writes to the family first.")
    imogen.click("Agree this version")
    imogen.sees("Version 1 of the terms of reference is on record", "What did the children say?")
    imogen.open(reverse("panel:plan_meeting", args=[review.slug]))
    imogen.day("on", 4, 3, 2090)
    imogen.fill(start="10am", end="12.30pm", place="Town Hall")
    imogen.click("Plan the meeting")
    imogen.sees("Saturday 4 March 2090, 10:00 to 12:30", "Callum Deverell")
