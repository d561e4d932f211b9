"""The separate logins to the database, so that a mistake in one part can't read what belongs to another.

owner    makes tables and runs migrations; never serves a page
web      serves pages: rows only through row-level security
worker   sends mail and runs jobs: the same policies, with the system actors' narrow ones
library  the public site: can read released copies and nothing else
"""

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

import psycopg
from psycopg import sql

OWNER = "illuminate_owner"
WEB = "illuminate_web"
WORKER = "illuminate_worker"
LIBRARY = "illuminate_library"
LOGINS = (OWNER, WEB, WORKER, LIBRARY)
LOCK = 0x111_0001


@dataclass(frozen=True)
class Server:
    """Where a PostgreSQL server is, and as whom to speak to it."""

    host: str
    port: int
    user: str
    password: str

    @classmethod
    def from_url(cls, url: str) -> tuple["Server", str]:
        """The server and the database's name of a `postgresql://user:password@host:port/name` address."""
        parts = urlsplit(url)
        query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
        host = unquote(query.get("host", "")) or parts.hostname or "localhost"
        server = cls(host, parts.port or 5432, unquote(parts.username or ""), unquote(parts.password or ""))
        return server, unquote(parts.path.lstrip("/")) or "illuminate"

    def url(self, database: str) -> str:
        """The server as an address, for another process to read."""
        person = quote(self.user) + (f":{quote(self.password)}" if self.password else "")
        if self.host.startswith("/"):
            return f"postgresql://{person}@/{database}?host={quote(self.host, safe='')}"
        return f"postgresql://{person}@{self.host}:{self.port}/{database}"

    def connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(
            host=self.host, port=self.port, user=self.user, password=self.password or None, dbname=database
        )


def password_of(login: str, secret: bytes) -> str:
    """A login's password, derived from the master key, so that no further secret needs keeping."""
    return hmac.new(secret, f"database login {login}".encode(), hashlib.sha256).hexdigest()


def prepare(server: Server, database: str, secret: bytes) -> None:
    """Make the four logins and the database where they are missing. Safe to run twice, and by two at once.

    `server` must speak as somebody who may create logins and databases.
    """
    with server.connect("postgres") as connection:
        connection.autocommit = True
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        for login in LOGINS:
            _make_login(connection, login, password_of(login, secret))
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if not known:
            make_database(connection, database)
        connection.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    with server.connect(database) as connection:
        _share(connection, database)


def make_database(connection: psycopg.Connection, name: str, *, template: str = "template0") -> None:
    """Create a database owned by the owner login; names are compared byte by byte on every machine."""
    statement = "CREATE DATABASE {} OWNER {} TEMPLATE {}"
    if template == "template0":
        statement += " ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
    connection.execute(
        sql.SQL(statement).format(sql.Identifier(name), sql.Identifier(OWNER), sql.Identifier(template))
    )


def _make_login(connection: psycopg.Connection, login: str, password: str) -> None:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [login]).fetchone()
    verb = "ALTER" if known else "CREATE"
    connection.execute(
        sql.SQL("{} ROLE {} LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB PASSWORD {}").format(
            sql.SQL(verb), sql.Identifier(login), sql.Literal(password)
        )
    )


def _share(connection: psycopg.Connection, database: str) -> None:
    """What each login may do with tables that the owner will make. The library's rights are given table by table."""
    workers = sql.SQL(", ").join(map(sql.Identifier, (WEB, WORKER)))
    owner = sql.Identifier(OWNER)
    name = sql.Identifier(database)
    for statement in (
        sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name),
        sql.SQL("GRANT CONNECT ON DATABASE {} TO {}, {}").format(name, workers, sql.Identifier(LIBRARY)),
        sql.SQL("ALTER SCHEMA public OWNER TO {}").format(owner),
        sql.SQL("REVOKE ALL ON SCHEMA public FROM PUBLIC"),
        sql.SQL("GRANT USAGE ON SCHEMA public TO {}, {}").format(workers, sql.Identifier(LIBRARY)),
        sql.SQL(
            "ALTER DEFAULT PRIVILEGES FOR ROLE {} IN SCHEMA public"
            " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}"
        ).format(owner, workers),
        sql.SQL(
            "ALTER DEFAULT PRIVILEGES FOR ROLE {} IN SCHEMA public GRANT USAGE ON SEQUENCES TO {}"
        ).format(owner, workers),
        sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC").format(owner),
        sql.SQL(
            "ALTER DEFAULT PRIVILEGES FOR ROLE {} IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO {}"
        ).format(owner, workers),
    ):
        connection.execute(statement)
