"""`illuminate`: what it can do, in words that a person can read."""

import sys
from typing import Any

import click

from illuminate import __version__
from illuminate.cli import appoint, audit, backup, database, demo, docs, keys, licences, server, worker
from illuminate.cli.plain import PlainError


class Plain(click.Group):
    """A group whose errors are one plain sentence; no traceback ever reaches a person."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().main(*args, **kwargs)
        except PlainError as error:
            click.echo(f"illuminate: {error}", err=True)
            sys.exit(error.code)


@click.group(cls=Plain, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="illuminate %(version)s")
def main() -> None:
    """Runs a Domestic Homicide Review, from the police's call to learning that has changed something.

    Start with `illuminate server`: it brings its own database, a fictional case to look at, and prints one address.
    """


for command in (
    server.server, demo.demo, worker.worker, appoint.appoint, audit.audit, backup.backup, backup.restore,
    database.database, keys.keys, docs.docs, licences.licences,
):  # fmt: skip
    main.add_command(command)
