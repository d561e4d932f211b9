"""Two at the same moment, on a database where transactions really commit."""

import threading
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import connections

from illuminate.foundation.access import actions
from illuminate.foundation.access.models import Organisation, Post, Submission, User
from illuminate.foundation.access.refusals import Refused
from illuminate.foundation.access.roles import Role
from illuminate.foundation.access.tests import urls
from illuminate.foundation.access.tests.conftest import signed_in
from tests.cast import PASSWORD, Cast, do

pytestmark = pytest.mark.usefixtures("committed")


def both(first: Callable[[], object], second: Callable[[], object]) -> list[object]:
    """What two threads came to, each with a connection of its own."""
    outcomes: list[object] = []

    def go(work: Callable[[], object]) -> None:
        try:
            outcomes.append(work())
        except Exception as error:  # whatever it was, the test tells it
            outcomes.append(error)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=go, args=[work]) for work in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_two_coordinators_inviting_the_same_person_make_one_account(cast: Cast) -> None:
    second = User.objects.create_user(email="second@example.org", name="Second", password=PASSWORD)
    Post.objects.create(
        user=second, organisation=cast.partnership, role="coordinator", started_on=date(2026, 1, 5)
    )
    given = {
        "name": "Noor", "email": "noor@example.org", "partnership": cast.partnership, "organisation": cast.housing,
        "role": Role.ACTION_LEAD,
    }  # fmt: skip
    coordinator = cast.coordinator
    outcomes = both(
        lambda: do(actions.invite, **given, by=coordinator), lambda: do(actions.invite, **given, by=second)
    )
    assert sorted(type(outcome) for outcome in outcomes if isinstance(outcome, Exception)) == [Refused]
    assert User.objects.by_email("noor@example.org").posts.count() == 1


def test_a_form_sent_twice_at_once_is_taken_once_and_both_are_led_to_the_same_page(cast: Cast) -> None:
    token = str(uuid4())
    clients = [signed_in(cast.coordinator), signed_in(cast.coordinator)]
    urls.SLOW.set()
    try:
        answers = both(*(
            lambda client=client: client.post("/add/", {"name": "Once", "submission_token": token})
            for client in clients
        ))  # fmt: skip
    finally:
        urls.SLOW.clear()
    assert Organisation.objects.filter(name="Once").count() == 1
    assert len({answer["Location"] for answer in answers}) == 1
    assert answers[0]["Location"].startswith("/added/")


def test_when_the_first_fails_the_second_is_taken(cast: Cast) -> None:
    """The first holds the token while it fails; the second waits, and then does the work."""
    token, client = str(uuid4()), signed_in(cast.coordinator)
    client.raise_request_exception = False
    assert client.post("/add/", {"name": "broken", "submission_token": token}).status_code == 500
    assert not Organisation.objects.filter(name="broken").exists()
    assert client.post("/add/", {"name": "mended", "submission_token": token}).status_code == 302
    with_rows = Submission.objects.using("owner").filter(pk=token)
    assert with_rows.get().led_to.startswith("/added/")


def test_the_same_link_used_by_two_at_once_works_for_one(cast: Cast) -> None:
    from illuminate.foundation.access import actions_invitations
    from illuminate.foundation.access.models import Invitation

    actions_invitations.ask_new_password(email=cast.officer.email)
    invitation = Invitation.objects.get()
    actions_invitations.issue(invitation=invitation)
    outcomes = both(*(
        lambda word=word: actions_invitations.accept(invitation=invitation, password=f"{word} sleepy badgers")
        for word in ("seven", "eight")
    ))  # fmt: skip
    assert [type(outcome) for outcome in outcomes if isinstance(outcome, Exception)] == [Refused]
