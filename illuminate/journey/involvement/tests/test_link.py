"""The private link and its code: after the letter, only if wanted; and nothing to be learned from a link that fails."""

import re
from datetime import timedelta
from unittest import mock

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils.timezone import now

from illuminate.cli.demo.story import involvement as story
from illuminate.cli.demo.story.panel import chaired
from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import delivery, transports
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.involvement import actions, links
from illuminate.journey.involvement.actions.links import Entered
from illuminate.journey.involvement.choices import LinkWay
from illuminate.journey.involvement.models import PrivateLink, Relative
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def kate(cast: Cast) -> story.Inside:
    return story.sister(cast, chaired(cast))


@pytest.fixture(autouse=True)
def empty_post() -> None:
    transports.MEMORY.clear()


def at_door(client: Client, kate: story.Inside) -> Client:
    assert client.get(kate.path)["Location"] == "/family/door/"
    return client


def with_code(client: Client, kate: story.Inside) -> str:
    at_door(client, kate)
    assert client.post("/family/door/")["Location"] == "/family/code/"
    return story.code_sent()


def come_in(client: Client, kate: story.Inside) -> Client:
    answer = client.post("/family/code/", {"code": with_code(client, kate)})
    assert answer["Location"] == "/family/"
    return client


def test_the_letter_comes_first_and_the_link_only_if_it_is_wanted(cast: Cast) -> None:
    chair = cast.independent_chair
    one = story.relative(cast, chaired(cast))
    do(actions.record_link_wish, relative=one, wants="yes", by=chair)
    with pytest.raises(Refused, match="the letter comes before any link"):
        do(actions.give_link, relative=one, way=LinkWay.HAND, by=chair)
    one = story.written_to(cast, one)
    for answer in ("no", "unknown"):
        do(actions.record_link_wish, relative=one, wants=answer, by=chair)
        with pytest.raises(Refused, match="that they want a private link"):
            do(actions.give_link, relative=story.seen(cast, one), way=LinkWay.HAND, by=chair)
    do(actions.record_link_wish, relative=one, wants="yes", by=chair)
    do(actions.change_contacts, relative=one, phone="", by=chair)
    with pytest.raises(Refused, match="telephone number: the code goes there"):
        do(actions.give_link, relative=story.seen(cast, one), way=LinkWay.HAND, by=chair)
    with acting_as(chair.pk):
        assert not PrivateLink.objects.exists() and not User.objects.filter(kind="family").exists()


def test_a_child_gets_no_link(cast: Cast) -> None:
    child = {**story.SISTER, "under_18": "yes", "responsible_adult": "Stephen Holloway"}
    with pytest.raises(Refused, match="for adults"):
        story.linked(cast, story.written_to(cast, story.relative(cast, chaired(cast), child)))


def test_only_digests_are_kept_and_the_account_has_no_name(cast: Cast, kate: story.Inside) -> None:
    token = kate.path.split("/")[-2]
    link = story.link_of(cast, kate.relative)
    assert len(token) > 40 and token not in (link.digest, link.code_digest)
    assert (kate.user.kind, kate.user.email_index, kate.user.has_usable_password()) == ("family", None, False)
    assert "Siân" not in kate.user.name


def test_the_link_and_the_code_lead_into_their_own_space(client: Client, kate: story.Inside) -> None:
    come_in(client, kate)
    page = client.get("/family/")
    assert page.status_code == 200 and page["Cache-Control"] == "no-store"
    text = page.content.decode()
    assert "Your own space" in text and story.RING in text and "Leave this page quickly" in text
    assert "Siân" not in text and "Kate" not in text and "SN-" not in text
    assert 0 < client.session.get_expiry_age() <= links.SESSION_MINUTES * 60


def test_looking_at_the_link_sends_nothing(client: Client, kate: story.Inside) -> None:
    """Mail programs open links to look at them."""
    at_door(client, kate)
    client.get("/family/door/")
    delivery.deliver_all()
    assert not [mail for mail in transports.MEMORY if mail.channel == "sms"]


