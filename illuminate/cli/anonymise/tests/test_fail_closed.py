"""Whatever breaks in the middle of the work: one sentence, no copy, and nothing is called clean."""

import sys
from collections.abc import Callable
from typing import NoReturn

import pytest

from illuminate.engines.anonymise.names import NoModel
from illuminate.engines.anonymise.tests.build import line, pdf, word

from .room import Room, refused, room

__all__ = ["room"]
ENGINE = "illuminate.engines.anonymise"
TEXT = "He told Mrs Holloway."
FILES: list[tuple[str, Callable[[], bytes]]] = [
    ("a.txt", lambda: TEXT.encode()),
    ("a.docx", lambda: word(TEXT)),
    ("a.pdf", lambda: pdf(line(TEXT))),
]
# What each command stands on.
WORKS = {
    "the matcher": ("match.Matcher.find", ("check", "apply", "verify")),
    "the detectors": ("detectors.addresses.found_in", ("check", "apply")),
    "the last look": ("verify.judge._find", ("apply", "verify")),
}


def broken(*_: object, **__: object) -> NoReturn:
    raise RuntimeError("Mrs Holloway")


@pytest.mark.parametrize(("name", "make"), FILES, ids=[name for name, _ in FILES])
@pytest.mark.parametrize(
    ("place", "command"),
    [(place, command) for place, commands in WORKS.values() for command in commands],
)
def test_a_part_of_the_program_that_breaks(
    room: Room,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    command: str,
    name: str,
    make: Callable[[], bytes],
) -> None:
    module, _, name_in_it = place.rpartition(".")
    owner: object = sys.modules.get(f"{ENGINE}.{module}")
    if owner is None:
        module, _, owner_in_it = module.rpartition(".")
        owner = getattr(sys.modules[f"{ENGINE}.{module}"], owner_in_it)
    monkeypatch.setattr(owner, name_in_it, broken)
    file = room.put(name, make())
    out = ["--out", room.folder / f"copy{file.suffix}"] if command == "apply" else []
    done = room.run(command, file, *out, "--json", room.folder / "found.json")
    assert done.exit_code == 2
    [said] = done.stderr.splitlines()
    assert said.startswith("illuminate: This program has a fault") and "Holloway" not in said
    assert not done.stdout
    assert room.names() == {name, "register.csv"}


def no_model(*_: object, **__: object) -> NoReturn:
    raise NoModel


def test_without_the_reader_of_names_nothing_passes(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{ENGINE}.names.model._model", no_model)
    monkeypatch.setattr(f"{ENGINE}.names.model._dictionary", no_model)
    file = room.put("a.txt", "He went home with Kobina Tilbrook.")
    done = room.run("check", file, "--json", room.folder / "found.json")
    assert done.exit_code == 1
    assert "names on no register, was not read" in done.stderr
    assert room.json("found.json")["clean"] is False
    done = room.run("apply", file, "--out", room.folder / "copy.txt")
    refused(done, 2, "a.txt was not looked through", "No copy was made")
    assert room.names() == {"a.txt", "register.csv", "found.json"}


def test_a_copy_that_cannot_be_written_leaves_no_findings_either(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    file = room.put("a.txt", TEXT)
    done = room.run("apply", file, "--out", room.folder / "copy.txt", "--json", room.folder / "found.json")
    assert done.exit_code == 2 and not done.stdout
    assert room.names() == {"a.txt", "register.csv"}


def test_a_scan_is_copied_and_not_clean(room: Room) -> None:
    file = room.put("scan.pdf", pdf(b"0 0 200 200 re f"))
    done = room.run("apply", file, "--out", room.folder / "copy.pdf", "--json", room.folder / "found.json")
    assert done.exit_code == 1
    assert "was not read: A page without text" in done.stderr
    assert room.json("found.json")["clean"] is False
    assert (room.folder / "copy.pdf").exists()
