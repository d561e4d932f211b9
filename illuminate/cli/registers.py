"""A register named on the command line: read, or what is wrong with it said row by row."""

from pathlib import Path

from illuminate.cli.plain import PlainError
from illuminate.engines.anonymise import Register, RegisterError, read_register


def register_in(path: Path) -> Register:
    """The register in a file. Raises PlainError for faulty rows, and for a pseudonym that is somebody's real name."""
    try:
        register = read_register(path)
    except RegisterError as error:
        raise PlainError("\n".join(f"{path}: {problem}" for problem in error.problems), 2) from error
    if clashes := register.clashes():
        raise PlainError("\n".join(f"{path}: {clash}" for clash in clashes), 2)
    return register
