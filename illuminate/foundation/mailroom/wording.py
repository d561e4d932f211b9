"""Messages from their templates: the first line is the subject, the rest is the text."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template import Context, Engine

MISSING = "\ue000"


class BadTemplate(ValueError):
    """The template of a message is not fit to be sent. Whoever wrote it must put it right."""


def email(template: str, context: dict[str, Any]) -> tuple[str, str]:
    """Subject and text. `link` in the context is a path; it becomes an address that works from outside."""
    first, _, text = render(template, context).partition("\n")
    subject = first.removeprefix("Subject:").strip()
    if not first.startswith("Subject:") or not subject:
        raise BadTemplate(f"The first line of {template} must be “Subject: ” and the subject.")
    if not text.strip():
        raise BadTemplate(f"{template} has a subject and no text.")
    return subject, text.strip() + "\n"


def render(template: str, context: dict[str, Any]) -> str:
    """Plain text; a value that the template asks for and nobody gave is an error."""
    given = {"public_url": settings.PUBLIC_URL, **context}
    if "link" in given:
        given["link"] = absolute(str(given["link"]))
    text = _engine().get_template(template).render(Context(given, autoescape=False)).strip()
    if MISSING in text:
        name = text.split(MISSING, 2)[1]
        raise BadTemplate(f"{template} needs “{name}”, which nobody gave.")
    return text


def absolute(path: str) -> str:
    """A path of this site as a full address."""
    return f"{settings.PUBLIC_URL}{path}" if path.startswith("/") else path


@lru_cache(maxsize=1)
def _engine() -> Engine:
    return Engine(
        app_dirs=True,
        string_if_invalid=f"{MISSING}%s{MISSING}",
        builtins=["illuminate.foundation.design.templatetags.design"],
    )
