"""The embedded server starts again after whatever ended a start, each start in a process of its own."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from illuminate.foundation.database.embedded import USERS

START = """
import sys
from pathlib import Path
from illuminate.foundation.database import embedded
try:
    server = embedded.start(Path(sys.argv[1]), durable=False)
except embedded.UsersForgotten as refused:
    sys.exit(str(refused))
with server.connect("postgres") as connection:
    print("answers", connection.execute("SELECT 1").fetchone()[0], flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """A server's files after one quiet start and end; the folder's name is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="illuminate-") as folder:
        started(Path(folder) / "postgres")
        yield Path(folder) / "postgres"


def started(data: Path) -> None:
    """A start that succeeds, and ends as it should."""
    with using(data) as process:
        _, faults = process.communicate("", timeout=120)
        assert (process.returncode, faults) == (0, "")
    assert not (data / "postmaster.pid").exists(), "the last to use the server stops it"


@contextmanager
def using(data: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that uses the server until it is told to end."""
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", START, str(data)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout.readline() == "answers 1\n", process.stderr.read()
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("left", ["", "[12", "\0\0\0", "null"])
def test_a_kill_while_the_users_were_being_written_keeps_nobody_from_starting(data: Path, left: str) -> None:
    with using(data) as killed:
        killed.kill()
        killed.wait(120)
    (data / USERS).write_text(left)
    started(data)


def test_the_list_is_left_alone_while_somebody_uses_the_server(data: Path) -> None:
    with using(data) as other:
        kept = (data / USERS).read_text()
        (data / USERS).write_text("")
        refused = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", START, str(data)],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert refused.returncode == 1
        [sentence] = refused.stderr.splitlines()
        assert sentence.startswith("Another process uses the embedded database")
        assert (data / USERS).read_text() == ""
        (data / USERS).write_text(kept)
        other.communicate("", timeout=120)
    assert not (data / "postmaster.pid").exists()
