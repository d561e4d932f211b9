"""A register, or a list of names that are published, named on the command line: read, or what is wrong with it said."""

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


def names_in(path: Path | None) -> tuple[str, ...]:
    """The names in a list, one a line; none when there is no list. Raises PlainError when it can't be read."""
    if path is None:
        return ()
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise PlainError(f"{path} can't be opened ({why}): check its name and its folder.", 2) from error
    except UnicodeDecodeError as error:
        raise PlainError(
            f"{path} is no text in UTF-8: write one name a line and save it as UTF-8.", 2
        ) from error
    return tuple(line.strip() for line in lines if line.strip())
