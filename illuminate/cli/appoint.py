"""`illuminate appoint`: the people whom no coordinator can let in."""

import click

from illuminate.cli.environment import enter
from illuminate.cli.plain import PlainError

ROLES = {
    "coordinator": "partnership",
    "home_office_reader": "home_office",
    "quality_assurance_reader": "home_office",
    "commissioner_analyst": "commissioner",
}


@click.command()
@click.argument("role", type=click.Choice(list(ROLES)))
@click.option("--name", prompt="Full name", help="The person's name.")
@click.option("--email", prompt="E-mail address", help="Where the link goes.")
@click.option("--organisation", prompt="Organisation", help="The partnership or body; added if it is new.")
@click.option(
    "--short-name", default="", help="For a new partnership: the letters its references begin with."
)
def appoint(role: str, name: str, email: str, organisation: str, short_name: str) -> None:
    """Let in a partnership's first coordinator, or a reader of a national body.

    The worker e-mails them a link. Everybody else is invited by a coordinator, on the People page.
    """
    enter()
    from illuminate.foundation.access import actions
    from illuminate.foundation.access.refusals import Refused

    try:
        actions.appoint(
            name=name,
            email=email,
            role=role,
            organisation_name=organisation,
            organisation_type=ROLES[role],
            short_name=short_name,
        )
    except Refused as refused:
        raise PlainError(str(refused), 2) from refused
    click.echo(f"Invited. The worker sends the e-mail to {email} within a minute.")
