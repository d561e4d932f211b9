"""Where the program runs: on the database it is given, else on its own with the demo on."""

import base64
import os
from dataclasses import dataclass
from pathlib import Path

import psycopg

from illuminate.cli.plain import PlainError
from illuminate.foundation.access.keys import KEY_BYTES
from illuminate.foundation.database import embedded, logins

NAME = "illuminate"


@dataclass(frozen=True)
class Place:
    """The database in use: `server` speaks as somebody who may make logins, or is None when nobody here may."""

    server: logins.Server | None
    database: str
    is_embedded: bool


def data_folder() -> Path:
    folder = Path(os.environ.get("ILLUMINATE_DATA", "var")).resolve()
    os.environ["ILLUMINATE_DATA"] = str(folder)
    return folder


def enter(*, login: str = "web") -> Place:
    """Find or start the database, make sure of the master key, and wake Django. First line of every command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "illuminate.config.settings")
    os.environ["ILLUMINATE_LOGIN"] = login
    (data_folder() / "static").mkdir(parents=True, exist_ok=True)
    place = _own_server() if _needs_own_server() else _given_server()
    import django

    django.setup()
    return place


def _needs_own_server() -> bool:
    return not any(
        os.environ.get(name) for name in ("DATABASE_URL", "DATABASE_WEB_URL", "DATABASE_OWNER_URL")
    )


def _own_server() -> Place:
    try:
        server = embedded.start(data_folder() / "postgres")
    except embedded.UsersForgotten as error:
        raise PlainError(str(error)) from error
    except Exception as error:
        # The server's own faults, the system's and the wheel's have no parent in common.
        raise PlainError(
            f"The embedded database did not start ({type(error).__name__}). Look at"
            f" {data_folder() / 'postgres' / 'log'}, or set DATABASE_URL to use a PostgreSQL server."
        ) from error
    keep_master_key()
    os.environ["DATABASE_URL"] = server.url(NAME)
    os.environ["ILLUMINATE_EMBEDDED"] = "1"
    os.environ.setdefault("ILLUMINATE_DEMO", "1")
    return Place(server, NAME, is_embedded=True)


def _given_server() -> Place:
    if not os.environ.get("ILLUMINATE_MASTER_KEY") and not _key_file().is_file():
        raise PlainError("Set ILLUMINATE_MASTER_KEY first: `illuminate keys new` makes one.", 2)
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return Place(None, NAME, is_embedded=bool(os.environ.get("ILLUMINATE_EMBEDDED")))
    server, database = logins.Server.from_url(url)
    return Place(server, database, is_embedded=bool(os.environ.get("ILLUMINATE_EMBEDDED")))


def keep_master_key() -> None:
    """Make a master key for the data folder the first time, readable by its owner only."""
    if os.environ.get("ILLUMINATE_MASTER_KEY") or _key_file().is_file():
        return
    _key_file().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(_key_file(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(new_master_key() + "\n")


def new_master_key() -> str:
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def _key_file() -> Path:
    return data_folder() / "keys" / "master.key"


def bring_up_to_date(place: Place) -> None:
    """Make what logins are missing, where we may, and run the migrations that are."""
    from django.conf import settings
    from django.core.management import call_command

    if place.server:
        try:
            logins.prepare(place.server, place.database, settings.MASTER_KEY)
        except psycopg.errors.InsufficientPrivilege as error:
            raise PlainError(
                "DATABASE_URL names a login that may not make others. Name one that may, or give the four logins"
                " themselves (docs/how-to/postgresql.md)."
            ) from error
        except psycopg.OperationalError as error:
            raise PlainError(
                "The database does not answer. Check DATABASE_URL and that the server runs."
            ) from error
    call_command("migrate", database="owner", verbosity=0, interactive=False)
