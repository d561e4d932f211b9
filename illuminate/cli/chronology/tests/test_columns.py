"""`--columns`: what headings mean, where a person knows better."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from illuminate.cli import main


def check(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["chronology", "check", *map(str, arguments)])


@pytest.fixture
def gp(tmp_path: Path) -> Path:
    file = tmp_path / "gp.csv"
    file.write_text("Agency: Larch GP\nDate,Event,Zork\n1/2/2016,Seen,Dr Reed\n")
    return file


def mapping(folder: Path, words: str) -> Path:
    file = folder / "columns.toml"
    file.write_text(words)
    return file


def test_check_says_what_each_column_means(gp: Path) -> None:
    lines = check(gp).stdout.splitlines()
    at = lines.index("  Columns:")
    assert lines[at + 1 : at + 4] == [
        "    Date: date",
        "    Event: event",
        "    Zork: kept under its own heading",
    ]


@pytest.mark.parametrize("name", ["Larch GP", "gp.csv"])
def test_a_heading_means_what_a_person_says(gp: Path, name: str) -> None:
    columns = mapping(
        gp.parent, f'["{name}"]\nagency = "Larch Surgery"\nfields = {{ "Zork" = "practitioner" }}\n'
    )
    done = check(gp, "--columns", columns)
    assert done.exit_code == 0
    assert "    Zork: practitioner" in done.stdout
    assert "Agency: Larch Surgery" in done.stdout


def test_what_was_said_of_nobody_here_is_a_note(gp: Path) -> None:
    columns = mapping(gp.parent, '["Elm GP"]\nfields = { "Zork" = "practitioner" }\n')
    done = check(gp, "--columns", columns)
    assert done.exit_code == 0
    assert done.stderr == (
        "illuminate: The columns of Elm GP were not needed: no file and no agency has that name.\n"
    )


def test_a_field_that_there_is_none_of_refuses_the_file(gp: Path) -> None:
    columns = mapping(gp.parent, '["gp.csv"]\nfields = { "Zork" = "doctor" }\n')
    done = check(gp, "--columns", columns)
    assert done.exit_code == 2
    assert "Zork can't be read as doctor" in done.stderr


@pytest.mark.parametrize(
    "words", ["[", "a = 1", '["a"]\nzork = 1', '["a"]\nagency = 1', '["a"]\nfields = 1', '["a"]\nparts = 1',
              '["a"]\nfields = { b = 1 }', '["a"]\nparts = { b = { c = 1 } }'],
)  # fmt: skip
def test_a_mapping_that_can_not_be_read_is_one_sentence(gp: Path, words: str) -> None:
    done = check(gp, "--columns", mapping(gp.parent, words))
    assert done.exit_code == 2
    assert done.stderr.startswith("illuminate: ")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_mapping_that_is_not_there(gp: Path) -> None:
    done = check(gp, "--columns", gp.parent / "none.toml")
    assert done.exit_code == 2
    assert "none.toml can't be opened (no such file or directory): check its name." in done.stderr
