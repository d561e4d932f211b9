"""An invented case is what its truth says it is: read here by bare libraries, not by the program."""

import csv
import importlib.util
import io
import json
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from python_calamine import CalamineWorkbook

from benchmarks.chronologies import write
from benchmarks.chronologies.layout import ENDINGS
from benchmarks.chronologies.score import f1, precision, recall, score
from benchmarks.chronologies.truth import silences
from benchmarks.chronologies.write import write_case

SEEDS = (3, 11)
FILES = [ending for ending in ENDINGS if ending != ".xls"]  # its writer is of the bench group
Truth = dict[str, Any]
Cells = dict[tuple[str, str, int], str]


@pytest.fixture(scope="module", params=SEEDS)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    folder = tmp_path_factory.mktemp(f"case-{request.param}")
    return folder, write_case(request.param, folder, FILES)


def test_every_row_of_the_truth_stands_in_its_file(case: tuple[Path, Truth]) -> None:
    folder, truth = case
    cells = _all_cells(folder)
    for row in truth["rows"]:
        source = row["source"]
        words = _plain(cells[source["file"], source["part"], source["row"]])
        assert _plain(row["event"]) in words
        if row["date_kind"] not in ("native", "ditto", "split"):
            assert _plain(row["original"]["date"]) in words


def test_what_is_no_row_stands_apart_and_nothing_else_is_left(case: tuple[Path, Truth]) -> None:
    folder, truth = case
    rows = {tuple(row["source"].values()) for row in truth["rows"]}
    others = {(one["file"], one["part"], one["row"]) for one in truth["not_rows"]}
    assert not rows & others
    filled = {place for place, words in _all_cells(folder).items() if words.strip()}
    assert filled == rows | others


def test_the_counts_add_up(case: tuple[Path, Truth]) -> None:
    _, truth = case
    counts = truth["counts"]
    assert counts["rows"] == len(truth["rows"]) == sum(counts["per_agency"].values())
    assert len({row["id"] for row in truth["rows"]}) == counts["rows"]
    for kind in ("same_event", "conflicts", "one_sided", "silences", "order", "decoys"):
        assert counts[kind] == len(truth[kind])
    assert 6 <= len(counts["per_agency"]) <= 12
    assert counts["same_event"] > 25 and counts["one_sided"] and counts["conflicts"] > 2


def test_conflicts_and_lost_referrals_are_of_rows_that_are_there(case: tuple[Path, Truth]) -> None:
    _, truth = case
    rows = {row["id"]: row for row in truth["rows"]}
    events = {group["event_key"]: set(group["rows"]) for group in truth["same_event"]}
    for conflict in truth["conflicts"]:
        assert set(conflict["rows"]) <= events[conflict["event_key"]]
        assert len({rows[row]["agency"] for row in conflict["rows"]}) > 1
    for lost in truth["one_sided"]:
        assert rows[lost["row"]]["referral_to"] == lost["expected_agency"]
        assert rows[lost["row"]]["event_key"] not in events
    for decoy in truth["decoys"]:
        one, two = (rows[row]["event_key"] for row in decoy["rows"])
        assert one != two


def test_silences_hang_on_no_vague_word(case: tuple[Path, Truth]) -> None:
    _, truth = case
    exact = [row for row in truth["rows"] if _days(row) < 40]
    assert silences(exact) == truth["silences"]


def test_the_same_seed_gives_the_same_case(tmp_path: Path) -> None:
    first, second = write_case(5, tmp_path / "one", FILES), write_case(5, tmp_path / "two", FILES)
    assert first == second
    assert json.loads((tmp_path / "one/truth.json").read_text()) == first


