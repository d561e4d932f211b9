"""`illuminate chronology check`, and how quickly the command line wakes."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from illuminate.cli import main
from illuminate.cli.main import COMMANDS

LOCKED = Path(__file__).parent / "files"
"""Locked by msoffcrypto-tool in the way of Office 2010 and later, with the password "secret"."""
CASE = Path(__file__).parents[2] / "demo" / "case" / "chronologies"


def check(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["chronology", "check", *map(str, arguments)])


def test_it_says_what_was_understood() -> None:
    done = check(CASE / "gp.docx", CASE / "tidewell_homes.xls")
    lines = done.stdout.splitlines()
    assert lines[0] == "gp.docx"
    assert "  Agency: Millrace Medical Centre (from the title)" in lines
    assert "  table 1: 57 rows" in lines
    assert "  Rows read: 57 = 56 with entries + 1 not read" in lines
    assert "    gp.docx, table 1, row 52: no date" in lines
    assert "  Rows read: 48 = 46 with entries + 2 not read" in lines
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 3


def test_a_clean_file_leaves_with_nought(tmp_path: Path) -> None:
    file = tmp_path / "gp.csv"
    file.write_text("Agency: Larch GP\nDate,Event\n1/2/2016,Seen\n")
    done = check(file)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "  Agency: Larch GP (from a line that says so)" in done.stdout
    assert "  Entries: 1, from 1 February 2016 to 1 February 2016" in done.stdout


def test_an_export_is_known_as_one(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    files = [str(CASE / "gp.docx"), str(CASE / "probation.ods")]
    CliRunner().invoke(main, ["chronology", "merge", *files, "--out", str(out)])
    done = check(out)
    assert (
        "  A combined chronology that was exported before: its entries are taken as they stand."
        in done.stdout
    )
    assert "  gp.docx, table 1: 57 rows" in done.stdout


def test_nothing_readable_leaves_with_two(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF-1.4")
    done = check(file)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("illuminate: scan.pdf ")
    assert done.stderr.count("\n") == 1


HEADINGS = "Agency: Larch GP\nDate,Event\n"
NO_ROW = "illuminate: gp.csv has headings and no rows below them: put each contact on a row of its own.\n"


@pytest.mark.parametrize("after", ["", "\n\n", ",\n,\n"])
def test_headings_without_a_row_are_nothing_that_could_be_read(tmp_path: Path, after: str) -> None:
    file = tmp_path / "gp.csv"
    file.write_text(HEADINGS + after)
    done = check(file)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", NO_ROW)
    other = tmp_path / "homes.csv"
    other.write_text("Date,Event\n1/2/2016,Seen\n")
    done = check(file, other)
    assert (done.exit_code, done.stderr) == (1, NO_ROW)
    assert done.stdout.startswith("homes.csv\n")


@pytest.mark.parametrize("name", ["locked.docx", "locked.xlsx"])
def test_a_file_that_office_locked_with_a_password(name: str, tmp_path: Path) -> None:
    done = check(LOCKED / name)
    said = f"illuminate: {name} is protected by a password: save it without one and send it again.\n"
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", said)
    other = tmp_path / "homes.csv"
    other.write_text("Date,Event\n1/2/2016,Seen\n")
    done = check(LOCKED / name, other)
    assert (done.exit_code, done.stderr) == (1, said)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's, or open in a program that keeps it to itself."""
    file, other = tmp_path / "gp.csv", tmp_path / "homes.csv"
    for one in (file, other):
        one.write_text("Date,Event\n1/2/2016,Seen\n")
    file.chmod(0)
    real = Path.read_bytes

    def kept(path: Path) -> bytes:
        if path == file:  # whoever runs as root may read it all the same
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", kept)
    said = f"illuminate: {file} may not be read by you: close it in other programs, or ask its owner for a copy.\n"
    done = check(file)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", said)
    done = check(file, other)
    assert (done.exit_code, done.stderr) == (1, said)


def test_the_list_of_commands_loads_none_of_them() -> None:
    told = "import sys; from illuminate.cli import main; main(['--help'], standalone_mode=False); "
    names = "print('django' in sys.modules, 'psycopg' in sys.modules, 'python_calamine' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", told + names], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "False False False"
    assert all(name in done.stdout for name in COMMANDS)


def test_every_listed_command_can_be_loaded() -> None:
    for name, (words, load) in COMMANDS.items():
        assert load().name == name
        assert words.endswith(".")


def test_words_of_a_file_can_not_steer_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "gp\nnew.csv"
    file.write_text('Date,Event\n"\x1b[2J7\nMaying ' + "x" * 5_000 + '",Seen\n1/2/2016,Seen\n')
    done = check(file)
    assert done.exit_code == 1
    assert "\x1b" not in done.output
    [line] = done.stderr.splitlines()
    assert line.startswith("illuminate: gp new.csv, row 2 was not read (")
    assert len(line) < 600
    assert all(len(one) < 600 for one in done.stdout.splitlines())


def test_a_file_name_that_no_terminal_can_show_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.csv")
    file.write_text("Date,Event\n1/2/2016,Seen\n")
    run = [sys.executable, "-m", "illuminate.cli", "chronology"]
    done = subprocess.run([*run, "check", file], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith("caf␛{dce9}.csv".encode())
    out = tmp_path / "out.xlsx"
    done = subprocess.run([*run, "merge", file, "--out", out], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
