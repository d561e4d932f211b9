"""The small pieces of an address as patterns: numbers, capitalised words, towns, postcodes."""

from ..lists import Lists, beside

LISTS: Lists = beside(__file__, "addresses")

# A scanner reads 1 as l or I, and 0 as O: "l4", "1O7".
NUMBER = r"(?<![\w£$€/.:-])(?=[lIO]{0,2}\d)[\dlIO]{1,4}[A-Za-z]?(?:(?: ?[-/&] ?| to | and )\d{1,4}[A-Za-z]?)?(?![\w%])"
WORD = r"(?:[A-Z0-9][\w'.]{0,30}(?:-[\w']{1,30}){0,5})"
JOIN = r"(?:of|the|y|yr|le|de|upon|and|on|ap)"
# Royal Mail's PAF guide: an outward and an inward half.
POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2}\b"
_PART = r"[A-Z][\w']{0,30}(?:-[\w']{1,30}){0,4}"
_WITH = r"(?:(?:on|upon|le|by|y|yr|in|the|under|of|ar|and|ym|yn|juxta|cum) ){0,2}"
TOWN = rf"(?:{_PART}(?: {_WITH}{_PART}){{0,2}})"
