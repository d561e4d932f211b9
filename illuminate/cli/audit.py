"""`illuminate audit`: is the record whole?"""

import json
import sys

import click

from illuminate.cli.environment import enter


@click.group()
def audit() -> None:
    """The record of everything that was done and read."""


@audit.command()
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON.")
def verify(as_json: bool) -> None:
    """Walk the chain from its first row; exit 1 and name the first broken row if there is one."""
    enter()
    from illuminate.foundation.audit.verify import verify as walk

    verdict = walk()
    if as_json:
        click.echo(json.dumps({"whole": verdict.whole, "checked": verdict.checked, "broken": verdict.broken}))
    elif verdict.whole:
        click.echo(f"The chain is whole: {verdict.checked:,} rows checked.")
    else:
        broken = verdict.broken or {}
        click.echo(
            f"The chain is broken at row {broken.get('sequence')} ({broken.get('id')}): {broken.get('why')}."
        )
    sys.exit(0 if verdict.whole else 1)
