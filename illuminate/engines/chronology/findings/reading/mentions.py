"""Which agencies of the case an entry speaks of, by their names, their short names and their kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from illuminate.engines.chronology.findings.lexicon import grammar, roles, words_of
from illuminate.engines.chronology.findings.reading.colleagues import colleagues
from illuminate.engines.chronology.findings.reading.kinds import initials, places, roles_in, staff
from illuminate.engines.chronology.findings.reading.sites import sites
from illuminate.engines.chronology.findings.text import Found, Phrases, plain, stem, tokenise
from illuminate.engines.chronology.initialled import full_names
from illuminate.engines.chronology.model import Entry

_GENERIC = frozenset(
    [
        "nhs",
        "trust",
        "foundation",
        "council",
        "service",
        "services",
        "the",
        "and",
        "of",
        "for",
        "city",
        "county",
        "borough",
        "metropolitan",
        "district",
        "unitary",
        "royal",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "st",
        "saint",
        "partnership",
        "group",
        "association",
        "ltd",
        "limited",
        "team",
        "department",
        "university",
        "community",
        "office",
        "national",
        "local",
        "authority",
        "general",
        "health",
        "care",
        "social",
        "family",
        "families",
        "support",
        "centre",
        "young",
        "people",
        "adult",
        "adults",
        "children",
        "women",
        "men",
        "plc",
        "cic",
        "charity",
        "society",
        "trust's",
        "area",
        "region",
        "central",
        "new",
        "great",
        "unit",
        "directorate",
        "integrated",
    ]
)
_ROADS = frozenset(["road", "street", "lane", "green", "hill", "house", "park", "avenue", "close", "way"])
_PLACES = ("general", "infirmary", "royal")


@dataclass(frozen=True, slots=True)
class Mention:
    """``bits``: the agencies that may be meant, none if the kind is not in the case. ``named``: by its own name."""

    start: int
    end: int
    bits: int
    named: bool
    role: str


class Agencies:
    """The agencies of one case: their kind, and the words by which the others speak of them."""

    def __init__(self, entries: Sequence[Entry], aliases: Iterable[tuple[str, str]] = ()) -> None:
        self.names = sorted({entry.agency for entry in entries})
        self.number = {name: index for index, name in enumerate(self.names)}
        spelt = full_names(self.names, entries)
        self.role = roles_in(self.names, entries, spelt)
        known = [*aliases, *((words, name) for name, words in spelt.items())]
        self.aliases = [(alias, self.number[name]) for alias, name in known if name in self.number]
        self._bits: dict[str, int] = {}
        self._hosts = self._learn_hosts(entries)
        self._staff = staff(entries, self.number)
        self._initials = initials(entries)
        self.people = self._names_of(entries) | self._initials
        self.colleagues = colleagues(entries, self.number, self.role, self.people)
        self._sites = sites(entries) if sum(role == "hospital" for role in self.role) == 1 else ()

    @cached_property
    def own_words(self) -> list[frozenset[str]]:
        """For each agency the words of its name that tell where it is or whose."""
        split = [set(re.findall(r"[a-z0-9]{4,}", plain(name))) for name in self.names]
        return [frozenset(words - _GENERIC - _KINDS) for words in split]

    @cached_property
    def parts(self) -> list[frozenset[str]]:
        """For each agency all words of its name."""
        return [
            frozenset(re.findall(r"[a-z0-9']{3,}", plain(name))) - {"the", "and", "for"}
            for name in self.names
        ]

    def _names_of(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Words of the subjects' names, but for those of an agency's name."""
        ours = {word for name in self.names for word in re.findall(r"[a-z0-9']+", plain(name))}
        subjects = {subject for entry in entries for subject in entry.subjects}
        known = {word for name in subjects for word in re.findall(r"[a-zà-öø-ÿ'-]{3,}", name.lower())}
        return frozenset(known - ours)

    def with_role(self, role: str) -> int:
        """Give the bits of all agencies of this kind, or of the one that houses this team."""
        if role not in self._bits:
            bits = sum(1 << index for index, known in enumerate(self.role) if known == role)
            self._bits[role] = bits or self._hosts.get(role, 0)
        return self._bits[role]

    @cached_property
    def phrases(self) -> Phrases:
        """All words for all agencies of the case and for those outside it."""
        phrases = Phrases()
        for role, row in roles().items():
            phrases.add(f"role:{role}", [word for word in row["words"] if word not in self._initials])
            phrases.add(f"vague:{role}", row.get("vague", []))
        known = [*self.aliases, *self._own_names(), *self._staff, *places(self.names, self.role)]
        for alias, index in known:
            phrases.add(f"name:{index}", [alias])
        for place in self._places():
            phrases.add("role:hospital", [f"{place} {kind}" for kind in _PLACES])
        phrases.add("role:hospital", self._sites)
        phrases.add("thing:", sorted(grammar("things")))
        return phrases

    def mentions(self, labels: Found, own: int) -> list[Mention]:
        """Give the mentions of other agencies, in order; the same words for several are one mention."""
        found: dict[tuple[int, int], tuple[int, bool, str]] = {}
        exact = {(start, end) for start, end, label in labels if label.startswith("role:")}
        for start, end, label in labels:
            kind, _, value = label.partition(":")
            if kind == "thing":
                continue
            if kind == "vague" and (start, end) in exact:
                continue
            bits = 1 << int(value) if kind == "name" else self.with_role(value)
            role = self.role[int(value)] if kind == "name" else value
            before, named, known = found.get((start, end), (0, False, role))
            if kind == "name":
                bits, before = bits, 0
            elif named:
                bits = before
            found[start, end] = (before | bits, named or kind == "name", known)
        mine = 1 << own
        role = self.role[own]
        return [
            Mention(start, end, bits & ~mine, named, known)
            for (start, end), (bits, named, known) in sorted(found.items())
            if bits & ~mine or (known != role and not bits)
        ]

    def _own_names(self) -> list[tuple[str, int]]:
        """Full name, the run of words that only this agency has, and its initials."""
        split = [re.findall(r"[a-z0-9']+", plain(name)) for name in self.names]
        seen = Counter(word for words in split for word in set(words))
        # "was" is no Western Ambulance Service
        ordinary = {*words_of("common")["words"], *grammar("ordinary")}
        rows: list[tuple[str, int]] = []
        for index, (name, words) in enumerate(zip(self.names, split, strict=True)):
            rows.append((name, index))
            run = _run_of_its_own(words, seen)
            if run and len("".join(run)) >= 4:
                rows.append((" ".join(run), index))
                if run[-1] == "street":
                    rows.append((" ".join([*run[:-1], "st"]), index))
            rows += [(short, index) for short in _initials_of(words) - _KINDS - ordinary - self._initials]
        counts = Counter(words for words, _ in set(rows))
        return [(words, index) for words, index in rows if len(words) > 4 or counts[words] == 1]

    def _places(self) -> set[str]:
        words = {word for name in self.names for word in re.findall(r"[a-z]{4,}", plain(name))}
        return {word for word in words if word not in _GENERIC and word not in _KINDS}

    def _learn_hosts(self, entries: Sequence[Entry]) -> dict[str, int]:
        """Find which agency houses a team that has no chronology of its own, from who writes as that team."""
        open_roles = {
            role: row["hosts"] for role, row in roles().items() if "hosts" in row and role not in self.role
        }
        may = {
            index
            for index, role in enumerate(self.role)
            if any(role in known for known in open_roles.values())
        }
        phrases = Phrases()
        for role in open_roles:
            phrases.add(role, roles()[role]["words"])
        counts: dict[str, Counter[int]] = {role: Counter() for role in open_roles}
        for entry in entries:
            index = self.number[entry.agency]
            if index in may:
                told = tokenise(f"{entry.practitioner}. {entry.kind}. {entry.origin}. {entry.event}")
                for role in {label for _, _, label in phrases.find(told.stems)}:
                    if self.role[index] in open_roles[role]:
                        counts[role][index] += 1
        return {role: 1 << best[0] for role, seen in counts.items() if (best := _clear_first(seen))}


