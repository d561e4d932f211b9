"""PDF: what is drawn on the pages, seen or not."""

import pikepdf

from .pdf import line, page_saying, pdf
from .planting import Builders, Place, Words, places

_PLAIN = line("Plain words stand here.", 350)
Name, Dictionary, Array = pikepdf.Name, pikepdf.Dictionary, pikepdf.Array


def _drawn(document: pikepdf.Pdf, content: bytes, **more: object) -> pikepdf.Stream:
    """A form or pattern that draws with the first page's font."""
    stream = document.make_stream(content)
    stream.Resources = document.pages[0].obj.Resources
    for key, value in more.items():
        stream[f"/{key}"] = value
    return stream


def _form(words: Words) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        inner = _drawn(
            document,
            page_saying(words.full),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 400, 400]),
        )
        document.pages[0].obj.Resources.XObject = Dictionary(Fm=document.make_indirect(inner))

    return pdf(_PLAIN + b"/Fm Do\n", change=change)


def _pattern(words: Words) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        tile = _drawn(
            document,
            page_saying(words.full),
            Type=Name.Pattern,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=Array([0, 0, 400, 400]),
            XStep=400,
            YStep=400,
        )
        document.pages[0].obj.Resources.Pattern = Dictionary(P1=document.make_indirect(tile))

    return pdf(_PLAIN + b"/Pattern cs /P1 scn 0 0 400 400 re f\n", change=change)


def _layer(words: Words) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("Layer")))
        document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        document.pages[0].obj.Resources.Properties = Dictionary(L1=layer)

    return pdf(_PLAIN + b"/OC /L1 BDC\n" + page_saying(words.full) + b"EMC\n", change=change)


def _kerned(words: Words) -> bytes:
    letters = " -12 ".join(f"({char})" for char in f"The nurse saw {words.full} there.")
    return pdf(f"BT /F1 12 Tf 40 300 Td [{letters}] TJ ET".encode())


def _letter_by_letter(words: Words) -> bytes:
    text = f"The nurse met {words.full}."
    return pdf(
        b"".join(
            f"BT /F2 10 Tf {40 + 6 * at} 300 Td ({char}) Tj ET\n".encode() for at, char in enumerate(text)
        )
    )


def _unspoken(words: Words) -> bytes:
    """Letters whose font doesn't say what they are."""
    code = {char: 33 + at for at, char in enumerate(dict.fromkeys(f"The nurse saw {words.full} there."))}

    def change(document: pikepdf.Pdf) -> None:
        named = Array([33, *(Name(f"/g{number}") for number in code.values())])
        glyphs = Dictionary(
            {f"/g{n}": document.make_stream(b"500 0 0 0 400 600 d1 0 0 400 600 re f") for n in code.values()}
        )
        document.pages[0].obj.Resources.Font.F3 = document.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=Array([0, 0, 500, 700]),
                CharProcs=glyphs,
                FirstChar=33,
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                LastChar=33 + len(code),
                Widths=Array([500] * (len(code) + 1)),
                Encoding=Dictionary(Type=Name.Encoding, Differences=named),
            )
        )

    drawn = "".join(f"{code[char]:02x}" for char in f"The nurse saw {words.full} there.")
    return pdf(f"BT /F3 12 Tf 40 300 Td <{drawn}> Tj ET".encode(), change=change)


def _type3(words: Words) -> bytes:
    """Letters drawn by the file itself, with their right names."""
    text = f"The nurse met {words.full} there."
    letters = sorted(set(text))
    names = {char: f"/{'space' if char == ' ' else 'period' if char == '.' else char}" for char in letters}

    def change(document: pikepdf.Pdf) -> None:
        glyphs = Dictionary(
            {names[c]: document.make_stream(b"500 0 0 0 400 600 d1 0 0 400 600 re f") for c in letters}
        )
        differences = Array([part for c in letters for part in (ord(c), Name(names[c]))])
        document.pages[0].obj.Resources.Font.F3 = document.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=Array([0, 0, 500, 700]),
                CharProcs=glyphs,
                FirstChar=32,
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                LastChar=122,
                Widths=Array([500] * 91),
                Encoding=Dictionary(Type=Name.Encoding, Differences=differences),
            )
        )

    return pdf(f"BT /F3 12 Tf 40 300 Td ({text}) Tj ET".encode(), change=change)


