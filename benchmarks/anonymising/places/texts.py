"""Plain text and Markdown: codings, marks inside a name, and what a reader of the page never sees."""

import base64
import html
from collections.abc import Callable

from .planting import Builders, Place, Words, places


def _plain(template: str, coding: str = "utf-8") -> Callable[[Words], bytes]:
    return lambda words: _filled(template, words).encode(coding)


def _filled(template: str, w: Words) -> str:
    return (
        template.replace("FULL", w.full)
        .replace("FIRST", w.first)
        .replace("LAST", w.last)
        .replace("GLUED", w.glued)
        .replace("HALF", w.halves[0])
        .replace("REST", w.halves[1])
    )


_SAID = "The nurse saw FULL there.\nIt rained.\n"
_TXT: Builders = {
    "UTF-8": _plain(_SAID),
    "UTF-8 with a mark": _plain(_SAID, "utf-8-sig"),
    "UTF-16": _plain(_SAID, "utf-16"),
    "UTF-16, big end first": lambda w: b"\xfe\xff" + _filled(_SAID, w).encode("utf-16-be"),
    "Windows letters": _plain(_SAID + "caf\u00e9 \u2013 \u201cyes\u201d\n", "cp1252"),
    "old Mac line ends": _plain(_SAID.replace("\n", "\r")),
    "zero-width letters": lambda w: f"The nurse saw {chr(0x200B).join(w.full)} there.\n".encode(),
    "soft hyphens": lambda w: f"The nurse saw {w.halves[0]}{chr(0xAD)}{w.halves[1]} there.\n".encode(),
    "no-break space": lambda w: f"The nurse saw {w.full.replace(' ', chr(0xA0))} there.\n".encode(),
    "over a line end": lambda w: f"we told {w.first}\n{w.last + ' ' if w.last else ''}about it\n".encode(),
    "hyphen at a line end": lambda w: (
        f"we told {w.first} {w.last[:4]}-\n{w.last[4:]} about it\n"
        if w.last
        else "we told Louise\nabout it\n"
    ).encode(),
    "letters apart": lambda w: (
        f"they met {' '.join(w.full.upper()) if w.last else 'Louise'} there\n".encode()
    ),
    "accents from outside": lambda w: f"The nurse saw {w.full.replace('i', chr(0x456))} there.\n".encode(),
    "wide letters": lambda w: (
        (
            "The nurse saw "
            + "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in w.full)
            + " there.\n"
        ).encode()
        if w.last
        else b"The nurse saw Louise there.\n"
    ),
}
_MD: Builders = {
    "link's words": _plain("See [FULL](https://example.org/) there.\n"),
    "link's address": _plain("See [this](https://example.org/GLUED) there.\n"),
    "link's tip": _plain('See [this](https://example.org/ "About FULL") there.\n'),
    "picture's words": _plain("![FULL at home](a.png)\n"),
    "picture's file": _plain("![at home](photos/GLUED.png)\n"),
    "HTML remark": _plain("Yes.\n<!-- about FULL -->\n"),
    "front matter": _plain("---\ntitle: About FULL\nauthor: FULL\n---\nYes.\n"),
    "address at the end": _plain("See [this][1].\n\n[1]: https://example.org/GLUED 'About FULL'\n"),
    "heading": _plain("# About FULL\n\nYes.\n"),
    "table": _plain("| Who | Age |\n|---|---|\n| FULL | 40 |\n"),
    "footnote": _plain("Yes.[^1]\n\n[^1]: Said by FULL.\n"),
    "code": _plain("Use `FULL` here.\n\n    FULL\n"),
    "HTML attribute": _plain('Yes <a href="x" title="FULL">here</a>.\n'),
    "task": _plain("- [ ] ring FULL\n- [x] write\n"),
    "half in bold": _plain("The nurse saw HALF**REST** there.\n"),
    "half in italics": _plain("The nurse saw *HALF*REST there.\n"),
    "split by a tag": _plain("The nurse saw HALF<b>REST</b> there.\n"),
    "split by a remark": _plain("The nurse saw HALF<!-- x -->REST there.\n"),
    "escaped letters": lambda w: f"The nurse saw {w.full.replace(' ', chr(92) + '_')}\\! There.\n".encode(),
    "HTML entities": lambda w: f"The nurse saw {_entities(w.full)} there.\n".encode(),
    "one HTML entity": lambda w: f"The nurse saw &#{ord(w.full[0])};{w.full[1:]} there.\n".encode(),
    "%20 in a link": lambda w: f"[x](https://example.org/{w.full.replace(' ', '%20')})\n".encode(),
    "%-letters in a link": lambda w: (
        f"[x](https://example.org/{''.join(f'%{ord(c):02X}' for c in w.full)})\n".encode()
    ),
    "crossed out": _plain("The nurse saw ~~HALF~~REST there.\n"),
}


def _entities(words: str) -> str:
    return "".join(f"&#{ord(char)};" for char in words) if words else html.escape(words)


def _named(glue: str) -> Callable[[Words], str]:
    return lambda words: f"{words.full} notes".replace(" ", glue)


def _rain(words: Words) -> bytes:
    return b"It rained.\n"


_MD_GONE: Builders = {
    "picture in the text": lambda w: (
        f"![x](data:text/plain;base64,{base64.b64encode(f'about {w.full}'.encode()).decode()})\n".encode()
    ),
}


PLACES: list[Place] = [
    *places(".txt", _TXT),
    *places(".md", _MD),
    *places(".md", _MD_GONE, "gone"),
    *(Place(f"file's own name, parted by {glue!r}", ".txt", _rain, file=_named(glue)) for glue in " _-"),
]