def test_a_perfect_answer_scores_full_and_a_wrong_one_does_not(case: tuple[Path, Truth]) -> None:
    _, truth = case
    tally = score(truth, _perfect(truth))
    assert (
        tally["rows accounted"] == tally["rows"] and not tally["rows phantom"] + tally["rows wrongly refused"]
    )
    assert tally["dates right"] == tally["precision right"] == tally["times right"] == tally["dates"]
    assert not tally["dates invented"] + tally["decoys taken"]
    for kind in ("same_event", "conflict", "one_sided", "silence", "order"):
        assert f1(tally, kind) == 1 or not tally[f"{kind} wanted"]
    wrong = _perfect(truth)
    pair = truth["decoys"][0]["rows"]
    wrong["findings"].append({"kind": "same_event", "entries": pair})
    wrong["entries"][0]["source"] = {"file": "no.csv", "part": "", "row": 1}
    tally = score(truth, wrong)
    assert tally["decoys taken"] == 1 and tally["rows phantom"] == 1
    assert precision(tally, "same_event") < 1
    assert recall(tally, "same_event") <= 1


# what bare libraries see


def _all_cells(folder: Path) -> Cells:
    cells: Cells = {}
    for path in folder.iterdir():
        reader = {".docx": _docx, ".csv": _csv, ".json": None}.get(path.suffix, _sheets)
        if reader:
            for (part, row), words in reader(path).items():
                cells[path.name, part, row] = words
    return cells


def _docx(path: Path) -> dict[tuple[str, int], str]:
    document = Document(str(path))
    if not document.tables:
        return {("body", n): _visible(p._p) for n, p in enumerate(document.paragraphs, start=1)}
    return {
        (f"table {n}", at): " ".join(_visible(cell) for cell in row._tr.tc_lst)
        for n, table in enumerate(document.tables, start=1)
        for at, row in enumerate(table.rows, start=1)
    }


def _visible(element: Any) -> str:
    return "".join(
        "\t" if one.tag == qn("w:tab") else one.text or "" for one in element.iter(qn("w:t"), qn("w:tab"))
    )


def _sheets(path: Path) -> dict[tuple[str, int], str]:
    workbook = CalamineWorkbook.from_path(str(path))
    return {
        (name, at): " ".join(str(cell) for cell in row)
        for name in workbook.sheet_names
        for at, row in enumerate(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1)
    }


def _csv(path: Path) -> dict[tuple[str, int], str]:
    data = path.read_bytes()
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        if encoding != "utf-16" or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            try:
                text = data.decode(encoding)
                break
            except UnicodeError:
                continue
    rows: dict[tuple[str, int], str] = defaultdict(str)
    separator = max(",;|\t", key=lambda one: min(text.splitlines()[-5:], key=len).count(one))
    for at, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1):
        rows["", at] = " ".join(row)
    return rows


def _plain(words: str) -> str:
    """Words without what encodings and line ends do to them."""
    return "".join(letter for letter in words if letter.isascii() and letter.isalnum())


def _days(row: dict[str, Any]) -> int:
    when = row["when"]
    if not when["start"] or not when["end"]:
        return 0
    return (date.fromisoformat(when["end"]) - date.fromisoformat(when["start"])).days


def test_without_the_writer_of_old_workbooks_one_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "xlwt" else found(name))
    monkeypatch.setattr(sys, "argv", ["write", "--seed", "3", "--out", str(tmp_path / "case")])
    with pytest.raises(SystemExit) as ended:
        write.main()
    assert ended.value.code == "Not installed: xlwt; run script/bootstrap bench."
    assert not (tmp_path / "case").exists()


def _perfect(truth: Truth) -> dict[str, Any]:
    refused = [{"source": row["source"], "why": "no date"} for row in truth["rows"] if row.get("expect")]
    entries = [
        {"id": row["id"], "agency": row["agency"], "source": row["source"], "when": row["when"]}
        for row in truth["rows"]
        if not row.get("expect")
    ]
    findings = [{"kind": "same_event", "entries": one["rows"]} for one in truth["same_event"]]
    findings += [
        {"kind": "conflict", "field": one["field"], "entries": one["rows"]} for one in truth["conflicts"]
    ]
    findings += [
        {"kind": "one_sided", "entries": [one["row"]], "expected_agency": one["expected_agency"]}
        for one in truth["one_sided"]
    ]
    findings += [{"kind": "silence", **one} for one in truth["silences"]]
    findings += [{"kind": "order", "entries": [one["row"]]} for one in truth["order"]]
    return {"entries": entries, "findings": findings, "refused": refused}
