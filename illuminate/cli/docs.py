"""`illuminate docs`: the pages of docs/ that are written from the program's own tables."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

FOLDER = Path("docs")


@click.group()
def docs() -> None:
    """The pages of docs/ that are generated from the program's own tables."""


@docs.command()
def write() -> None:
    """Write them anew."""
    for name, text in _pages():
        (FOLDER / name).write_text(text)
        click.echo(FOLDER / name)


@docs.command()
def check() -> None:
    """Exit 1 and name every page that is stale."""
    stale = [name for name, text in _pages() if not _same(FOLDER / name, text)]
    for name in stale:
        click.echo(f"docs/{name} is stale: run `illuminate docs write`.", err=True)
    sys.exit(1 if stale else 0)


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text() == text


def _pages() -> list[tuple[str, str]]:
    """Needs Django's models, but no database."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "illuminate.config.settings")
    django.setup()
    from illuminate.foundation.access import roles_page
    from illuminate.journey.reviews import lifecycle_page

    pages: dict[str, Callable[[], str]] = {
        "roles.md": roles_page.markdown,
        "lifecycle.md": lifecycle_page.markdown,
    }
    return [(name, make()) for name, make in pages.items()]
