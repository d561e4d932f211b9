"""Excel: what stands beside the cells, from comments to connections."""

from .office import SHEETS, SPACES, Part, cell, excel
from .pictures import jpeg, svg
from .planting import Builders, Place, Words, places
from .word_beside import _APP, _CORE, _CUSTOM

_ONE = "xl/worksheets/sheet1.xml"
_DRAWING = f"<xdr:wsDr {SPACES}><xdr:twoCellAnchor>{{}}</xdr:twoCellAnchor></xdr:wsDr>"
_CHART = f"<c:chartSpace {SPACES}><c:chart>{{}}</c:chart></c:chartSpace>"


def _note(words: Words, author: str = "Author") -> Part:
    runs = "".join(f"<r><t>{half}</t></r>" for half in words.halves)
    note = f'<comment ref="A1" authorId="0"><text>{runs}</text></comment>'
    inside = f"<authors><author>{author}</author></authors><commentList>{note}</commentList>"
    return Part("comments", "xl/comments1.xml", f"<comments {SHEETS}>{inside}</comments>", _ONE)


def _threaded(words: str, person: str) -> tuple[Part, Part]:
    space = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"'
    text = f"<text>The nurse met {words}.</text>"
    inside = f'<threadedComment ref="A1" personId="{{A}}" id="{{B}}">{text}</threadedComment>'
    one = f'<person displayName="{person}" id="{{A}}" userId="{person}" providerId="AD"/>'
    people = f"<personList {space}>{one}</personList>"
    return (
        Part(
            "threadedComment",
            "xl/threadedComments/threadedComment1.xml",
            f"<ThreadedComments {space}>{inside}</ThreadedComments>",
            _ONE,
        ),
        Part("person", "xl/persons/person.xml", people),
    )


def _drawn(inside: str, *parts: Part) -> bytes:
    return excel("", Part("drawing", "xl/drawings/drawing1.xml", _DRAWING.format(inside), _ONE), *parts,
                 sheet='<drawing r:id="r1"/>')  # fmt: skip


def _charted(inside: str) -> bytes:
    chart = '<a:graphic><a:graphicData><c:chart r:id="r1"/></a:graphicData></a:graphic>'
    frame = f"<xdr:graphicFrame>{chart}</xdr:graphicFrame>"
    return _drawn(
        frame, Part("chart", "xl/charts/chart1.xml", _CHART.format(inside), "xl/drawings/drawing1.xml")
    )


def _table(words: str, column: str) -> bytes:
    inside = (
        f'<table {SHEETS} id="1" name="{words}" displayName="{words}" ref="A1:A2"><tableColumns count="1">'
        f'<tableColumn id="1" name="{column}"/></tableColumns></table>'
    )
    return excel(cell(column), Part("table", "xl/tables/table1.xml", inside, _ONE),
                 sheet='<tableParts count="1"><tablePart r:id="r1"/></tableParts>')  # fmt: skip


def _pivot(definition: str, records: str = "") -> bytes:
    name = "xl/pivotCache/pivotCacheDefinition1.xml"
    return excel(
        "",
        Part(
            "pivotCacheDefinition",
            name,
            f"<pivotCacheDefinition {SHEETS}>{definition}</pivotCacheDefinition>",
        ),
        Part(
            "pivotCacheRecords",
            "xl/pivotCache/pivotCacheRecords1.xml",
            f"<pivotCacheRecords {SHEETS}>{records}</pivotCacheRecords>",
            name,
        ),
        book='<pivotCaches><pivotCache cacheId="1" r:id="r4"/></pivotCaches>',
    )


def _list(attributes: str, formula: str = '"a,b"') -> bytes:
    inside = (
        f'<dataValidation type="list" sqref="A9" {attributes}><formula1>{formula}</formula1></dataValidation>'
    )
    return excel("", sheet=f'<dataValidations count="1">{inside}</dataValidations>')


def _rule(rule: str) -> bytes:
    return excel(
        "",
        sheet=f'<conditionalFormatting sqref="A1"><cfRule priority="1" {rule}</cfRule></conditionalFormatting>',
    )


def _outside(kind: str, name: str, inside: str, *parts: Part, book: str = "") -> bytes:
    return excel("", Part(kind, name, inside), *parts, book=book)


def _linked(target: str, attributes: str = "") -> bytes:
    link = f'<hyperlinks><hyperlink ref="A1" r:id="r1" {attributes}/></hyperlinks>'
    return excel("", Part("hyperlink", target, None, _ONE), sheet=link)


def _picture(content: bytes, name: str) -> bytes:
    blip = '<xdr:pic><xdr:blipFill><a:blip r:embed="r1"/></xdr:blipFill></xdr:pic>'
    return _drawn(blip, Part("image", f"xl/media/{name}", content, "xl/drawings/drawing1.xml"))