def _run_of_its_own(words: Sequence[str], seen: Counter[str]) -> list[str]:
    """The first run of a name's words that tells it from the others; ``seen`` counts how many names have each."""
    run: list[str] = []
    for word in words:
        if word in _KINDS and not run:
            continue
        if run and (word in _KINDS or word in _GENERIC):
            break
        if (seen[word] == 1 and word not in _GENERIC and word not in _ROADS) or (run and word in _ROADS):
            run.append(word)
        elif run:
            break
    if len(run) == 1 and run[0].endswith("ing") and run[0] != words[-1]:
        run.append(words[words.index(run[0]) + 1])  # "leaving care": "leaving" alone is any verb
    return run


def _initials_of(words: Sequence[str]) -> set[str]:
    """The initials of a name, whole, without "NHS", and up to it ("WUH" for a trust of university hospitals)."""
    told = [word for word in words if word not in ("and", "of", "the", "for")]
    short = [word for word in told if word != "nhs"]
    head = told[: told.index("nhs")] if "nhs" in told else told
    rows = {"".join(word[0] for word in one) for one in (told, short, head)}
    known = {word for row in roles().values() for word in (*row["words"], *row.get("wide", ()))}
    return {letters for letters in rows if 3 <= len(letters) <= 8 and letters not in known}


def _clear_first(seen: Counter[int]) -> tuple[int, int] | None:
    """The most frequent one, if it is seen at least three times and twice as often as the next."""
    ranked = sorted(seen.items(), key=lambda one: (-one[1], one[0]))
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0]


_KINDS = frozenset(
    word for row in roles().values() for known in row["name"] for word in re.findall(r"[a-z']+", plain(known))
) | {stem("services")}
