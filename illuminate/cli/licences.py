"""`illuminate licences`: whose work this stands on."""

from importlib.metadata import PackageMetadata, distributions

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
    click.echo(
        f"{'GeoNames':34} {'2026':14} CC BY 4.0 (names of places in engines/anonymise/names/places.tsv)"
    )


def _licence(metadata: PackageMetadata) -> str:
    stated = metadata.get_all("License-Expression")
    classifiers = [
        line.rsplit(" :: ", 1)[-1]
        for line in metadata.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    text = ", ".join(stated or classifiers or metadata.get_all("License") or []) or "not stated"
    return text.splitlines()[0][:80]
