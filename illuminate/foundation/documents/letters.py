"""Letters: Word templates filled with the facts of a case, ready to sign."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from django.template.utils import get_app_template_dirs
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment


def fill(template: str, context: dict[str, Any]) -> bytes:
    """A Word file from a room's template ("intake/letters/home_office_notice.docx").

    What the template asks for and the context lacks is an error, never a blank in a letter. The file names nobody
    as its author.
    """
    letter = DocxTemplate(_find(template))
    letter.render(context, jinja_env=SandboxedEnvironment(autoescape=True, undefined=StrictUndefined))
    _name_nobody(letter)
    filled = BytesIO()
    letter.save(filled)
    return filled.getvalue()


def _find(template: str) -> Path:
    for folder in get_app_template_dirs("templates"):
        path = (Path(folder) / template).resolve()
        if path.is_file() and path.is_relative_to(Path(folder).resolve()):
            return path
    raise FileNotFoundError(f"No room has a letter “{template}” in its templates folder.")


def _name_nobody(letter: DocxTemplate) -> None:
    properties = letter.docx.core_properties
    for name in ("author", "last_modified_by", "title", "subject", "keywords", "comments", "category"):
        setattr(properties, name, "")
    properties.revision = 1
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
