"""Sessions in the database, locked: while somebody signs in they hold an address and a second factor's secret."""

import base64
from typing import Any

from cryptography.exceptions import InvalidTag
from django.contrib.sessions.backends import db

from illuminate.foundation.access import keys

CONTEXT = "session"


class SessionStore(db.SessionStore):
    def encode(self, session_dict: dict[str, Any]) -> str:
        plain = self.serializer().dumps(session_dict)
        return base64.b64encode(keys.encrypt(plain, key=keys.platform_key(), context=CONTEXT)).decode()

    def decode(self, session_data: str | bytes) -> dict[str, Any]:
        """What was kept; nothing if it was locked with another key or changed."""
        try:
            sealed = base64.b64decode(session_data, validate=True)
            opened = keys.decrypt(sealed, key=keys.platform_key(), context=CONTEXT)
        except (ValueError, InvalidTag):
            return {}
        found: dict[str, Any] = self.serializer().loads(opened)
        return found
