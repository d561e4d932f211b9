"""Excel: cells, whether anybody sees them or not, and the formulas behind them."""

from .office import SHEETS, Part, cell, excel
from .planting import Builders, Place, places

_SHEET2 = "xl/worksheets/sheet2.xml"
_WHITE = '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>'
_SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def _second(words: str, state: str) -> bytes:
    inside = f"<worksheet {SHEETS}><sheetData>{cell(words)}</sheetData></worksheet>"
    return excel(
        "",
        Part("worksheet", _SHEET2, inside),
        book=f'<sheet name="Old" sheetId="2" state="{state}" r:id="r4"/></sheets>',
    )


def _formula(text: str, value: str, more: str = "") -> bytes:
    return excel(f'<row r="1"><c r="A1" t="str"><f>{text}</f><v>{value}</v></c>{more}</row>')


_STANDS: Builders = {
    "cell": lambda w: excel(cell(f"The nurse saw {w.full}.")),
    "shared text": lambda w: excel(_SHARED, strings=f"<si><t>The nurse saw {w.full}.</t></si>"),
    "text in many looks": lambda w: excel(
        _SHARED,
        strings=f"<si><r><t>The nurse met {w.full[:4]}</t></r><r><rPr><b/></rPr><t>{w.full[4:]}</t></r></si>",
    ),
    "two columns": lambda w: excel(
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{w.first}</t></is></c>'
        f'<c r="B1" t="inlineStr"><is><t>{w.last}</t></is></c></row>'
    ),
    "hidden sheet": lambda w: _second(w.full, "hidden"),
    "very hidden sheet": lambda w: _second(w.full, "veryHidden"),
    "hidden row": lambda w: excel(cell(w.full).replace('<row r="1"', '<row r="1" hidden="1"')),
    "hidden column": lambda w: excel(cell(w.full), head='<cols><col min="1" max="1" hidden="1"/></cols>'),
    "column without width": lambda w: excel(
        cell(w.full), head='<cols><col min="1" max="1" width="0"/></cols>'
    ),
    "row without height": lambda w: excel(cell(w.full).replace('<row r="1"', '<row r="1" ht="0"')),
    "white text": lambda w: excel(cell(w.full, style="1"), styles=_WHITE),
    "cell far away": lambda w: excel(cell(w.full, "XFD1048576")),
    "text of a formula": lambda w: _formula(f'IF(B1="{w.full}","yes","no")', "no"),
    "formula's kept value": lambda w: _formula(f'"{w.full}"', w.full),
    "formula that joins": lambda w: _formula(f'"{w.halves[0]}"&amp;"{w.halves[1]}"', w.full),
    "formula over cells": lambda w: excel(
        cell(w.full) + f'<row r="2"><c r="A2" t="str"><f>A1</f><v>{w.full}</v></c></row>'
    ),
    "line break in a cell": lambda w: excel(cell(f"x&#10;{w.full.replace(' ', '&#10;')}")),
    "sheet's name": lambda w: excel("", name=w.full),
    "sheet's name in a formula": lambda w: excel(
        f'<row r="1"><c r="A1"><f>SUM(\'{w.full}\'!B1:B2)</f><v>0</v></c></row>', name=w.full
    ),
    "in capitals": lambda w: excel(cell(w.full.upper())),
    "file of pictures (rich value)": lambda w: excel(
        cell(w.full).replace('t="inlineStr"', 't="inlineStr" vm="1"')
    ),
}
_GONE: Builders = {
    "text that no cell shows": lambda w: excel(strings=f"<si><t>{w.full}</t></si>"),
    "how it is said (phonetic)": lambda w: excel(
        _SHARED, strings=f'<si><t>x</t><rPh sb="0" eb="1"><t>{w.full}</t></rPh></si>'
    ),
    "text that no cell shows, in many looks": lambda w: excel(
        strings=f"<si><r><t>{w.halves[0]}</t></r><r><t>{w.halves[1]}</t></r></si>"
    ),
}
PLACES: list[Place] = [*places(".xlsx", _STANDS), *places(".xlsx", _GONE, "gone")]
