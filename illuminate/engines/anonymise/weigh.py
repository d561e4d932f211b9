"""Whether a form on the register is meant here: names that are also ordinary words, initials, other people's names."""

from collections.abc import Set

from .dictionary import is_ordinary
from .forms.named import first_names
from .place import Place
from .variants import CAPITALS, Variant, tokens_of
from .words import (
    ABBREVIATIONS,
    BEFORE_MONTH,
    FOLLOWERS,
    FUNCTION,
    MONTHS,
    ORDINARY,
    PEOPLE_ARE,
    SPEECH,
    STREETS,
    THINGS,
    TITLED,
)

__all__ = ["Place", "weigh"]

_FIRST = frozenset({"first_name", "short_name", "full_name", "spelling"})
_ONE_NAME = _FIRST | {"last_name", "half_name", "other_gender", "alias", "name"}
_BEFORE_THINGS = frozenset(["the", "a", "an", "this", "every", "no", "any", "some", "each"])
_DOUBTFUL = frozenset(["short_name", "half_name", "run_together", "first_name", "full_name", "spelling"])
_OF_PEOPLE = frozenset(["would", "could", "should", "did", "said", "says", "asked", "told", "rang", "wrote"])
_BEING = frozenset(["was", "is", "were", "are"])
_WORTH = {"sure": 0.9, "start": 0.6, "month": 0.5}


def weigh(variant: Variant, place: Place, known: Set[str] = frozenset()) -> float:
    """How sure it is that the form is meant; 0 means that it is not. `known`: all words of the register."""
    if variant.rule in CAPITALS:
        return variant.confidence if _in_capitals(variant, place) else 0.0
    if variant.entry.kind == "date":
        return _weigh_date(variant, place)
    if variant.entry.kind == "identifier":
        return variant.confidence
    words = variant.tokens[1:] if variant.tokens[0] == "the" else variant.tokens
    is_word = len(words) == 1 and _is_word(words[0], variant)
    if place.is_name_like:
        return 0.7 if is_word else variant.confidence
    if variant.entry.kind == "person" and _is_no_name(variant, place, known):
        return 0.0
    if not is_word:
        return variant.confidence
    return _weigh_word(variant, place, words[0], known)


def needs_capital(variant: Variant) -> bool:
    """Whether the form is one word that only a capital or its sentence makes a name."""
    if variant.entry.kind in ("date", "identifier"):
        return False
    return variant.rule in CAPITALS or (len(variant.tokens) == 1 and _is_word(variant.tokens[0], variant))


def _is_word(word: str, variant: Variant) -> bool:
    if word in ORDINARY or (word.endswith("s") and word[:-1] in ORDINARY):
        return True
    if variant.listed or word in first_names():
        return False
    return variant.rule in _DOUBTFUL and is_ordinary(word)


def _in_capitals(variant: Variant, place: Place) -> bool:
    """Initials are capitals with nothing but dots and spaces between; worked-out ones also have to stand alone."""
    text = place.text
    if place.touches or text.upper() != text or not all(char.isalnum() or char in ". " for char in text):
        return False
    if variant.listed or place.is_name_like:
        return True
    letters = "".join(variant.tokens)
    if " " in text and "." not in text:
        return False
    return "." in text or (letters not in ABBREVIATIONS and len(letters) > 1 and not place.is_shouted)


def _weigh_date(variant: Variant, place: Place) -> float:
    """A day without its year is only a day that may be meant, and not another year's."""
    if variant.rule == "day_and_month" and place.is_before_year:
        return 0.0
    return variant.confidence


