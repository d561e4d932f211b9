"""What a check or a verification says of a file. It carries real names: keep it with the register."""

from dataclasses import dataclass
from typing import Any

from .openly import Standing
from .places import WHOLE, Unread, Where
from .risk import Risk

_PROPOSED = ("name", "cue", "propagated")


@dataclass(frozen=True)
class Finding:
    """One thing that identifies someone. `pseudonym` is None off the register, empty for "remove".

    `goes_on`: the rest of what began at the end of the line before. `asks`: what a person must decide here, in plain
    words; empty when nothing is in doubt.
    """

    text: str
    kind: str
    on_register: bool
    pseudonym: str | None
    where: Where
    rule: str
    confidence: float
    goes_on: bool = False
    asks: str = ""

    def to_json(self) -> dict[str, Any]:
        """In the form of commands.md."""
        return {
            "text": self.text,
            "kind": self.kind,
            "on_register": self.on_register,
            "pseudonym": self.pseudonym,
            "where": dict(vars(self.where)),
            "rule": self.rule,
            "confidence": self.confidence,
        }


@dataclass(frozen=True)
class Report:
    """What a check found. `standing`: names with a word of the register in them that stay, being openly others'."""

    file: str
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]
    risks: tuple[Risk, ...] = ()
    standing: tuple[Standing, ...] = ()

    @property
    def without_strangers(self) -> tuple[Finding, ...]:
        """What the register and patterns found, without proposals of names that are on no register."""
        return tuple(one for one in self.findings if one.on_register or one.rule not in _PROPOSED)

    @property
    def asked(self) -> tuple[Finding, ...]:
        """What a person must decide: a form that may be one of several people's."""
        return tuple(one for one in self.findings if one.asks)

    @property
    def clean(self) -> bool:
        """True only when nothing was found and everything was read."""
        return not self.findings and not self.unread

    @property
    def is_damaged(self) -> bool:
        """Whether the file as a whole could not be read to its end."""
        return any(one.part == WHOLE for one in self.unread)

    def to_json(self) -> dict[str, Any]:
        """In the form of commands.md."""
        return {
            "file": self.file,
            "findings": [finding.to_json() for finding in self.findings],
            "risk": [dict(vars(risk)) for risk in self.risks],
            "unread": [{"where": {"part": one.part}, "why": one.why} for one in self.unread],
            "clean": self.clean,
        }
