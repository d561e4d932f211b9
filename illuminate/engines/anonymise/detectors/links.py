"""E-mail addresses, web addresses and names on social media, also written so that a machine shouldn't see them."""

import re
from collections.abc import Iterator

from .hits import Hit, before, hit_at
from .lists import beside
from .sheet import Sheet

_EMAIL = re.compile(r"(?<![\w.+-])[\w.%+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_AT = r"(?: ?[\[({<] ?at ?[\])}>] ?| at | ?@ ?)"
_DOT = r"(?: ?[\[({<] ?dot ?[\])}>] ?| dot |\.)"
_HIDDEN = re.compile(
    rf"(?<![\w.+-])[\w%+'-]{{1,40}}(?:{_DOT}[\w%+'-]{{1,40}}){{0,4}}{_AT}[\w-]{{1,40}}(?:{_DOT}[\w-]{{2,40}}){{1,4}}",
    re.I,
)
# What a scanner makes of one: a gap at the sign or a stop, a comma for a stop.
_DAMAGED = re.compile(
    r"(?<![\w.+-])[\w.%+'-]{1,64} ?@ ?[\w-]{1,63}(?: ?[.,] ?[\w-]{1,63}){0,3}"
    r" ?[.,] ?(?:org|com|net|uk|wales|info|gov)\b",
    re.I,
)
_SPOKEN = re.compile(
    r"[a-z][\w'-]*(?: (?:dot|underscore|dash|hyphen) [\w'-]+){0,4} at [\w-]+(?: (?:dot|dash|hyphen) [\w-]+){1,4}",
    re.I,
)
_HIDDEN_CUE = re.compile(r"[\[({<] ?(?:at|dot) ?[\])}>]| dot | @|@ ", re.I)
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"()]+[^\s<>\"().,;:!?']", re.I)
_SOCIAL = re.compile(
    r"(?<![\w.@/])(?:[a-z]{1,3}\.)?(?:facebook|fb|instagram|tiktok|twitter|linkedin|snapchat|youtube|youtu|reddit|"
    r"justgiving|gofundme|t|x|wa|vk|threads|onlyfans|flickr|pinterest|bandcamp|soundcloud)\.(?:com|net|be|me|co)"
    r"/[^\s<>\"()]*[^\s<>\"().,;:!?']",
    re.I,
)
_PAGE = re.compile(r"(?<![\w.@/-])[a-z][\w-]{1,40}(?:\.[\w-]{2,40}){1,4}/[\w%~/.?=&#-]*[\w/]", re.I)
_DOMAIN = re.compile(
    r"(?<![\w.@/-])[a-z][\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.(?:co\.uk|org\.uk|com|org|net|info|wales|"
    r"cymru|me\.uk)(?![\w/@-])",
    re.I,
)
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z_][\w.]{2,30}\w")
_NAMED = re.compile(
    r"\b(?:instagram|tiktok|twitter|snapchat|facebook|telegram|discord|user ?name|screen ?name|handle|"
    r"gamertag|profile)\b"
    r"(?:[ :,(]|\bname\b|\bas\b|\bis\b|\bwas\b|\bthe\b|\bon\b|\baccount\b|\bpage\b|\bcalled\b|['\"])*"
    r"(?P<name>(?=[\w.]*[\d_])[A-Za-z_][\w.]{2,30}\w)",
    re.I,
)
_PUBLIC_HOSTS = beside(__file__, "links").words("public")


def found_in(text: Sheet) -> Iterator[Hit]:
    """E-mail and web addresses and names on social media; the pages of national bodies stay."""
    words = text.text
    if "@" in words:
        for match in _EMAIL.finditer(words):
            yield hit_at(text, *match.span(), "email", 0.99)
        for match in _DAMAGED.finditer(words):
            yield hit_at(text, *match.span(), "email", 0.9)
        for match in _HANDLE.finditer(words):
            yield hit_at(text, *match.span(), "username", 0.8)
    if _HIDDEN_CUE.search(words):
        yield from _hidden(text)
    for pattern, sure in ((_WEB, 0.95), (_SOCIAL, 0.95), (_PAGE, 0.8), (_DOMAIN, 0.7)):
        for match in pattern.finditer(words) if "." in words else ():
            if not _is_public(match[0]):
                yield hit_at(text, *match.span(), "url", sure)
    for match in _NAMED.finditer(words):
        yield hit_at(text, *match.span("name"), "username", 0.8)


def _hidden(text: Sheet) -> Iterator[Hit]:
    """ "name at place dot org": a word "at" alone is no sign, a spoken dot or a bracket is."""
    for match in _SPOKEN.finditer(text.text) if " dot " in text.lower else ():
        yield hit_at(text, *match.span(), "email", 0.85)
    for match in _HIDDEN.finditer(text.text):
        if _HIDDEN_CUE.search(match[0]) and not before(text.text, match.start(), 1).isalnum():
            yield hit_at(text, *match.span(), "email", 0.9)


def _is_public(address: str) -> bool:
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).split("/")[0].split(":")[0]
    return host in _PUBLIC_HOSTS
