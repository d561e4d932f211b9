"""What comparing found is kept, settled, released with its entries, and known again when a file is sent anew."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from illuminate.cli.demo.story.chronology import HOSPITAL, HOUSING, file_of, received
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.agencies.models import Challenge
from illuminate.journey.chronology import actions, comparing, queries_findings
from illuminate.journey.chronology.actors import COMPARER
from illuminate.journey.chronology.models import Comparison, Entry, Finding, Mark, Settlement
from illuminate.journey.chronology.tests.hands import (
    LOCKS,
    SHOUTING,
    by_hand,
    entry,
    finding,
    found,
    of,
    sent_again,
    settled,
)
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def kinds_seen_by(person: object) -> set[str]:
    with acting_as(person.pk):
        return set(Finding.objects.values_list("kind", flat=True))


def test_what_was_found_is_kept_for_those_who_see_every_agency(cast: Cast) -> None:
    found(cast)
    everything = {"same_event", "conflict", "one_sided", "silence", "order"}
    assert kinds_seen_by(cast.independent_chair) == kinds_seen_by(cast.coordinator) == everything
    for person in (
        cast.partnership_chair, cast.panel_member, cast.hospital_author, cast.housing_author, cast.officer,
        cast.stranger,
    ):  # fmt: skip
        assert not kinds_seen_by(person), person.email
    with acting_as(cast.independent_chair.pk):
        assert Comparison.objects.get().is_done
        assert AuditEvent.objects.filter(kind="chronology.compared").count() == 1
        conflict = Finding.objects.get(kind="conflict")
        assert conflict.agencies == [cast.hospital.pk, cast.housing.pk] and conflict.first_on == date(
            2014, 6, 11
        )


def test_comparing_twice_changes_nothing_and_nothing_waits_is_nothing_done(cast: Cast) -> None:
    review = found(cast)
    with acting_as(cast.independent_chair.pk):
        before = list(Finding.objects.values_list("pk", "key", "revision"))
    assert not comparing.run(review.pk, eyes=cast.independent_chair.pk, find=by_hand)
    do(actions.compare_again, review_id=review.pk, by=cast.coordinator)
    assert comparing.run(review.pk, eyes=cast.independent_chair.pk, find=by_hand)
    with acting_as(cast.independent_chair.pk):
        assert list(Finding.objects.values_list("pk", "key", "revision")) == before


def test_a_comparison_that_fails_says_so_and_can_be_begun_again(cast: Cast) -> None:
    review = received(cast)

    def broken(_: object) -> list[object]:
        raise ValueError("a fault of ours")

    assert not comparing.run(review.pk, eyes=cast.independent_chair.pk, find=broken)
    with acting_as(cast.independent_chair.pk):
        assert Comparison.objects.get().failed
    do(actions.compare_again, review_id=review.pk, by=cast.independent_chair)
    assert comparing.run(review.pk, eyes=cast.independent_chair.pk, find=by_hand)


def test_what_comes_while_it_compares_is_compared_too(cast: Cast) -> None:
    review = received(cast)
    seen = []

    def slow(entries: list[object]) -> list[object]:
        if not seen:
            sent_again(cast, review, HOSPITAL[:2])
        seen.append(len(entries))
        return []

    assert comparing.run(review.pk, eyes=cast.independent_chair.pk, find=slow)
    assert seen == [5, 4]


def test_a_finding_is_settled_by_the_chair_or_the_author_and_nobody_else(cast: Cast) -> None:
    found(cast)
    one = finding(cast)
    for person in (cast.coordinator, cast.panel_member, cast.hospital_author, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.settle, finding=one, decision="noted", seen=0, by=person)
    right = entry(cast).identity
    do(actions.settle, finding=one, decision="noted", note="The hospital's clock.", taken_right=right, seen=0,
       happened_on=date(2022, 3, 4), by=cast.independent_chair)  # fmt: skip
    settled = finding(cast)
    assert (settled.state, settled.decision, settled.revision) == ("settled", "noted", 1)
    with acting_as(cast.independent_chair.pk):
        kept = Settlement.objects.get()
        assert (kept.taken_right, kept.note, kept.settled_by) == (
            right, "The hospital's clock.", cast.independent_chair,
        )  # fmt: skip
        assert AuditEvent.objects.filter(kind="chronology.settled", subject_id=str(one.pk)).exists()
    do(actions.reopen, finding=settled, note="New papers.", seen=1, by=cast.independent_chair)
    assert finding(cast).state == "open"


def test_a_decision_fits_its_question_and_gives_its_reason(cast: Cast) -> None:
    found(cast)
    for kind, decision, words in (
        ("silence", "same", "Choose what you decide"),
        ("one_sided", "explained", "Say what explains it"),
        ("conflict", "nonsense", "Choose what you decide"),
    ):
        with pytest.raises(Refused, match=words):
            settled(cast, finding(cast, kind), decision)
    with pytest.raises(Refused, match="open already"):
        do(actions.reopen, finding=finding(cast), seen=0, by=cast.independent_chair)
    kept = do(actions.settle, finding=finding(cast), decision="explained", note="Two clocks.", seen=0,
              taken_right=entry(cast).identity, by=cast.independent_chair)  # fmt: skip
    assert kept.taken_right is None, "nobody is taken as right where the accounts agree"


def test_an_older_page_does_not_decide_over_somebody_elses_head(cast: Cast) -> None:
    found(cast)
    stale = finding(cast, "same_event")
    settled(cast, stale, "not_same")
    with pytest.raises(
        Refused, match=r"Imogen Ashdown decided “Not the same event” on .*, so your choice was not kept"
    ):
        settled(cast, stale, "same")
    assert finding(cast, "same_event").decision == "not_same"


def test_what_is_settled_and_marked_follows_an_entry_into_the_next_version(cast: Cast) -> None:
    review = found(cast)
    do(actions.settle, finding=finding(cast), decision="explained", note="Two clocks.", seen=0,
       by=cast.independent_chair)  # fmt: skip
    do(actions.mark, entry=entry(cast), kind="key_episode", note="First sign.", by=cast.independent_chair)
    identity = entry(cast).identity
    changed = [("2013", "", "MH", "Registered.", "None."), *HOSPITAL]
    changed[1] = (
        *HOSPITAL[0][:3],
        "Seen with a bruise to the arm, left.",
        "Asked whether she was safe at home.",
    )
    sent_again(cast, review, changed)
    assert entry(cast).identity == identity
    found(cast, review)
    again = finding(cast)
    assert (again.state, again.decision, again.grown) == ("settled", "explained", False)
    with acting_as(cast.independent_chair.pk):
        (marked,) = queries_findings.marked(review.pk, cast.independent_chair)
        assert marked.entry.event.endswith("left.") and marked.mark.note == "First sign."
        assert Entry.objects.filter(identity=identity).count() == 2


def test_a_group_that_grows_keeps_what_was_settled_and_says_so(cast: Cast) -> None:
    review = found(cast)
    settled(cast, finding(cast, "same_event"), "same")

    def grown(entries: list[object]) -> list[object]:
        from illuminate.engines.chronology.findings import Finding as Found

        return [Found("same_event", of(entries, "bruise", SHOUTING, LOCKS), "Three.", confidence=0.8)]

    do(actions.compare_again, review_id=review.pk, by=cast.independent_chair)
    found(cast, review, find=grown)
    same = finding(cast, "same_event")
    assert (len(same.entries), same.decision, same.grown) == (3, "same", True)
    with acting_as(cast.independent_chair.pk):
        shown = queries_findings.findings(review.pk, cast.independent_chair)
        assert {one.kind for one in shown} == {"same_event"}
    settled(cast, same, "same", seen=1)
    assert not finding(cast, "same_event").grown


def test_a_settled_finding_that_is_no_longer_raised_stays_on_record(cast: Cast) -> None:
    review = found(cast)
    settled(cast, finding(cast, "one_sided"), "noted")
    sent_again(cast, review, HOUSING[:1], by_housing=True)
    found(cast, review)
    assert finding(cast, "one_sided").gone_at is not None
    with acting_as(cast.independent_chair.pk):
        kinds = {one.kind for one in queries_findings.findings(review.pk, cast.independent_chair)}
    assert kinds == {"same_event", "conflict", "silence", "order", "one_sided"}


def test_the_panel_reads_a_finding_once_all_its_entries_are_released(cast: Cast) -> None:
    review = found(cast)
    settled(cast, finding(cast), "noted")
    do(actions.mark, entry=entry(cast), kind="good_practice", note="Asked.", by=cast.independent_chair)
    do(actions.mark, entry=entry(cast, LOCKS), kind="missed_opportunity", by=cast.independent_chair)
    do(actions.release, file=file_of(cast, review, cast.hospital), by=cast.independent_chair)
    assert kinds_seen_by(cast.panel_member) == {"silence", "order"}
    with acting_as(cast.panel_member.pk):
        assert [one.note for one in Mark.objects.all()] == ["Asked."] and not Settlement.objects.exists()
    do(actions.release, file=file_of(cast, review, cast.housing), by=cast.independent_chair)
    assert len(kinds_seen_by(cast.panel_member)) == 5
    with acting_as(cast.panel_member.pk):
        assert Settlement.objects.count() == 1 and Mark.objects.count() == 2
    with acting_as(cast.independent_chair.pk):
        assert AuditEvent.objects.filter(kind="chronology.findings_moved").count() == 2
    sent_again(cast, review, HOSPITAL[:3])
    found(cast, review)
    assert kinds_seen_by(cast.panel_member) == {"one_sided"}


def test_an_agency_is_asked_about_its_own_row_and_answers_on_record(cast: Cast) -> None:
    found(cast)
    with pytest.raises(PermissionDenied):
        do(actions.ask_agency, entry=entry(cast), question="When was it?", by=cast.coordinator)
    do(actions.ask_agency, entry=entry(cast), finding=finding(cast), question="When was it?",
       happened_on=date(2022, 3, 5), by=cast.independent_chair)  # fmt: skip
    assert finding(cast).state == "asked"
    with acting_as(cast.hospital_author.pk):
        asked = Challenge.objects.get()
        assert (
            "table 1, row" in asked.passage and "bruise" in asked.passage and "shouting" not in asked.passage
        )
    with acting_as(cast.housing_author.pk):
        assert not Challenge.objects.exists()
    shown = [entry(cast, SHOUTING)]
    do(actions.ask_agency, entry=entry(cast), question="And this?", shown=shown, by=cast.independent_chair)
    with acting_as(cast.hospital_author.pk):
        assert "Neighbour reported shouting" in Challenge.objects.get(number=2).passage
    with acting_as(cast.independent_chair.pk):
        told = AuditEvent.objects.get(kind="chronology.row_shown")
        assert (told.subject_id, told.detail) == (str(shown[0].pk), {"to": str(cast.hospital.pk)})


def test_nobody_asks_about_or_marks_what_the_agency_no_longer_says(cast: Cast) -> None:
    review = found(cast)
    old = entry(cast)
    sent_again(cast, review, HOSPITAL[:3])
    with acting_as(cast.independent_chair.pk):
        old.file.refresh_from_db()
    with pytest.raises(Refused, match="newer version"):
        do(actions.ask_agency, entry=old, question="When?", by=cast.independent_chair)
    with pytest.raises(Refused, match="newer version"):
        do(actions.mark, entry=old, kind="key_episode", by=cast.independent_chair)


def test_marks_are_made_once_changed_and_taken_off(cast: Cast) -> None:
    found(cast)
    with pytest.raises(PermissionDenied):
        do(actions.mark, entry=entry(cast), kind="key_episode", by=cast.coordinator)
    made = do(actions.mark, entry=entry(cast), kind="key_episode", note="Why", by=cast.independent_chair)
    with pytest.raises(Refused, match="Imogen Ashdown has marked this entry as key episode already"):
        do(actions.mark, entry=entry(cast), kind="key_episode", by=cast.independent_chair)
    do(actions.change_mark, mark=made, note="Because", seen=1, by=cast.independent_chair)
    with pytest.raises(Refused, match="changed this note while"):
        do(actions.change_mark, mark=made, note="Mine", seen=1, by=cast.independent_chair)
    do(actions.end_mark, mark=made, seen=2, by=cast.independent_chair)
    with pytest.raises(Refused, match="taken off meanwhile"):
        do(actions.end_mark, mark=made, seen=2, by=cast.independent_chair)
    do(actions.mark, entry=entry(cast), kind="key_episode", by=cast.independent_chair)


def test_the_web_may_not_act_as_the_comparison(cast: Cast) -> None:
    received(cast)
    with acting_as(COMPARER):
        for model in (Comparison, Entry, Finding, Mark, Settlement):
            assert not model.objects.exists()
