"""Who sees what of a family: their own branch, the chair, the author and the coordinator; the database says so."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, models, transaction
from django.test import Client

from illuminate.cli.demo.story import involvement as story
from illuminate.cli.demo.story.panel import chaired
from illuminate.cli.demo.story.report import drafted, latest
from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Compartment, Membership, User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.involvement import actions, branches, queries, tasks
from illuminate.journey.involvement.models import (
    Comment,
    ContactWish,
    Contribution,
    DraftReading,
    NamingWish,
    PrivateLink,
    QuietDay,
    ReadingSection,
    Relative,
    Reply,
    Step,
    ToldOfPublication,
)  # fmt: skip
from illuminate.journey.report.models import Draft, DraftSection, Lesson
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db

EVERYTHING: tuple[type[models.Model], ...] = (
    Comment, ContactWish, Contribution, DraftReading, NamingWish, PrivateLink, QuietDay, ReadingSection, Relative,
    Reply, Step, ToldOfPublication,
)  # fmt: skip


def full(cast: Cast) -> tuple[Review, story.Inside]:
    """A sister who has done everything that there is to do, and been told everything."""
    review = story.read_by_family(cast)
    with acting_as(cast.independent_chair.pk):
        one = Relative.objects.get(review=review)
    kate = story.Inside(story.seen(cast, one), User.objects.get(pk=one.user_id), "")
    kate.act(actions.say_contact_wishes, relative=kate.own(), ways=["phone"])
    kate.act(actions.add_quiet_day, relative=kate.own(), first=date(2000, 3, 14))
    kate.act(actions.say_naming, relative=kate.own(), wish="chosen", name="Louise")
    story.told_of_publication(cast, review)
    return review, kate


def seen_without_any_filter() -> list[str]:
    """What comes back when Python forgets to ask whose it is."""
    return [model.__name__ for model in EVERYTHING if model.objects.exists()]


def test_nobody_outside_sees_a_single_row_whatever_python_forgets(cast: Cast) -> None:
    _, kate = full(cast)
    everything = sorted(model.__name__ for model in EVERYTHING)
    for insider in (cast.independent_chair, cast.coordinator, kate.user):
        with acting_as(insider.pk):
            assert sorted(seen_without_any_filter()) == everything
    for outsider in (
        cast.partnership_chair, cast.panel_member, cast.housing_author, cast.hospital_author, cast.officer,
        cast.home_office_reader, cast.quality_reader, cast.stranger,
    ):  # fmt: skip
        with acting_as(outsider.pk):
            assert seen_without_any_filter() == [], outsider
            assert not Compartment.objects.filter(kind="family").exists()
    assert seen_without_any_filter() == [], "nobody acting"


def test_an_estranged_uncle_learns_nothing_of_the_sister_nor_she_of_him(cast: Cast) -> None:
    review, kate = full(cast)
    owen = story.uncle(cast, review)
    with acting_as(owen.user.pk):
        assert [one.pk for one in Relative.objects.all()] == [owen.relative.pk]
        assert not Contribution.objects.exists() and not Comment.objects.exists()
        assert not DraftReading.objects.exists() and not ReadingSection.objects.exists()
        assert {one.relative_id for one in Step.objects.all()} == {owen.relative.pk}
        assert [one.kind for one in Compartment.objects.all()] == ["family"]
        assert {one.user_id for one in Membership.objects.all()} & {kate.user.pk} == set()
    with acting_as(kate.user.pk):
        assert [one.pk for one in Relative.objects.all()] == [kate.relative.pk]


def test_a_relative_sees_neither_the_review_nor_its_drafts_nor_its_register(cast: Cast) -> None:
    from illuminate.journey.people.models import RegisterEntry, Subject

    _, kate = full(cast)
    with acting_as(kate.user.pk):
        for model in (Review, Draft, DraftSection, Lesson, RegisterEntry, Subject):
            assert not model.objects.exists(), model
        assert queries.agreed_name(kate.relative.review_id) == "Louise"
    with acting_as(cast.stranger.pk):
        assert queries.agreed_name(kate.relative.review_id) == ""


def test_one_branch_can_neither_write_into_another_nor_speak_for_it(cast: Cast) -> None:
    review, kate = full(cast)
    owen = story.uncle(cast, review)
    hers = kate.own()
    for action, more in (
        (actions.contribute, {"text": "As if by her."}),
        (actions.answer_step, {"code": "panel", "state": "declined"}),
        (actions.say_naming, {"wish": "real"}),
    ):
        with pytest.raises(PermissionDenied):
            do(action, relative=hers, **more, by=owen.user)
    with acting_as(owen.user.pk), pytest.raises(DatabaseError), transaction.atomic():
        Contribution.objects.create(
            review_id=hers.review_id, compartment_id=hers.compartment_id, relative_id=hers.pk, text="Forged",
            happened_on="2023-01-01", written_by=owen.user,
        )  # fmt: skip


def test_a_relative_can_neither_open_a_compartment_nor_seat_anybody(cast: Cast) -> None:
    _, kate = full(cast)
    with acting_as(kate.user.pk), pytest.raises(DatabaseError, match="own team"), transaction.atomic():
        compartments.admit(
            review_id=kate.relative.review_id,
            seat=Seat(Role.FAMILY_MEMBER, user_id=cast.stranger.pk, branch=kate.relative.branch), by=kate.user,
        )  # fmt: skip


def test_the_advocate_sees_what_that_branch_sees_and_no_other(client: Client, cast: Cast) -> None:
    review = chaired(cast)
    kate, owen = story.sister(cast, review), story.uncle(cast, review)
    advocate = cast.advocate
    do(
        actions.add_advocate,
        relative=kate.relative,
        name=advocate.name,
        email=advocate.email,
        by=cast.coordinator,
    )
    with acting_as(advocate.pk):
        assert [one.pk for one in Relative.objects.all()] == [kate.relative.pk]
        assert [one.url for one in tasks.waiting_for(advocate)] == [f"/family/with/{kate.relative.pk}/"]
        words = do(actions.contribute, relative=kate.own(), text="She asked me to write this.", by=advocate)
    with pytest.raises(PermissionDenied):
        do(actions.contribute, relative=owen.own(), text="x", by=advocate)
    client.force_login(advocate)
    assert client.get("/family/").status_code == 404, "nobody chosen yet"
    assert client.get(f"/family/with/{owen.relative.pk}/").status_code == 404
    assert client.get(f"/family/with/{kate.relative.pk}/")["Location"] == "/family/"
    page = client.get("/family/words/").content.decode()
    assert "She asked me to write this" in page and "as an advocate" in page
    with acting_as(kate.user.pk):
        assert Contribution.objects.get(pk=words.pk).written_by_id == advocate.pk


def test_an_advocate_never_stands_between_two_branches(cast: Cast) -> None:
    review = chaired(cast)
    kate, owen = story.sister(cast, review), story.uncle(cast, review)
    who = {"name": cast.advocate.name, "email": cast.advocate.email}
    for _ in range(2):
        do(actions.add_advocate, relative=kate.relative, **who, by=cast.independent_chair)
    with pytest.raises(Refused, match="another part of the family"):
        do(actions.add_advocate, relative=owen.relative, **who, by=cast.coordinator)
    with acting_as(cast.advocate.pk):
        assert [one.pk for one in Relative.objects.all()] == [kate.relative.pk]
    for nobody in (cast.partnership_chair, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.add_advocate, relative=kate.relative, **who, by=nobody)


def test_whoever_signs_off_gets_numbers_and_everybody_else_zeros(cast: Cast) -> None:
    review = story.read_by_family(cast)
    with acting_as(cast.partnership_chair.pk):
        assert queries.standing(review) == queries.Standing(1, 0, 0, 0, 0, 1)
    for outsider in (cast.panel_member, cast.housing_author, cast.stranger):
        with acting_as(outsider.pk):
            assert queries.standing(review) == queries.Standing(0, 0, 0, 0, 0, 0)


def test_the_door_answers_to_the_digest_only(cast: Cast) -> None:
    kate = story.sister(cast, chaired(cast))
    link = story.link_of(cast, kate.relative)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM involvement_door(%s, now())", [link.digest])
        assert cursor.fetchone()[0] == 1
        cursor.execute("SELECT count(*) FROM involvement_door('%%', now())")
        assert cursor.fetchone()[0] == 0
        cursor.execute("SELECT count(*) FROM involvement_privatelink")
        assert cursor.fetchone()[0] == 0


def test_steps_and_readings_are_never_rewritten(cast: Cast) -> None:
    full(cast)
    for change in (
        lambda: Step.objects.update(state="declined"), lambda: Step.objects.all().delete(),
        lambda: ReadingSection.objects.update(text="x"), lambda: Relative.objects.all()._raw_delete("default"),
        lambda: DraftReading.objects.update(digest="0" * 64),
    ):  # fmt: skip
        with acting_as(cast.independent_chair.pk), pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_draft_is_looked_through_for_other_branches_before_anybody_reads_it(cast: Cast) -> None:
    review = drafted(cast)
    kate, owen = story.sister(cast, review), story.uncle(cast, review)
    with acting_as(cast.independent_chair.pk):
        everybody = queries.relatives(review, cast.independent_chair)
        sections = list(DraftSection.objects.filter(draft=latest(cast, review)))
        for_him = branches.mentions(story.seen(cast, owen.relative), everybody, sections)
        for_her = branches.mentions(story.seen(cast, kate.relative), everybody, sections)
    found = {(one.label, one.kind, one.section.heading) for one in for_him}
    assert ("Kate", "their pseudonym", "13. Background") in found
    assert not for_her, "the draft says nothing of him"


@pytest.mark.parametrize(
    ("text", "found"), [("Kate met the chair.", True), ("Katharine met the chair.", False), ("KATE'S words", True),
                        ("Ring 07700 900358.", True), ("a benefit", False)],
)  # fmt: skip
def test_whole_words_count(cast: Cast, text: str, found: bool) -> None:
    review = chaired(cast)
    kate, owen = story.relative(cast, review), story.relative(cast, review, story.UNCLE)
    section: Any = DraftSection(number=1, level=1, heading="One", text=text)
    with acting_as(cast.independent_chair.pk):
        assert bool(branches.mentions(owen, [kate, owen], [section])) is found