def _turned(words: Words) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Rotate = 90

    return pdf(page_saying(words.full), change=change)


_STANDS: Builders = {
    "page": lambda w: pdf(page_saying(w.full)),
    "split by kerning": _kerned,
    "letter by letter": _letter_by_letter,
    "letters written as numbers": lambda w: pdf(
        f"BT /F1 12 Tf 40 300 Td <{f'The nurse met {w.full} there.'.encode().hex()}> Tj ET".encode()
    ),
    "over a line end": lambda w: pdf(
        line(f"told {w.first}", 300) + line(f"{w.last} then rang" if w.last else "then rang", 285)
    ),
    "hyphen at a line end": lambda w: pdf(
        line(f"told {w.first} {w.last[:4]}-" if w.last else "told Loui-", 300)
        + line(f"{w.last[4:] or 'se'} at home", 285)
    ),
    "over a page end": lambda w: pdf(
        line(f"we told {w.first}", 20), line(f"{w.last} about it" if w.last else "about it", 380)
    ),
    "two columns": lambda w: pdf(
        b"".join(
            line(f"left line {n} goes on here" if n != 3 else f"the left names {w.full}", 350 - 14 * n)
            for n in range(6)
        )
        + b"".join(line(f"right line {n} stands here", 350 - 14 * n, x=220) for n in range(6))
    ),
    "turned text": lambda w: pdf(
        _PLAIN + f"BT /F1 12 Tf 0 1 -1 0 200 100 Tm (The nurse met {w.full} there.) Tj ET".encode()
    ),
    "turned page": _turned,
    "in a form": _form,
    "letters drawn by the file": _type3,
    "pale grey": lambda w: pdf(line(f"The nurse saw {w.full} there.", extra="0.6 g")),
    "packed object streams": lambda w: pdf(
        page_saying(w.full), object_stream_mode=pikepdf.ObjectStreamMode.generate
    ),
    "file for the web": lambda w: pdf(page_saying(w.full), linearize=True),
    "in capitals, spaced out": lambda w: pdf(line(f"The nurse met {w.full.upper()} there.", extra="3 Tc")),
}
_GONE: Builders = {
    "under a box": lambda w: pdf(_PLAIN + page_saying(w.full) + b"0 g 30 290 340 30 re f\n"),
    "under a white box": lambda w: pdf(_PLAIN + page_saying(w.full) + b"1 g 30 290 340 30 re f\n"),
    "white": lambda w: pdf(_PLAIN + line(w.full, extra="1 g")),
    "tiny": lambda w: pdf(_PLAIN + f"BT /F1 0.3 Tf 40 300 Td ({w.full}) Tj ET".encode()),
    "off the page": lambda w: pdf(_PLAIN + line(w.full, y=900)),
    "clipped away": lambda w: pdf(_PLAIN + b"q 0 0 5 5 re W n\n" + line(w.full) + b"Q\n"),
    "invisible": lambda w: pdf(_PLAIN + line(w.full, extra="3 Tr")),
    "clear (no opacity)": lambda w: pdf(_PLAIN + b"/G0 gs\n" + line(w.full), change=_clear),
    "layer that is off": _layer,
    "in a pattern": _pattern,
}


def _clear(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Resources.ExtGState = Dictionary(G0=Dictionary(ca=0, CA=0))


PLACES: list[Place] = [
    *places(".pdf", _STANDS),
    *places(".pdf", _GONE, "gone"),
    *places(".pdf", {"letters without a meaning": _unspoken}, "gone", is_unread=True),
]
