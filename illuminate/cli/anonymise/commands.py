"""`illuminate anonymise check`, `apply` and `verify`."""

import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import IO, NoReturn, TypeVar

import click

from illuminate.cli.anonymise.told import applied_in_words, asked_in_words, report_in_words, unread_in_words
from illuminate.cli.plain import PlainError, nothing_said_past_us, plainly, progress, require_free, show
from illuminate.cli.registers import names_in, register_in
from illuminate.engines import anonymise as engine
from illuminate.engines.whole import Fill, NotWritten, write_whole

Result = TypeVar("Result")
_FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
_REGISTER = click.option(
    "--register", type=click.Path(path_type=Path), required=True, help="The register of the review, a .csv."
)
_JSON = click.option(
    "--json", "findings", type=click.Path(path_type=Path),
    help="Also write what was found as .json. It holds real names: keep it with the register.",
)  # fmt: skip
_PUBLISHED = click.option(
    "--published", type=click.Path(path_type=Path),
    help="Names that are printed openly, one a line (.txt): they stay, also where a word of them is on the register.",
)  # fmt: skip


@click.group()
def anonymise() -> None:
    """A file (.docx, .pdf, .xlsx, .txt, .md) checked against a review's register, or pseudonymised.

    Needs no server, no account and no network.
    """


@anonymise.command()
@_FILE
@_REGISTER
@_JSON
@_PUBLISHED
@plainly
def check(file: Path, register: Path, findings: Path | None, published: Path | None) -> None:
    """Say what in FILE identifies someone, and where. Changes nothing."""
    _look(engine.check, "Checking", file, register, findings, published)


@anonymise.command()
@_FILE
@_REGISTER
@_JSON
@_PUBLISHED
@plainly
def verify(file: Path, register: Path, findings: Path | None, published: Path | None) -> None:
    """Look for the register in the bytes of FILE, as somebody would who wants to know the names."""
    _look(engine.verify, "Verifying", file, register, findings, published)


@anonymise.command()
@_FILE
@_REGISTER
@click.option("--out", type=click.Path(path_type=Path), help="The copy to write, of the same kind as FILE.")
@_JSON
@_PUBLISHED
@plainly
def apply(
    file: Path, register: Path, out: Path | None, findings: Path | None, published: Path | None
) -> None:
    """Write a copy of FILE with pseudonyms in place of everything on the register, and prove that it is gone."""
    require_free([path for path in (out, findings) if path is not None], _given(file, register, published))
    known = register_in(register)
    out = _out(out, file, known)
    openly = names_in(published)
    data = _bytes_in(file)
    try:
        run = partial(engine.apply, data, file.name, known, out.name, published=openly)
        done = _answered(run, "Anonymising")
    except engine.StillThere as left:
        _write({findings: _json(left.report)} if findings else {})
        raise PlainError(str(left), 1) from left
    except engine.CannotReplace as refused:
        raise PlainError(f"{file.name}: {refused} No copy was made.", 1) from refused
    outputs: dict[Path, Fill] = {out: partial(_put, done.data)}
    if findings is not None:
        outputs[findings] = _json(done.report)
    _write(outputs)
    show(
        [*report_in_words(done.report), *applied_in_words(done), f"Written: {', '.join(map(str, outputs))}"],
        "The files were written, but what they hold",
    )
    _leave(done.report, done.asked)


def _look(
    look: Callable[..., engine.Report],
    label: str,
    file: Path,
    register: Path,
    findings: Path | None,
    published: Path | None,
) -> NoReturn:
    """Check or verify: read, look, write what was found, say it, and leave with the exit code."""
    require_free([findings] if findings else [], _given(file, register, published))
    known = register_in(register)
    openly = names_in(published)
    data = _bytes_in(file)
    report = _answered(partial(look, data, file.name, known, published=openly), label)
    if report.is_damaged:
        raise PlainError(
            f"{file.name} is damaged: save it afresh from its program, or ask for another copy.", 2
        )
    _write({findings: _json(report)} if findings else {})
    show(list(report_in_words(report)), "What was found")
    _leave(report, report.asked)


def _given(*paths: Path | None) -> list[Path]:
    return [path for path in paths if path is not None]


def _bytes_in(path: Path) -> bytes:
    """The whole file, if it can be worked on. Raises PlainError."""
    try:
        if path.is_dir():
            raise PlainError(f"{path} is a folder: name one file in it.", 2)
        if path.exists() and not path.is_file():
            raise PlainError(f"{path} is not a file: name a file to read.", 2)
        if path.stat().st_size > engine.MOST_BYTES:
            raise PlainError(f"{path.name} is larger than 200 MB: split it, or remove its pictures.", 2)
        data = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise PlainError(f"{path} can't be opened ({why}): check its name and its folder.", 2) from error
    _answered(partial(engine.require_sound, data, path.name), "Reading")
    return data


def _answered(ask: Callable[[], Result], label: str) -> Result:
    """What the engine answers; a file that it refuses is one sentence."""
    try:
        with nothing_said_past_us():
            [answer] = [step() for step in progress([ask], label=label, length=1)]
            return answer
    except engine.FileRefused as refused:
        raise PlainError(str(refused), 2) from refused


def _out(out: Path | None, file: Path, register: engine.Register) -> Path:
    """Where the copy goes. Raises PlainError for a name that gives someone away, or of another kind of file."""
    suggested = engine.suggested_name(file.name, register)
    if suggested == file.name:
        suggested = f"{file.stem} pseudonymised{file.suffix}"
    if out is None:
        raise PlainError(f"Say where the copy goes, for example --out “{suggested}”.", 2)
    if out.suffix.lower() != file.suffix.lower():
        raise PlainError(f"{out.name} is another kind of file than {file.name}: give it the same ending.", 2)
    if engine.suggested_name(out.name, register) != out.name:
        raise PlainError(
            "The name of the file to write holds something on the register: choose another name, for example "
            f"“{suggested}”.",
            1,
        )
    return out


def _json(report: engine.Report) -> Fill:
    return partial(_put, json.dumps(report.to_json(), ensure_ascii=False, indent=2).encode("utf-8") + b"\n")


def _put(data: bytes, stream: IO[bytes]) -> None:
    stream.write(data)


def _write(outputs: dict[Path, Fill]) -> None:
    try:
        write_whole(outputs)
    except NotWritten as refused:
        raise PlainError(str(refused), 2) from refused


def _leave(report: engine.Report, asked: Sequence[engine.Finding]) -> NoReturn:
    """Say what was not read and what a person must decide, and leave: 0 when the file is clean, else 1."""
    for line in (*unread_in_words(report), *asked_in_words(report.file, asked)):
        click.echo(f"illuminate: {line}", err=True)
    sys.exit(0 if report.clean and not asked else 1)
