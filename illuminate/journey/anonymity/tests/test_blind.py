"""Neither checker learns of the other's verdict, nor whether it is given, before giving their own."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.anonymity import judged
from illuminate.cli.demo.story.publication import frozen
from illuminate.foundation.audit import queries as audit
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom.models import Message
from illuminate.journey.anonymity import actions, blockers, pages, queries, standing
from illuminate.journey.anonymity.models import Check, MachineCheck, Round, Verdict
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def asked(cast: Cast) -> tuple[Review, Check, Check]:
    """Two people were asked to check a file of a frozen report."""
    report = frozen(cast)
    with acting_as(cast.coordinator.pk):
        document = report.files.select_related("document").get(kind="overview").document
    first, second = (
        do(actions.ask_checker, review=report.review, document=document, round="final", checker=person,
           by=cast.coordinator)
        for person in (cast.panel_member, cast.second_panel_member)
    )  # fmt: skip
    return report.review, first, second


def known(person_pk: object, check: Check) -> list[str]:
    """What the database itself gives to somebody who asks without any filter of who may know."""
    with acting_as(person_pk):
        rows = Verdict.objects.filter(check_asked__digest=check.digest, check_asked__round="final")
        return sorted(rows.values_list("verdict", flat=True))


def by_people(review: Review, check: Check) -> list[str]:
    """What the people's checks of a file still lack, as told to whoever is acting."""
    known = standing.of_files(review, [check.document], Round.FINAL)
    return blockers.by_people(known[check.digest], Round.FINAL, "file")


def test_the_database_hides_the_first_verdict_from_everybody_but_its_giver(cast: Cast) -> None:
    _, first, second = asked(cast)
    judged(first, cast.panel_member)
    everybody = (
        cast.second_panel_member, cast.coordinator, cast.independent_chair, cast.partnership_chair, cast.stranger,
    )  # fmt: skip
    for person in everybody:
        assert known(person.pk, first) == [], person.pk
    assert known(cast.panel_member.pk, first) == ["clean"]
    judged(second, cast.second_panel_member, "not_clean", "The last page")
    for person in (cast.panel_member, *everybody[:-1]):
        assert known(person.pk, first) == ["clean", "not_clean"]
    assert known(cast.stranger.pk, first) == []
    assert known(None, first) == []


def test_an_earlier_verdict_on_the_same_bytes_is_hidden_from_who_owes_one(cast: Cast) -> None:
    """One of the two checked the same bytes before submission: the other learns nothing of that either."""
    review, first, second = asked(cast)
    earlier = Verdict.objects.filter(check_asked__digest=first.digest, check_asked__round="submission")
    with acting_as(cast.coordinator.pk):
        assert earlier.get().given_by == cast.panel_member
    with acting_as(cast.second_panel_member.pk):
        assert not earlier.exists()
    judged(second, cast.second_panel_member)
    with acting_as(cast.second_panel_member.pk):
        assert earlier.exists()
        assert queries.verdicts(review, first.digest, "submission", user=cast.second_panel_member)


def test_the_queries_hide_it_too(cast: Cast) -> None:
    """With the database's policy taken away, the answer is the same: the first verdict is nobody else's."""
    _, first, _ = asked(cast)
    judged(first, cast.panel_member)
    with acting_as(cast.panel_member.pk):
        rows = list(Verdict.objects.filter(check_asked=first))
    for person, owes, answered, shown in (
        (cast.second_panel_member, True, True, []),
        (cast.coordinator, False, False, []),
        (cast.panel_member, False, True, rows),
        (cast.panel_member, True, True, rows),
    ):
        found = queries.unblinded(rows, round="final", user_id=person.pk, owes=owes, answered=answered)
        assert found == shown


def test_no_page_task_blocker_history_or_mail_tells(cast: Cast, client: Client) -> None:
    review, first, second = asked(cast)
    client.force_login(cast.second_panel_member)
    addresses = [
        reverse("anonymity:check", args=[second.pk]), reverse("anonymity:checks", args=[review.slug]),
        reverse("desk:history", args=[review.slug]), reverse("desk:desk"), reverse("desk:review", args=[review.slug]),
    ]  # fmt: skip

    def told() -> list[str]:
        with acting_as(cast.second_panel_member.pk):
            blocked = by_people(review, second)
            events = audit.history(review.pk).exclude(actor_id=cast.second_panel_member.pk)
            return [
                *blocked, str(events.filter(kind="anonymity.verdict_given").count()),
                str(queries.verdicts(review, second.digest, second.round, user=cast.second_panel_member)),
                str(Message.objects.filter(subject__startswith="The anonymity check").count()),
            ]  # fmt: skip

    before = told()
    pages_before = [client.get(url).content.decode() for url in addresses]
    judged(first, cast.panel_member, "not_clean", "Page 12 names her street")
    assert told() == before
    for url, text in zip(addresses, pages_before, strict=True):
        now = client.get(url).content.decode()
        for words in ("found something", "Page 12", "verdict on a file was given"):
            assert now.count(words) == text.count(words), (url, words)
    with acting_as(cast.coordinator.pk):
        assert not AuditEvent.objects.filter(
            kind="anonymity.verdict_given", subject_id=str(first.pk)
        ).exists()
    judged(second, cast.second_panel_member)
    with acting_as(cast.coordinator.pk):
        kinds = AuditEvent.objects.filter(kind="anonymity.verdict_given")
        assert kinds.filter(subject_id__in=[str(first.pk), str(second.pk)]).count() == 2
    text = client.get(addresses[0]).content.decode()
    assert "found something" in text


def test_a_verdict_is_the_checkers_own_and_never_changes(cast: Cast) -> None:
    _, first, second = asked(cast)
    with acting_as(cast.panel_member.pk), pytest.raises(ProgrammingError), transaction.atomic():
        Verdict.objects.create(
            review_id=second.review_id, compartment_id=second.compartment_id, check_asked=second, verdict="clean",
            given_on=second.asked_on, given_by=cast.panel_member,
        )  # fmt: skip
    judged(first, cast.panel_member)
    for statement in ("UPDATE anonymity_verdict SET verdict = 'clean'", "DELETE FROM anonymity_verdict"):
        with (
            acting_as(cast.panel_member.pk),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_publication_needs_two_clean_verdicts_on_exactly_these_bytes(cast: Cast) -> None:
    review, first, second = asked(cast)

    def left() -> list[str]:
        with acting_as(cast.partnership_chair.pk):
            return by_people(review, first)

    assert left() == ["Wait for two people to give each their verdict on the file."]
    judged(first, cast.panel_member)
    assert left() == ["Wait for two people to give each their verdict on the file."]
    judged(second, cast.second_panel_member)
    assert left() == []
    with acting_as(cast.coordinator.pk):
        assert MachineCheck.objects.filter(digest=first.digest).exists()
        assert (
            pages.people_words(
                [first, second],
                queries.verdicts(review, first.digest, Round.FINAL, user=cast.coordinator),
                Round.FINAL,
            ).count("found nothing")
            == 2
        )
