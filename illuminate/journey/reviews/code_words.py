"""Code words: what a review is called until a pseudonym is agreed. Trees and plants; nobody's name."""

import hashlib

WORDS = (
    "Alder", "Ash", "Aspen", "Beech", "Birch", "Blackthorn", "Bracken", "Briar", "Cedar", "Cypress", "Damson",
    "Dogwood", "Elder", "Elm", "Fern", "Fir", "Gorse", "Hawthorn", "Hazel", "Hornbeam", "Juniper", "Larch", "Laurel",
    "Linden", "Maple", "Medlar", "Mulberry", "Oak", "Osier", "Pine", "Plane", "Poplar", "Privet", "Quince",
    "Rowan", "Sallow", "Sedge", "Spindle", "Spruce", "Sycamore", "Tamarisk", "Teasel", "Thorn", "Walnut",
    "Whitebeam", "Willow", "Wych", "Yarrow", "Yew",
)  # fmt: skip


def pick(reference: str) -> str:
    """A word for a reference; the same each time."""
    number = int.from_bytes(hashlib.sha256(reference.encode()).digest()[:4])
    return WORDS[number % len(WORDS)]
