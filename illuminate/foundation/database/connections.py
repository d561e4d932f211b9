"""Django's connections: one alias a login."""

from typing import Any

from environs import Env

from illuminate.foundation.database.logins import LIBRARY, OWNER, WEB, WORKER, Server, password_of

ALIASES = {"owner": OWNER, "library": LIBRARY, "worker": WORKER}


def databases(env: Env, secret: bytes) -> dict[str, dict[str, Any]]:
    """The connections from the environment.

    `DATABASE_URL` names the server and the database; each login's name and password follow from the master key.
    `DATABASE_WEB_URL`, `DATABASE_WORKER_URL`, `DATABASE_OWNER_URL` and `DATABASE_LIBRARY_URL` replace them one by
    one. `default` is the web's login, or the worker's in the worker.
    """
    common = env.str("DATABASE_URL", "")
    speaking = WORKER if env.str("ILLUMINATE_LOGIN", "web") == "worker" else WEB
    own = {
        WEB: env.str("DATABASE_WEB_URL", ""),
        WORKER: env.str("DATABASE_WORKER_URL", ""),
        OWNER: env.str("DATABASE_OWNER_URL", ""),
        LIBRARY: env.str("DATABASE_LIBRARY_URL", ""),
    }
    logins = {"default": speaking, **ALIASES}
    made = {alias: _connection(own[login] or common, login, secret, given=bool(own[login]))
            for alias, login in logins.items()}  # fmt: skip
    made["default"]["ATOMIC_REQUESTS"] = True  # the others would be opened for every page, too
    return made


def _connection(url: str, login: str, secret: bytes, *, given: bool) -> dict[str, Any]:
    server, name = Server.from_url(url) if url else (Server("", 5432, "", ""), "illuminate")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "HOST": server.host,
        "PORT": server.port,
        "USER": server.user if given else login,
        "PASSWORD": server.password if given else password_of(login, secret),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        "DISABLE_SERVER_SIDE_CURSORS": False,
        "OPTIONS": {"connect_timeout": 5},
    }
