"""A text without the marks of Markdown and HTML, and the way back: "Mar**gar**et", "&#77;argaret", "%4Dargaret"."""

import html
import re
from dataclasses import dataclass
from urllib.parse import unquote

from ..places import Plain

_MARK = re.compile(
    r"""(?P<gone><!--.*?-->|</?[A-Za-z][^<>\n]{0,300}>|\*{1,3}|~~|`+|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])
        |!?\[|\](?:\([^()\n]*\)|\[[^\[\]\n]*\])?)
      | (?P<named>&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
      | \\(?P<escaped>[!-/:-@\[-`{-~])
      | (?P<apart>(?<=\b[^\W\d_])[ .\u00a0\u2009-](?=[^\W\d_]\b))
      | (?P<coded>(?:%[0-9A-Fa-f]{2})+)""",
    re.VERBOSE | re.DOTALL,
)
_PAIRS = re.compile(r"(\*{1,3}|~~|`+|_{1,3})\1$")
_EMPTY = re.compile(r"<([A-Za-z]\w*)[^<>]*></\1>$")


def without_marks(text: str) -> Plain | None:
    """The words alone, and behind them, a line each, where links lead; None when there is no mark in the text."""
    if _MARK.search(text) is None:
        return None
    said = _Said([], [], [])
    for found in said.of(text, 0, len(text)):
        if found["gone"].startswith("]"):
            said.put("\n", found.end() - 1, found.end())
            list(said.of(text, found.start() + 1, found.end()))
    return Plain("".join(said.words), said.starts, said.ends)


@dataclass(frozen=True)
class _Said:
    """The words so far, and for each character where it was written."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def put(self, words: str, start: int, end: int) -> None:
        """Words that a mark as a whole stands for."""
        self.words.append(words)
        self.starts.extend([start] * len(words))
        self.ends.extend([end] * len(words))

    def of(self, text: str, start: int, end: int) -> list[re.Match[str]]:
        """The words of a stretch without its marks; gives the marks that are gone."""
        gone = []
        for found in _MARK.finditer(text, start, end):
            self._put_plain(text, start, found.start())
            self.put(_shown(found), found.start(), found.end())
            start = found.end()
            if found["gone"]:
                gone.append(found)
        self._put_plain(text, start, end)
        return gone

    def _put_plain(self, text: str, start: int, end: int) -> None:
        self.words.append(text[start:end])
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))


def _shown(found: re.Match[str]) -> str:
    """What a reader of the page sees of a mark."""
    if found["gone"] or found["apart"]:
        return ""
    if found["named"]:
        return html.unescape(found["named"])
    return found["escaped"] or unquote(found["coded"])


def marks_left(words: str) -> str:
    """The marks in words that go whose other half stands elsewhere: they must stay, or the page would fall apart."""
    open_marks: list[str] = []
    for found in _MARK.finditer(words):
        mark = found["gone"] or ""
        if not mark or mark.startswith("<!--"):
            continue
        before = next((one for one in reversed(open_marks) if _closes(mark, one)), None)
        if before is None:
            open_marks.append(mark)
        else:
            open_marks.remove(before)
    return "".join(open_marks)


def _closes(mark: str, before: str) -> bool:
    if mark.startswith("</"):
        return before.startswith(f"<{mark[2:-1].strip()}")
    if mark.startswith("]"):
        return before.endswith("[")
    return mark == before and mark[0] not in "<["


def joined(before: str, after: str) -> str:
    """Two pieces of a line, without a pair of marks that has nothing between its halves any more."""
    for most in range(min(len(after), 60), 0, -1):
        for empty in (_PAIRS, _EMPTY):
            found = empty.search(before[-60:] + after[:most])
            if found and found.start() < len(before[-60:]) < found.end():
                return before[: len(before) - len(before[-60:]) + found.start()] + after[most:]
    return before + after
