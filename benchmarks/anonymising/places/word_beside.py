"""Word: what stands behind the page. Authors, orders, links, controls, properties, settings."""

from .office import Part, para, run, story, word
from .planting import Builders, Place, Words, places

_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
_APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{}</Properties>'
_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{}"><vt:lpwstr>{}</vt:lpwstr></property>'
    "</Properties>"
)
_ITEM = '<case xmlns="urn:example:case"><who>{}</who></case>'
_STORE = (
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    'ds:itemID="{{A1}}"/>'
)
_BOUND = '<w:dataBinding w:xpath="/case/who" w:storeItemID="{{A1}}"/>'


def _core(inside: str) -> bytes:
    return word("", Part("core-properties", "docProps/core.xml", _CORE.format(inside), "/"))


def _app(inside: str) -> bytes:
    return word("", Part("extended-properties", "docProps/app.xml", _APP.format(inside), "/"))


def _custom(name: str, value: str) -> bytes:
    return word("", Part("custom-properties", "docProps/custom.xml", _CUSTOM.format(name, value), "/"))


def _settings(inside: str, *parts: Part) -> bytes:
    return word("", Part("settings", "word/settings.xml", story("settings", inside)), *parts)


def field(code: str, shown: str = "x") -> str:
    """A field with its order, which may come in pieces."""
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in code.split("|")
    )
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"<w:p>{marks[0]}{codes}{marks[1]}{run(shown)}{marks[2]}</w:p>"


