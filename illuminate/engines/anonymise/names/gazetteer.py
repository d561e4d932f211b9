"""Places: of the United Kingdom which are large, which small; of the world. From GeoNames, CC BY 4.0, and WordNet."""

from functools import cache
from pathlib import Path

from ..fold import fold
from .lists import phrases, words

# Below this many people a village's name helps to find who is meant; the census speaks of towns from about here.
SMALL = 3000


@cache
def places() -> dict[str, int]:
    """People by name of the place, folded and in lower case; 0 where GeoNames doesn't know."""
    lines = (Path(__file__).parent / "places.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {_plain(name): int(people) for name, people in rows}


def _plain(name: str) -> str:
    return name.lower() if name.isascii() else fold(name).lower


def is_place(name: str) -> bool:
    """Whether a name, in lower case, is a place's."""
    return name in places()


def is_abroad(name: str) -> bool:
    """Whether a name, in lower case, is a town's or a country's elsewhere; many are surnames besides."""
    return name in _abroad()


@cache
def _abroad() -> frozenset[str]:
    return frozenset(_plain(one) for one in phrases("world", "towns") | words("wordnet", "places"))


def is_small(name: str) -> bool:
    """Whether it is a village or a small town."""
    return 0 < places().get(name, 0) < SMALL
