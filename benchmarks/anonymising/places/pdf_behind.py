"""PDF: what lies behind the pages."""

import io
from collections.abc import Callable

import pikepdf

from .office import para, word
from .pdf import line, page_saying, pdf
from .planting import Builders, Place, Words, places

_PLAIN = line("Plain words stand here.", 350)
Name, Dictionary, Array, String = pikepdf.Name, pikepdf.Dictionary, pikepdf.Array, pikepdf.String
_BOX = Array([40, 100, 140, 120])
Set = Callable[[pikepdf.Pdf, str], None]


def _with(change: Set) -> Callable[[Words], bytes]:
    """A plain page, and something behind it."""
    return lambda words: pdf(_PLAIN, change=lambda document: change(document, words.full))


def _note(**entries: object) -> Set:
    """An annotation; each "*" in its entries is the name."""

    def change(document: pikepdf.Pdf, words: str) -> None:
        one = Dictionary(Type=Name.Annot, Rect=_BOX)
        for key, value in entries.items():
            one[f"/{key}"] = String(value.replace("*", words)) if isinstance(value, str) else value
        document.pages[0].obj.Annots = document.make_indirect(Array([document.make_indirect(one)]))

    return change


def _drawn_note(document: pikepdf.Pdf, words: str) -> None:
    look = document.make_stream(f"BT /F1 12 Tf 0 2 Td (The nurse met {words}.) Tj ET".encode())
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 20])
    look.Resources = document.pages[0].obj.Resources
    one = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=_BOX, F=4, AP=Dictionary(N=document.make_indirect(look))
    )
    document.pages[0].obj.Annots = Array([document.make_indirect(one)])


def _field(**entries: object) -> Set:
    def change(document: pikepdf.Pdf, words: str) -> None:
        one = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=_BOX, FT=Name.Tx, T=String("box"))
        for key, value in entries.items():
            one[f"/{key}"] = String(value.replace("*", words)) if isinstance(value, str) else value
        if "Opt" in entries:
            one.FT, one.Opt = Name.Ch, Array([String(words), String("other")])
        made = document.make_indirect(one)
        document.pages[0].obj.Annots = Array([made])
        document.Root.AcroForm = Dictionary(Fields=Array([made]))

    return change


def _xfa(document: pikepdf.Pdf, words: str) -> None:
    data = document.make_stream(f"<xdp><who>{words}</who></xdp>".encode())
    document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array([String("datasets"), data]))


def _outline(document: pikepdf.Pdf, words: str) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"About {words}", 0))


def _destination(document: pikepdf.Pdf, words: str) -> None:
    target = Array([document.pages[0].obj, Name.Fit])
    document.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(words), target])))


def _attached(content: Callable[[str], bytes], name: str = "a.txt", says: str = "") -> Set:
    def change(document: pikepdf.Pdf, words: str) -> None:
        where = name.replace("*", words.replace(" ", "_"))
        one = pikepdf.AttachedFileSpec(
            document,
            content(words),
            filename=where,
            description=says.replace("*", words),
            mime_type="",
            creation_date="",
            mod_date="",
        )
        document.attachments[where] = one

    return change


def _info(key: str) -> Set:
    def change(document: pikepdf.Pdf, words: str) -> None:
        document.docinfo[f"/{key}"] = words

    return change


def _xmp(document: pikepdf.Pdf, words: str) -> None:
    with document.open_metadata() as described:
        described["dc:title"] = f"About {words}"


def _page_xmp(document: pikepdf.Pdf, words: str) -> None:
    stream = document.make_stream(f"<x><who>{words}</who></x>".encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    document.pages[0].obj.Metadata = document.make_indirect(stream)


def _tagged(**entries: str) -> Set:
    def change(document: pikepdf.Pdf, words: str) -> None:
        one = Dictionary(Type=Name.StructElem, S=Name.Figure)
        for key, value in entries.items():
            one[f"/{key}"] = String(value.replace("*", words))
        document.Root.StructTreeRoot = document.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=Array([document.make_indirect(one)]))
        )

    return change


def _script(document: pikepdf.Pdf, words: str) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{words}')"))


def _long_script(document: pikepdf.Pdf, words: str) -> None:
    code = document.make_indirect(document.make_stream(f"app.alert('{words}')".encode()))
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=code)


def _labels(document: pikepdf.Pdf, words: str) -> None:
    document.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(f"{words}-"))]))


def _piece_info(document: pikepdf.Pdf, words: str) -> None:
    document.pages[0].obj.PieceInfo = Dictionary(App=Dictionary(Private=Dictionary(Note=String(words))))


def _piece_stream(document: pikepdf.Pdf, words: str) -> None:
    kept = document.make_indirect(document.make_stream(f"layer text {words}".encode()))
    document.pages[0].obj.PieceInfo = Dictionary(App=Dictionary(Private=kept))


def _layer_name(document: pikepdf.Pdf, words: str) -> None:
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String(words)))
    document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())


def _signature(document: pikepdf.Pdf, words: str) -> None:
    signed = Dictionary(
        Type=Name.Sig, Name=String(words), Reason=String(f"Read by {words}"), Contents=String("00")
    )
    one = Dictionary(FT=Name.Sig, T=String("s"), V=document.make_indirect(signed))
    document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(one)]))


def _action(**entries: object) -> Set:
    def change(document: pikepdf.Pdf, words: str) -> None:
        action = Dictionary()
        for key, value in entries.items():
            action[f"/{key}"] = String(value.replace("*", words)) if isinstance(value, str) else value
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=_BOX, A=action)
        document.pages[0].obj.Annots = Array([document.make_indirect(link)])

    return change


