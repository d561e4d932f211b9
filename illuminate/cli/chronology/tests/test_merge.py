"""`illuminate chronology merge` as a chair runs it on a laptop."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from illuminate.cli import main
from illuminate.engines.chronology.writers import whole

GP = (
    "Agency: Larch GP\nDate,Patient,Event\n"
    "1/2/2016,Ann Reed,Referred to Larch Homes by letter\n3/2/2016,Ann Reed,Seen\n"
)
HOMES = "Agency: Larch Homes\nDate,Tenant,Event\n2/2/2016,Ann Reed,Letter from Larch GP received\n"
REGISTER = "kind,real,pseudonym\nperson,Ann Reed,Louise\norganisation,Larch GP,the GP practice\n"


def merge(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["chronology", "merge", *map(str, arguments)])


@pytest.fixture
def gp(tmp_path: Path) -> Path:
    return written(tmp_path / "gp.csv", GP)


@pytest.fixture
def homes(tmp_path: Path) -> Path:
    return written(tmp_path / "homes.csv", HOMES)


def written(path: Path, words: str) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


def entries_of(path: Path) -> list[dict[str, object]]:
    entries: list[dict[str, object]] = json.loads(path.read_text())["entries"]
    return entries


def said(result: Result) -> list[str]:
    """What stands on standard error; every line is a sentence, and none is a traceback."""
    lines = result.stderr.splitlines()
    assert all(line.startswith("illuminate: ") and line.endswith((".", "?")) for line in lines), lines
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return [line.removeprefix("illuminate: ") for line in lines]


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".csv", ".json"])
def test_two_agencies_in_one_order(gp: Path, homes: Path, tmp_path: Path, ending: str) -> None:
    out, findings = tmp_path / f"out{ending}", tmp_path / "all.json"
    done = merge(gp, homes, "--out", out, "--json", findings)
    assert (done.exit_code, said(done)) == (0, [])
    assert "Rows read: 3 = 3 with entries + 0 not read" in done.stdout
    assert [entry["agency"] for entry in entries_of(findings)] == ["Larch GP", "Larch Homes", "Larch GP"]
    assert out.exists()


def test_merging_an_export_again_changes_nothing(gp: Path, homes: Path, tmp_path: Path) -> None:
    first, before = tmp_path / "first.xlsx", tmp_path / "before.json"
    merge(gp, homes, "--out", first, "--json", before)
    second, after = tmp_path / "second.docx", tmp_path / "after.json"
    assert merge(first, "--out", second, "--json", after).exit_code == 0
    third = tmp_path / "third.json"
    done = merge(second, before, gp, "--out", third)
    assert before.read_bytes() == after.read_bytes() == third.read_bytes()
    assert said(done) == ["5 entries were in two files with the same source, and were taken once."]


def test_findings_alone_without_out(gp: Path, homes: Path, tmp_path: Path) -> None:
    undated = written(
        tmp_path / "idva.csv", "Agency: Larch IDVA\nDate,Event\n4/2/2016,Rang Ann Reed\n,Undated note\n"
    )
    findings = tmp_path / "findings.json"
    done = merge(gp, homes, undated, "--json", findings)
    assert done.exit_code == 1
    form = json.loads(findings.read_text())
    assert set(form) == {"findings", "refused"}
    assert form["refused"] == [{"source": {"file": "idva.csv", "part": "", "row": 4}, "why": "no date"}]


def test_a_file_that_can_not_be_read_does_not_stop_the_others(gp: Path, tmp_path: Path) -> None:
    broken = written(tmp_path / "broken.xlsx", "this is not a workbook")
    missing, folder, out = tmp_path / "missing.csv", tmp_path / "folder", tmp_path / "out.json"
    folder.mkdir()
    done = merge(broken, missing, folder, gp, "--out", out)
    assert done.exit_code == 1
    lines = said(done)
    assert len(lines) == 3
    assert lines[0].startswith("broken.xlsx ")
    assert lines[1].endswith(
        "missing.csv can't be opened (no such file or directory): check its name and its folder."
    )
    assert lines[2].endswith("folder is a folder: name the files in it, each by itself.")
    assert len(entries_of(out)) == 2


def test_when_nothing_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    done = merge(written(tmp_path / "empty.csv", ""), "--out", out)
    assert done.exit_code == 2
    assert said(done) == ["empty.csv is empty: ask the agency to send it again."]
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Missing argument"),
        (["gp.csv"], "Say where the result goes"),
        (
            ["gp.csv", "--out", "out.pdf"],
            "is not a kind of file that is written: use .xlsx, .docx, .csv, .json",
        ),
        (["gp.csv", "--out", "out"], "is not a kind of file that is written"),
        (["gp.csv", "--out", "gp.csv"], "is one of the files to be read"),
        (["gp.csv", "--out", "a.json", "--json", "a.json"], "name the same file"),
        (["gp.csv", "--out", "nowhere/out.xlsx"], "in a folder that is not there"),
        (["gp.csv", "--json", "."], "is no file that can be written"),
        (["gp.csv", "--nonsense"], "No such option"),
        (["gp.csv", "--out", "a.json", "--register", "none.csv"], "The register can't be opened"),
    ],
)
def test_wrong_usage_is_one_sentence(
    gp: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(gp.parent)
    done = merge(*arguments)
    assert done.exit_code == 2
    [line] = said(done)
    assert words in line
    assert list(gp.parent.iterdir()) == [gp]
    assert gp.read_text() == GP


def test_the_same_file_twice_is_read_once(gp: Path, tmp_path: Path) -> None:
    copy, out = written(tmp_path / "copy of gp.csv", GP), tmp_path / "out.json"
    done = merge(gp, gp, copy, "--out", out)
    assert done.exit_code == 0
    assert said(done) == [
        "gp.csv is the same file as gp.csv: it was read once.",
        "copy of gp.csv is the same file as gp.csv: it was read once.",
    ]
    assert len(entries_of(out)) == 2


def test_two_files_of_one_agency_that_overlap_are_said_and_every_row_is_kept(
    gp: Path, tmp_path: Path
) -> None:
    newer, out = (
        written(tmp_path / "gp newer.csv", f"{GP}5/2/2016,Ann Reed,Blood test\n"),
        tmp_path / "out.json",
    )
    done = merge(gp, newer, "--out", out)
    assert done.exit_code == 0
    [line] = said(done)
    assert line.startswith("gp newer.csv says the same as gp.csv in 2 rows: both are kept")
    assert len(entries_of(out)) == 5


def test_two_files_of_one_name_are_told_apart(gp: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other, out = written(tmp_path / "other" / "gp.csv", HOMES), tmp_path / "out.json"
    done = merge(gp, other, "--out", out)
    assert said(done) == [
        "Two files are named gp.csv: the rows of the later one are listed under gp (2).csv."
    ]
    assert {entry["source"]["file"] for entry in entries_of(out)} == {"gp.csv", "gp (2).csv"}


def test_a_chronology_of_another_case_is_a_question_not_a_refusal(
    gp: Path, homes: Path, tmp_path: Path
) -> None:
    other = written(tmp_path / "idva.csv", "Agency: Elm IDVA\nDate,Client,Event\n4/2/2016,Joan Bright,Rang\n")
    done = merge(gp, homes, other, "--out", tmp_path / "out.json")
    assert done.exit_code == 0
    assert said(done) == [
        "Nobody named in idva.csv is named in another file: is it a chronology of this review?"
    ]
    register = written(tmp_path / "register.csv", REGISTER)
    done = merge(gp, other, "--out", tmp_path / "out.json", "--register", register)
    assert said(done) == ["Nobody named in idva.csv is on the register: is it a chronology of this review?"]


def test_with_a_register_names_leave_as_pseudonyms(gp: Path, homes: Path, tmp_path: Path) -> None:
    register, out = written(tmp_path / "register.csv", REGISTER), tmp_path / "out.json"
    done = merge(gp, homes, "--out", out, "--register", register)
    assert (done.exit_code, said(done)) == (0, [])
    assert "Ann" not in out.read_text() and "Larch GP" not in out.read_text()
    assert "Louise" in out.read_text() and "Letter from the GP practice received" in out.read_text()


def test_a_name_that_would_leak_leaves_no_file(
    gp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from illuminate.engines.chronology.writers import pseudonyms

    monkeypatch.setattr(pseudonyms.Pseudonyms, "_words", lambda _, text: text)
    register, out = written(tmp_path / "register.csv", REGISTER), tmp_path / "out.xlsx"
    done = merge(gp, "--out", out, "--register", register)
    assert done.exit_code == 1
    [line] = said(done)
    assert "was not written: something on the register (organisation" in line
    assert sorted(one.name for one in tmp_path.iterdir()) == ["gp.csv", "register.csv"]


def test_a_register_with_faults_is_refused_row_by_row(gp: Path, tmp_path: Path) -> None:
    register = written(tmp_path / "register.csv", "kind,real,pseudonym\nman,Ann,Louise\nperson,,Tom\n")
    done = merge(gp, "--out", tmp_path / "out.json", "--register", register)
    assert done.exit_code == 2
    assert [line.partition("register.csv: ")[2][:5] for line in said(done)] == ["Row 2", "Row 3"]


def test_a_full_disk_is_said_and_leaves_nothing(
    gp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(whole, "_fill", full)
    done = merge(gp, "--out", tmp_path / "out.xlsx")
    assert done.exit_code == 2
    assert said(done) == ["out.xlsx can't be written: no space left on device. Nothing was written."]
    assert list(tmp_path.iterdir()) == [gp]


def test_a_folder_that_may_not_be_written_to(
    gp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> Path:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("illuminate.engines.whole._new_file", locked)
    done = merge(gp, "--out", tmp_path / "out.xlsx")
    assert (done.exit_code, said(done)) == (
        2,
        ["out.xlsx can't be written: permission denied. Nothing was written."],
    )


def test_a_fault_of_the_program_is_a_sentence_without_the_case(
    gp: Path, homes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from illuminate.cli.chronology import commands, intake

    read = intake.read_file

    def faulty(data: bytes, name: str, **_: object) -> object:
        if name == "gp.csv":
            raise KeyError("Ann Reed")
        return read(data, name)

    monkeypatch.setattr(intake, "read_file", faulty)
    done = merge(gp, homes, "--out", tmp_path / "out.json")
    assert done.exit_code == 1
    [line] = said(done)
    assert "KeyError in test_merge.py, line" in line and "Ann" not in line
    monkeypatch.setattr(commands, "put_together", faulty)
    done = merge(homes, "--out", tmp_path / "out.xlsx")
    assert done.exit_code == 2
    assert "This program has a fault" in said(done)[0]


def test_in_a_pipe_it_is_silent_and_needs_no_server(gp: Path, homes: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    loaded = (
        "import sys; from illuminate.cli import main\n"
        "try: main()\n"
        "finally: print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", loaded, "chronology", "merge", gp, homes, "--out", out],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0
    [modules] = done.stderr.splitlines()
    assert not {"django", "psycopg", "pikepdf", "socketserver"} & set(modules.split())
    assert out.exists()


def test_many_rows_that_were_not_read_are_counted_not_listed(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Date", "Event"], ["1/2/2016", "Seen"], *[["n/k", f"Note {at}"] for at in range(50)]):
        book.active.append(row)
    book.save(tmp_path / "larch.xlsx")
    done = merge(tmp_path / "larch.xlsx", "--out", tmp_path / "out.csv")
    assert done.exit_code == 1
    lines = said(done)
    assert len(lines) == 21
    assert lines[-1] == "larch.xlsx has 30 more rows that were not read: the output lists them all."