def _is_no_name(variant: Variant, place: Place, known: Set[str]) -> bool:
    """Somebody else's name, an author, a street: "Peter Sutcliffe", "Holloway (2019)", "Holloway Road"."""
    if variant.rule == "initial_and_last" and " " in place.text:
        return not place.text[:1].isupper() and not place.text[-1:].isupper()
    if variant.rule == "first_and_initial":
        return not place.text[-1:].isupper() or _is_capital(place.next_word) or place.goes_on_as_name
    if len(variant.tokens) > 1 or variant.rule not in _ONE_NAME or place.is_possessive:
        return False
    streets = STREETS.intersection(place.place_words) - known
    if place.is_cited or (streets and not place.is_shouted):
        return True
    after = place.next_word.lower()
    if not _is_capital(place.next_word) or after in FUNCTION or after in known or place.is_shouted:
        return False
    if variant.rule in _FIRST and not variant.listed:
        return True
    is_given = variant.listed and tokens_of(variant.entry.real)[-1] != variant.tokens[-1]
    is_common = variant.tokens[-1] in ORDINARY
    return is_given and place.is_same_line and (not is_ordinary(after) or (is_common and after not in TITLED))


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and not (len(word) > 1 and word.isupper())


def _is_surname_of_another(place: Place, known: Set[str]) -> bool:
    """Behind a first name that nobody on the register bears: "Theresa May"."""
    before = place.word_before
    return _is_capital(before) and before.lower() in first_names() and before.lower() not in known


def _weigh_word(variant: Variant, place: Place, word: str, known: Set[str]) -> float:
    name = place.text.split()[-1]
    if not name[:1].isupper():
        return _weigh_small(variant, place)
    if place.is_possessive or (place.title and variant.entry.kind == "person"):
        return min(variant.confidence, 0.95)
    after, before = place.next_word.lower(), place.word_before.lower()
    if place.is_half_of_another or (place.starts_sentence and after.isdigit()):
        return 0.0
    is_surname = tokens_of(variant.entry.real)[-1] == word
    if variant.entry.kind == "person" and not is_surname and before in _BEFORE_THINGS:
        return 0.0
    if variant.entry.kind == "person" and _is_surname_of_another(place, known):
        return 0.0
    if place.is_shouted and (after in FUNCTION or place.word_before.lower() in FUNCTION):
        return 0.0
    if word in MONTHS:
        return _WORTH["sure"] if _is_beside_name(place, after, known) else _weigh_month(place, after)
    is_owed = place.starts_sentence and len(variant.tokens) == 1 and not place.is_raised
    if is_owed and not _is_beside_name(place, after, known):
        return _weigh_start(place, word, after)
    return min(variant.confidence, _WORTH["sure"])


def _is_beside_name(place: Place, after: str, known: Set[str]) -> bool:
    """Together with somebody else of the register: "Will and Haf rang"."""
    return after == "and" and place.second_word in known and place.second_word not in ORDINARY


def _weigh_small(variant: Variant, place: Place) -> float:
    """Without its capital an ordinary word is a name only where it does what people do: "grant said"."""
    is_doing = variant.listed and place.next_word in SPEECH and place.word_before.lower() not in FUNCTION
    return _WORTH["month"] if is_doing and variant.entry.kind == "person" else 0.0


def _weigh_month(place: Place, after: str) -> float:
    if (
        place.word_before.lower() in BEFORE_MONTH
        or place.is_between_months
        or place.next_word[:1].isdigit()
        or place.word_before[:1].isdigit()
    ):
        return 0.0
    if after in _OF_PEOPLE:
        return _WORTH["sure"]
    if place.starts_sentence and (
        (after in FUNCTION and after not in _BEING) or after in FOLLOWERS.get(place.text.lower(), ())
    ):
        return 0.0
    return _WORTH["month"]


def _weigh_start(place: Place, word: str, after: str) -> float:
    """At the start of a sentence the capital says nothing: what follows has to."""
    if after in SPEECH:
        return _WORTH["sure"]
    if after in _BEING:
        second = place.second_word
        is_person = word not in THINGS or second in PEOPLE_ARE or second.isdigit()
        return _WORTH["start"] if is_person else 0.0
    return 0.0 if after in FUNCTION or after in FOLLOWERS.get(word, ()) else _WORTH["start"]
