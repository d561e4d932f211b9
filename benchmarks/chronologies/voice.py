"""One agency's way of putting things: its names for people, its words for other agencies."""

from __future__ import annotations

import re
from datetime import date

from benchmarks.chronologies.cast import Agency, Cast, Person

_SLOT = re.compile(r"\{(\w+)\}")
_START = re.compile(r"(?:^|(?<=[.!?] ))[^\w]*([a-z])")
_ROLES = {"V": "victim", "P": "suspect", "C": "child", "C2": "child", "B": "child"}


class Voice:
    """Fills a wording as one agency would write it on a day."""

    def __init__(self, cast: Cast, agency: Agency) -> None:
        self.cast, self.agency = cast, agency

    def tell(self, wording: str, day: date, **slots: str) -> str:
        """The wording with its slots filled, sentences beginning with a capital."""
        text = wording
        for _ in range(3):  # a slot may bring slots of its own
            text = _SLOT.sub(lambda match: self._slot(match[1], day, slots), text)
        text = re.sub(r"\s+", " ", text).replace("..", ".").replace("?.", "?").strip()
        return _START.sub(lambda match: match[0][:-1] + match[1].upper(), text)

    def other(self, kind: str) -> str:
        """What this agency calls another."""
        return self.cast.rng.choice(self.cast.agencies[kind].called)

    def _slot(self, slot: str, day: date, slots: dict[str, str]) -> str:
        if slot in slots:
            return slots[slot]
        if slot.endswith("_") and slot[:-1] in slots:
            return slots[slot[:-1]][:1].upper() + slots[slot[:-1]][1:]
        people = self.cast.people
        if slot in _ROLES:
            person = people["C2" if slot == "B" else slot]
            return self._named(person, self.agency.habits[_ROLES[slot]], day)
        return self._plain(slot, day)

    def _plain(self, slot: str, day: date) -> str:
        people, rng = self.cast.people, self.cast.rng
        victim, suspect, child = people["V"].sex == "f", people["P"].sex == "f", people["C"].sex == "f"
        words = {
            "she": "she" if victim else "he",
            "her": "her" if victim else "his",
            "hero": "her" if victim else "him",
            "he": "she" if suspect else "he",
            "his": "her" if suspect else "his",
            "him": "her" if suspect else "him",
            "she_c": "she" if child else "he",
            "her_c": "her" if child else "his",
            "addr": rng.choice([self.cast.address, self.cast.address, "the home address", "h/a"]),
            "child": people["C"].first,
            "town": self.cast.town,
            "place": "Railway",
            "M": rng.choice([f"{people['V'].first}'s mother", people["M"].name, f"Mrs {people['M'].last}"]),
            "N": rng.choice(["a neighbour", f"neighbour {people['N'].name}", "next door"]),
            "age": str(max(0, people["C"].age(day))),
            "ticks_low": str(rng.randint(3, 7)),
            "ticks_mid": str(rng.randint(9, 12)),
            "ticks_high": str(rng.randint(15, 20)),
        }
        return words[slot]

    def _named(self, person: Person, habit: str, day: date) -> str:
        initials = person.first[0] + person.last[0]
        age = max(0, person.age(day))
        told = {"Title": "Ms" if person.sex == "f" else "Mr", "age": str(age), "year": str(max(1, age - 4))}
        told |= {
            "First": person.first,
            "pFirst": person.first,
            "Sur": person.last,
            "SUR": person.last.upper(),
        }
        name = habit.format_map({**told, "II": initials, "pII": initials, "cII": initials})
        return re.sub(r"\bMr?s ", "Mr ", name) if person.sex == "m" else name
