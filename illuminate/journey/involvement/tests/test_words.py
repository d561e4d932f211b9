"""What a relative says is theirs: to write, to change, to take back, until the report is public."""

from datetime import timedelta
from html import unescape
from unittest import mock

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils.timezone import now

from illuminate.cli.demo.story import involvement as story
from illuminate.cli.demo.story.panel import chaired
from illuminate.foundation.access.models import Draft as Kept
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.involvement import actions, links, queries, space, tasks
from illuminate.journey.involvement.actions import words as words_actions
from illuminate.journey.involvement.models import Contribution, NamingWish, QuietDay
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def kate(cast: Cast) -> story.Inside:
    return story.sister(cast, chaired(cast))


@pytest.fixture
def inside(client: Client, cast: Cast, kate: story.Inside) -> Client:
    """A browser in the sister's own space; how one gets there is test_link.py."""
    client.force_login(kate.user)
    session = client.session
    session[space.LINK] = str(story.link_of(cast, kate.relative).pk)
    session.set_expiry(links.SESSION_MINUTES * 60)
    session.save()
    return client


def test_the_chair_reads_it_and_is_told_without_a_name(cast: Cast, kate: story.Inside) -> None:
    story.contributed(kate)
    chair = cast.independent_chair
    with acting_as(chair.pk):
        told = [
            one
            for one in mailroom.waiting()
            if one.to_user_id == chair.pk and "waits to be read" in one.subject
        ]
        assert len(told) == 1
        text = told[0].subject + told[0].body
        assert not any(word in text for word in ("Kate", "Siân", "Louise", "sang", "sister"))
        assert f"/reviews/family/{kate.relative.pk}/" in text
        assert [one.text for one in queries.standing_contributions(kate.relative)] == [story.HER_WORDS]


def test_the_chair_is_told_once_in_a_sitting(cast: Cast, kate: story.Inside) -> None:
    def mails() -> int:
        with acting_as(cast.independent_chair.pk):
            return sum(1 for one in mailroom.waiting() if "waits to be read" in one.subject)

    for code in ("told", "contact", "panel"):
        kate.act(actions.answer_step, relative=kate.own(), code=code, state="accepted")
    assert mails() == 1
    with time_machine.travel(now() + timedelta(minutes=61)):
        story.contributed(kate)
        assert mails() == 2


def test_what_is_new_waits_for_the_chair_until_it_is_read(
    client: Client, cast: Cast, kate: story.Inside
) -> None:
    words = story.contributed(kate)
    chair = cast.independent_chair

    def waits() -> list[str]:
        with acting_as(chair.pk):
            return [one.text for one in tasks.waiting_for(chair) if "wrote" in one.text]

    assert waits() == ["Read what somebody of the family wrote"]
    client.force_login(chair)
    address = f"/reviews/{kate.relative.review.slug}/family/{kate.relative.pk}/words/"
    assert story.HER_WORDS in unescape(client.get(address).content.decode())
    assert waits() == []
    kate.act(actions.change_contribution, contribution=words, seen=1, text="Something else.")
    assert waits() == ["Read what somebody of the family wrote"]
    page = unescape(client.get(address).content.decode())
    assert "Something else." in page and story.HER_WORDS not in page


def test_changing_replaces_and_taking_back_erases(cast: Cast, kate: story.Inside) -> None:
    words = story.contributed(kate)
    changed = kate.act(actions.change_contribution, contribution=words, seen=1, text="Better words.")
    kate.act(actions.withdraw_contribution, contribution=changed, seen=2)
    with acting_as(cast.independent_chair.pk):
        assert queries.standing_contributions(kate.relative) == []
        assert Contribution.objects.get(pk=words.pk).text == ""
        assert any("taken back" in one.subject for one in mailroom.waiting())
    with pytest.raises(Refused, match="taken this back already"):
        kate.act(actions.withdraw_contribution, contribution=words, seen=2)


