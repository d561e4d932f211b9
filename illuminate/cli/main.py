"""`illuminate`: what it can do, in words that a person can read."""

import sys
from collections.abc import Callable
from typing import Any

import click

from illuminate import __version__
from illuminate.cli.plain import PlainError

Load = Callable[[], click.Command]
STOPPED = 130  # what a shell expects of a command that Ctrl-C ended


class Plain(click.Group):
    """A group whose errors are one plain sentence, and whose commands are loaded when they are asked for.

    A command that needs no database starts without one: what the others need is not even imported.
    """

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and leave with the exit code; no traceback of a known fault reaches a person."""
        try:
            return super().main(*args, **kwargs)
        except PlainError as error:
            for line in str(error).splitlines():
                click.echo(f"illuminate: {line}", err=True)
            sys.exit(error.code)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; of wrong usage say what is wrong, and where to read how it is meant."""
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort) as stop:
            raise PlainError("Stopped.", STOPPED) from stop
        except click.UsageError as error:
            path = error.ctx.command_path if error.ctx else "illuminate"
            message = error.format_message().replace("\n", " ").rstrip(".")
            raise PlainError(f"{message}: see `{path} --help`.", 2) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name, in the order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        return COMMANDS[cmd_name][1]() if cmd_name in COMMANDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][0]) for name in self.list_commands(ctx)])


@click.group(cls=Plain, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="illuminate %(version)s")
def main() -> None:
    """Runs a Domestic Homicide Review, from the police's call to learning that has changed something.

    Start with `illuminate server`: it brings its own database, a fictional case to look at, and prints one address.
    """


def _anonymise() -> click.Command:
    from illuminate.cli.anonymise import anonymise

    return anonymise


def _appoint() -> click.Command:
    from illuminate.cli.appoint import appoint

    return appoint


def _audit() -> click.Command:
    from illuminate.cli.audit import audit

    return audit


def _backup() -> click.Command:
    from illuminate.cli.backup import backup

    return backup


def _chronology() -> click.Command:
    from illuminate.cli.chronology import chronology

    return chronology


def _database() -> click.Command:
    from illuminate.cli.database import database

    return database


def _demo() -> click.Command:
    from illuminate.cli.demo import demo

    return demo


def _docs() -> click.Command:
    from illuminate.cli.docs import docs

    return docs


def _keys() -> click.Command:
    from illuminate.cli.keys import keys

    return keys


def _licences() -> click.Command:
    from illuminate.cli.licences import licences

    return licences


def _restore() -> click.Command:
    from illuminate.cli.backup import restore

    return restore


def _server() -> click.Command:
    from illuminate.cli.server import server

    return server


def _worker() -> click.Command:
    from illuminate.cli.worker import worker

    return worker


# What the list of commands says of each, and how to load it.
COMMANDS: dict[str, tuple[str, Load]] = {
    "anonymise": ("Replace the names of a register in a file, or check one; no server needed.", _anonymise),
    "appoint": ("Let in a partnership's first coordinator, or a national reader.", _appoint),
    "audit": ("The record of everything that was done and read.", _audit),
    "backup": ("Write the database, every stored file and the keys to one archive.", _backup),
    "chronology": ("Merge agencies' chronologies, or check one; no server needed.", _chronology),
    "database": ("The PostgreSQL database that DATABASE_URL names.", _database),
    "demo": ("Load the example case and a review in every stage.", _demo),
    "docs": ("The pages of docs/ that are generated from the program's own tables.", _docs),
    "keys": ("The master key, which wraps every review's own key.", _keys),
    "licences": ("List every third-party package, its version and its licence.", _licences),
    "restore": ("Bring back what `illuminate backup` wrote.", _restore),
    "server": ("Serve Illuminate: pages, worker, and the embedded database.", _server),
    "worker": ("Send mail and run jobs until stopped.", _worker),
}
