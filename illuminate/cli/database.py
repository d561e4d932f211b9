"""`illuminate database`: logins and tables."""

import click

from illuminate.cli.environment import bring_up_to_date, enter


@click.group()
def database() -> None:
    """The PostgreSQL database that DATABASE_URL names."""


@database.command()
def prepare() -> None:
    """Make the four logins and the tables, or bring them up to date. Safe to run again."""
    bring_up_to_date(enter())
    click.echo("The database is up to date.")
