"""`illuminate anonymise`: a file checked, pseudonymised or verified, with no server, account or network."""

from illuminate.cli.anonymise.commands import anonymise

__all__ = ["anonymise"]
