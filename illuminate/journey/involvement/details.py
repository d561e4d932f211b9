"""What may be known of a relative beside their name."""

from typing import TypedDict


class Contacts(TypedDict, total=False):
    """How to reach somebody. `ring` is whom they can ring, with the number."""

    phone: str
    email: str
    address: str
    ring: str
    responsible_adult: str
    under_18: str
    draft_agreed: str


class Wishes(TypedDict, total=False):
    """How, when and by whom somebody wants to be in touch; what is left out stays as it was."""

    ways: list[str]
    when: str
    by_whom: str
    other: str


class Naming(TypedDict, total=False):
    """The name, the tribute and the publication; what is left out stays as it was."""

    wish: str
    name: str
    tribute: str
    publication: str
