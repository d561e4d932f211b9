"""The database under the tests: one server for all workers, one migrated template, a copy for each worker.

With `DATABASE_URL` set the tests run on that server instead; it must name somebody who may create databases.
"""

import base64
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg

from illuminate.foundation.database import logins

ROOT = Path(__file__).parent.parent
SECRET = hashlib.sha256(b"tests").digest()
TEMPLATE_LOCK = 0x111_0002


def _server() -> logins.Server:
    if os.environ.get("ILLUMINATE_TEST_SERVER"):
        return logins.Server.from_url(os.environ["ILLUMINATE_TEST_SERVER"])[0]
    if os.environ.get("DATABASE_URL"):
        return logins.Server.from_url(os.environ["DATABASE_URL"])[0]
    from illuminate.foundation.database import embedded

    return embedded.start(ROOT / "var" / "test" / "postgres", durable=False)


def _fingerprint() -> str:
    """Changes with any migration, so that a template is never stale."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "illuminate").rglob("migrations/*.py")):
        digest.update(path.as_posix().encode() + path.read_bytes())
    digest.update((ROOT / "illuminate/foundation/database/logins.py").read_bytes())
    return digest.hexdigest()[:12]


def configure() -> None:
    """Point the settings at this worker's database; runs before Django reads them."""
    (ROOT / "var" / "test" / WORKER / "static").mkdir(parents=True, exist_ok=True)  # else whitenoise warns
    os.environ.update(
        DATABASE_URL=SERVER.url(NAME),
        ILLUMINATE_TEST_SERVER=SERVER.url("postgres"),
        ILLUMINATE_MASTER_KEY=base64.urlsafe_b64encode(SECRET).decode(),
        ILLUMINATE_DATA=str(ROOT / "var" / "test" / WORKER),
        ILLUMINATE_DEMO="1",
        ILLUMINATE_MAIL_TRANSPORT="memory",
    )


def template(server: logins.Server) -> str:
    """The migrated database that every test database is copied from; made once, whoever comes first."""
    name = f"illuminate_template_{_fingerprint()}"
    with server.connect("postgres") as connection:
        connection.autocommit = True
        connection.execute("SELECT pg_advisory_lock(%s)", [TEMPLATE_LOCK])
        ready = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s AND datistemplate", [name]
        ).fetchone()
        if not ready:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
            logins.prepare(server, name, SECRET)
            _migrate(server, name)
            connection.execute(f'ALTER DATABASE "{name}" IS_TEMPLATE true')
        connection.execute("SELECT pg_advisory_unlock(%s)", [TEMPLATE_LOCK])
    return name


def _migrate(server: logins.Server, name: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--database", "owner", "-v", "0", "--skip-checks"],
        env={**os.environ, "DATABASE_URL": server.url(name),
             "DJANGO_SETTINGS_MODULE": "illuminate.config.settings"},  # the tests' own would name the copy
        cwd=ROOT,
        check=True,
    )  # fmt: skip


def copy_template(server: logins.Server, name: str) -> None:
    made = template(server)
    with server.connect("postgres") as connection:
        connection.autocommit = True
        drop(connection, name)
        logins.make_database(connection, name, template=made)
        connection.execute(f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC')
        connection.execute(
            f'GRANT CONNECT ON DATABASE "{name}" TO {logins.WEB}, {logins.WORKER}, {logins.LIBRARY}'
        )


def close(alias: str) -> None:
    from django.db import connections

    connections[alias].close()


def drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


SERVER = _server()
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
RUN = os.environ.setdefault("ILLUMINATE_TEST_RUN", str(os.getpid()))
NAME = f"illuminate_test_{RUN}_{WORKER}"