_STANDS: Builders = {
    "comment": lambda w: excel("", _note(w)),
    "threaded comment": lambda w: excel("", *_threaded(w.full, "Author")),
    "defined name": lambda w: excel(
        "", book=f'<definedNames><definedName name="{w.glued}">Data!$A$1</definedName></definedNames>'
    ),
    "defined name that is a text": lambda w: excel(
        "", book=f'<definedNames><definedName name="who">"{w.full}"</definedName></definedNames>'
    ),
    "remark on a defined name": lambda w: excel(
        "", book=f'<definedNames><definedName name="x" comment="{w.full}">1</definedName></definedNames>'
    ),
    "header": lambda w: excel(
        "", sheet=f"<headerFooter><oddHeader>&amp;L&amp;B{w.full}&amp;R12</oddHeader></headerFooter>"
    ),
    "footer of the first page": lambda w: excel(
        "", sheet=f"<headerFooter><firstFooter>&amp;C{w.full}</firstFooter></headerFooter>"
    ),
    "validation list": lambda w: _list("", f'"{w.full},Other"'),
    "validation prompt": lambda w: _list(
        f'promptTitle="x" prompt="This is about {w.full}." error="It is not {w.full}."'
    ),
    "condition's formula": lambda w: _rule(f'type="expression"><formula>A1="{w.full}"</formula>'),
    "condition's text": lambda w: _rule(
        f'type="containsText" operator="containsText" text="{w.full}"><formula>1</formula>'
    ),
    "table's name": lambda w: _table(w.glued, "Who"),
    "table's column": lambda w: _table("T1", w.full),
    "chart's title": lambda w: _charted(
        f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{w.halves[0]}</a:t></a:r><a:r><a:t>{w.halves[1]}</a:t></a:r></a:p></c:rich>"
        "</c:tx></c:title>"
    ),
    "chart's kept words": lambda w: _charted(
        "<c:ser><c:tx><c:strRef><c:f>Data!$A$1</c:f><c:strCache><c:pt idx='0'>"
        f"<c:v>{w.full}</c:v></c:pt></c:strCache></c:strRef></c:tx></c:ser>"
    ),
    "shape's words": lambda w: _drawn(
        f"<xdr:sp><xdr:txBody><a:p><a:r><a:t>{w.full}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    ),
    "picture's description": lambda w: _drawn(
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="x" descr="{w.full} at home"/></xdr:nvPicPr></xdr:pic>'
    ),
    "link's tip": lambda w: _linked("https://example.org/", f'tooltip="About {w.full}" display="{w.full}"'),
    "format of numbers": lambda w: excel(
        "", styles=f'<numFmts><numFmt numFmtId="170" formatCode="&quot;{w.full}&quot; 0"/></numFmts>'
    ),
    "style of cells": lambda w: excel(
        "", styles=f'<cellStyles><cellStyle name="{w.full}" xfId="0"/></cellStyles>'
    ),
    "filter": lambda w: excel(
        "",
        sheet='<autoFilter ref="A1:A2"><filterColumn colId="0"><filters>'
        f'<filter val="{w.full}"/></filters></filterColumn></autoFilter>',
    ),
    "name of a protected range": lambda w: excel(
        "", sheet=f'<protectedRanges><protectedRange name="{w.glued}" sqref="A1"/></protectedRanges>'
    ),
    "sheet's name for programs": lambda w: excel("", head=f'<sheetPr codeName="{w.glued}"/>'),
    "words in a drawing's file (SVG)": lambda w: _picture(svg(w.full), "image1.svg"),
    "drawing of a comment (VML)": lambda w: excel(
        "",
        Part(
            "vmlDrawing",
            "xl/drawings/vmlDrawing1.vml",
            f"<xml {SPACES}><v:shape id='s1' alt='{w.full}'><v:textbox><div>{w.full}</div></v:textbox></v:shape></xml>",
            _ONE,
        ),
        sheet='<legacyDrawing r:id="r1"/>',
    ),
    "core title": lambda w: excel(
        "",
        Part(
            "core-properties",
            "docProps/core.xml",
            _CORE.format(f"<dc:title>Report on {w.full}</dc:title>"),
            "/",
        ),
    ),
}
_GONE: Builders = {
    "link's address": lambda w: _linked(f"https://example.org/{w.full.replace(' ', '%20')}"),
    "comment's author": lambda w: excel("", _note(Words("x y z a b", "x", "y"), w.full)),
    "person of a comment": lambda w: excel("", *_threaded("her", w.full)),
    "core author": lambda w: excel(
        "",
        Part("core-properties", "docProps/core.xml", _CORE.format(f"<dc:creator>{w.full}</dc:creator>"), "/"),
    ),
    "titles of parts": lambda w: excel(
        "",
        Part(
            "extended-properties",
            "docProps/app.xml",
            _APP.format(f"<TitlesOfParts>{w.full}</TitlesOfParts><Company>{w.full}</Company>"),
            "/",
        ),
    ),
    "custom property": lambda w: excel(
        "", Part("custom-properties", "docProps/custom.xml", _CUSTOM.format("a", w.full), "/")
    ),
    "custom XML": lambda w: excel("", Part("customXml", "customXml/item1.xml", f"<a>{w.full}</a>")),
    "path of the workbook": lambda w: excel(
        "", book=f'<x15ac:absPath xmlns:x15ac="urn:x" url="C:\\Users\\{w.glued}\\"/>'
    ),
    "who shares the file": lambda w: excel("", book=f'<fileSharing userName="{w.full}"/>'),
    "custom view": lambda w: excel(
        "",
        book=f'<customWorkbookViews><customWorkbookView name="{w.full}" guid="{{A}}"/></customWorkbookViews>',
    ),
    "scenario": lambda w: excel(
        "", sheet=f'<scenarios><scenario name="{w.full}" user="{w.full}" comment="By {w.full}"/></scenarios>'
    ),
    "link to another workbook": lambda w: _outside(
        "externalLink",
        "xl/externalLinks/externalLink1.xml",
        f'<externalLink {SHEETS}><externalBook r:id="r1"/></externalLink>',
        Part("externalLinkPath", f"file:///C:/{w.glued}.xlsx", None, "xl/externalLinks/externalLink1.xml"),
        book='<externalReferences><externalReference r:id="r4"/></externalReferences>',
    ),
    "what was kept of another workbook": lambda w: _outside(
        "externalLink",
        "xl/externalLinks/externalLink1.xml",
        f'<externalLink {SHEETS}><externalBook><sheetDataSet><sheetData sheetId="0"><row r="1">'
        f'<cell r="A1" t="str"><v>{w.full}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
        book='<externalReferences><externalReference r:id="r4"/></externalReferences>',
    ),
    "what a pivot table kept": lambda w: _pivot(
        f'<cacheFields><cacheField name="Who"><sharedItems><s v="{w.full}"/></sharedItems></cacheField></cacheFields>'
    ),
    "a pivot table's records": lambda w: _pivot("", f'<r><s v="{w.full}"/></r>'),
    "a pivot table's field and last user": lambda w: _pivot(
        f'<cacheFields><cacheField name="{w.full}"/></cacheFields><x refreshedBy="{w.full}"/>'
    ),
    "connection": lambda w: _outside(
        "connections",
        "xl/connections.xml",
        f'<connections {SHEETS}><connection id="1" name="{w.full}" odcFile="C:\\{w.glued}.odc"/></connections>',
    ),
    "query": lambda w: _outside(
        "queryTable", "xl/queryTables/queryTable1.xml", f'<queryTable {SHEETS} name="{w.glued}"/>'
    ),
    "who changed what": lambda w: _outside(
        "revisionHeaders",
        "xl/revisions/revisionHeaders.xml",
        f'<headers {SHEETS}><header userName="{w.full}"/></headers>',
    ),
    "embedded workbook": lambda w: excel(
        "",
        Part("package", "xl/embeddings/b.xlsx", excel(cell(w.full)), _ONE),
        sheet='<oleObjects><oleObject progId="Excel.Sheet.12" shapeId="1" r:id="r1"/></oleObjects>',
    ),
    "button": lambda w: excel(
        "",
        Part("ctrlProp", "xl/ctrlProps/ctrlProp1.xml", f'<formControlPr {SHEETS} macro="{w.glued}"/>', _ONE),
    ),
    "slicer": lambda w: _outside(
        "slicerCache",
        "xl/slicerCaches/slicerCache1.xml",
        f'<slicerCacheDefinition {SHEETS} name="{w.glued}"/>',
    ),
    "printer settings": lambda w: excel(
        "",
        Part(
            "printerSettings",
            "xl/printerSettings/p1.bin",
            b"\0\1" + w.full.encode("utf-16-le") + bytes(9),
            _ONE,
        ),
    ),
    "photo's owner (Exif)": lambda w: _picture(jpeg(w.full), "image1.jpeg"),
    "picture's file name": lambda w: _picture(jpeg("x"), f"{w.glued}.jpeg"),
    "remark in the XML": lambda w: excel(cell("x"), sheet=f"<!-- {w.full} -->"),
    "remark on the zip": lambda w: excel("", remark=w.full.encode()),
    "part that nothing refers to": lambda w: excel("", Part("", "xl/old.xml", f"<a>{w.full}</a>")),
}
PLACES: list[Place] = [*places(".xlsx", _STANDS), *places(".xlsx", _GONE, "gone")]
