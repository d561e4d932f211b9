"""A look at a file's bytes with bare libraries, by somebody who wants a name: nothing of the engine is used here."""

import base64
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

import pikepdf
import pypdfium2

# Cyrillic letters that look like Latin ones.
_ALIKE = str.maketrans("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458", "aeopcyxisj")
_TAG = re.compile(r"<[^<>]*>")
_SAID = re.compile(
    r'(?:val|name|descr|title|Target|tooltip|display|prompt|text|formatCode|string|alt|tag|displayText|value|comment|codeName)="([^"]*)"'
)
_BASE64 = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")
_STRING = re.compile(rb"\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f\s]+)>", re.DOTALL)


def squeezed(text: str) -> str:
    """Letters and digits alone, small and without accents."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE)
    return "".join(char for char in plain if char.isalnum())


def left_in(data: bytes, wanted: tuple[str, ...]) -> list[str]:
    """Which of the wanted words can be got out of the bytes in any way."""
    found: set[str] = set()
    for text in readings(data):
        small = squeezed(text)
        found.update(one for one in wanted if one in small or one[::-1] in small)
    return sorted(found)


def readings(data: bytes, depth: int = 0) -> Iterator[str]:
    """Every text that can be made of the bytes."""
    if depth > 5:
        return
    if data.startswith(b"PK"):
        yield from _zipped(data, depth)
    elif b"%PDF-" in data[:1024]:
        yield from _of_pdf(data, depth)
    else:
        yield from _decoded(data, depth)


def _decoded(data: bytes, depth: int) -> Iterator[str]:
    for coding in ("utf-8", "cp1252", "utf-16-le", "utf-16-be"):
        text = data.decode(coding, errors="ignore")
        yield text
        yield data[1:].decode(coding, errors="ignore") if "16" in coding else ""
        if "16" not in coding:
            yield html.unescape(text)
            yield unquote(text)
            yield html.unescape(_TAG.sub("", text))
            yield html.unescape(
                re.sub(r"<[^<>]*>", "", re.sub(r"<\w+:(?:instrText|delText).*?</[^>]*>", "", text))
            )
            yield from _unpacked_letters(text, depth)


def _unpacked_letters(text: str, depth: int) -> Iterator[str]:
    for found in _BASE64.finditer(text):
        try:
            inside = base64.b64decode(found[0] + "=" * (-len(found[0]) % 4))
        except ValueError:
            continue
        yield inside.decode("utf-8", errors="ignore")
        if inside.startswith((b"PK", b"%PDF")):
            yield from readings(inside, depth + 1)


def _zipped(data: bytes, depth: int) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        yield zipped.comment.decode("latin-1")
        for info in zipped.infolist():
            yield f"{info.filename} {info.comment!r} {info.extra!r}"
            yield from readings(zipped.read(info), depth + 1)
    yield data.decode("latin-1")


def _of_pdf(data: bytes, depth: int) -> Iterator[str]:
    yield data.decode("latin-1")
    yield from pages_of(data)
    with pikepdf.open(io.BytesIO(data)) as document:
        for obj in document.objects:
            yield repr(obj)
            if isinstance(obj, pikepdf.String):
                yield str(obj)
            if isinstance(obj, pikepdf.Stream):
                yield from _stream(obj, depth)
            elif isinstance(obj, pikepdf.Dictionary | pikepdf.Array):
                yield from map(_text_of, _STRING.finditer(obj.unparse(resolved=False)))
    for found in re.finditer(rb"stream\r?\n", data):
        try:
            inside = zlib.decompressobj().decompress(data[found.end() :])
        except zlib.error:
            continue
        yield inside.decode("latin-1")
        yield "".join(map(_text_of, _STRING.finditer(inside)))


def _stream(obj: pikepdf.Stream, depth: int) -> Iterator[str]:
    try:
        inside = obj.read_bytes()
    except pikepdf.PdfError:
        return
    yield "".join(map(_text_of, _STRING.finditer(inside)))
    yield "".join(
        map(_text_of, _STRING.finditer(obj.stream_dict.unparse() if hasattr(obj, "stream_dict") else b""))
    )
    yield from readings(inside, depth + 1)


def _text_of(found: "re.Match[bytes]") -> str:
    raw = (
        found[1]
        if found[1] is not None
        else bytes.fromhex(
            re.sub(rb"\s", b"", found[2])
            .decode()
            .ljust(2, "0")[: len(re.sub(rb"\s", b"", found[2])) // 2 * 2]
        )
    )
    raw = re.sub(rb"\\([0-7]{3})", lambda code: bytes([int(code[1], 8) & 255]), raw)
    return (
        raw.decode("utf-16", errors="ignore")
        if raw.startswith((b"\xfe\xff", b"\xff\xfe"))
        else raw.decode("latin-1")
    )


def pages_of(data: bytes) -> list[str]:
    """What each page of a PDF says, its blanks made one."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()).strip() for page in document]
    finally:
        document.close()


def outline_of(data: bytes) -> dict[str, str]:
    """What a file says, in an order that two files can be compared by: members without their tags, pages, or text."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            return {name: _plain(zipped.read(name)) for name in sorted(zipped.namelist())}
    if b"%PDF-" in data[:1024]:
        with pikepdf.open(io.BytesIO(data)) as document:
            title = str(document.docinfo.get("/Title", ""))
        return {"title": title, **{f"page {number}": text for number, text in enumerate(pages_of(data), 1)}}
    return {"text": _quiet(unquote(html.unescape(re.sub(r"<!--.*?-->|<[^<>]*>|[*~`]", "", _decode(data)))))}


def _plain(data: bytes) -> str:
    # A formula may have to give way to its value: what counts is what the cell shows.
    text = re.sub(r"<f>.*?</f>", "", data.decode("utf-8", errors="replace"))
    values = sorted(html.unescape(value) for value in _SAID.findall(text) if not value.isdecimal())
    return _quiet(f"{html.unescape(_TAG.sub('', text))} {' '.join(values)}")


def _quiet(text: str) -> str:
    """Without letters that nobody sees, and without the marks that a formula may put round a name."""
    return "".join(char for char in text if unicodedata.category(char) != "Cf" and char != "'")


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")
