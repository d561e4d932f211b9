"""Check, apply and verify as a chair runs them on a laptop."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from illuminate.engines.anonymise.tests.build import line, pdf, word

from .room import Room, refused, room

__all__ = ["room"]
ROOT = Path(__file__).parents[4]
RUN = [sys.executable, "-W", "ignore", "-m", "illuminate.cli", "anonymise"]


def test_check_says_what_it_found_and_changes_nothing(room: Room) -> None:
    file = room.put("note.txt", "One.\nAsk Maggie at NB1 2AB.\n")
    done = room.run("check", file, "--json", room.folder / "found.json")
    assert (done.exit_code, done.stderr) == (1, "")
    assert "body, paragraph 2: Maggie (person) → Louise" in done.stdout
    assert "NB1 2AB (postcode, not on the register)" in done.stdout
    found = room.json("found.json")
    assert (found["file"], found["clean"], found["unread"], found["risk"]) == ("note.txt", False, [], [])
    assert found["findings"][0] == {
        "text": "Maggie", "kind": "person", "on_register": True, "pseudonym": "Louise",
        "where": {"part": "body", "paragraph": 2, "start": 4, "end": 10}, "rule": "alias", "confidence": 1.0,
    }  # fmt: skip
    assert room.names() == {"note.txt", "register.csv", "found.json"}


@pytest.mark.parametrize("command", ["check", "verify"])
def test_a_clean_file_leaves_with_nothing(room: Room, command: str) -> None:
    done = room.run(command, room.put("note.md", "Louise met a neighbour."))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Clean: yes" in done.stdout


def test_apply_writes_the_copy_and_it_verifies(room: Room) -> None:
    file = room.put("note.txt", "Mrs Holloway's sister saw Mr Frost at 14 Quarry Bank on 9 October 2021.")
    out = room.folder / "copy.txt"
    done = room.run("apply", file, "--out", out, "--json", room.folder / "found.json")
    assert (done.exit_code, done.stderr) == (0, "")
    assert out.read_text() == "Louise's sister saw a neighbour at the family home in October 2021."
    assert room.json("found.json") == {
        "file": "copy.txt",
        "findings": [],
        "risk": [],
        "unread": [],
        "clean": True,
    }
    assert room.run("verify", out).exit_code == 0
    assert room.run("verify", file).exit_code == 1


def test_proposals_leave_with_one_and_the_copy_is_there(room: Room) -> None:
    done = room.run("apply", room.put("a.txt", "Maggie, NB1 2AB"), "--out", room.folder / "copy.txt")
    assert done.exit_code == 1
    assert (room.folder / "copy.txt").read_text() == "Louise, NB1 2AB"


def test_what_verify_finds_leaves_no_copy(room: Room) -> None:
    file = room.put("a.md", "to \u202eyawolloH\u202c")  # turned round, it shows as the name
    done = room.run("apply", file, "--out", room.folder / "copy.md", "--json", room.folder / "found.json")
    refused(done, 1, "No copy was made", "body")
    assert room.names() == {"a.md", "register.csv", "found.json"}
    assert room.json("found.json")["findings"][0]["text"] == "Holloway"


def test_a_name_in_the_name_of_the_copy_is_refused_and_another_suggested(room: Room) -> None:
    file = room.put("dhr_holloway.txt", "Nothing.")
    refused(room.run("apply", file, "--out", room.folder / "Holloway copy.txt"), 1, "dhr_Louise.txt")
    refused(room.run("apply", file), 2, "--out “dhr_Louise.txt”")
    assert room.names() == {"dhr_holloway.txt", "register.csv"}
    assert room.run("apply", file, "--out", room.folder / "dhr_Louise.txt").exit_code == 0


def test_wrong_usage_is_said_before_anything_is_read(room: Room) -> None:
    file = room.put("a.txt", "x")
    refused(room.run("apply", file, "--out", file), 2, "one of the files to be read")
    refused(room.run("apply", file, "--out", room.folder / "a.pdf"), 2, "same ending")
    refused(room.run("apply", file, "--out", room.folder / "no" / "b.txt"), 2, "folder")
    refused(room.run("check", file, "--json", room.register), 2, "one of the files to be read")
    refused(
        room.run("apply", file, "--out", room.folder / "b.txt", "--json", room.folder / "b.txt"),
        2,
        "same file",
    )
    assert room.names() == {"a.txt", "register.csv"}


def test_names_that_are_published_stay_and_it_is_said(room: Room) -> None:
    file = room.put("a.txt", "Cllr David Holloway told Mrs Holloway.\nDavid Holloway left.")
    names = room.put("names.txt", "Dr Ada Reed\n\nCllr David Holloway\n")
    out = room.folder / "copy.txt"
    done = room.run("apply", file, "--out", out, "--published", names)
    assert out.read_text() == "Cllr David Holloway told Louise.\nDavid Holloway left."
    said = "Left standing: David Holloway, on the list of published names (body, paragraph 1 and 1 more)"
    assert said in done.stdout
    assert (done.exit_code, done.stderr) == (0, "")
    assert said in room.run("verify", out, "--published", names).stdout
    assert room.run("verify", out).exit_code == 1


def test_a_list_of_names_that_cannot_be_read(room: Room) -> None:
    file = room.put("a.txt", "x")
    refused(room.run("check", file, "--published", room.folder / "none.txt"), 2, "none.txt can't be opened")
    refused(room.run("check", file, "--published", room.put("n.txt", b"\xff\xfea")), 2, "no text in UTF-8")


@pytest.mark.parametrize("number", [1, 5])
def test_what_a_person_must_decide_is_one_sentence_and_the_exit_code_is_one(room: Room, number: int) -> None:
    rows = "person,Margaret Holloway,Louise\nperson,David Holloway,Mark\n"
    room.put("register.csv", f"kind,real,pseudonym\n{rows}")
    file = room.put("a.txt", "Then Holloway left.\n" * number)
    done = room.run("apply", file, "--out", room.folder / "copy.txt")
    assert done.exit_code == 1
    [said] = done.stderr.splitlines()
    assert said.startswith(f"illuminate: copy.txt has {number} place")
    assert "“Holloway” could be Margaret Holloway or David Holloway (body, paragraph 1)" in said
    assert said.endswith(", and others." if number > 3 else ".")


def test_unread_parts_are_said_and_the_exit_code_is_one(room: Room) -> None:
    for command in ("check", "verify"):
        done = room.run(
            command, room.put("scan.pdf", pdf(b"0 0 200 200 re f")), "--json", room.folder / "found.json"
        )
        assert done.exit_code == 1
        assert done.stderr.startswith("illuminate: scan.pdf, page 1, was not read: A page without text")
        found = room.json("found.json")
        assert [one["where"]["part"] for one in found["unread"]] == ["page 1"]
        assert found["clean"] is False


@pytest.mark.parametrize("command", ["check", "verify"])
def test_two_thousand_pages_are_read(room: Room, command: str) -> None:
    pages = [line(f"Page {number} of many") for number in range(1999)]
    file = room.put("long.pdf", pdf(*pages, line("and Maggie")))
    done = room.run(command, file)
    assert done.exit_code == 1
    assert "page 2000, paragraph 1: Maggie" in done.stdout


def test_no_database_no_settings_and_no_network_are_needed(room: Room) -> None:
    file = room.put("a.docx", word("to Maggie"))
    bare = {"PATH": os.environ["PATH"], "DATABASE_URL": "postgresql://nowhere.invalid/none"}
    for command in ("check", "verify"):
        done = subprocess.run(
            [*RUN, command, file, "--register", room.register],
            env=bare, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (1, ""), done.stderr
        assert "Maggie (person) → Louise" in done.stdout


@pytest.mark.parametrize("moment", ["os.fsync", "os.link"])
@pytest.mark.parametrize("is_there", [False, True])
def test_a_kill_in_the_middle_leaves_what_was_there(room: Room, moment: str, is_there: bool) -> None:
    """Killed when the bytes are written but not in their place, or at the last moment before they are."""
    file = room.put("note.txt", "He told Mrs Holloway.")
    if is_there:
        room.put("copy.txt", "last week's")
    before = room.names()
    arguments = ["anonymise", "apply", file, "--register", room.register, "--out", room.folder / "copy.txt"]
    killed = (
        f"import os, signal; {moment} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL);"
        f"from illuminate.cli import main; main({[str(one) for one in arguments]})"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", killed], cwd=ROOT, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL
    assert room.names() == before
    assert not is_there or (room.folder / "copy.txt").read_text() == "last week's"
