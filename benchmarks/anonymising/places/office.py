"""Word and Excel files put together from their parts, with nothing in them but what is asked for."""

import io
import zipfile
from dataclasses import dataclass

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument."
_KINDS = {
    "core-properties": f"{_PACKAGE}/relationships/metadata/core-properties",
    "thumbnail": f"{_PACKAGE}/relationships/metadata/thumbnail",
    "people": "http://schemas.microsoft.com/office/2011/relationships/people",
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    "commentsExtensible": "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible",
    "threadedComment": "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
    "person": "http://schemas.microsoft.com/office/2017/10/relationships/person",
    "diagramDrawing": "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
}
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    }.items()
)
SHEETS = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" {SPACES}'


@dataclass(frozen=True)
class Part:
    """A member and how it is reached; the relationships of one source are r1, r2 ... in their order.

    `content` is None for an address outside; `kind` is empty for a member that nothing refers to.
    """

    kind: str
    name: str
    content: str | bytes | None
    source: str = ""


def package(main: str, parts: list[Part], remark: bytes = b"") -> bytes:
    """A zip of parts; `main` is the member that most relationships start from."""
    kind = _MAIN + (
        "wordprocessingml.document.main+xml" if main.startswith("word") else "spreadsheetml.sheet.main+xml"
    )
    sources: dict[str, list[Part]] = {}
    for part in parts:
        if part.kind:
            sources.setdefault(part.source if part.source else main, []).append(part)
    types = "".join(
        f'<Override PartName="/{part.name}" ContentType="{kind if part.name == main else "application/xml"}"/>'
        for part in parts
        if part.content is not None and part.name.endswith(".xml")
    )
    endings = {part.name.rpartition(".")[2] for part in parts if part.content is not None} | {"rels", "xml"}
    types += "".join(
        f'<Default Extension="{one}" ContentType="application/x-{one}"/>' for one in sorted(endings)
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>')
        for part in parts:
            if part.content is not None:
                zipped.writestr(part.name, part.content)
        for source, ones in sources.items():
            zipped.writestr(_rels(source), _relationships(ones))
        zipped.comment = remark
    return stream.getvalue()


def _rels(source: str) -> str:
    folder, _, base = source.rpartition("/")
    return "_rels/.rels" if source == "/" else f"{folder}/_rels/{base}.rels"


def _relationships(parts: list[Part]) -> str:
    said = "".join(
        f'<Relationship Id="r{number}" Type="{_KINDS.get(part.kind, f"{_OFFICE}/{part.kind}")}" '
        f'Target="{part.name if part.content is None else "/" + part.name}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if part.content is None else ''}/>"
        for number, part in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{said}</Relationships>'


def word(body: str, *parts: Part, remark: bytes = b"") -> bytes:
    """A Word file with this body."""
    xml = (
        f"<w:document {SPACES}><w:body>{body}<w:p><w:r><w:t>The end.</w:t></w:r></w:p></w:body></w:document>"
    )
    first = Part("officeDocument", "word/document.xml", xml, "/")
    return package("word/document.xml", [first, *parts], remark)


def run(words: str, look: str = "") -> str:
    """One run of text."""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def para(words: str, look: str = "") -> str:
    """One paragraph of one run."""
    return f"<w:p>{run(words, look)}</w:p>"


def story(root: str, inside: str) -> str:
    """A part of a Word file beside its body."""
    return f"<w:{root} {SPACES}>{inside}</w:{root}>"


def excel(rows: str = "", *parts: Part, sheet: str = "", head: str = "", book: str = "", name: str = "Data",
          strings: str = "", styles: str = "", remark: bytes = b"") -> bytes:  # fmt: skip
    """A workbook with one sheet: `rows` its cells, `sheet` and `head` what stands behind and before them.

    The sheet's own parts begin at r1, those of the workbook at r4.
    """
    rows = rows or '<row r="1"><c r="A1" t="inlineStr"><is><t>Plain.</t></is></c></row>'
    main = "xl/workbook.xml"
    own_sheet = f'<sheet name="{name}" sheetId="1" r:id="r1"/>'
    sheets = f"{own_sheet}{book}" if book.startswith("<sheet") else f"{own_sheet}</sheets>{book}"
    own = [
        Part("officeDocument", main, f"<workbook {SHEETS}><sheets>{sheets}</workbook>", "/"),
        Part("worksheet", "xl/worksheets/sheet1.xml",
             f"<worksheet {SHEETS}>{head}<sheetData>{rows}</sheetData>{sheet}</worksheet>"),
        Part("sharedStrings", "xl/sharedStrings.xml", f"<sst {SHEETS}>{strings}</sst>"),
        Part("styles", "xl/styles.xml", f"<styleSheet {SHEETS}>{styles}</styleSheet>"),
    ]  # fmt: skip
    return package(main, [*own, *parts], remark)


def cell(words: str, at: str = "A1", style: str = "") -> str:
    """One row with one cell."""
    look = f' s="{style}"' if style else ""
    number = "".join(char for char in at if char.isdigit())
    return f'<row r="{number}"><c r="{at}"{look} t="inlineStr"><is><t>{words}</t></is></c></row>'
