"""What a notification and a decision say, as plain values: the forms, the interface and the demo fill these alike."""

from dataclasses import asdict, dataclass, field, fields
from datetime import date, time
from typing import Any

from illuminate.journey.intake.choices import Manner, PersonKind, Recommendation
from illuminate.journey.intake.legal_test import LimbInput

__all__ = ["DecisionPaper", "LimbInput", "NotificationDetails", "NotifiedPersonDetails", "SubjectAnswer"]


@dataclass(frozen=True)
class NotifiedPersonDetails:
    """Somebody named in a notification. Blank was not answered; `not_known` lists what was answered "not known"."""

    kind: str
    name: str = ""
    other_names: str = ""
    born: date | None = None
    address: str = ""
    nhs_number: str = ""
    gp: str = ""
    sex: str = ""
    gender_as_at_birth: str = ""
    ethnicity: str = ""
    religion: str = ""
    disability: str = ""
    disability_details: str = ""
    sexual_orientation: str = ""
    nationality: str = ""
    immigration_status: str = ""
    relationship: str = ""
    phone: str = ""
    email: str = ""
    whereabouts: str = ""
    safe: str = ""
    state: str = ""
    charge: str = ""
    charged_on: date | None = None
    hearing_on: date | None = None
    hearing_court: str = ""
    not_known: tuple[str, ...] = ()

    def columns(self) -> dict[str, Any]:
        return asdict(self) | {"not_known": list(self.not_known)}


@dataclass(frozen=True)
class NotificationDetails:
    """A notification of a death (journey.md, "Notification").

    `died_until` may be left out when the day is known. `people` needs at least one victim.
    """

    told_on: date
    people: tuple[NotifiedPersonDetails, ...] = field(default_factory=tuple)
    referrer_name: str = ""
    referrer_role: str = ""
    referrer_phone: str = ""
    referrer_email: str = ""
    died_from: date | None = None
    died_until: date | None = None
    died_at: time | None = None
    died_place: str = ""
    manner: str = Manner.UNEXPLAINED.value
    cause: str = ""
    circumstances: str = ""
    household: str = ""
    investigator_name: str = ""
    investigator_contact: str = ""
    liaison_name: str = ""
    liaison_contact: str = ""
    coroner: str = ""
    operation: str = ""
    has_children: str = ""
    earlier_abuse: str = ""
    history: str = ""
    marac: str = ""
    marac_details: str = ""
    mappa: str = ""
    agencies: str = ""
    proceedings: str = ""
    press: str = ""
    press_details: str = ""
    kin_told: str = ""
    kin_told_of_review: str = ""
    recommendation: str = Recommendation.UNSURE.value
    recommendation_reasons: str = ""
    not_known: tuple[str, ...] = ()

    def of_kind(self, kind: PersonKind) -> list[NotifiedPersonDetails]:
        return [person for person in self.people if person.kind == kind]

    def columns(self) -> dict[str, Any]:
        """The notification's own columns; an exact day of death is an interval of one day."""
        own = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "people"}
        return own | {"not_known": list(self.not_known), "died_until": self.died_until or self.died_from}


@dataclass(frozen=True)
class SubjectAnswer:
    """Whether an agency knew one subject, with first and last contact in its own words ("March 2014")."""

    subject_id: Any
    known: str
    first_contact: str = ""
    last_contact: str = ""


@dataclass(frozen=True)
class DecisionPaper:
    """Everything the chair of the partnership writes down when deciding (journey.md, "Decision record")."""

    outcome: str
    limbs: tuple[LimbInput, ...]
    consulted: str = ""
    reasons: str = ""
    alternatives: str = ""
    facts: str = ""
    charges: str = ""
    why_nobody_knew: str = ""
    what_family_knew: str = ""
    why_without_scoping: str = ""

    @property
    def outward(self) -> str:
        """The words that leave the partnership, which may carry no name."""
        return "\n".join(
            [self.facts, self.charges, self.reasons, self.why_nobody_knew, self.what_family_knew]
        )
