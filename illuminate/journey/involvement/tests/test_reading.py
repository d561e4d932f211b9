"""Reading the draft: given with time, in their own compartment; comments, written answers, and the way to sign-off."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client

from illuminate.cli.demo.story import involvement as story
from illuminate.cli.demo.story.publication import word_file
from illuminate.cli.demo.story.report import drafted, latest, upload
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.mailroom import queries as mailroom
from illuminate.journey.involvement import actions, blockers, links, queries, space, tasks
from illuminate.journey.involvement.choices import Code, State
from illuminate.journey.involvement.models import Comment, DraftReading, ReadingSection
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(cast: Cast) -> Review:
    return drafted(cast)


@pytest.fixture
def kate(cast: Cast, review: Review) -> story.Inside:
    inside = story.sister(cast, review)
    story.wants_to_read(inside)
    return inside


def inside(client: Client, cast: Cast, kate: story.Inside) -> Client:
    client.force_login(kate.user)
    session = client.session
    session[space.LINK] = str(story.link_of(cast, kate.relative).pk)
    session.set_expiry(links.SESSION_MINUTES * 60)
    session.save()
    return client


def words(found: list[blockers.Blocker]) -> str:
    return " ".join(one.text for one in found)


def test_a_draft_is_for_whoever_wants_to_read_it(cast: Cast, review: Review) -> None:
    kate = story.sister(cast, review)
    for state in (State.NOT_YET, State.DECLINED):
        kate.act(actions.answer_step, relative=kate.own(), code=Code.DRAFT, state=state)
        with pytest.raises(Refused, match="have not said that they want to read"):
            story.given(cast, kate, review)


def test_it_is_copied_once_with_three_weeks_to_read(cast: Cast, review: Review, kate: story.Inside) -> None:
    do(actions.give_draft, relative=kate.relative, draft=latest(cast, review), happened_on=date(2023, 1, 9),
       by=cast.independent_chair)  # fmt: skip
    with acting_as(kate.user.pk):
        reading = DraftReading.objects.get()
        assert (reading.given_on, reading.until) == (date(2023, 1, 9), date(2023, 1, 30))
        assert ReadingSection.objects.count() == 59
        assert reading.digest == latest(cast, review).digest
    with pytest.raises(Refused, match="this version already"):
        story.given(cast, kate, review)
    with pytest.raises(Refused, match="end after today"):
        do(actions.give_draft, relative=kate.relative, draft=latest(cast, review, Draft.Kind.SUMMARY),
           until=date(2023, 1, 9), happened_on=date(2023, 1, 9), by=cast.independent_chair)  # fmt: skip
    with pytest.raises(PermissionDenied):
        do(actions.give_draft, relative=kate.relative, draft=latest(cast, review), by=cast.panel_member)


def test_with_two_branches_somebody_checks_first_and_leaves_out_what_is_not_for_them(
    cast: Cast, review: Review, kate: story.Inside
) -> None:
    owen = story.uncle(cast, review)
    story.wants_to_read(owen)
    chair = cast.independent_chair
    with pytest.raises(Refused, match="says nothing of another branch"):
        do(actions.give_draft, relative=owen.relative, draft=latest(cast, review), by=chair)
    do(
        actions.give_draft,
        relative=owen.relative,
        draft=latest(cast, review),
        checked=True,
        without=[6, 7],
        by=chair,
    )
    with acting_as(owen.user.pk):
        left_out = ReadingSection.objects.filter(left_out=True)
        assert [(one.number, one.text) for one in left_out] == [(6, ""), (7, "")]
        assert ReadingSection.objects.get(number=5).text


def test_the_give_page_ticks_what_it_found_and_leaves_it_out(
    client: Client, cast: Cast, review: Review, kate: story.Inside
) -> None:
    owen = story.uncle(cast, review)
    story.wants_to_read(owen)
    client.force_login(cast.independent_chair)
    address = f"/reviews/{review.slug}/family/{owen.relative.pk}/draft/"
    page = client.get(address).content.decode()
    assert "Kate: their pseudonym, in “13. Background”" in page
    form = client.get(address).context["form"]
    soon = date.today() + timedelta(days=21)
    boxes = {"until-day": soon.day, "until-month": soon.month, "until-year": soon.year}
    sent = {"draft": latest(cast, review).pk, "without": form.initial["without"], **boxes}
    assert "says nothing of another branch" in client.post(address, sent).content.decode()
    assert client.post(address, {**sent, "checked": "on"}).status_code == 302
    with acting_as(owen.user.pk):
        assert not ReadingSection.objects.filter(text__contains="Kate").exists()
        assert ReadingSection.objects.filter(left_out=True).exists()


def test_reading_commenting_and_the_written_answer(
    client: Client, cast: Cast, review: Review, kate: story.Inside
) -> None:
    reading = story.given(cast, kate, review)
    browser = inside(client, cast, kate)
    contents = browser.get(f"/family/draft/{reading.pk}/").content.decode()
    assert "15. Overview and analysis" in contents and "until 30 January 2023" not in contents
    with acting_as(kate.user.pk):
        section = ReadingSection.objects.get(heading="Coercive control and economic abuse")
        number = ReadingSection.objects.get(heading="15. Overview and analysis").number
    chapter = f"/family/draft/{reading.pk}/part/{number}/"
    assert "15.1 Between 2014 and 2018" in browser.get(chapter).content.decode()
    beside = f"/family/draft/{reading.pk}/section/{section.number}/"
    assert "Please write something first" in browser.post(beside, {"text": ""}).content.decode()
    answer = browser.post(beside, {"text": story.HER_COMMENT})
    assert answer["Location"] == f"{chapter}#section-{section.number}"
    assert "You will get a written answer" in browser.get(chapter).content.decode()
    with acting_as(kate.user.pk):
        comment = Comment.objects.select_related("reading__relative").get()
    changed = {"text": "That was HIS reason.", "seen": 1}
    assert browser.post(f"/family/comments/{comment.pk}/", changed).status_code == 302
    story.answered(cast, comment)
    page = browser.get(chapter).content.decode()
    assert "You are right, and we are sorry" in page and "Change this" not in page
    assert (
        "had an answer"
        in browser.post(f"/family/comments/{comment.pk}/", {**changed, "seen": 2}).content.decode()
    )
    assert "You are right" in browser.get("/family/answers/").content.decode()
    with acting_as(cast.independent_chair.pk):
        assert AuditEvent.objects.filter(kind="involvement.draft_read", actor_id=kate.user.pk).count() == 3


def test_comments_are_hers_to_take_back(
    client: Client, cast: Cast, review: Review, kate: story.Inside
) -> None:
    reading = story.given(cast, kate, review)
    comment = story.commented(kate, reading)
    browser = inside(client, cast, kate)
    back = f"/family/comments/{comment.pk}/back/"
    assert story.HER_COMMENT in browser.get(back).content.decode()
    assert browser.post(back, {"seen": 1})["Location"] == f"/family/draft/{reading.pk}/"
    assert browser.get(back).status_code == 404
    with acting_as(cast.independent_chair.pk):
        assert queries.unanswered_comments(review) == []
        gone = Comment.objects.select_related("reading__relative").get(pk=comment.pk)
        assert gone.text == ""
    with pytest.raises(Refused, match="taken back"):
        story.answered(cast, comment)


def test_what_is_begun_beside_a_section_is_found_again(
    client: Client, cast: Cast, review: Review, kate: story.Inside
) -> None:
    reading = story.given(cast, kate, review)
    browser = inside(client, cast, kate)
    address = f"/family/draft/{reading.pk}/section/2/"
    browser.post(f"/drafts/?path={address}", {"text": "They have not borne it with"})
    assert "Go on with what you began" in browser.get(f"/family/draft/{reading.pk}/part/2/").content.decode()
    assert "They have not borne it with" in browser.get(address).content.decode()


def test_one_answer_to_each_comment_by_those_who_write_the_report(
    cast: Cast, review: Review, kate: story.Inside
) -> None:
    comment = story.commented(kate, story.given(cast, kate, review))
    with acting_as(cast.coordinator.pk):
        theirs = Comment.objects.select_related("reading__relative").get(pk=comment.pk)
    with pytest.raises(PermissionDenied):
        do(actions.answer_comment, comment=theirs, text="x", outcome="changed", by=cast.coordinator)
    story.answered(cast, comment)
    with pytest.raises(Refused, match="answered this comment already"):
        story.answered(cast, comment)


def test_when_all_is_answered_she_is_told_without_a_detail(
    cast: Cast, review: Review, kate: story.Inside
) -> None:
    reading = story.given(cast, kate, review)
    first, second = story.commented(kate, reading), story.commented(kate, reading, "The bit about the gate.")

    def mails() -> int:
        with acting_as(cast.independent_chair.pk):
            return sum(1 for one in mailroom.waiting() if one.subject == "There is something new for you")

    before = mails()
    story.answered(cast, first)
    assert mails() == before
    story.answered(cast, second)
    assert mails() == before + 1
    kate.act(actions.say_contact_wishes, relative=kate.own(), ways=["phone"])
    story.answered(cast, story.commented(kate, reading, "One more."))
    assert mails() == before + 1, "she asked to be rung, not written to"


def test_sign_off_waits_for_the_family_and_says_so_without_a_name(
    cast: Cast, review: Review, kate: story.Inside
) -> None:
    def missing(day: date = date(2023, 1, 20)) -> str:
        with acting_as(cast.partnership_chair.pk), time_machine.travel(day):
            found = blockers.family_has_read(review)
            assert all(one.url == f"/reviews/{review.slug}/family/" for one in found)
            return words(found)

    assert missing() == "One of the family wants to read the draft and has not been given it."
    reading = story.given(cast, kate, review)
    assert missing() == "One of the family is still reading the draft, within the time agreed."
    assert missing(date(2023, 1, 31)) == "", "the time is over"
    comment = story.commented(kate, reading)
    assert missing(date(2023, 1, 31)) == "A comment of the family has no written answer yet."
    story.answered(cast, comment)
    assert missing(date(2023, 1, 31)) == ""
    do(actions.lengthen_reading, reading=reading, until=date(2027, 2, 13), by=cast.independent_chair)
    assert "still reading" in missing(date(2027, 2, 1))
    kate.act(actions.finish_reading, reading=reading)
    assert missing(date(2027, 2, 1)) == ""
    with pytest.raises(Refused, match="told us already"):
        kate.act(actions.finish_reading, reading=reading)


def test_reading_time_is_only_ever_lengthened(cast: Cast, review: Review, kate: story.Inside) -> None:
    reading = story.given(cast, kate, review)
    with pytest.raises(Refused, match="after today"):
        do(actions.lengthen_reading, reading=reading, until=date(2023, 1, 15), by=cast.independent_chair)


def test_publication_waits_until_everybody_is_told_or_it_is_said_why_not(
    cast: Cast, review: Review, kate: story.Inside
) -> None:
    owen = story.uncle(cast, review)
    chair = cast.independent_chair

    def missing() -> str:
        with acting_as(cast.partnership_chair.pk):
            found = words(blockers.family_told_of_publication(review))
            assert queries.told_of_publication(review) is (found == "")
            return found

    assert missing().startswith("2 of the family have not been told")
    owen.act(actions.answer_step, relative=owen.own(), code=Code.CONTACT, state=State.DECLINED)
    assert missing().startswith("One of the family has not been told")
    with pytest.raises(Refused, match="Say how they were told"):
        do(actions.record_told_of_publication, relative=kate.relative, how=" ", by=chair)
    do(
        actions.record_told_of_publication,
        relative=kate.relative,
        why_not="No answer to three calls.",
        by=chair,
    )
    assert missing() == ""
    do(actions.record_told_of_publication, relative=kate.relative, how="By telephone", happened_on=date(2023, 11, 7),
       by=chair)  # fmt: skip
    with acting_as(chair.pk):
        told = type(kate.relative).objects.get(pk=kate.relative.pk).told_of_publication
        assert (told.how, told.why_not) == ("By telephone", "")


def test_tasks_say_how_far_the_family_is_in_numbers(cast: Cast, review: Review, kate: story.Inside) -> None:
    story.commented(kate, story.given(cast, kate, review))
    for reader in (cast.independent_chair, cast.partnership_chair):
        with acting_as(reader.pk):
            give, answer = tasks.tasks(review, reader)
            assert (give.status, answer.status) == ("done", "to_do")
    with acting_as(cast.panel_member.pk):
        assert tasks.tasks(review, cast.panel_member) == []
    with acting_as(cast.independent_chair.pk):
        waiting = {one.text: one for one in tasks.waiting_for(cast.independent_chair)}
        assert waiting["Answer the family’s comments on the draft"].title == "Louise"
        assert waiting["Reading time of the draft"].due == story.UNTIL
        assert waiting["Reading time of the draft"].holder == "The family"


def test_a_newer_version_is_given_beside_the_older_one(
    cast: Cast, review: Review, kate: story.Inside
) -> None:
    reading = story.given(cast, kate, review)
    kate.act(actions.finish_reading, reading=reading)
    second = upload(cast, review, Draft.Kind.OVERVIEW, Upload("b.docx", word_file("It was the worst year.")))
    do(actions.give_draft, relative=story.seen(cast, kate.relative), draft=second, by=cast.independent_chair)
    with acting_as(cast.partnership_chair.pk):
        assert "still reading" in words(blockers.family_has_read(review)), "the newest version counts"
