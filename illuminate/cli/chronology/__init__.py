"""`illuminate chronology`: agencies' chronologies merged or checked, with no server, account or network."""

from illuminate.cli.chronology.commands import chronology

__all__ = ["chronology"]
