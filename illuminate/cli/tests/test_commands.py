"""The commands as a person runs them, each in a process of its own, on an embedded database of their own."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from illuminate.cli.main import COMMANDS, main

FORGOTTEN = ("DATABASE_URL", "ILLUMINATE_TEST_SERVER", "ILLUMINATE_MASTER_KEY", "ILLUMINATE_DEMO",
             "ILLUMINATE_EMBEDDED",
             "DJANGO_SETTINGS_MODULE", "ILLUMINATE_MAIL_TRANSPORT")  # fmt: skip


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FORGOTTEN}
    return {**kept, "ILLUMINATE_DATA": str(folder), **more}


def illuminate(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "illuminate.cli", *arguments],
        env=environment(folder, **more), capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A data folder with a prepared, empty database."""
    with tempfile.TemporaryDirectory(prefix="illuminate-") as folder:
        done = illuminate(Path(folder), "database", "prepare")
        assert done.returncode == 0, done.stderr
        yield Path(folder)


def test_help_can_be_read_by_a_person(tmp_path: Path) -> None:
    told = illuminate(tmp_path, "--help").stdout
    for command in ("server", "demo", "worker", "audit", "backup", "restore"):
        assert command in told
    assert illuminate(tmp_path, "--version").stdout.startswith("illuminate ")
    assert illuminate(tmp_path, "nonsense").returncode == 2


def test_the_key_is_made_once_and_only_for_its_owner(place: Path) -> None:
    key = place / "keys" / "master.key"
    assert key.stat().st_mode & 0o777 == 0o600
    before = key.read_text()
    assert illuminate(place, "database", "prepare").returncode == 0
    assert key.read_text() == before


def test_audit_verify_says_that_the_chain_is_whole(place: Path) -> None:
    done = illuminate(place, "audit", "verify", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["whole"] is True


def test_a_backup_brings_back_keys_files_and_rows(place: Path) -> None:
    stored = place / "documents" / "a-review" / "a-digest"
    stored.parent.mkdir(parents=True)
    stored.write_bytes(b"locked bytes")
    archive = place / "monday.tar"
    assert illuminate(place, "backup", str(archive)).returncode == 0
    assert archive.stat().st_mode & 0o777 == 0o600
    again = illuminate(place, "backup", str(archive))
    assert again.returncode == 2
    assert "Choose another name" in again.stderr
    with tempfile.TemporaryDirectory(prefix="illuminate-") as folder:
        elsewhere = Path(folder)
        done = illuminate(elsewhere, "restore", str(archive))
        assert done.returncode == 0, done.stderr
        assert (elsewhere / "documents" / "a-review" / "a-digest").read_bytes() == b"locked bytes"
        assert (elsewhere / "keys" / "master.key").read_text() == (place / "keys" / "master.key").read_text()
        assert illuminate(elsewhere, "audit", "verify").returncode == 0
        twice = illuminate(elsewhere, "restore", str(archive))
        assert twice.returncode == 2
        assert "not empty" in twice.stderr


def test_a_damaged_backup_changes_nothing(place: Path, tmp_path: Path) -> None:
    archive = tmp_path / "damaged.tar"
    archive.write_bytes(b"this is no archive")
    done = illuminate(place, "restore", str(archive), "--replace")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert illuminate(place, "audit", "verify").returncode == 0


def test_without_a_key_a_given_database_is_refused_in_one_sentence(tmp_path: Path) -> None:
    done = illuminate(tmp_path, "database", "prepare", DATABASE_URL="postgresql://nobody@localhost:1/none")
    assert done.returncode == 2
    assert "illuminate keys new" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_does_not_answer_is_said_in_one_sentence(tmp_path: Path) -> None:
    key = illuminate(tmp_path, "keys", "new").stdout.strip()
    done = illuminate(
        tmp_path,
        "database",
        "prepare",
        DATABASE_URL="postgresql://nobody@localhost:1/none",
        ILLUMINATE_MASTER_KEY=key,
    )
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_server_serves_and_ctrl_c_leaves_nothing_running(place: Path) -> None:
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "illuminate.cli", "server", "--port", str(port)],
        env=environment(place, ILLUMINATE_DEMO="0"), stdout=subprocess.DEVNULL,
        preexec_fn=hears_ctrl_c,  # a background job of a shell would ignore it
    )  # fmt: skip
    try:
        assert wait_for(f"http://127.0.0.1:{port}/healthz") == 200
        taken = illuminate(place, "server", "--port", str(port))
        assert taken.returncode == 2
        assert "is in use" in taken.stderr
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(180)  # a machine that runs other things besides takes its time
        finally:
            server.kill()
            server.wait()
    time.sleep(0.5)
    left = subprocess.run(
        ["pgrep", "-f", f"127.0.0.1:{port}"], capture_output=True, text=True, check=False
    ).stdout
    assert not left.strip()


def hears_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> int:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310 - our own address
                return int(answer.status)
        except OSError:
            time.sleep(0.2)
    return 0


def test_ctrl_c_in_the_middle_of_a_command_is_said_in_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def long_work() -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "worker", ("Long work.", lambda: long_work))
    with pytest.raises(SystemExit) as left:
        main(["worker"])
    assert left.value.code == 130
    assert capsys.readouterr().err == "illuminate: Stopped.\n"
