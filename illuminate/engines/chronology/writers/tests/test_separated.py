"""The .csv as Excel opens it, and the .json as a program does."""

from __future__ import annotations

import csv
import io
import json
import string

import pytest

from illuminate.engines.chronology import Refused, Source, UnreadableFile, read_file
from illuminate.engines.chronology.writers import Combined, findings_alone, put_together
from illuminate.engines.chronology.writers.tests.make import an_entry, bytes_of, combined, find

REFUSED = Refused(Source("gp.docx", "table 1", 9), "no date", "n/k | letter")


def rows_of(chronology: Combined) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(bytes_of(chronology, ".csv").decode("utf-8-sig"), newline="")))


def test_excel_knows_the_csv_by_its_first_bytes() -> None:
    data = bytes_of(combined(an_entry("Café")), ".csv")
    assert data.startswith(b"\xef\xbb\xbfDate,From,To,")
    assert data.endswith(b"\r\n")


@pytest.mark.parametrize("words", ["=1+1", "+44 7700 900123", "- told", "@SUM(A1)", "\t=1", "  =1", "＝1"])
def test_a_csv_cell_never_begins_as_a_formula_does(words: str) -> None:
    told = combined(an_entry(words, agency=words, extra={"=x": words}))
    [row] = rows_of(told)
    assert row["Event"] == f"'{words}"
    for cell in row.values():
        assert not cell.strip() or cell.strip()[0] in string.ascii_letters + string.digits + "'"


def test_a_csv_holds_the_rows_that_were_not_read_too() -> None:
    first, last = rows_of(combined(an_entry(), refused=[REFUSED]))
    assert first["Not read because"] == ""
    assert (last["Not read because"], last["Event"], last["Row"]) == ("no date", "n/k | letter", "9")


def test_a_csv_that_excel_saved_again_is_still_known() -> None:
    """Excel writes its own separators, days and alphabet."""
    before = combined(an_entry("Café, 9 o’clock"), an_entry("Seen.", row=3), refused=[REFUSED])
    rows = list(csv.reader(io.StringIO(bytes_of(before, ".csv").decode("utf-8-sig"), newline="")))
    saved = io.StringIO()
    csv.writer(saved, delimiter=";").writerows(
        [cell.replace("2016-05-22", "22/05/2016") for cell in row] for row in rows
    )
    after = put_together([read_file(saved.getvalue().encode("cp1252"), "saved.csv")], find)
    assert after.entries == before.entries
    assert after.refused == before.refused


def test_the_json_has_the_shape_of_the_contract() -> None:
    told = combined(an_entry(subjects=("Ann",)), an_entry("Seen.", row=3, kind="call"), refused=[REFUSED])
    form = json.loads(bytes_of(told, ".json"))
    assert list(form) == ["entries", "findings", "refused", "details"]
    assert form["entries"][0] == {
        "id": "e000001",
        "agency": "Larch GP",
        "source": {"file": "gp.docx", "part": "table 1", "row": 2},
        "original": {"date": "22/5/16", "time": "", "text": "Visit at home."},
        "when": {
            "start": "2016-05-22", "end": "2016-05-22", "time": None, "precision": "day", "uncertain": False,
        },
        "subjects": ["Ann"],
        "event": "Visit at home.",
        "response": "",
        "comment": "",
    }  # fmt: skip
    assert form["findings"][0]["kind"] == "same_event"
    assert form["findings"][0]["entries"] == ["e000001", "e000002"]
    assert form["refused"] == [{"source": {"file": "gp.docx", "part": "table 1", "row": 9}, "why": "no date"}]
    assert form["details"]["entries"] == {"e000002": {"kind": "call"}}


def test_without_the_entries_findings_and_refusals_stand_alone() -> None:
    stream = io.BytesIO()
    findings_alone(stream, combined(an_entry(), an_entry("Seen.", row=3), refused=[REFUSED]))
    form = json.loads(stream.getvalue())
    assert list(form) == ["findings", "refused"]
    with pytest.raises(UnreadableFile, match="is not a combined chronology"):
        read_file(stream.getvalue(), "findings.json")


def test_the_contract_alone_is_enough_to_read_a_json() -> None:
    form = json.loads(bytes_of(combined(an_entry(), refused=[REFUSED]), ".json"))
    del form["details"]
    reading = read_file(json.dumps(form).encode(), "plain.json")
    assert reading.entries[0].event == "Visit at home."
    assert reading.refused[0].why == "no date"


@pytest.mark.parametrize(
    "words", ["", "[]", "{", "[" * 100_000, '{"entries": 3}', '{"entries": [{}]}', '{"entries": [], "refused": [1]}',
              '{"entries": [], "details": []}', '{"entries": []}', "\x00\xff"],
)  # fmt: skip
def test_another_json_is_refused_in_one_sentence(words: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_file(words.encode("latin-1"), "other.json")
    assert str(refused.value).startswith("other.json")
    assert "\n" not in str(refused.value)
