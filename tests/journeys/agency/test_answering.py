"""An agency's author is asked, sends a review and answers the chair's question."""

from django.urls import reverse

from illuminate.cli.demo.story.agencies import (
    ANSWER,
    asked,
    imr_file,
    imr_seen,
    questioned,
    request_to,
    submitted,
)
from tests.cast import Cast
from tests.journeys.conftest import Door


def test_housing_sends_its_review_and_answers_the_chair(cast: Cast, sign_in: Door) -> None:
    review = asked(cast)
    valerie = sign_in(cast.housing_author)
    valerie.open("/")
    valerie.follow("Tidewell Homes: the chronology and Individual Management Review")
    valerie.sees("What is asked of you", "How did protective measures come to an end", "29 March 2022")
    valerie.does_not_see("Holloway", "Northbridge and Vale", "Release to the panel")
    valerie.follow("Send the Individual Management Review")
    valerie.fill(
        author_name="Constance Abell", author_role="Head of Governance", independence="No part in the case.",
        methods="Files and interviews.", signed_off_by="Edmund Farrant", signed_off_role="Chief Executive",
    )  # fmt: skip
    valerie.day("signed_off_on", 21, 7, 2022)
    valerie.click("Send the review")
    valerie.sees("There is a problem", "Choose the file")
    valerie.attach("upload", imr_file())
    valerie.click("Send the review")
    valerie.sees("Version 1 has been sent", "Send a new version")
    valerie.click("Sign out")
    valerie.open(reverse("agencies:request", args=[request_to(cast, review, cast.housing).pk]))
    valerie.does_not_see("Tidewell")


def test_housing_answers_a_question_on_record(cast: Cast, sign_in: Door) -> None:
    review = asked(cast)
    imr = submitted(cast, review)
    questioned(cast, imr_seen(cast, imr))
    valerie = sign_in(cast.housing_author)
    valerie.open(reverse("agencies:request", args=[imr.request_id]))
    valerie.click("Answer this question")
    valerie.fill(text=ANSWER)
    valerie.click("Send this answer")
    valerie.sees("Your answer is on record", ANSWER, "Add to the answer")
