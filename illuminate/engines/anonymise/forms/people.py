"""People: what follows from a name and from the other names that the register lists for the same person."""

from collections.abc import Iterable, Iterator

from .form import Form, terms
from .named import Named, named
from .shorts import Other, others_for
from .surnames import surnames

_SHORTEST_ALONE = 3  # letters; "Al" and "Di" stand only with a surname
_SHORTEST_GLUED = 6
_PLURAL_ES = ("s", "x", "z", "ch", "sh")


def bare_name(real: str) -> list[str]:
    """First names and surname, without titles and collar numbers: "PC 4471 Daniel Oyelaran"."""
    return list(named(real, ()).words)


def people(real: str, aliases: tuple[str, ...]) -> Iterator[Form]:
    """Forms of a personal name. With a title and one word only the surname is known ("Dr Qureshi")."""
    who = named(real, aliases)
    if len(who.words) > 1:
        yield Form(" ".join(who.words), "name", 1.0)
    called = list(_called(who))
    for family in who.families:
        yield from _with_surname(who, family, called)
    yield from _alone(called)
    yield from _by_middle_name(who)
    yield from _initials(who)
    yield from _in_office(who)


def _called(who: Named) -> Iterator[Other]:
    """What goes before the surname: the first name, what else the register lists, and what is usual for those."""
    given = dict.fromkeys((*who.given[:1], *who.nicknames))
    yield from (Other(name, "first_name", 0.85) for name in given)
    known = {name.lower() for name in given}
    for name in given:
        for other in others_for(name, has_syllables=who.is_family_first):
            if other.text.lower() not in known:
                known.add(other.text.lower())
                yield other


def _with_surname(who: Named, family: str, called: list[Other]) -> Iterator[Form]:
    for text, rule, confidence in surnames(family):
        yield Form(text, rule, confidence)
        if rule == "last_name":
            yield Form(text + ("es" if text.lower().endswith(_PLURAL_ES) else "s"), "last_name", 0.8)
            yield Form(text + "s", "last_name", 0.8)
        is_usual = text == family or rule == "half_name"
        for other in called if is_usual else called[:1]:
            yield from _both(other, text)
        yield from _with_initials(who, text)
    if len(who.given) > 1:
        yield Form(f"{' '.join(who.given)} {family}", "name", 1.0)
        yield Form(f"{family}, {' '.join(who.given)}", "surname_first", 0.95)
        yield Form(f"{who.given[0]} {who.given[1][0]} {family}", "first_last", 0.98)
        yield Form(f"{who.given[0][0]} {who.given[1]} {family}", "first_last", 0.95)
    for name in who.nicknames if who.given else ():
        yield Form(f"{who.given[0]} ({name}) {family}", "first_last", 0.98)


def _both(other: Other, family: str) -> Iterator[Form]:
    confidence = 0.98 if other.rule == "first_name" else 0.9
    yield Form(f"{other.text} {family}", "first_last", confidence)
    yield Form(f"{family}, {other.text}", "surname_first", 0.95)
    glued = f"{other.text}{family}".replace("-", "").replace(" ", "").replace("'", "")
    if len(glued) >= _SHORTEST_GLUED:
        yield Form(glued, "run_together", 0.9)
    if other.rule == "first_name":
        if family[0].isupper():
            yield Form(f"{other.text} {family[0]}", "first_and_initial", 0.7)
            letters = [part[0] for part in family.split("-") if part[:1].isupper()]
            if len(letters) > 1:
                yield Form(f"{other.text} {'-'.join(letters)}", "first_and_initial", 0.7)
        initial = f"{other.text[0]}{family}".replace("-", "").replace(" ", "").replace("'", "")
        yield Form(f"{other.text[0]} {family}", "initial_and_last", 0.9)
        yield Form(f"{family}, {other.text[0]}", "initial_and_last", 0.85)
        if len(initial) >= _SHORTEST_GLUED:
            yield Form(initial, "run_together", 0.85)


def _with_initials(who: Named, family: str) -> Iterator[Form]:
    letters = [name[0] for name in who.given]
    if len(letters) < 2:
        return
    for text in (" ".join(letters), "".join(letters)):
        yield Form(f"{text} {family}", "initial_and_last", 0.9)
        yield Form(f"{family}, {text}", "initial_and_last", 0.85)


def _alone(called: Iterable[Other]) -> Iterator[Form]:
    for other in called:
        if len(other.text) >= _SHORTEST_ALONE and other.rule != "whole_name":
            yield Form(other.text, other.rule, other.confidence)
        if "-" in other.text:
            yield Form(other.text.replace("-", ""), other.rule, other.confidence)


def _by_middle_name(who: Named) -> Iterator[Form]:
    """A middle name with the surname, two given names alone, and the names that stand in a surname's place."""
    for middle in who.given[1:]:
        if len(middle) < _SHORTEST_ALONE:
            continue
        if middle.lower() in terms("honorific"):
            for title in ("Mr", "Mrs", "Ms", "Miss"):
                yield Form(f"{title} {middle}", "titled", 0.8)
        yield Form(f"{who.given[0]} {middle}", "first_and_middle", 0.9)
        yield Form(f"{middle}, {who.given[0]}", "first_and_middle", 0.85)
        yield Form(f"{who.given[0]} {middle[0]}", "first_and_initial", 0.7)
        yield Form(f"{who.given[0]}{middle}".lower(), "run_together", 0.85)
        for family in who.families:
            yield Form(f"{middle} {family}", "middle_and_last", 0.85)
    if who.father:
        yield Form(f"{who.given[0]} {who.father}", "patronymic", 0.95)


def _initials(who: Named) -> Iterator[Form]:
    """The first letters, of all names and of the first and last, as they are written in notes."""
    first = "".join(name[0] for name in who.given).upper()
    for family in who.families if first else ():
        last = (
            "".join(part[0] for part in family.replace("-", " ").split() if part[0].isupper())
            or family[0].upper()
        )
        for start in dict.fromkeys((first[0], first)):
            for end in dict.fromkeys((last[0], last)):
                yield Form(".".join(start + end) + ".", "initials", 0.75)
            yield Form(start + last[0], "initials", 0.7)


def _in_office(who: Named) -> Iterator[Form]:
    """With the collar number that the register gives; a title in front is no part of the form."""
    for title in who.titles:
        for number in who.numbers:
            yield Form(f"{title} {number}", "collar_number", 0.95)
    for number in who.numbers:
        for family in who.families:
            yield Form(f"{number} {family}", "collar_number", 0.95)
            yield Form(f"{family} {number}", "collar_number", 0.95)
