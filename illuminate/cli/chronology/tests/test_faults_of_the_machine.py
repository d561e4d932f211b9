"""Disks that are full and libraries that break: one sentence, no traceback, nothing half written."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

import illuminate.cli.demo

HOMES = Path(illuminate.cli.demo.__file__).parent / "case" / "chronologies" / "tidewell_homes.xls"
ROWS = "Agency: Larch GP\nDate,Patient,Event\n" + "".join(
    f"{1 + n % 28}/{1 + n % 12}/2016,Ann Reed,Contact number {n}\n" for n in range(120)
)
RUN = [sys.executable, "-m", "illuminate.cli", "chronology"]


@pytest.fixture
def gp(tmp_path: Path) -> Path:
    path = tmp_path / "gp.csv"
    path.write_text(ROWS)
    return path


def _small_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".csv", ".json"])
def test_a_disk_that_fills_while_writing_is_one_sentence(gp: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    done = subprocess.run(
        [*RUN, "merge", gp, "--out", out], capture_output=True, text=True, check=False, timeout=60,
        preexec_fn=_small_disk,
    )  # fmt: skip
    assert done.returncode == 2
    assert [
        line.startswith(f"illuminate: {out.name} can't be written: ") for line in done.stderr.splitlines()
    ] == [True], done.stderr
    assert list(tmp_path.iterdir()) == [gp]


def test_a_library_that_breaks_on_a_damaged_file_says_nothing_itself(gp: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "homes.xls"
    damaged.write_bytes(HOMES.read_bytes()[:-100])
    done = subprocess.run(
        [*RUN, "check", damaged, gp], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert (
        done.stderr == "illuminate: homes.xls is damaged: open it, save it again as .xlsx and send it anew.\n"
    )
    assert "gp.csv" in done.stdout


@pytest.mark.parametrize("command", ["check", "merge"])
def test_an_answer_that_finds_no_room_is_no_fault_of_the_program(
    gp: Path, tmp_path: Path, command: str
) -> None:
    out = tmp_path / "out.csv"
    asked = [*RUN, command, gp, *(["--out", out] if command == "merge" else [])]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "can't be shown (no space left on device)" in done.stderr and "fault" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert out.exists() == (command == "merge") == ("were written" in done.stderr)
