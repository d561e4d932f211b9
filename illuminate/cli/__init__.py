"""The command line: one command a file."""

from illuminate.cli.main import main

__all__ = ["main"]
