"""Word: the places in which a reader of the page, or of its changes, finds words."""

from collections.abc import Callable

from .office import Part, para, run, story, word
from .planting import Builders, Place, Words, places

_SECTION = "<w:sectPr>{}</w:sectPr>"
_BREAK = "<w:p><w:pPr><w:sectPr>{}</w:sectPr></w:pPr></w:p>"
_BY = 'w:id="7" w:author="Author"'
_VML = '<w:r><w:pict><v:shape id="s1"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
_BOX = (
    '<w:drawing><wp:inline><wp:docPr id="1" name="Box 1"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
    "<w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
)


def _said(words: Words) -> str:
    return f"The nurse saw {words.full} there."


def _cell(inside: str) -> str:
    return f"<w:tc>{inside}</w:tc>"


def _table(*cells: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{''.join(map(_cell, cells))}</w:tr></w:tbl>"


def _edge(kind: str, which: str, words: Words, *, in_body: str = _SECTION) -> bytes:
    """A header or footer of one section and one kind of page."""
    root = "hdr" if kind == "header" else "ftr"
    part = Part(kind, f"word/{kind}1.xml", story(root, para(_said(words))))
    return word(in_body.format(f'<w:{kind}Reference w:type="{which}" r:id="r1"/>'), part)


def _notes(kind: str, inside: str) -> bytes:
    part = Part(f"{kind}s", f"word/{kind}s.xml", story(f"{kind}s", f'<w:{kind} w:id="2">{inside}</w:{kind}>'))
    return word(f'<w:p>{run("See")}<w:r><w:{kind}Reference w:id="2"/></w:r></w:p>', part)


def _halves(words: Words, between: str) -> bytes:
    one, two = words.halves
    return word(f"<w:p>{run('Here ' + one)}{between}{run(two + ' sat.')}</w:p>")


def _both_boxes(words: Words) -> bytes:
    inside = para(_said(words))
    fallback = _VML.format(inside).removeprefix("<w:r>").removesuffix("</w:r>")
    choice = (
        f'<mc:Choice Requires="wps">{_BOX.format(inside)}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    )
    return word(f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>")


def _ruby(words: Words) -> str:
    return f"<w:r><w:ruby><w:rt>{run(words.full)}</w:rt><w:rubyBase>{run('she')}</w:rubyBase></w:ruby></w:r>"


_SHOWN: Builders = {
    "body": lambda w: word(para(_said(w))),
    "possessive": lambda w: word(para(f"This was {w.full}'s flat.")),
    "in capitals": lambda w: word(para(f"The nurse saw {w.full.upper()} there.")),
    "small capitals": lambda w: word(para(_said(w), "<w:smallCaps/>")),
    "split runs": lambda w: _halves(w, ""),
    "split runs with looks": lambda w: word(
        f"<w:p>{run('Here ')}{run(w.full[:3], '<w:b/>')}{run(w.full[3:], '<w:i/>')}{run(' sat.', '<w:u/>')}</w:p>"
    ),
    "split by a spelling mark": lambda w: _halves(w, '<w:proofErr w:type="spellStart"/>'),
    "split by a bookmark": lambda w: _halves(
        w, '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
    ),
    "split by a comment's range": lambda w: _halves(w, '<w:commentRangeStart w:id="1"/>'),
    "split by a page break mark": lambda w: _halves(w, "<w:r><w:lastRenderedPageBreak/></w:r>"),
    "split by a soft hyphen": lambda w: _halves(w, "<w:r><w:softHyphen/></w:r>"),
    "soft hyphen as a letter": lambda w: _halves(w, run("\u00ad")),
    "zero-width letters": lambda w: _halves(w, run("\u200b\u2060")),
    "split over a link": lambda w: word(
        f'<w:p>{run("Here " + w.halves[0])}<w:hyperlink w:anchor="x">{run(w.halves[1])}</w:hyperlink></w:p>'
    ),
    "split over a smart tag": lambda w: word(
        f"<w:p>{run('Here ' + w.halves[0])}<w:smartTag w:element='x'>{run(w.halves[1])}</w:smartTag></w:p>"
    ),
    "in a table": lambda w: word(_table(para(_said(w)), para("x"))),
    "in a table in a table": lambda w: word(_table(_table(para(_said(w))) + para(""), para("x"))),
    "in a merged cell": lambda w: word(
        _table(f'<w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>{para(_said(w))}')
    ),
    "header": lambda w: _edge("header", "default", w),
    "first page's header": lambda w: _edge("header", "first", w),
    "even pages' footer": lambda w: _edge("footer", "even", w),
    "header of an earlier section": lambda w: _edge("header", "default", w, in_body=_BREAK),
    "footnote": lambda w: _notes("footnote", para(_said(w))),
    "endnote": lambda w: _notes("endnote", para(_said(w))),
    "comment": lambda w: word(
        '<w:p><w:r><w:commentReference w:id="3"/></w:r></w:p>',
        Part(
            "comments",
            "word/comments.xml",
            story(
                "comments",
                f'<w:comment w:id="3" w:author="Author" w:initials="A">{para(_said(w))}</w:comment>',
            ),
        ),
    ),
    "tracked insertion": lambda w: word(f"<w:p>{run('x ')}<w:ins {_BY}>{run(_said(w))}</w:ins></w:p>"),
    "half of it inserted": lambda w: word(
        f"<w:p>{run('Here ' + w.halves[0])}<w:ins {_BY}>{run(w.halves[1])}</w:ins>{run(' sat.')}</w:p>"
    ),
    "moved to": lambda w: word(f"<w:p><w:moveTo {_BY}>{run(_said(w))}</w:moveTo></w:p>"),
    "text box (VML)": lambda w: word(f"<w:p>{_VML.format(para(_said(w)))}</w:p>"),
    "text box (DrawingML)": lambda w: word(f"<w:p><w:r>{_BOX.format(para(_said(w)))}</w:r></w:p>"),
    "text box in both ways": _both_boxes,
    "text box split over runs": lambda w: word(
        f"<w:p><w:r>{_BOX.format('<w:p>' + run('x ' + w.halves[0]) + run(w.halves[1]) + '</w:p>')}</w:r></w:p>"
    ),
    "word art": lambda w: word(
        f'<w:p><w:r><w:pict><v:shape id="s2"><v:textpath string="{w.full}"/></v:shape></w:pict></w:r></w:p>'
    ),
    "watermark in a header": lambda w: word(
        _SECTION.format('<w:headerReference w:type="default" r:id="r1"/>'),
        Part(
            "header",
            "word/header1.xml",
            story(
                "hdr",
                f'<w:p><w:r><w:pict><v:shape id="s2"><v:textpath string="{w.full}"/></v:shape></w:pict></w:r></w:p>',
            ),
        ),
    ),
    "equation": lambda w: word(f"<w:p><m:oMath><m:r><m:t>{w.full}</m:t></m:r></m:oMath></w:p>"),
    "words above words": lambda w: word(f"<w:p>{_ruby(w)}</w:p>"),
    "right-to-left run": lambda w: word(f"<w:p><w:bdo w:val='ltr'>{run(_said(w))}</w:bdo></w:p>"),
    "drop cap": lambda w: word(
        f'<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>{run(w.full[0])}</w:p>'
        + para(f"{w.full[1:]} sat there.")
    ),
    "parted by a tab": lambda w: word(f"<w:p>{run(w.first)}<w:r><w:tab/></w:r>{run(w.last + ' said')}</w:p>"),
    "number of a list": lambda w: word(
        para("x"),
        Part(
            "numbering",
            "word/numbering.xml",
            story(
                "numbering",
                f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{w.full} %1"/></w:lvl>'
                "</w:abstractNum>",
            ),
        ),
    ),
}
_LOOKS = {
    "white": '<w:color w:val="FFFFFF"/>',
    "one point high": '<w:sz w:val="2"/>',
    "struck through": "<w:strike/>",
}


def _looking(look: str) -> Callable[[Words], bytes]:
    return lambda words: word(para(_said(words), look))


_SHOWN |= {f"text that is {name}": _looking(look) for name, look in _LOOKS.items()}
_STYLE = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
_GONE: Builders = {
    "hidden run": lambda w: word(para(_said(w), "<w:vanish/>")),
    "hidden by its style": lambda w: word(
        f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{run(_said(w))}</w:p>',
        Part("styles", "word/styles.xml", story("styles", _STYLE)),
    ),
    "tracked deletion": lambda w: word(
        f"<w:p>{run('x')}<w:del {_BY}><w:r><w:delText>{_said(w)}</w:delText></w:r></w:del></w:p>"
    ),
    "moved from": lambda w: word(f"<w:p><w:moveFrom {_BY}>{run(_said(w))}</w:moveFrom></w:p>"),
    "deleted row": lambda w: word(
        f"<w:tbl><w:tblPr/><w:tr><w:trPr><w:del {_BY}/></w:trPr>{_cell(para(_said(w)))}</w:tr>"
        f"<w:tr>{_cell(para('x'))}</w:tr></w:tbl>"
    ),
    "deleted inside an insertion": lambda w: word(
        f"<w:p><w:ins {_BY}><w:del {_BY}><w:r><w:delText>{_said(w)}</w:delText></w:r></w:del></w:ins></w:p>"
    ),
    "only for older programs": lambda w: word(
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>x</w:t></mc:Choice>'
        f"<mc:Fallback><w:t>{w.full}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
}
PLACES: list[Place] = [*places(".docx", _SHOWN), *places(".docx", _GONE, "gone")]
