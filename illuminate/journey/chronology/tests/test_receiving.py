"""An agency sends its chronology, sends it again, and the chair releases it."""

from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import (
    HOSPITAL,
    analysing,
    file_of,
    received,
    released,
    request_to,
    separated,
    sheet,
    word,
)
from illuminate.engines.chronology import combine, read_file
from illuminate.foundation.access.models import Organisation
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.checks import NotAccepted
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.chronology import actions, queries, rows, words
from illuminate.journey.chronology.models import ChronologyFile, Entry, RefusedRow
from illuminate.journey.chronology.tests.hands import sent
from illuminate.journey.reviews.blockers import Refused
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def test_rows_become_entries_and_nothing_is_lost(cast: Cast) -> None:
    review = received(cast)
    file = file_of(cast, review, cast.hospital)
    assert (file.rows_read, file.rows_entered, file.rows_refused, file.entry_count) == (4, 3, 1, 3)
    assert words.counts(file) == "4 rows read, 1 listed below that could not be read."
    with acting_as(cast.hospital_author.pk):
        first, doubtful, early = queries.entries_of(file, cast.hospital_author)
        assert (first.source_part, first.source_row, first.time) == ("table 1", 2, time(10, 30))
        assert (first.original_date, first.original_time, first.subjects) == ("11/06/2014", "10:30", "MH")
        assert words.day_words(first) == "11 June 2014, 10:30"
        assert words.day_words(doubtful) == "?22 may 2016, am"
        assert words.understood(doubtful) == "22 May 2016, in doubt"
        assert words.day_words(early) == "early 2018" and early.starts_on == date(2018, 1, 1)
        refused = queries.refused_of(file, cast.hospital_author).get()
        assert (refused.part, refused.row) == ("table 1", 5) and "Note left at reception" in refused.text


def test_who_people_are_is_not_readable_in_the_table(cast: Cast) -> None:
    received(cast)
    with acting_as(cast.independent_chair.pk), connections["default"].cursor() as cursor:
        cursor.execute("SELECT subjects, practitioner, other_columns FROM chronology_entry")
        cells = [bytes(cell) for row in cursor.fetchall() for cell in row if cell]
    assert cells
    for cell in cells:  # no letters of any text; two letters alone stand in many bytes by chance
        with pytest.raises(UnicodeDecodeError):
            cell.decode()


def test_the_combined_list_has_the_order_of_the_engine(cast: Cast) -> None:
    review = asked(cast)
    uploads = [word(HOSPITAL), sheet([("11/06/2014", "", "T", f"Call {n}", "") for n in range(5)])]
    uploads[1] = sheet(
        [*[(row, "", "T", "Call", "") for row in ("2014", "11 June 2014", "June 2014", "before 2010")]]
    )
    for agency, author, upload in (
        (cast.hospital, cast.hospital_author, uploads[0]),
        (cast.housing, cast.housing_author, uploads[1]),
    ):
        do(actions.receive, request=request_to(cast, review, agency), upload=upload, by=author)
    expected = combine(read_file(upload.data, upload.name) for upload in uploads)
    with acting_as(cast.independent_chair.pk):
        found = list(queries.combined(review, cast.independent_chair))
    assert [one.original_date for one in found] == [one.original.date for one in expected]


def test_an_undated_entry_stands_last(cast: Cast) -> None:
    """Whatever gives an entry without any day, the list never puts it first."""
    review = received(cast)
    with acting_as(cast.independent_chair.pk):
        entry = queries.combined(review, cast.independent_chair)[0]
        Entry.objects.filter(pk=entry.pk).update(
            sort_day=None, sort_width=1_000_000, starts_on=None, ends_on=None, precision="unknown", time=None
        )
        assert list(queries.combined(review, cast.independent_chair))[-1].pk == entry.pk


def test_a_new_version_takes_the_place_of_the_old_which_is_kept(cast: Cast) -> None:
    review = received(cast)
    request = request_to(cast, review, cast.hospital)
    do(actions.receive, request=request, upload=word(HOSPITAL[:1]), by=cast.hospital_author)
    with acting_as(cast.hospital_author.pk):
        new, old = queries.versions_of(request, cast.hospital_author)
        assert (new.version, new.is_current, old.version, old.is_current) == (2, True, 1, False)
        assert old.entries.count() == 3
    with acting_as(cast.independent_chair.pk):
        agencies = [one.file.organisation for one in queries.combined(review, cast.independent_chair)]
    assert agencies.count(cast.hospital) == 1


def test_the_same_file_twice_is_refused_in_words(cast: Cast) -> None:
    review = received(cast)
    with acting_as(cast.hospital_author.pk):
        data = Document.objects.get(purpose="chronology.file")
        before = ChronologyFile.objects.count()
    upload = Upload("again.docx", _contents(cast, data))
    with pytest.raises(Refused, match="same as version 1"):
        sent(cast, review, upload)
    with acting_as(cast.hospital_author.pk):
        assert ChronologyFile.objects.count() == before


def _contents(cast: Cast, document: Document) -> bytes:
    from illuminate.foundation.documents.actions import contents

    with acting_as(cast.hospital_author.pk):
        return contents(document)


def test_only_the_agency_itself_or_the_coordinator_sends(cast: Cast) -> None:
    review = asked(cast)
    request = request_to(cast, review, cast.hospital)
    for person in (cast.housing_author, cast.panel_member, cast.independent_chair, cast.stranger):
        with pytest.raises(PermissionDenied):
            do(actions.receive, request=request, upload=word(HOSPITAL), by=person)
    do(actions.receive, request=request, upload=word(HOSPITAL), by=cast.coordinator)


