"""`illuminate keys`: the master key."""

import click

from illuminate.cli.environment import new_master_key


@click.group()
def keys() -> None:
    """The master key, which wraps every review's own key."""


@keys.command()
def new() -> None:
    """Print a new master key, for ILLUMINATE_MASTER_KEY. Keep it apart from the database's backups."""
    click.echo(new_master_key())
