"""What check, apply and verify make of one hiding place and of its clean twin."""

from dataclasses import dataclass, field

from illuminate.engines.anonymise import (
    Register,
    Report,
    StillThere,
    apply,
    check,
    suggested_name,
    verify,
)  # fmt: skip

from .planting import CLEAN, LOOKED_FOR, REAL, Place
from .raw import left_in, outline_of, readings, squeezed

MEASURES = (
    "checked",
    "verified",
    "copied",
    "nothing left",
    "in place",
    "quiet check",
    "quiet verify",
    "same copy",
)


@dataclass
class Outcome:
    """Yes or no for each measure, and the reason of each no."""

    place: Place
    right: dict[str, bool] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)

    def say(self, measure: str, right: bool, why: object = "") -> None:
        """Note one measure."""
        self.right[measure] = right
        if not right:
            self.why[measure] = str(why)


def tried(place: Place, register: Register) -> Outcome:
    """All measures of one place."""
    outcome = Outcome(place)
    real, clean = place.build(REAL), place.build(CLEAN)
    name, plain = place.file(REAL) + place.ending, place.file(CLEAN) + place.ending
    for measure, look in (("checked", check), ("verified", verify)):
        report = look(real, name, register)
        outcome.say(measure, _finds(report) or (place.is_unread and bool(report.unread)), report)
    for measure, look in (("quiet check", check), ("quiet verify", verify)):
        report = look(clean, plain, register)
        outcome.say(measure, not _alarms(report), report)
    copy, twin = _copied(real, name, register, outcome), _copied(clean, plain, register, outcome)
    outcome.say("copied", copy is not None, outcome.why.get("copied"))
    left = left_in(copy, LOOKED_FOR) if copy is not None else ["no copy"]
    outcome.say("nothing left", not left, left)
    says = outline_of(copy) if copy is not None else {}
    then = outline_of(twin) if twin is not None else {}
    seen = readings(copy) if copy is not None else ()
    named = any("louise" in squeezed(text) for text in (*seen, suggested_name(name, register)))
    outcome.say("in place", copy is not None and (named or place.after == "gone"), says)
    is_kept = place.after == "gone" and any("louise" in squeezed(text) for text in then.values())
    outcome.say("same copy", copy is not None and (says == then or is_kept), _apart(says, then))
    return outcome


def _finds(report: Report) -> bool:
    return any(one.on_register and one.pseudonym == "Louise" for one in report.findings)


def _alarms(report: Report) -> list[str]:
    """What is found in a clean file; an address on the web is one, whoever it leads to."""
    return [one.kind for one in report.findings if one.kind not in ("url", "email")]


def _copied(data: bytes, name: str, register: Register, outcome: Outcome) -> bytes | None:
    try:
        return apply(data, name, register).data
    except Exception as error:
        # A crash is a result too.
        outcome.why["copied"] = f"{type(error).__name__}: {error}"
        if isinstance(error, StillThere):
            outcome.why["copied"] += str([one for one in error.report.findings if one.on_register])
        return None


def _apart(one: dict[str, str], other: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (key, one.get(key, "-"), other.get(key, "-"))
        for key in {*one, *other}
        if one.get(key) != other.get(key)
    ]