BAD = {
    "empty": Upload("a.xlsx", b""),
    "mistyped": Upload("a.xlsx", b"%PDF-1.7 nothing like a sheet"),
    "truncated": Upload("a.docx", word(HOSPITAL).data[:2000]),
    "no table": word([], headings=("Name", "Shoe size", "x", "y", "z")),
    "no rows": word([]),
    "zero characters": Upload("a.csv", b"Date,Event\n1/2/2018,a\x00b\n"),
}


def test_a_file_that_cannot_be_read_leaves_nothing_behind(cast: Cast) -> None:
    request = request_to(cast, asked(cast), cast.hospital)
    for what, upload in BAD.items():
        with pytest.raises(NotAccepted) as refusal:
            do(actions.receive, request=request, upload=upload, by=cast.hospital_author)
        assert str(refusal.value).endswith(".") and "Traceback" not in str(refusal.value), what
    with acting_as(cast.hospital_author.pk):
        assert not ChronologyFile.objects.exists()
        assert not Document.objects.filter(purpose="chronology.file").exists()


def test_hostile_cells_are_kept_as_words(cast: Cast) -> None:
    review = asked(cast)
    upload = separated([("01/02/2018", "", "T", "=cmd|' /C calc'!A0 <script>alert(1)</script>", "None")])
    sent(cast, review, upload)
    with acting_as(cast.hospital_author.pk):
        assert Entry.objects.get().event.startswith("=cmd")
    assert rows.safe("a\x00b") == "a\ufffdb"


def test_what_fails_on_the_way_undoes_everything(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    review = asked(cast)

    def full(*_: Any, **__: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("illuminate.journey.chronology.actions.receiving.record", full)
    with pytest.raises(RuntimeError):
        sent(cast, review, word(HOSPITAL))  # fmt: skip
    with acting_as(cast.hospital_author.pk):
        for model in (ChronologyFile, Entry, RefusedRow):
            assert not model.objects.exists()


def test_a_release_moves_everything_to_where_the_panel_reads(cast: Cast) -> None:
    review = released(cast)
    with acting_as(cast.panel_member.pk):
        file = ChronologyFile.objects.select_related("document").get()
        assert file.organisation == cast.hospital
        assert Document.objects.filter(pk=file.document_id).exists()
        assert Entry.objects.count() == 3 and RefusedRow.objects.count() == 1
    with acting_as(cast.independent_chair.pk):
        assert AuditEvent.objects.filter(kind="chronology.released", subject_id=str(file.pk)).exists()
    with pytest.raises(Refused, match="already"):
        do(actions.release, file=file, by=cast.independent_chair)
    with pytest.raises(PermissionDenied):
        do(actions.release, file=file_of(cast, review, cast.housing), by=cast.coordinator)


def test_a_replaced_version_is_not_released_and_a_released_one_can_be_replaced(cast: Cast) -> None:
    review = released(cast)
    old = file_of(cast, review, cast.hospital)
    request = request_to(cast, review, cast.hospital)
    do(actions.receive, request=request, upload=word(HOSPITAL[:2]), by=cast.hospital_author)
    new = file_of(cast, review, cast.hospital)
    assert not new.is_released
    with acting_as(cast.panel_member.pk):
        assert not queries.combined(review, cast.panel_member).exists()
        assert queries.files(review, cast.panel_member)[0].pk == old.pk
    do(actions.receive, request=request, upload=word(HOSPITAL[:3]), by=cast.hospital_author)
    with pytest.raises(Refused, match="newer version"):
        do(actions.release, file=new, by=cast.independent_chair)


def test_the_analysis_needs_one_answer_and_waits_for_nobody_else(cast: Cast) -> None:
    review = analysing(cast)
    assert review.stage == "analysing"
    request = request_to(cast, review, cast.housing)
    do(actions.receive, request=request, upload=sheet([(date(2019, 1, 2), "", "T", "Call", "None")]),
       by=cast.housing_author)  # fmt: skip


def test_nobody_sees_another_teams_rows_without_any_filter(cast: Cast) -> None:
    released(cast)
    seen = {
        cast.housing_author.pk: {cast.housing.pk}, cast.hospital_author.pk: {cast.hospital.pk},
        cast.panel_member.pk: {cast.hospital.pk}, cast.independent_chair.pk: {cast.hospital.pk, cast.housing.pk},
        cast.coordinator.pk: {cast.hospital.pk, cast.housing.pk}, cast.stranger.pk: set(), cast.officer.pk: set(),
        None: set(),
    }  # fmt: skip
    for person, organisations in seen.items():
        with acting_as(person):
            assert set(ChronologyFile.objects.values_list("organisation_id", flat=True)) == organisations
            assert set(Entry.objects.values_list("file__organisation_id", flat=True)) == organisations
            assert set(RefusedRow.objects.values_list("file__organisation_id", flat=True)) == organisations


def test_a_file_of_another_agency_is_pointed_out() -> None:
    asked = Organisation(name="Northbridge and Vale Hospitals NHS Trust")

    def other(agency: str, where: str) -> str:
        told = {"agency": agency, "decided": [{"words": f"the agency, {agency}, comes from {where}"}]}
        return words.other_agency(ChronologyFile(organisation=asked, summary=told))

    assert other("Northshire Police", "the title") == "Northshire Police"
    assert other("Vale Hospitals", "the title") == ""
    assert other("v3 final", "the file's name") == ""