def test_the_text_message_says_the_code_and_nothing_else(client: Client, kate: story.Inside) -> None:
    code = with_code(client, kate)
    message = next(mail for mail in transports.MEMORY if mail.channel == "sms")
    assert message.to == "07700 900358"
    assert re.fullmatch(r"\d{6}", code)
    assert not any(
        word in message.body.lower() for word in ("review", "illuminate", "louise", "siân", "http")
    )


def test_five_wrong_codes_and_the_right_one_is_too_late(
    client: Client, cast: Cast, kate: story.Inside
) -> None:
    right = with_code(client, kate)
    wrong = "111111" if right != "111111" else "222222"
    for number in range(5):
        text = client.post("/family/code/", {"code": wrong}).content.decode()
        assert ("not the code we sent" if number < 4 else "tried too often") in text
    assert "tried too often" in client.post("/family/code/", {"code": right}).content.decode()
    assert client.get("/family/")["Location"].startswith("/sign-in/")
    assert story.link_of(cast, kate.relative).wrong_codes == 5
    with time_machine.travel(now() + timedelta(minutes=2)):
        assert client.post("/family/code/", {"code": with_code(client, kate)})["Location"] == "/family/"


def test_a_code_opens_once(client: Client, cast: Cast, kate: story.Inside) -> None:
    code = with_code(client, kate)
    assert client.post("/family/code/", {"code": f" {code[:3]} {code[3:]} "})["Location"] == "/family/"
    again = at_door(Client(), kate)
    assert "run out" in again.post("/family/code/", {"code": code}).content.decode()
    assert again.get("/family/").status_code == 302


def test_a_code_lasts_ten_minutes(client: Client, kate: story.Inside) -> None:
    code = with_code(client, kate)
    with time_machine.travel(now() + timedelta(minutes=11)):
        assert "run out" in client.post("/family/code/", {"code": code}).content.decode()


def test_a_new_code_ends_the_one_before(client: Client, kate: story.Inside) -> None:
    first = with_code(client, kate)
    with time_machine.travel(now() + timedelta(minutes=2)):
        second = with_code(client, kate)
        if first != second:
            assert "not the code" in client.post("/family/code/", {"code": first}).content.decode()
        assert client.post("/family/code/", {"code": second})["Location"] == "/family/"


def test_codes_are_sent_a_minute_apart_and_five_an_hour(client: Client, kate: story.Inside) -> None:
    with_code(client, kate)
    assert "wait a minute" in client.post("/family/door/").content.decode()
    begun = now()
    for minute in range(2, 6):
        with time_machine.travel(begun + timedelta(minutes=2 * minute)):
            assert client.post("/family/door/").status_code == 302
    with time_machine.travel(begun + timedelta(minutes=20)):
        assert "several codes in the last hour" in client.post("/family/door/").content.decode()
    with time_machine.travel(begun + timedelta(minutes=65)):
        assert client.post("/family/door/").status_code == 302


def test_too_many_wrong_codes_in_its_life_close_the_link_and_the_team_is_told(
    cast: Cast, kate: story.Inside
) -> None:
    link = story.link_of(cast, kate.relative)
    entered = []
    with mock.patch.object(links, "WRONG_CODES_CLOSE", 3):
        kate.act(actions.send_code, link=link)
        wrong = "111111" if story.code_sent() != "111111" else "222222"
        entered = [kate.act(actions.enter_code, link=link, code=wrong) for _ in range(4)]
    assert entered == [Entered.WRONG, Entered.WRONG, Entered.CLOSED, Entered.CLOSED]
    with acting_as(cast.independent_chair.pk):
        assert PrivateLink.objects.get(pk=link.pk).withdrawn_at
        assert any("A private link was closed" in one.subject for one in mailroom.waiting())