def test_an_older_page_does_not_write_over_a_newer_one(kate: story.Inside) -> None:
    words = story.contributed(kate)
    kate.act(actions.change_contribution, contribution=words, seen=1, text="On the phone.")
    with pytest.raises(Refused, match="changed on another page"):
        kate.act(actions.change_contribution, contribution=words, seen=1, text="On the computer.")
    with pytest.raises(Refused, match="changed on another page"):
        kate.act(actions.withdraw_contribution, contribution=words, seen=1)


def test_after_publication_nothing_changes_any_more(cast: Cast, kate: story.Inside) -> None:
    words = story.contributed(kate)
    with mock.patch.object(words_actions, "stage_of", return_value="published"):
        for action, more in (
            (actions.change_contribution, {"contribution": words, "seen": 1, "text": "x"}),
            (actions.withdraw_contribution, {"contribution": words, "seen": 1}),
            (actions.contribute, {"relative": kate.own(), "text": "x"}),
        ):
            with pytest.raises(Refused, match="made public"):
                kate.act(action, **more)
    kate.act(actions.withdraw_contribution, contribution=words, seen=1)


def test_nobody_else_changes_her_words_not_even_the_chair(cast: Cast, kate: story.Inside) -> None:
    words = story.contributed(kate)
    with acting_as(cast.independent_chair.pk):
        words = Contribution.objects.select_related("relative").get(pk=words.pk)
    for somebody in (cast.independent_chair, cast.coordinator):
        with pytest.raises(PermissionDenied):
            do(actions.change_contribution, contribution=words, seen=1, text="Milder words.", by=somebody)
        with pytest.raises(PermissionDenied):
            do(actions.withdraw_contribution, contribution=words, seen=1, by=somebody)


def test_what_she_said_in_a_call_is_hers_too(inside: Client, cast: Cast, kate: story.Inside) -> None:
    do(actions.contribute, relative=kate.relative, text="She never said he could move in.", told="talking",
       by=cast.independent_chair)  # fmt: skip
    page = inside.get("/family/words/").content.decode()
    assert "She never said he could move in." in page and "written down by Imogen Ashdown" in page
    with acting_as(kate.user.pk):
        words = Contribution.objects.select_related("relative__compartment").get()
    kate.act(actions.withdraw_contribution, contribution=words, seen=1)


def test_writing_changing_and_taking_back_in_the_pages(inside: Client, kate: story.Inside) -> None:
    empty = inside.post("/family/words/new/", {"text": " "}).content.decode()
    assert "Please write something first" in empty
    assert inside.post("/family/words/new/", {"text": story.HER_WORDS})["Location"] == "/family/words/"
    with acting_as(kate.user.pk):
        words = Contribution.objects.get()
    change, back = f"/family/words/{words.pk}/", f"/family/words/{words.pk}/back/"
    assert "remembered everybody" in inside.get(change).content.decode()
    assert inside.post(change, {"text": "New.", "seen": 1}).status_code == 302
    stale = inside.post(change, {"text": "Old page.", "seen": 1}).content.decode()
    assert "changed on another page" in stale and "Old page." in stale, "her words are still on the page"
    assert "New." in inside.get(back).content.decode()
    assert inside.post(back, {"seen": 2}).status_code == 302
    assert inside.get(change).status_code == inside.get(back).status_code == 404
    assert "New." not in inside.get("/family/words/").content.decode()


def test_the_same_page_sent_twice_is_one_contribution(inside: Client, kate: story.Inside) -> None:
    sent = {"text": "Once.", "submission_token": "0d4c8a77-65a4-4b7c-8f8f-3f5a3a2b7a11"}
    first, second = (inside.post("/family/words/new/", sent) for _ in range(2))
    assert first["Location"] == second["Location"]
    with acting_as(kate.user.pk):
        assert Contribution.objects.count() == 1


