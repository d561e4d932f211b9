"""The decision's pages: the chair's form, the record, the family's letter."""

import pytest
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.intake import MET, deciding, not_held, notified
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.intake import actions, queries
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def paper(**changes: str) -> dict[str, str]:
    limbs = {f"met_{one.limb}": one.met for one in MET} | {
        f"evidence_{one.limb}": one.evidence for one in MET
    }
    return {**limbs, "outcome": "hold", "consulted": "The police.", "reasons": "It is met.", "facts": "A woman died.",
            "charges": "", "alternatives": ""} | changes  # fmt: skip


def test_the_chair_decides_on_the_page(cast: Cast, client: Client) -> None:
    _ = cast.home_office_reader
    review = deciding(cast)
    url = reverse("intake:decision", args=[review.slug])
    client.force_login(cast.coordinator)
    assert "has not decided yet" in client.get(url).content.decode()
    assert client.post(url, paper()).status_code == 200
    client.force_login(cast.partnership_chair)
    form = client.get(url).content.decode()
    assert "a woman aged 39" in form and "Holloway" not in form
    assert client.post(url, paper()).status_code == 302
    made = client.get(url).content.decode()
    assert "Hold a review" in made and "legal test is met" in made and "Download the letter" in made
    late = client.post(url, paper(outcome="not_hold"))
    assert late.status_code == 200 and "Hold a review" in late.content.decode()
    with acting_as(cast.coordinator.pk):
        notice = queries.notice_of(review)
    client.force_login(cast.coordinator)
    letter = client.get(reverse("documents:download", args=[notice.letter_id]))
    assert letter.status_code == 200 and "attachment" in letter["Content-Disposition"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"met_age": ""}, "Answer the question “Was the person who died aged 16 or over?”"),
        ({"evidence_cause": ""}, "Give the evidence for your answer to “Violence, abuse or neglect”"),
        ({"outcome": ""}, "Answer the question “What do you decide?”"),
        ({"outcome": "not_hold"}, "Say which alternatives to a review were considered"),
        ({"reasons": "Because of Craig Marsh."}, "which is on the register"),
        ({"reasons": ""}, "Enter your reasons"),
    ],
)
def test_a_wrong_paper_is_said_in_words(
    cast: Cast, client: Client, changes: dict[str, str], said: str
) -> None:
    review = deciding(cast)
    client.force_login(cast.partnership_chair)
    page = client.post(reverse("intake:decision", args=[review.slug]), paper(**changes))
    assert page.status_code == 200
    assert said in page.content.decode() and "This field is required" not in page.content.decode()


def test_the_decision_waits_in_words(cast: Cast, client: Client) -> None:
    review = notified(cast)
    client.force_login(cast.partnership_chair)
    assert (
        "Scoping has not been opened yet"
        in client.get(reverse("intake:decision", args=[review.slug])).content.decode()
    )


def test_the_family_are_told_in_writing(cast: Cast, client: Client) -> None:
    review = not_held(cast)
    url = reverse("intake:family_told", args=[review.slug])
    assert client.get(url)["Location"].startswith(reverse("account_login"))
    client.force_login(cast.stranger)
    assert client.get(url).status_code == 404
    client.force_login(cast.partnership_chair)
    assert client.get(url).status_code == 403
    client.force_login(cast.coordinator)
    given = {"about": "decision", "how": "liaison_officer", "to_whom": "Her brother", "happened_on-day": "5",
             "happened_on-month": "5", "happened_on-year": "2022"}  # fmt: skip
    assert "There is a problem" in client.post(url, {**given, "to_whom": ""}).content.decode()
    assert "There is a problem" in client.post(url, {**given, "happened_on-year": "2099"}).content.decode()
    assert (
        "not before the notification"
        in client.post(url, {**given, "happened_on-year": "2020"}).content.decode()
    )
    assert client.post(url, given).status_code == 302
    assert "5 May 2022" in client.get(reverse("intake:decision", args=[review.slug])).content.decode()


def test_the_family_are_not_told_before_there_is_a_decision(cast: Cast) -> None:
    review = deciding(cast)
    with pytest.raises(Refused, match="no decision yet"):
        do(
            actions.record_family_told,
            review=review,
            about="decision",
            how="post",
            to_whom="x",
            by=cast.coordinator,
        )