def _thread(document: pikepdf.Pdf, words: str) -> None:
    document.Root.Threads = Array([document.make_indirect(Dictionary(I=Dictionary(Title=String(words))))])


def _earlier(words: Words) -> bytes:
    """The page as it was, and behind it, in the same file, the page as it is now."""
    before = pdf(page_saying(words.full))
    with pikepdf.open(io.BytesIO(before)) as document:
        number = document.pages[0].obj.Contents.objgen[0]
        root, size = document.Root.objgen[0], len(document.objects) + 1
    start = int(before.rpartition(b"startxref")[2].split()[0])
    body = line("Plain words stand here.")
    at = len(before)
    added = f"{number} 0 obj\n<</Length {len(body)}>>\nstream\n".encode() + body + b"\nendstream\nendobj\n"
    table = (
        f"xref\n{number} 1\n{at:010d} 00000 n \ntrailer\n<</Size {size}/Root {root} 0 R/Prev {start}>>\n"
        f"startxref\n{at + len(added)}\n%%EOF\n"
    )
    return before + added + table.encode()


def _left_over(words: Words) -> bytes:
    """An object that nothing refers to any more."""
    whole = pdf(_PLAIN)
    start = int(whole.rpartition(b"startxref")[2].split()[0])
    extra = f"99 0 obj\n<</Old ({words.full})>>\nendobj\n".encode()
    return (
        whole[:start] + extra + whole[start:].replace(str(start).encode(), str(start + len(extra)).encode())
    )


def _marked(words: Words) -> bytes:
    said = f"/Span <</ActualText ({words.full})>> BDC\n".encode()
    return pdf(_PLAIN + said + line("she", 280) + b"EMC\n")


def _remark(words: Words) -> bytes:
    return pdf(_PLAIN + f"% for {words.full}\n".encode() + line("x", 280))


_text = _attached(lambda words: f"About {words}.".encode())
_CHANGES: dict[str, Set] = {
    "note": _note(Subtype=Name.Text, Contents="The nurse met * there."),
    "note's author": _note(Subtype=Name.Text, Contents="x", T="*"),
    "note's subject": _note(Subtype=Name.Text, Contents="x", Subj="*"),
    "note with looks": _note(
        Subtype=Name.FreeText, Contents="x", RC="<body><p>The nurse met <b>*</b>.</p></body>"
    ),
    "pop-up": _note(Subtype=Name.Popup, Contents="About *"),
    "words over what is to be blacked out": _note(Subtype=Name.Redact, OverlayText="*"),
    "note's name": _note(Subtype=Name.Text, Contents="x", NM="*"),
    "stamp": _drawn_note,
    "form field's value": _field(V="*"),
    "form field's default": _field(DV="*"),
    "form field's tip": _field(TU="About *"),
    "form field's name": _field(T="*"),
    "choices of a form field": _field(Opt=True),
    "form of another kind (XFA)": _xfa,
    "bookmark": _outline,
    "link's address": _action(S=Name.URI, URI="https://example.org/*"),
    "link to a program": _action(S=Name.Launch, F="C:\\*\\x.exe"),
    "link to another file": _action(S=Name.GoToR, F=Dictionary(Type=Name.Filespec, F=String("x")), D="*"),
    "named place": _destination,
    "attached text": _text,
    "attached file's name": _attached(lambda words: b"x", "*.txt"),
    "attached file's description": _attached(lambda words: b"x", says="About *"),
    "attached Word file": _attached(lambda words: word(para(words)), "a.docx"),
    "Info author": _info("Author"),
    "Info keywords": _info("Keywords"),
    "own entry in Info": _info("Matter"),
    "description of a page (XMP)": _page_xmp,
    "description for those who don't see": _tagged(Alt="* at home"),
    "text for a picture": _tagged(ActualText="*"),
    "what a short form stands for": _tagged(E="*"),
    "title of a tag": _tagged(T="*"),
    "numbers of pages": _labels,
    "script": _script,
    "script in a stream": _long_script,
    "a program's own notes": _piece_info,
    "a program's own stream": _piece_stream,
    "layer's name": _layer_name,
    "signature": _signature,
    "thread of an article": _thread,
}
_GONE: Builders = {
    **{name: _with(change) for name, change in _CHANGES.items()},
    "earlier version": _earlier,
    "object that nothing refers to": _left_over,
    "text in place of what is drawn": _marked,
    "remark in a page": _remark,
    "behind the end": lambda w: pdf(_PLAIN) + f"\n% {w.full}\n".encode(),
    "thumbnail of a page": lambda w: pdf(_PLAIN, change=_thumbnail),
}
_STANDS: Builders = {
    "title in Info": _with(_info("Title")),
    "title in the description (XMP)": _with(_xmp),
}
_UNREAD = ("thumbnail of a page",)


def _thumbnail(document: pikepdf.Pdf) -> None:
    small = document.make_stream(bytes(300))
    small.Width, small.Height, small.ColorSpace, small.BitsPerComponent = 10, 10, Name.DeviceRGB, 8
    document.pages[0].obj.Thumb = document.make_indirect(small)


PLACES: list[Place] = [
    *places(".pdf", {name: build for name, build in _GONE.items() if name not in _UNREAD}, "gone"),
    *places(".pdf", {name: _GONE[name] for name in _UNREAD}, "gone", is_unread=True),
    *places(".pdf", _STANDS),
]
