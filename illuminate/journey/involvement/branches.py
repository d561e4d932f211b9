"""What a draft says of another branch of the family. A machine's look; a person decides."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from illuminate.journey.involvement.models import Relative
from illuminate.journey.report.models import DraftSection


@dataclass(frozen=True)
class Mention:
    """A section in which somebody of another branch stands, and as what."""

    section: DraftSection
    label: str
    kind: str


def mentions(
    relative: Relative, others: Iterable[Relative], sections: Iterable[DraftSection]
) -> list[Mention]:
    """Where the draft for one relative names, quotes the number of, or speaks of somebody in another branch."""
    foreign = [one for one in others if one.branch != relative.branch]
    known = [(one.label, kind, words) for one in foreign for kind, words in _forms(one)]
    return [
        Mention(section, label, kind)
        for section in sections
        for label, kind, words in known
        if _stands_in(words, f"{section.heading}\n{section.text}")
    ]


def _stands_in(words: str, text: str) -> bool:
    """Whole words only: Ben is not in benefit."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))


def _forms(relative: Relative) -> list[tuple[str, str]]:
    entry = relative.entry
    named = (
        [("their pseudonym", entry.pseudonym), *(("their name", form) for form in entry.forms)]
        if entry
        else []
    )
    reached = [("their telephone number", relative.phone), ("their email address", relative.email),
               ("their address", relative.address)]  # fmt: skip
    return [
        (kind, words.strip())
        for kind, words in [*named, ("their name", relative.name), *reached]
        if words.strip()
    ]