def _control(properties: str, inside: str = "x") -> bytes:
    return word(f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{para(inside)}</w:sdtContent></w:sdt>")


def _store(words: str, body: str) -> bytes:
    return word(
        body,
        Part("customXml", "customXml/item1.xml", _ITEM.format(words)),
        Part("customXmlProps", "customXml/itemProps1.xml", _STORE.format(), "customXml/item1.xml"),
    )


def _initials(words: Words) -> str:
    return "".join(word[0] for word in words.full.split())


def _comment(attributes: str, *parts: Part) -> bytes:
    inside = f'<w:comment w:id="3" {attributes}>{para("Look again.")}</w:comment>'
    return word(
        '<w:p><w:r><w:commentReference w:id="3"/></w:r></w:p>',
        Part("comments", "word/comments.xml", story("comments", inside)),
        *parts,
    )


def _people(words: Words) -> Part:
    person = (
        f'<w15:person w15:author="{words.full}"><w15:presenceInfo w15:providerId="AD" w15:userId="{words.full}"/>'
        "</w15:person>"
    )
    return Part("people", "word/people.xml", story("people", person).replace("w:people", "w15:people"))


def _linked(target: str, look: str = "") -> bytes:
    return word(
        f'<w:p><w:hyperlink r:id="r1" {look}>{run("there")}</w:hyperlink></w:p>',
        Part("hyperlink", target, None),
    )


_STANDS: Builders = {
    "core title": lambda w: _core(f"<dc:title>Report on {w.full}</dc:title>"),
    "core subject and keywords": lambda w: _core(
        f"<dc:subject>Death of {w.full}</dc:subject><cp:keywords>{w.full}</cp:keywords>"
    ),
    "bookmark": lambda w: word(
        f'<w:p><w:bookmarkStart w:id="1" w:name="{w.glued}"/><w:bookmarkEnd w:id="1"/></w:p>'
    ),
    "field that asks for a bookmark": lambda w: word(
        f'<w:p><w:bookmarkStart w:id="1" w:name="{w.glued}"/><w:bookmarkEnd w:id="1"/></w:p>'
        + field(f" REF {w.glued} \\h ")
    ),
    "link's tip": lambda w: _linked("https://example.org/", f'w:tooltip="About {w.full}"'),
    "control's tag and title": lambda w: _control(f'<w:alias w:val="{w.full}"/><w:tag w:val="{w.glued}"/>'),
    "control's list": lambda w: _control(
        f'<w:dropDownList><w:listItem w:displayText="{w.full}" w:value="{w.full}"/></w:dropDownList>'
    ),
    "control's words": lambda w: _control("<w:text/>", f"The nurse met {w.full} first."),
    "form field's default": lambda w: word(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/>'
        f'<w:textInput><w:default w:val="{w.full}"/></w:textInput></w:ffData></w:fldChar></w:r><w:r><w:instrText>'
        f' FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("x")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "data-bound control": lambda w: _store(
        w.full,
        f"<w:sdt><w:sdtPr>{_BOUND.format()}</w:sdtPr><w:sdtContent>{para(w.full)}</w:sdtContent></w:sdt>",
    ),
    "style's name": lambda w: word(
        para("x"),
        Part(
            "styles",
            "word/styles.xml",
            story(
                "styles",
                (f'<w:style w:type="paragraph" w:styleId="{w.glued}"><w:name w:val="{w.full}"/></w:style>'),
            ),
        ),
    ),
    "picture's description": lambda w: word(
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{w.full} at home" '
        f'title="{w.full}"/></wp:inline></w:drawing></w:r></w:p>'
    ),
    "picture's name": lambda w: word(
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="{w.full}.jpg"/></wp:inline></w:drawing></w:r></w:p>'
    ),
    "shape's description (VML)": lambda w: word(
        f'<w:p><w:r><w:pict><v:shape id="s1" alt="{w.full} at home"/></w:pict></w:r></w:p>'
    ),
    "table's description": lambda w: word(
        f'<w:tbl><w:tblPr><w:tblCaption w:val="{w.full}"/><w:tblDescription w:val="All about {w.full}"/></w:tblPr>'
        f"<w:tr><w:tc>{para('x')}</w:tc></w:tr></w:tbl>"
    ),
    "ready-made text": lambda w: word(
        para("x"),
        Part(
            "glossaryDocument",
            "word/glossary/document.xml",
            story(
                "glossaryDocument",
                (
                    f"<w:docParts><w:docPart><w:docPartBody>{para(w.full)}</w:docPartBody></w:docPart></w:docParts>"
                ),
            ),
        ),
    ),
    "ready-made text's name": lambda w: word(
        para("x"),
        Part(
            "glossaryDocument",
            "word/glossary/document.xml",
            story(
                "glossaryDocument",
                (
                    f'<w:docParts><w:docPart><w:docPartPr><w:name w:val="{w.full}"/></w:docPartPr>'
                    "</w:docPart></w:docParts>"
                ),
            ),
        ),
    ),
}
_GONE: Builders = {
    "core author and last editor": lambda w: _core(
        f"<dc:creator>{w.full}</dc:creator><cp:lastModifiedBy>{w.full}</cp:lastModifiedBy>"
    ),
    "company and manager": lambda w: _app(f"<Company>{w.full}</Company><Manager>{w.full}</Manager>"),
    "template's name": lambda w: _app(f"<Template>{w.glued}.dotx</Template>"),
    "titles of parts": lambda w: _app(f"<TitlesOfParts>{w.full}</TitlesOfParts>"),
    "custom property": lambda w: _custom("Matter", w.full),
    "custom property's name": lambda w: _custom(w.full, "x"),
    "document variable": lambda w: _settings(
        f'<w:docVars><w:docVar w:name="a" w:val="{w.full}"/></w:docVars>'
    ),
    "document variable's name": lambda w: _settings(
        f'<w:docVars><w:docVar w:name="{w.glued}" w:val="1"/></w:docVars>'
    ),
    "template's path": lambda w: _settings(
        '<w:attachedTemplate r:id="r1"/>',
        Part("attachedTemplate", f"file:///C:/Users/{w.glued}/x.dotx", None, "word/settings.xml"),
    ),
    "mail merge": lambda w: _settings(
        f'<w:mailMerge><w:query w:val="{w.glued}.csv"/><w:addressFieldName w:val="{w.full}"/></w:mailMerge>'
    ),
    "custom XML": lambda w: _store(w.full, ""),
    "comment's author": lambda w: _comment(f'w:author="{w.full}" w:initials="{_initials(w)}"'),
    "list of people": lambda w: _comment('w:author="Author"', _people(w)),
    "insertion's author": lambda w: word(
        f'<w:p><w:ins w:id="1" w:author="{w.full}">{run("x")}</w:ins></w:p>'
    ),
    "deletion's author": lambda w: word(
        f'<w:p><w:del w:id="1" w:author="{w.full}"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'
    ),
    "author of a change of look": lambda w: word(
        f'<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="{w.full}"><w:rPr/></w:rPrChange></w:rPr>'
        "<w:t>x</w:t></w:r></w:p>"
    ),
    "author of a change to a cell": lambda w: word(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns w:id="1" w:author="{w.full}"/></w:tcPr>'
        f"{para('x')}</w:tc></w:tr></w:tbl>"
    ),
    "author of a change to a section": lambda w: word(
        f'<w:p><w:pPr><w:sectPr><w:sectPrChange w:id="1" w:author="{w.full}"/></w:sectPr></w:pPr></w:p>'
    ),
    "who may edit": lambda w: word(
        f'<w:p><w:permStart w:id="1" w:ed="HQ\\{w.glued}"/><w:permEnd w:id="1"/></w:p>'
    ),
    "field for an author": lambda w: word(field(" AUTHOR ", "x") + field(f" USERNAME &quot;{w.full}&quot; ")),
    "field for a merge": lambda w: word(field(f" MERGEFIELD {w.glued} ")),
    "field with a path": lambda w: word(field(f" INCLUDETEXT &quot;C:\\\\{w.glued}\\\\x.docx&quot; ")),
    "field's order in pieces": lambda w: word(
        field(f" INCLUDETEXT &quot;C:\\\\{w.glued[:4]}|{w.glued[4:]}.docx&quot; ")
    ),
    "entry of an index": lambda w: word(field(f" XE &quot;{w.full}&quot; ", "")),
    "entry of a table of contents": lambda w: word(field(f" TC &quot;{w.full}&quot; ", "")),
    "simple field": lambda w: word(
        f'<w:p><w:fldSimple w:instr="DOCPROPERTY {w.glued}">{run("x")}</w:fldSimple></w:p>'
    ),
    "field linked to a path": lambda w: word(field(f" HYPERLINK &quot;file:///C:/{w.glued}.docx&quot; ")),
    "link to a web page": lambda w: _linked(f"https://example.org/news/{w.full.replace(' ', '-')}"),
    "link to a web page, %20": lambda w: _linked(f"https://example.org/{w.full.replace(' ', '%20')}"),
    "link to a path": lambda w: _linked(f"file:///C:/Users/{w.glued}/x.docx"),
    "link to a mail address": lambda w: _linked(f"mailto:{w.glued.replace('_', '.').lower()}@example.org"),
    "smart tag": lambda w: word(
        '<w:p><w:smartTag w:element="x"><w:smartTagPr>'
        f'<w:attr w:name="n" w:val="{w.full}"/></w:smartTagPr>{run("x")}</w:smartTag></w:p>'
    ),
    "custom element": lambda w: word(
        f'<w:p><w:customXml w:element="{w.glued}">{run("x")}</w:customXml></w:p>'
    ),
    "remark in the XML": lambda w: word(f"<w:p><!-- for {w.full} -->{run('x')}</w:p>"),
    "order to a program": lambda w: word(f"<w:p><?note {w.full}?>{run('x')}</w:p>"),
    "remark on the zip": lambda w: word("", remark=w.full.encode()),
    "control's placeholder": lambda w: _control(
        f'<w:placeholder><w:docPart w:val="{w.glued}"/></w:placeholder>'
    ),
    "link to another document": lambda w: word(
        '<w:p><w:subDoc r:id="r1"/></w:p>', Part("subDocument", f"file:///C:/{w.glued}.docx", None)
    ),
    "frame of a web page": lambda w: word(
        "",
        Part(
            "webSettings",
            "word/webSettings.xml",
            story(
                "webSettings",
                (
                    f'<w:frameset><w:frame><w:name w:val="{w.full}"/>'
                    '<w:sourceFileName r:id="r1"/></w:frame></w:frameset>'
                ),
            ),
        ),
        Part("frame", f"file:///C:/{w.glued}.htm", None, "word/webSettings.xml"),
    ),
}
_CUT = frozenset({"control's placeholder", "frame of a web page"})
PLACES: list[Place] = [
    *places(".docx", _STANDS),
    *places(".docx", {name: build for name, build in _GONE.items() if name not in _CUT}, "gone"),
    *places(".docx", {name: build for name, build in _GONE.items() if name in _CUT}),
]