def test_what_is_not_sent_yet_is_kept_for_her_alone(inside: Client, cast: Cast, kate: story.Inside) -> None:
    page = inside.get("/family/words/new/").content.decode()
    assert 'data-autosave-url="/drafts/?path=%2Ffamily%2Fwords%2Fnew%2F"' in page
    assert (
        inside.post("/drafts/?path=%2Ffamily%2Fwords%2Fnew%2F", {"text": "Half a sente"}).status_code == 204
    )
    assert "Half a sente" in inside.get("/family/words/new/").content.decode()
    with acting_as(cast.independent_chair.pk):
        assert not Contribution.objects.exists()
    inside.post("/family/words/new/", {"text": "Half a sentence."})
    with acting_as(kate.user.pk):
        assert not Kept.objects.filter(user=kate.user).exists()


def test_questions_come_one_at_a_time_and_each_can_be_answered_again(
    inside: Client, kate: story.Inside
) -> None:
    page = inside.get("/family/part/").content.decode()
    assert page.count("You have not answered yet") == 7
    assert "come back another time" in inside.post("/family/part/panel/", {"state": ""}).content.decode()
    assert (
        "come back another time" in inside.post("/family/part/panel/", {"state": "offered"}).content.decode()
    )
    assert inside.post("/family/part/told/", {"state": "declined"})["Location"] == "/family/part/contact/"
    assert inside.post("/family/part/contact/", {"state": "accepted"})["Location"] == "/family/contact/how/"
    assert (
        inside.post("/family/contact/how/", {"ways": ["phone", "email"]})["Location"]
        == "/family/contact/when/"
    )
    assert inside.post("/family/contact/when/", {"when": "After 7"})["Location"] == "/family/contact/who/"
    assert inside.post("/family/contact/who/", {"by_whom": "Bryony"})["Location"] == "/family/contact/"
    text = inside.get("/family/contact/").content.decode()
    assert "A telephone call, An email" in text and "After 7" in text and "Bryony" in text
    inside.post("/family/part/told/", {"state": "accepted"})
    assert "Yes, I would like an advocate" in inside.get("/family/part/").content.decode()
    for wrong in ("/family/part/nothing/", "/family/contact/nothing/", "/family/name/nothing/"):
        assert inside.get(wrong).status_code == 404


def test_a_day_without_a_year_comes_back_every_year(inside: Client, kate: story.Inside) -> None:
    def post(**boxes: str) -> str:
        given = {"first-day": "14", "first-month": "3", "first-year": "", "last-day": "", "last-month": "",
                 "last-year": "", **{name.replace("_", "-"): text for name, text in boxes.items()}}  # fmt: skip
        return inside.post("/family/contact/days/", given).content.decode()

    assert "must be a real date" in post(first_day="31", first_month="2")
    assert "the day and the month" in post(first_day="", first_month="")
    assert "both years" in post(last_day="15", last_month="3", last_year="2027")
    assert "after the first day" in post(first_year="2027", last_day="1", last_month="3", last_year="2027")
    assert post() == ""
    with acting_as(kate.user.pk):
        day = QuietDay.objects.get()
        assert day.words == "14 March, every year"
    assert inside.post(f"/family/contact/days/{day.pk}/remove/").status_code == 302
    assert inside.post(f"/family/contact/days/{day.pk}/remove/").status_code == 404


def test_the_name_the_tribute_and_the_publication(inside: Client, cast: Cast, kate: story.Inside) -> None:
    assert "Please write the name" in inside.post("/family/name/name/", {"wish": "chosen"}).content.decode()
    assert (
        inside.post("/family/name/name/", {"wish": "chosen", "name": "Louise"})["Location"]
        == "/family/name/tribute/"
    )
    assert (
        inside.post("/family/name/tribute/", {"tribute": "She sang."})["Location"] == "/family/name/public/"
    )
    inside.post("/family/name/public/", {"publication": "Not in March."})
    text = inside.get("/family/name/").content.decode()
    assert "Louise" in text and "She sang." in text and "Not in March." in text
    with acting_as(cast.independent_chair.pk):
        wish = NamingWish.objects.get()
        assert (wish.wish, wish.name, wish.tribute) == ("chosen", "Louise", "She sang.")
    inside.post("/family/name/name/", {"wish": "others"})
    with acting_as(cast.independent_chair.pk):
        assert (NamingWish.objects.get().name, NamingWish.objects.get().tribute) == ("", "She sang.")
