"""Settings come from the environment, and docs/settings.md lists every one."""

import re

import pytest
from django.core.management import call_command

from tests.guards.house import PACKAGE, ROOT, sources

NAME = re.compile(r"\b((?:ILLUMINATE|DATABASE)_[A-Z_]*[A-Z])\b")


def test_the_page_lists_exactly_what_the_program_reads() -> None:
    read = {name for path in sources(PACKAGE) for name in NAME.findall(path.read_text())}
    told = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE))
    internal = {"ILLUMINATE_EMBEDDED", "ILLUMINATE_LOGIN"}
    assert told == read - internal - {"DATABASE_ROUTERS"}


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