def test_every_link_that_fails_looks_the_same(client: Client, cast: Cast, kate: story.Inside) -> None:
    """Unknown, replaced, withdrawn or run out: one gentle page, which tells nothing."""
    unknown = client.get("/family/link/nothing-of-the-kind/")
    assert unknown.status_code == 404
    text = unknown.content.decode()
    assert "ring the person who gave it to you" in text and "review" not in text.lower()
    newer = do(actions.give_link, relative=kate.relative, way=LinkWay.HAND, by=cast.independent_chair)
    bodies = {client.get(kate.path).content}
    with time_machine.travel(now() + timedelta(days=91)):
        bodies.add(client.get(newer).content)
    do(actions.withdraw_link, relative=kate.relative, by=cast.independent_chair)
    bodies.add(client.get(newer).content)
    assert bodies == {unknown.content}
    for address in ("/family/door/", "/family/code/"):
        assert client.get(address).content == unknown.content
        assert client.post(address, {"code": "123456"}).content == unknown.content


def test_a_link_that_runs_out_between_door_and_code(client: Client, kate: story.Inside) -> None:
    code = with_code(client, kate)
    with time_machine.travel(now() + timedelta(days=91)):
        assert client.post("/family/code/", {"code": code}).status_code == 404


def test_withdrawing_the_link_ends_the_reading_behind_it(
    client: Client, cast: Cast, kate: story.Inside
) -> None:
    come_in(client, kate)
    assert do(actions.withdraw_link, relative=kate.relative, by=cast.independent_chair) is True
    assert do(actions.withdraw_link, relative=kate.relative, by=cast.independent_chair) is False
    assert client.get("/family/words/")["Location"] == "/family/goodbye/"
    assert client.get("/family/").status_code == 302 and "_auth_user_id" not in client.session


def test_a_newer_link_ends_what_was_opened_with_the_older_one(
    client: Client, cast: Cast, kate: story.Inside
) -> None:
    come_in(client, kate)
    do(actions.give_link, relative=kate.relative, way=LinkWay.HAND, by=cast.independent_chair)
    assert client.get("/family/")["Location"] == "/family/goodbye/"


def test_leaving_closes_the_space(client: Client, kate: story.Inside) -> None:
    come_in(client, kate)
    assert client.get("/family/leave/").status_code == 405
    assert client.post("/family/leave/")["Location"] == "/family/goodbye/"
    assert b"is kept" in client.get("/family/goodbye/").content
    assert client.get("/family/").status_code == 302


def test_behind_the_link_there_is_nothing_but_the_familys_pages(
    client: Client, cast: Cast, kate: story.Inside
) -> None:
    come_in(client, kate)
    slug = "x"
    with acting_as(cast.coordinator.pk):
        slug = kate.relative.review.slug
    for address in (
        "/",
        f"/reviews/{slug}/",
        f"/reviews/{slug}/family/",
        f"/reviews/{slug}/report/",
        "/people/",
    ):
        assert client.get(address).status_code == 404, address


def test_the_demo_or_a_forced_session_without_the_link_opens_nothing(
    client: Client, kate: story.Inside
) -> None:
    client.force_login(kate.user)
    assert client.get("/family/")["Location"] == "/family/goodbye/"


def test_the_link_goes_by_email_once_and_its_mail_names_nobody(cast: Cast, kate: story.Inside) -> None:
    path = do(actions.give_link, relative=kate.relative, way=LinkWay.EMAIL, by=cast.independent_chair)
    delivery.deliver_all()
    sent = next(mail for mail in transports.MEMORY if path in mail.body)
    assert sent.to == "sian.po@example.org"
    assert not any(
        word in sent.subject + sent.body for word in ("Siân", "Louise", "review", "homicide", "death")
    )


def test_two_links_at_once_leave_one(cast: Cast, kate: story.Inside) -> None:
    for _ in range(2):
        do(actions.give_link, relative=kate.relative, way=LinkWay.HAND, by=cast.independent_chair)
    with acting_as(cast.independent_chair.pk):
        assert PrivateLink.objects.filter(relative=kate.relative, withdrawn_at=None).count() == 1
        assert Relative.objects.get(pk=kate.relative.pk).user_id == kate.user.pk, "the account stays the same"


def test_nobody_else_sends_or_tries_a_code(cast: Cast, kate: story.Inside) -> None:
    link = story.link_of(cast, kate.relative)
    for somebody in (cast.independent_chair, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.send_code, link=link, by=somebody)
        with pytest.raises(PermissionDenied):
            do(actions.enter_code, link=link, code="123456", by=somebody)
