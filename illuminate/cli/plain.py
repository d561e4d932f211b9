"""Errors and progress as a person reads them."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

Item = TypeVar("Item")
P = ParamSpec("P")
_STANDARD_ERROR = 2
# What moves the cursor, turns the line round, or is no character at all.
_STEERS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST = 500  # characters of a line


class PlainError(Exception):
    """Something that a person must put right; `code` is the exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def progress(items: Iterable[Item], *, label: str, length: int) -> Iterator[Item]:
    """Show a bar on a terminal, and nothing in a pipe."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, length=length, file=sys.stderr) as bar:
        yield from bar


def plainly(command: Callable[P, None]) -> Callable[P, None]:
    """Let no traceback out: a fault of the program is a sentence too, and names nothing of the case."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (PlainError, click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            # Whatever it was, who gave the command reads a sentence.
            raise PlainError(
                f"This program has a fault ({fault_of(error)}): report it. Nothing was written.", 2
            ) from error

    return run


@contextmanager
def nothing_said_past_us() -> Iterator[None]:
    """Keep a library in another language from writing its own faults to standard error, traces and all.

    What it could not read still arrives as an exception, and is said in a sentence.
    """
    if sys.stderr is None:
        yield
        return
    sys.stderr.flush()
    kept = os.dup(_STANDARD_ERROR)
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)


def fault_of(error: Exception) -> str:
    """A fault in the program by its kind and its line: nothing of a case is in it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"


def require_free(outputs: Sequence[Path], read: Sequence[Path]) -> None:
    """Say wrong usage before anything is read: where nothing can be written, and what would be written over.

    Raises PlainError.
    """
    taken = {path.resolve() for path in read}
    for path in outputs:
        if path.resolve() in taken:
            raise PlainError(f"{path} is one of the files to be read: write to another name.", 2)
        if path.exists() and not path.is_file():
            raise PlainError(f"{path} is no file that can be written: choose another name.", 2)
        if not path.resolve().parent.is_dir():
            raise PlainError(f"{path} lies in a folder that is not there: make the folder first.", 2)
    if len({path.resolve() for path in outputs}) < len(outputs):
        raise PlainError("--out and --json name the same file: give each a name of its own.", 2)


def show(lines: Sequence[str], what: str = "What was understood") -> None:
    """Lines on standard output, which may be a file on a full disk."""
    try:
        for line in lines:
            click.echo(on_one_line(line))
    except BrokenPipeError:
        raise
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise PlainError(f"{what} can't be shown ({why}): send the answer somewhere else.", 1) from error


def on_one_line(words: str) -> str:
    """Words of a file as a terminal may show them: on one line, not endless, and with nothing that steers it."""
    indent = len(words) - len(words.lstrip(" "))
    line = words[:indent] + _STEERS.sub(_symbol, " ".join(words.split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}… (and more)."


def _symbol(char: re.Match[str]) -> str:
    code = ord(char[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else f"\u241b{{{code:x}}}"
