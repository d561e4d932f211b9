"""A review's own actions: its end, its team, its title."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.intake import commissioned, notified
from illuminate.cli.demo.story.involvement import helped, sister
from illuminate.cli.demo.story.panel import convened, gathering
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.reviews import actions, queries
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review, StageMove
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("end", "stage"), [(actions.withdraw, "withdrawn"), (actions.join, "joined")])
def test_a_review_ends_early_with_reasons_and_only_by_the_partnerships_chair(
    cast: Cast, end: object, stage: str
) -> None:
    review = commissioned(cast)
    with pytest.raises(Refused, match="Say why"):
        do(end, review=review, reason="  ", by=cast.partnership_chair)
    with pytest.raises(PermissionDenied):
        do(end, review=review, reason="A reason", by=cast.coordinator)
    do(end, review=review, reason="A safeguarding adults review covers it.", by=cast.partnership_chair)
    with acting_as(cast.coordinator.pk):
        assert Review.objects.get(pk=review.pk).stage == stage
        last = StageMove.objects.filter(review=review).order_by("recorded_at").last()
        assert (last.reason, last.moved_by_id) == (
            "A safeguarding adults review covers it.",
            cast.partnership_chair.pk,
        )
    with pytest.raises(Refused, match="go to"):
        do(end, review=review, reason="Again", by=cast.partnership_chair)


def test_a_stage_acted_on_out_of_order_is_refused_in_one_sentence(cast: Cast) -> None:
    review = notified(cast)
    with pytest.raises(Refused) as refused:
        do(actions.move, review_id=review.pk, to=Stage.PUBLISHED, by=cast.coordinator)
    assert len(refused.value.blockers) == 1
    assert "Published" in refused.value.blockers[0].text


def test_people_join_and_leave_the_team_and_see_their_part_only_meanwhile(cast: Cast) -> None:
    review = commissioned(cast)
    join = {"review": review, "person": cast.panel_member, "role": Role.REPORT_AUTHOR}
    do(actions.join_team, **join, by=cast.coordinator)
    with acting_as(cast.panel_member.pk):
        assert {compartment.kind for compartment in Compartment.objects.all()} >= {"core", "panel"}
    do(actions.leave_team, **join, by=cast.coordinator)
    with acting_as(cast.panel_member.pk):
        assert not Compartment.objects.exists()
    with pytest.raises(Refused, match="any more"):
        do(actions.leave_team, **join, by=cast.coordinator)


def test_roles_that_come_with_a_post_are_not_given_by_hand(cast: Cast) -> None:
    review = commissioned(cast)
    with pytest.raises(Refused, match="not given here"):
        do(
            actions.join_team,
            review=review,
            person=cast.panel_member,
            role=Role.COORDINATOR,
            by=cast.coordinator,
        )
    with pytest.raises(PermissionDenied):
        do(
            actions.join_team,
            review=review,
            person=cast.panel_member,
            role=Role.REPORT_AUTHOR,
            by=cast.stranger,
        )


def test_references_count_up_within_a_year(cast: Cast) -> None:
    first, second = notified(cast), notified(cast)
    assert first.reference == "SN-2021-001"
    assert second.reference == "SN-2021-002"


def test_the_agreed_pseudonym_stands_on_every_cover(cast: Cast) -> None:
    review = commissioned(cast)
    do(actions.agree_title, review=review, pseudonym="Louise", by=cast.coordinator)
    with acting_as(cast.coordinator.pk):
        assert set(Compartment.objects.filter(review_id=review.pk).values_list("title", flat=True)) == {
            "Louise"
        }
        assert queries.review_or_404(review.slug, cast.coordinator).title == "Louise"


@pytest.mark.parametrize("address", ["reviews:team", "reviews:end", "desk:review", "desk:history"])
def test_pages_of_a_review_are_its_teams(cast: Cast, client: Client, address: str) -> None:
    review = commissioned(cast)
    url = reverse(address, args=[review.slug])
    assert client.get(url).status_code == 302
    for person in (cast.stranger, cast.officer, cast.home_office_reader):
        client.force_login(person)
        assert client.get(url).status_code == 404
    client.force_login(cast.partnership_chair)
    assert client.get(url).status_code == 200


def test_the_chair_ends_a_review_on_the_page(cast: Cast, client: Client) -> None:
    review = commissioned(cast)
    url = reverse("reviews:end", args=[review.slug])
    client.force_login(cast.coordinator)
    assert client.get(url).status_code == 403
    client.force_login(cast.partnership_chair)
    assert "Say why the review ends here" in client.post(url, {"how": "withdraw"}).content.decode()
    assert client.post(url, {"how": "withdraw", "reason": "Another review covers it."}).status_code == 302
    stale = client.post(url, {"how": "withdraw", "reason": "Another review covers it."})
    assert "There is a problem" in stale.content.decode()


def test_team_page_adds_and_takes_off(cast: Cast, client: Client) -> None:
    review = commissioned(cast)
    client.force_login(cast.coordinator)
    url = reverse("reviews:team", args=[review.slug])
    assert "There is a problem" in client.post(url, {}).content.decode()
    new = {"name": "Tomasz Wren", "email": "t.wren@writers.example.org"}
    assert client.post(url, new).status_code == 302
    page = client.get(url).content.decode()
    assert "Tomasz Wren" in page and "Report author" in page
    author = User.objects.by_email(new["email"])
    assert author and author.invitations.count() == 1
    with acting_as(author.pk):
        assert Review.objects.get() == review
    leave = reverse("reviews:leave", args=[review.slug, author.pk, "report_author"])
    assert client.post(leave).status_code == 302
    assert client.post(leave).status_code == 409


@pytest.mark.parametrize(
    ("role", "where"), [(Role.PANEL_MEMBER, "panel’s page"), (Role.FAMILY_MEMBER, "family’s page")]
)
def test_what_is_on_record_elsewhere_ends_there(cast: Cast, role: Role, where: str) -> None:
    review = convened(cast)
    with pytest.raises(Refused, match=where):
        do(actions.leave_team, review=review, person=cast.panel_member, role=role, by=cast.coordinator)
    with acting_as(cast.panel_member.pk):
        assert Review.objects.exists()


def test_nobody_learns_from_the_team_who_of_the_family_takes_part(cast: Cast, client: Client) -> None:
    review = gathering(cast)
    helped(cast, sister(cast, review))
    for person in (cast.coordinator, cast.partnership_chair, cast.panel_member):
        client.force_login(person)
        for page in ("reviews:team", "desk:review"):
            text = client.get(reverse(page, args=[review.slug])).content.decode()
            assert "A relative or friend" not in text and cast.advocate.name not in text


def test_history_tells_who_did_and_read_what(cast: Cast, client: Client) -> None:
    review = commissioned(cast)
    client.force_login(cast.coordinator)
    client.get(reverse("desk:review", args=[review.slug]))
    page = client.get(reverse("desk:history", args=[review.slug])).content.decode()
    assert "The review moved to another stage" in page
    assert "A page was read" in page
    assert cast.coordinator.name in page
    with acting_as(cast.coordinator.pk):
        assert AuditEvent.objects.filter(review_id=review.pk, kind="reviews.page_read").exists()
