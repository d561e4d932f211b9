"""What a file says about itself: its properties, its settings, its list of styles."""

from xml.etree.ElementTree import Element

from ..readers.package import attribute, local
from .pruning import Fate, prune
from .tally import Tally

_SETTINGS = {
    "docVars": "document variables",
    "attachedTemplate": "the path of the template",
    "mailMerge": "the source of a mail merge",
    "saveThroughXslt": "the path of a style sheet",
    "attachedSchema": "the names of schemas",
    "schemaLibrary": "the names of schemas",
    "docId": "",
    "rsids": "",
    "trackRevisions": "",
    "smartTagType": "",
}
ABOUT = frozenset({"title", "subject", "keywords", "language"})
_STYLE_USERS = frozenset(
    {"pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink", "defaultTableStyle",
     "clickAndTypeStyle", "style"}
)  # fmt: skip


def empty_core(root: Element, tally: Tally) -> None:
    """What the file is about stays, with pseudonyms; who wrote it and when goes."""
    for one in list(root):
        if local(one) not in ABOUT:
            root.remove(one)
            if (one.text or "").strip():
                tally.say("the file's properties")


def empty_extended(root: Element, tally: Tally) -> None:
    """Only the program's name stays."""
    for one in list(root):
        if local(one) != "Application":
            root.remove(one)
            if local(one) in ("Company", "Manager", "Template", "HyperlinkBase") and (one.text or "").strip():
                tally.say("the file's properties")


def clean_settings(root: Element, tally: Tally) -> None:
    """Take out variables, templates' paths, sources of a mail merge and the numbers of sessions."""

    def fate_of(one: Element) -> Fate:
        said = _SETTINGS.get(local(one))
        if said:
            tally.say(said)
        return Fate.KEEP if said is None else Fate.DROP

    prune(root, fate_of)


def rename_styles(before: dict[int, str], styles: Element, trees: list[Element]) -> None:
    """Let text ask for a style by its new name; `before` has the old names by element."""
    renamed: dict[str, str] = {}
    for style in styles.iter():
        old, new = before.get(id(style), ""), attribute(style, "styleId") or ""
        if old and old != new:
            taken = set(renamed.values()) | set(before.values())
            new = "".join(new.split()) or "Style"
            renamed[old] = new if new not in taken else f"{new}{len(renamed) + 1}"
            _set(style, "styleId", renamed[old])
    for root in trees if renamed else ():
        for one in root.iter():
            value = attribute(one, "val")
            if value in renamed and local(one) in _STYLE_USERS:
                _set(one, "val", renamed[value])


def style_ids(styles: Element | None) -> dict[int, str]:
    """The names of styles as they are now."""
    found = styles.iter() if styles is not None else ()
    return {id(one): attribute(one, "styleId") or "" for one in found if local(one) == "style"}


def _set(element: Element, name: str, value: str) -> None:
    for key in element.attrib:
        if key.rpartition("}")[2] == name:
            element.set(key, value)
