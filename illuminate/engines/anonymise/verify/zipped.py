"""Zips: every member, whether the list at the end names it or not, and every byte that belongs to none."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from ..errors import FileRefused
from .bare import look_at
from .letters import strings_in
from .office import Office, part_of
from .sight import Sight

_LOCAL = b"PK\x03\x04"
_HEAD = 30  # bytes before a member's name
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
_SOUND = "It is damaged or locked."


def look_at_zip(data: bytes, part: str, sight: Sight) -> None:
    """See all of a zip; Office files are read with their own parts' names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            covered = _look_at_members(zipped, part, sight)
            comment = zipped.comment
    except FileRefused:
        raise
    except _ERRORS:
        sight.damaged(part, "It is damaged; it was not read to the end.")
        for text in strings_in(data):
            sight.add(part, text, "bytes")
        return
    for text in strings_in(comment):
        sight.add("properties", text, "prose")
    _look_between(data, covered, sight)


def _look_at_members(zipped: zipfile.ZipFile, part: str, sight: Sight) -> list[tuple[int, int]]:
    covered: list[tuple[int, int]] = []
    members: list[tuple[str, bytes]] = []
    for info in zipped.infolist():
        sight.add("part name", info.filename, "machine")
        for beside in (info.comment, info.extra):
            for text in strings_in(beside):
                sight.add("properties", text, "bytes")
        try:
            body = _unpacked(zipped, info, sight)
        except FileRefused:
            raise
        except _ERRORS:
            sight.skip(f"part {info.filename}", _SOUND)
            continue
        covered.append((info.header_offset, info.compress_size))
        members.append((info.filename, body))
    office = Office(dict(members))
    for name, body in members:
        if not office.look_at(name, body, sight):
            look_at(body, part_of(name, sight), sight)
    office.finish(sight)
    return covered


def _unpacked(zipped: zipfile.ZipFile, info: zipfile.ZipInfo, sight: Sight) -> bytes:
    with zipped.open(info) as stream:
        body = stream.read(sight.left + 1)
    sight.spend(len(body))
    return body


def _look_between(data: bytes, covered: list[tuple[int, int]], sight: Sight) -> None:
    """Bytes in front, behind and between the members, and members that the list has forgotten."""
    for start, end in _gaps(data, covered):
        piece = data[start:end]
        for text in strings_in(piece):
            sight.add("bytes outside the parts", text, "bytes")
        for found in re.finditer(re.escape(_LOCAL), piece):
            _look_at_forgotten(piece[found.start() :], sight)


def _gaps(data: bytes, covered: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for header, size in sorted(covered):
        if header > at:
            yield at, header
        at = max(at, _end_of(data, header, size))
    yield at, len(data)


def _end_of(data: bytes, header: int, size: int) -> int:
    name, extra = struct.unpack("<HH", data[header + 26 : header + _HEAD])
    return header + _HEAD + int(name) + int(extra) + size


def _look_at_forgotten(piece: bytes, sight: Sight) -> None:
    if len(piece) < _HEAD:
        return
    method, name, extra = struct.unpack("<8xH16xHH", piece[:_HEAD])
    body = piece[_HEAD + name + extra :]
    if method == zipfile.ZIP_DEFLATED:
        try:
            body = zlib.decompressobj(-15).decompress(body, sight.left)
        except zlib.error:
            sight.skip("bytes outside the parts", _SOUND)
            return
        sight.spend(len(body))
    look_at(body, "bytes outside the parts", sight)
