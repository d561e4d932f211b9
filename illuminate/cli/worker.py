"""`illuminate worker`: sends mail and runs jobs."""

import click

from illuminate.cli.environment import enter


@click.command()
@click.option("--concurrency", default=2, show_default=True, help="How many jobs at once.")
def worker(concurrency: int) -> None:
    """Send mail and run jobs until stopped. Several workers may run side by side."""
    enter(login="worker")
    from illuminate.foundation.mailroom import worker as mailroom

    mailroom.run(concurrency=concurrency)
