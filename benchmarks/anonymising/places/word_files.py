"""Word: files inside the file, charts, drawings and pictures."""

import io
import zipfile

from .office import Part, cell, excel, para, run, word
from .pdf import page_saying, pdf
from .pictures import jpeg, png, svg
from .planting import Builders, Place, Words, places

_OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _inside(content: bytes, name: str, kind: str = "package") -> bytes:
    ole = '<o:OLEObject Type="Embed" ProgID="Package" ShapeID="s1" r:id="r1"/>'
    return word(
        f'<w:p><w:r><w:object><v:shape id="s1"/>{ole}</w:object></w:r></w:p>',
        Part(kind, f"word/embeddings/{name}", content),
    )


def _twice(words: Words) -> bytes:
    return _inside(_inside(word(para(words.full)), "inner.docx"), "outer.docx")


def _zip(name: str, content: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr(name, content)
    return stream.getvalue()


def _picture(content: bytes, name: str) -> bytes:
    blip = '<pic:pic><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></pic:pic>'
    graphic = f"<a:graphic><a:graphicData>{blip}</a:graphicData></a:graphic>"
    drawing = f'<wp:inline><wp:docPr id="1" name="Picture 1"/>{graphic}'
    return word(
        f"<w:p><w:r><w:drawing>{drawing}</wp:inline></w:drawing></w:r></w:p>",
        Part("image", f"word/media/{name}", content),
    )


_SPACE = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def _text(*runs: str) -> str:
    return "<a:p>" + "".join(f"<a:r><a:t>{one}</a:t></a:r>" for one in runs) + "</a:p>"


def _chart(inside: str, *parts: Part, after: str = "") -> bytes:
    xml = f"<c:chartSpace {_SPACE}><c:chart>{inside}</c:chart>{after}</c:chartSpace>"
    body = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Chart 1"/><a:graphic><a:graphicData>'
        '<c:chart r:id="r1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    return word(body, Part("chart", "word/charts/chart1.xml", xml), *parts)


def _cached(words: str) -> str:
    return (
        "<c:ser><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val='1'/>"
        f"<c:pt idx='0'><c:v>{words}</c:v></c:pt></c:strCache></c:strRef></c:tx></c:ser>"
    )


def _diagram(words: str, kind: str) -> bytes:
    root = "dgm:dataModel" if kind == "diagramData" else "dgm:drawing"
    body = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="D"/><a:graphic><a:graphicData>'
        '<dgm:relIds r:dm="r1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    xml = f"<{root} {_SPACE}><dgm:pt><dgm:t>{_text(words[:4], words[4:])}</dgm:t></dgm:pt></{root}>"
    return word(body, Part(kind, "word/diagrams/one1.xml", xml))


_STANDS: Builders = {
    "chart's title": lambda w: _chart(
        f"<c:title><c:tx><c:rich>{_text(w.full[:5], w.full[5:])}</c:rich></c:tx></c:title>"
    ),
    "chart's kept words": lambda w: _chart(_cached(w.full)),
    "shape on a chart": lambda w: _chart(
        "",
        Part(
            "chartUserShapes",
            "word/drawings/drawing1.xml",
            f"<c:userShapes {_SPACE}><cdr:sp>{_text(w.full)}</cdr:sp></c:userShapes>",
            "word/charts/chart1.xml",
        ),
        after='<c:userShapes r:id="r1"/>',
    ),
    "diagram": lambda w: _diagram(w.full, "diagramData"),
    "diagram as drawn": lambda w: _diagram(w.full, "diagramDrawing"),
    "words in a drawing's file (SVG)": lambda w: _picture(svg(w.full), "image1.svg"),
}
_GONE: Builders = {
    "chart's own workbook": lambda w: _chart(
        _cached("x"),
        Part("package", "word/embeddings/book.xlsx", excel(cell(w.full)), "word/charts/chart1.xml"),
        after='<c:externalData r:id="r1"/>',
    ),
    "workbook in the file": lambda w: _inside(excel(cell(w.full)), "book.xlsx"),
    "document in the file": lambda w: _inside(word(para(w.full)), "inner.docx"),
    "split runs in a document in the file": lambda w: _inside(
        word(f"<w:p>{run(w.halves[0])}{run(w.halves[1])}</w:p>"), "inner.docx"
    ),
    "document in a document in the file": _twice,
    "PDF in the file": lambda w: _inside(pdf(page_saying(w.full)), "a.pdf"),
    "zip in the file": lambda w: _inside(_zip("a.txt", f"About {w.full}."), "a.zip"),
    "text in the file": lambda w: _inside(f"About {w.full}.".encode(), "a.txt"),
    "old object (OLE)": lambda w: _inside(
        _OLE_HEAD + bytes(504) + f"About {w.full}.".encode("utf-16-le") + bytes(200), "o.bin", "oleObject"
    ),
    "web page in the text": lambda w: word(
        '<w:altChunk r:id="r1"/>',
        Part("aFChunk", "word/a.html", f"<p>About <b>{w.full[:4]}</b>{w.full[4:]}</p>"),
    ),
    "rich text in the text": lambda w: word(
        '<w:altChunk r:id="r1"/>', Part("aFChunk", "word/a.rtf", f"{{\\rtf1 About {w.full}.}}")
    ),
    "button": lambda w: word(
        '<w:p><w:r><w:control r:id="r1" w:name="x"/></w:r></w:p>',
        Part(
            "control",
            "word/activeX/activeX1.xml",
            f'<ax:ocx xmlns:ax="urn:ax" xmlns:r="urn:r"><ax:ocxPr ax:name="Caption" ax:value="{w.full}"/></ax:ocx>',
        ),
    ),
    "printer settings": lambda w: word(
        "",
        Part(
            "printerSettings",
            "word/printerSettings/p1.bin",
            b"\0\1" + f"{w.full}-PC".encode("utf-16-le") + bytes(9),
        ),
    ),
    "thumbnail's remark": lambda w: word("", Part("thumbnail", "docProps/thumbnail.jpeg", jpeg(w.full), "/")),
    "photo's owner (Exif)": lambda w: _picture(jpeg(w.full), "image1.jpeg"),
    "picture's remark (PNG)": lambda w: _picture(png(w.full), "image1.png"),
    "picture's file name": lambda w: _picture(png(), f"{w.glued}.png"),
    "part that nothing refers to": lambda w: word("", Part("", "word/old.xml", f"<a>{w.full}</a>")),
    "bytes that nothing refers to": lambda w: word(
        "", Part("", "word/left.dat", b"\1\2" + w.full.encode() + bytes(40))
    ),
}
PLACES: list[Place] = [*places(".docx", _STANDS, is_unread=False), *places(".docx", _GONE, "gone")]
