"""The pages about a family, each asked four times: signed out, by a stranger, by somebody allowed, with wrong input."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from illuminate.cli.demo.story import involvement as story
from illuminate.cli.demo.story.panel import chaired, convened
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.design.forms import posted_date
from illuminate.journey.involvement import actions, links, space
from illuminate.journey.involvement.models import (
    Comment,
    Contribution,
    DraftReading,
    PrivateLink,
    QuietDay,
    Relative,
)
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def inside(client: Client, cast: Cast, kate: story.Inside) -> Client:
    client.force_login(kate.user)
    session = client.session
    session[space.LINK] = str(story.link_of(cast, kate.relative).pk)
    session.set_expiry(links.SESSION_MINUTES * 60)
    session.save()
    return client


def url(name: str, review: Review, *rest: Any) -> str:
    return reverse(f"involvement:{name}", args=[review.slug, *rest])


def team_pages(review: Review, one: Relative, comment: Comment, reading: DraftReading) -> list[str]:
    names = ("relative", "contacts", "letter", "link_wish", "give_link", "link_shown", "withdraw_link", "advocate",
             "words", "note", "quiet_day", "give", "comment_note", "told")  # fmt: skip
    return [
        url("family", review), url("new", review), url("comments", review), url("answer", review, comment.pk),
        *(url(name, review, one.pk) for name in names), url("step", review, one.pk, "panel"),
        url("longer", review, one.pk, reading.pk),
    ]  # fmt: skip


def family_pages(comment: Comment, words: Contribution, day: QuietDay) -> list[str]:
    reading = comment.reading_id
    return [
        "/family/", "/family/part/", "/family/part/panel/", "/family/contact/", "/family/contact/how/",
        "/family/contact/days/", f"/family/contact/days/{day.pk}/remove/", "/family/words/", "/family/words/new/",
        f"/family/words/{words.pk}/", f"/family/words/{words.pk}/back/", "/family/name/", "/family/name/name/",
        "/family/name/tribute/", "/family/draft/", f"/family/draft/{reading}/", f"/family/draft/{reading}/part/1/",
        f"/family/draft/{reading}/section/1/", f"/family/draft/{reading}/whole/", f"/family/draft/{reading}/finished/",
        f"/family/comments/{comment.pk}/", f"/family/comments/{comment.pk}/back/", "/family/answers/",
    ]  # fmt: skip


@pytest.fixture
def review(cast: Cast) -> Review:
    return story.drafted(cast)


@pytest.fixture
def kate(cast: Cast, review: Review) -> story.Inside:
    one = story.sister(cast, review)
    story.wants_to_read(one)
    return one


def test_the_teams_pages(client: Client, cast: Cast, review: Review, kate: story.Inside) -> None:
    comment = story.commented(kate, story.given(cast, kate, review))
    everything = team_pages(review, kate.relative, comment, comment.reading)
    for page in everything:
        assert client.get(page)["Location"].startswith("/sign-in/"), page
    for outsider in (cast.stranger, cast.panel_member, cast.housing_author, cast.home_office_reader):
        client.force_login(outsider)
        assert {client.get(page).status_code for page in everything} == {404}, outsider
    client.force_login(cast.independent_chair)
    for page in everything:
        answer = client.get(page)
        assert answer.status_code == 200, page
        title = answer.content.decode().split("</title>")[0]
        assert "Siân" not in title and "Margaret" not in title
    client.force_login(cast.partnership_chair)
    first, *rest = everything
    assert "Comments without an answer" in client.get(first).content.decode()
    assert "Kate" not in client.get(first).content.decode()
    assert {client.get(page).status_code for page in rest} == {404}
    assert client.get(f"/reviews/family/{kate.relative.pk}/").status_code == 404


def test_the_familys_pages(client: Client, cast: Cast, review: Review, kate: story.Inside) -> None:
    comment, words = story.commented(kate, story.given(cast, kate, review)), story.contributed(kate)
    day = kate.act(actions.add_quiet_day, relative=kate.own(), first=date(2000, 3, 14), every_year=True)
    everything = family_pages(comment, words, day)
    for page in everything:
        assert client.get(page)["Location"].startswith("/sign-in/"), page
    for somebody in (cast.stranger, cast.independent_chair):
        client.force_login(somebody)
        assert {client.get(page).status_code for page in everything} == {404}
    owen = story.uncle(cast, review)
    inside(client, cast, owen)
    foreign = [page for page in everything if str(comment.pk) in page or str(words.pk) in page or str(day.pk) in page
               or str(comment.reading_id) in page]  # fmt: skip
    assert len(foreign) == 10 and {client.get(page).status_code for page in foreign} == {404}
    inside(client, cast, kate)
    for page in everything:
        answer = client.get(page)
        assert answer.status_code == 200, page
        text = answer.content.decode()
        assert "Leave this page quickly" in text and answer["Cache-Control"] == "no-store"
        assert ("Siân" not in text and "Kate" not in text.replace("Kate and Jean", "")) or "/draft/" in page
        assert not [
            word for word in ("compartment", "stakeholder", "pseudonym") if word in text.split("<main")[1]
        ] or ("/draft/" in page)
    assert client.get(f"/family/draft/{comment.reading_id}/part/999/").status_code == 404


def test_from_somebody_new_to_their_link_in_the_pages(client: Client, cast: Cast) -> None:
    review = chaired(cast)
    client.force_login(cast.independent_chair)
    wrong = client.post(url("new", review), {"name": ""}).content.decode()
    for words in (
        "Enter the full name",
        "who they are to the person who died",
        "live with the person responsible",
    ):
        assert words in wrong
    who = {"name": "Siân Pryce-Okafor", "relationship": "Sister", "closeness": "family", "branch": "new",
           "lives_with_responsible": "yes"}  # fmt: skip
    assert "never asked to take part" in client.post(url("new", review), who).content.decode()
    contacts = client.post(url("new", review), {**who, "lives_with_responsible": "no"})["Location"]
    assert client.post(contacts, {"phone": "x"}).status_code == 200
    reach = {"phone": "07700 900358", "email": "sian.po@example.org", "ring": story.RING}
    page = client.post(contacts, reach)["Location"]
    assert "the letter comes before any link" in client.get(page).content.decode()
    with acting_as(cast.independent_chair.pk):
        one = Relative.objects.get()
    assert "the letter comes before any link" in client.get(url("give_link", review, one.pk)).content.decode()
    blank = client.post(url("letter", review, one.pk), {"bringer": ""}).content.decode()
    assert "Choose who brings the letter" in blank
    letter = {"bringer": "liaison", "bringer_name": "DC Aaron Whitlock"}
    assert client.post(url("letter", review, one.pk), letter).status_code == 302
    wish = {"wants": "yes", **posted_date("happened_on", date.today())}
    assert client.post(url("link_wish", review, one.pk), wish).status_code == 302
    shown = client.post(url("give_link", review, one.pk), {"way": "hand"})["Location"]
    address = client.get(shown).content.decode()
    assert "/family/link/" in address and "/family/link/" not in client.get(shown).content.decode()
    assert client.post(url("give_link", review, one.pk), {"way": "email"}).status_code == 302
    assert client.post(url("withdraw_link", review, one.pk)).status_code == 302
    with acting_as(cast.independent_chair.pk):
        assert PrivateLink.objects.count() == 2 and not PrivateLink.objects.filter(withdrawn_at=None).exists()


def test_name_and_contacts_are_shown_on_request_and_the_asking_is_recorded(
    client: Client, cast: Cast
) -> None:
    kate = story.sister(cast, chaired(cast))
    client.force_login(cast.coordinator)
    page = url("relative", kate.relative.review, kate.relative.pk)
    hidden = client.get(page).content.decode()
    assert "Siân" not in hidden and "07700 900358" not in hidden and "Kate" in hidden
    shown = client.post(page).content.decode()
    assert "Siân Pryce-Okafor" in shown and "07700 900358" in shown
    with acting_as(cast.coordinator.pk):
        mine = AuditEvent.objects.filter(actor_id=cast.coordinator.pk, subject_id=str(kate.relative.pk))
        assert set(mine.values_list("kind", flat=True)) == {
            "involvement.relative_read",
            "involvement.contacts_shown",
        }


def test_days_to_be_left_in_peace_stand_above_every_page_on_which_one_writes(
    client: Client, cast: Cast
) -> None:
    kate = story.sister(cast, chaired(cast))
    kate.act(actions.add_quiet_day, relative=kate.own(), first=date(2000, 3, 14), every_year=True)
    client.force_login(cast.independent_chair)
    for name in ("relative", "letter", "give_link", "contacts", "note", "give", "told"):
        page = client.get(url(name, kate.relative.review, kate.relative.pk)).content.decode()
        assert "Never be in touch on:" in page and "14 March, every year" in page, name


def test_wrong_input_of_the_team_is_said_in_words(client: Client, cast: Cast) -> None:
    kate = story.sister(cast, chaired(cast))
    client.force_login(cast.independent_chair)
    tomorrow = posted_date("happened_on", date.today() + timedelta(days=1))
    for name, sent, words in (
        ("step", {"state": "accepted", "how": "x", **tomorrow}, "must be today or in the past"),
        ("told", {"told": "yes", "how": "", **tomorrow}, "Say how they were told"),
        ("told", {"told": "no", "why_not": "", **tomorrow}, "Say why they could not be told"),
        ("note", {"told": "talking", "text": "", **tomorrow}, "Enter what they said"),
        ("comment_note", {"text": "x"}, "Give them the draft first"),
        ("give", {}, "Upload the overview report first"),
        ("advocate", {"name": "B", "email": "nowhere"}, "correct format"),
        ("quiet_day", {"first-day": "40", "first-month": "1", "first-year": "2027"}, "must be a real date"),
    ):
        rest = ["panel"] if name == "step" else []
        page = client.post(url(name, kate.relative.review, kate.relative.pk, *rest), sent)
        assert page.status_code == 200 and words in page.content.decode(), name
    assert client.get(url("step", kate.relative.review, kate.relative.pk, "nothing")).status_code == 404


def test_a_person_of_another_review_is_not_found_under_this_ones_address(client: Client, cast: Cast) -> None:
    kate = story.sister(cast, chaired(cast))
    other = convened(cast)
    client.force_login(cast.independent_chair)
    assert client.get(url("relative", other, kate.relative.pk)).status_code == 404
    assert client.get(f"/reviews/family/{kate.relative.pk}/")["Location"] == url(
        "relative", kate.relative.review, kate.relative.pk
    )


def test_the_list_asks_the_same_number_of_questions_however_many_there_are(
    client: Client, cast: Cast
) -> None:
    review = chaired(cast)
    story.written_to(cast, story.relative(cast, review))
    client.force_login(cast.independent_chair)

    def asked() -> int:
        client.get(url("family", review))
        with CaptureQueriesContext(connection) as queries:
            client.get(url("family", review))
        return len(queries)

    before = asked()
    for number in range(4):
        who = {**story.UNCLE, "name": f"Cousin Number {number}", "pseudonym": ""}
        do(actions.add_quiet_day, relative=story.written_to(cast, story.relative(cast, review, who)),
           first=date(2000, 1, 1), every_year=True, by=cast.independent_chair)  # fmt: skip
    assert asked() == before
