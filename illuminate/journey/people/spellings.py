"""The forms that the engine looks for, as a person reads them: how each came about, and what is uncertain of it."""

from collections import defaultdict
from dataclasses import dataclass

from illuminate.engines.anonymise import Entry, Register, Variant
from illuminate.engines.anonymise.variants import CAPITALS, derive, tokens_of
from illuminate.engines.anonymise.words import MONTHS, ORDINARY

RULES = {
    "name": "the name",
    "alias": "listed",
    "initials": "initials, looked for in capitals",
    "acronym": "first letters, looked for in capitals",
    "first_name": "first name alone",
    "last_name": "last name alone, or the family’s",
    "short_name": "short form of the first name",
    "full_name": "full form of the first name",
    "spelling": "another spelling",
    "half_name": "half of a double name",
    "whole_name": "full form of the first name",
    "other_gender": "last name as the other sex bears it",
    "first_last": "first and last name",
    "surname_first": "last name first",
    "first_and_initial": "first name and initial of the last",
    "initial_and_last": "initial and last name",
    "first_and_middle": "first and middle name",
    "middle_and_last": "middle and last name",
    "patronymic": "with the father’s name",
    "titled": "with a title",
    "collar_number": "with the collar number",
    "run_together": "written as one word",
    "postcode": "postcode alone",
    "address": "the address written otherwise",
    "street": "the street alone",
    "place": "the place written otherwise",
    "organisation": "the organisation written otherwise",
    "date": "another way to write the day",
    "day_and_month": "the day without its year",
    "identifier": "the number without its gaps",
}
# The same rules where the name is not a person's.
OF_THINGS = {
    "name": "the name written otherwise",
    "short_name": "short form of the name",
    "full_name": "full form of the name",
    "last_name": "part of the name",
    "half_name": "half of the name",
}
GLUED = "run_together"
OTHER_RULE = "worked out from the name"
# Kinds whose forms differ in writing only: they are told in one sentence and can't be taken off one by one.
WRITTEN_MANY_WAYS = ("date", "identifier")
MOST_NAMED = 4


@dataclass(frozen=True)
class Form:
    """One form of an entry. What is listed is always looked for; `notes` say what makes a form uncertain.

    `stands_alone`: a person's form of one name or of letters, or any form of something else; those need a look most.
    """

    text: str
    how: str
    is_listed: bool
    is_looked_for: bool
    stands_alone: bool
    notes: tuple[str, ...] = ()

    @property
    def hint(self) -> str:
        """How it came about, and what is uncertain of it, in one line."""
        return ". ".join([self.how[:1].upper() + self.how[1:], *self.notes])


def forms_of(register: Register, entry: Entry) -> list[Form]:
    """Every form of one entry of the register, those that are listed first; written differently, one form is one."""
    looked_for = {one.tokens for one in register.variants() if one.entry == entry}
    others = _others(register, entry)
    agreed = frozenset(tokens_of(one.pseudonym) for one in register.entries if one.kind == "person")
    found: dict[tuple[str, ...], Form] = {}
    for one in sorted(derive(entry), key=lambda variant: (not variant.listed, variant.rule == GLUED)):
        if one.tokens not in found:
            found[one.tokens] = Form(
                one.text, _how(one), one.listed, one.tokens in looked_for, _stands_alone(one),
                tuple(filter(None, [_ordinary(one), others.get(one.tokens, ""), _taken(one, agreed)])),
            )  # fmt: skip
    return list(found.values())


def overlaps(register: Register, entry: Entry) -> list[str]:
    """Listed forms of an entry that are listed for others too: each in a sentence that says what comes of it."""
    others = _others(register, entry, listed=True)
    return [
        f"“{one.text}” is {words[:1].lower()}{words[1:]}."
        for one in derive(entry)
        if one.listed and (words := others.get(one.tokens))
    ]


def called(entry: Entry) -> str:
    """What an entry is called where no real name may stand."""
    return f"“{entry.pseudonym}”" if entry.pseudonym else entry.role or f"another {entry.kind}"


def in_words(names: list[str]) -> str:
    """Some names in a row, with "and" before the last; many by the first three and a number."""
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} others"]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _how(one: Variant) -> str:
    of_things = OF_THINGS if one.entry.kind != "person" and not one.listed else {}
    return of_things.get(one.rule) or RULES.get(one.rule, OTHER_RULE)


def _stands_alone(one: Variant) -> bool:
    if one.rule == GLUED:
        return False
    return one.entry.kind != "person" or len(one.tokens) == 1 or one.rule in CAPITALS


def _ordinary(one: Variant) -> str:
    words = one.tokens[1:] if one.tokens[:1] == ("the",) else one.tokens
    is_word = len(words) == 1 and words[0] in ORDINARY | MONTHS
    return "Also an ordinary word: the words around it decide" if is_word else ""


def _others(register: Register, entry: Entry, *, listed: bool = False) -> dict[tuple[str, ...], str]:
    """What is said of forms that other entries have too."""
    who: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for one in register.variants():
        if one.entry != entry and (one.listed or not listed) and one.entry.kind not in WRITTEN_MANY_WAYS:
            who[one.tokens][called(one.entry)] = None
    return {
        tokens: f"Also a form of {in_words(list(names))}: the words around it decide, or it is left to you"
        for tokens, names in who.items()
    }


def _taken(one: Variant, agreed: frozenset[tuple[str, ...]]) -> str:
    return "Not looked for: it is somebody’s pseudonym" if one.tokens in agreed and not one.listed else ""
