"""`illuminate licences`: whose work this stands on."""

from importlib.metadata import distributions

import click


@click.command()
def licences() -> None:
    """List every third-party package installed, its version and its licence."""
    rows = sorted(
        {(dist.metadata["Name"], dist.version, _licence(dist.metadata)) for dist in distributions()}
    )
    for name, version, licence in rows:
        if name != "illuminate":
            click.echo(f"{name:34} {version:14} {licence}")
    click.echo(
        f"{'GOV.UK Frontend':34} {'6':14} MIT (its styles and scripts are in foundation/design/static)"
    )


def _licence(metadata: object) -> str:
    get = metadata.get  # type: ignore[attr-defined]
    classifiers = [
        line.rsplit(" :: ", 1)[-1]
        for line in metadata.get_all("Classifier") or []  # type: ignore[attr-defined]
        if line.startswith("License ::")
    ]
    text = get("License-Expression") or ", ".join(classifiers) or get("License") or "not stated"
    return str(text).splitlines()[0][:80]
