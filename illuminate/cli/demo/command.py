"""The command, and what `illuminate server` asks of it."""

import shutil

import click
from psycopg import sql

from illuminate.cli.environment import Place, bring_up_to_date, data_folder, enter
from illuminate.cli.plain import PlainError, progress


@click.command()
@click.option("--reset", is_flag=True, help="Throw the demo away and load it anew.")
def demo(reset: bool) -> None:
    """Load the example case and a review in every stage, through real actions. Twice is once."""
    place = enter()
    bring_up_to_date(place)
    _refuse_real_reviews()
    if reset:
        _throw_away(place)
        bring_up_to_date(place)
    if is_loaded():
        click.echo("The demo is loaded. `illuminate demo --reset` loads it anew.")
        return
    load()


def is_loaded() -> bool:
    from illuminate.foundation.access.models import Installation

    return Installation.objects.exists()


def load() -> None:
    """Build every review of the demo, with progress; whole or not at all."""
    from django.db import transaction

    from illuminate.cli.demo import reviews

    click.echo("Loading the demo: a fictional case and its neighbours.", err=True)
    with transaction.atomic():
        for build in progress(
            reviews.BUILDERS, label="A review in every stage", length=len(reviews.BUILDERS)
        ):
            build()


def _refuse_real_reviews() -> None:
    from django.conf import settings

    from illuminate.foundation.access.demo import MixedUp, refuse_mixed_up

    if not settings.DEMO:
        raise PlainError("Demo mode is off. Set ILLUMINATE_DEMO=1 to load the demo into this database.", 2)
    try:
        refuse_mixed_up()
    except MixedUp as error:
        raise PlainError(str(error), 2) from error


def _throw_away(place: Place) -> None:
    from django.db import connections

    if place.server is None:
        raise PlainError("Set DATABASE_URL to a login that may make databases, for the time of the reset.", 2)
    for alias in connections:
        connections[alias].close()
    with place.server.connect("postgres") as connection:
        connection.autocommit = True
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(place.database)))
    for folder in ("documents", "released", "mail"):
        shutil.rmtree(data_folder() / folder, ignore_errors=True)
