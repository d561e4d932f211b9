"""Telling a partnership of a death: who may, what can't be true, who is told, who sees it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from illuminate.cli.demo.story.intake import ALDER, SUSPECT, VICTIM, notification
from illuminate.foundation.access.models import Compartment
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.intake import actions
from illuminate.journey.intake.details import NotifiedPersonDetails
from illuminate.journey.intake.models import Notification, NotifiedPerson
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
TOMORROW = localdate() + timedelta(days=1)
NAMES = ("Margaret", "Holloway", "Maggie", "Marsh", "Isla", "Pryce", "Quarry", "Alder", "stab", "Tansy")


def refused(cast: Cast, **changes: Any) -> str:
    _ = cast.coordinator
    with pytest.raises(Refused) as caught:
        do(actions.notify, partnership=cast.partnership, details=replace(ALDER, **changes), by=cast.officer)
    return str(caught.value)


def test_chair_and_coordinator_are_told_without_a_name_or_a_detail(cast: Cast) -> None:
    told = notification(cast)
    with acting_as(cast.coordinator.pk):
        messages = list(mailroom.waiting())
        assert {message.to_user for message in messages} == {cast.coordinator, cast.partnership_chair}
        for message in messages:
            text = f"{message.subject} {message.body}"
            assert f"/notifications/{told.pk}/" in text
            assert told.compartment.reference in message.subject
            assert not [name for name in NAMES if name.lower() in text.lower()]
    with acting_as(cast.officer.pk):
        assert not mailroom.waiting().exists()


def test_without_any_filter_nobody_else_sees_it(cast: Cast) -> None:
    notification(cast)
    colleague = cast.person("Wyn Harcastle", "w.harcastle@northshire-police.example.org")
    for nobody in (cast.stranger.pk, cast.home_office_reader.pk, cast.hospital_author.pk, colleague.pk, None):
        with acting_as(nobody):
            assert not Notification.objects.exists()
            assert not NotifiedPerson.objects.exists()
            assert not Compartment.objects.exists()


def test_what_was_sent_can_not_be_changed(cast: Cast) -> None:
    told = notification(cast)
    with acting_as(cast.officer.pk), pytest.raises(Exception, match="permission denied"):
        Notification.objects.filter(pk=told.pk).update(cause="Nothing")


def test_the_words_are_locked_with_the_reviews_key(cast: Cast) -> None:
    told = notification(cast)
    with acting_as(cast.coordinator.pk):
        row = Notification.objects.filter(pk=told.pk).values("circumstances", "died_from", "operation").get()
        assert all(b"Holloway" not in bytes(value) and b"2021" not in bytes(value) for value in row.values())
        people = NotifiedPerson.objects.values_list("name", "address", "phone", "whereabouts")
        assert not [cell for row in people for cell in row if cell and b"Margaret" in bytes(cell)]


def test_the_record_names_nobody(cast: Cast) -> None:
    notification(cast)
    with acting_as(cast.coordinator.pk):
        event = AuditEvent.objects.get(kind="intake.notified")
        assert event.happened_on == ALDER.told_on
        said = " ".join(str(row) for row in AuditEvent.objects.values_list("detail", flat=True))
        assert not [name for name in NAMES if name in said]


@pytest.mark.parametrize(
    "who", ["stranger", "coordinator", "partnership_chair", "hospital_author", "home_office_reader"]
)
def test_who_may_not(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        do(actions.notify, partnership=cast.partnership, details=ALDER, by=getattr(cast, who))


def test_an_agencys_notifier_may(cast: Cast) -> None:
    from illuminate.foundation.access.roles import Role

    _ = cast.coordinator
    nurse = cast.person("Beth Arkwright", "b.arkwright@nvh.example.org", Role.NOTIFIER, cast.hospital)
    told = do(actions.notify, partnership=cast.partnership, details=ALDER, by=nurse)
    assert told.organisation == cast.hospital


def test_what_can_not_be_true_is_said(cast: Cast) -> None:
    assert "date of death can't be in the future" in refused(
        cast, died_from=TOMORROW, died_until=TOMORROW, told_on=localdate()
    )
    assert "told before the death" in refused(cast, told_on=date(2021, 10, 8))
    assert "tell the partnership can't be in the future" in refused(cast, told_on=TOMORROW)
    assert "earliest date of death" in refused(cast, died_until=date(2021, 10, 1))
    unborn = replace(VICTIM, born=date(2021, 10, 10))
    assert "can't have been born after" in refused(cast, people=(unborn,))
    child = NotifiedPersonDetails(kind="child", name="Nobody", born=TOMORROW)
    assert "date of birth can't be in the future" in refused(cast, people=(VICTIM, child))
    charged = replace(SUSPECT, charged_on=TOMORROW)
    assert "charge can't be in the future" in refused(cast, people=(VICTIM, charged))
    assert "Add the person who died" in refused(cast, people=(SUSPECT,))


def test_a_partnership_with_nobody_to_tell_is_not_told(cast: Cast) -> None:
    lonely = cast.organisation("Safer Nowhere Partnership", "partnership", "NO")
    with pytest.raises(Refused, match="Telephone its chair"):
        do(actions.notify, partnership=lonely, details=ALDER, by=cast.officer)
    with acting_as(cast.officer.pk):
        assert not Notification.objects.exists()


def test_a_day_is_known_between_two_or_not(cast: Cast) -> None:
    _ = cast.coordinator
    for first, last, known in ((None, None, False), (date(2021, 10, 8), date(2021, 10, 9), False)):
        details = replace(ALDER, died_from=first, died_until=last)
        told = do(actions.notify, partnership=cast.partnership, details=details, by=cast.officer)
        with acting_as(cast.officer.pk):
            again = Notification.objects.get(pk=told.pk)
            assert (again.died_from, again.died_until, again.day_is_known) == (first, last, known)
