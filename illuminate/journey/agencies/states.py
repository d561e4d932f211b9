"""Where an agency's answer stands, in words, and who holds it. Pure: it reads what is loaded."""

from dataclasses import dataclass
from datetime import date

from illuminate.journey.agencies.models import Challenge, Imr, InformationRequest

AGENCY, CHAIR, NOBODY = "agency", "chair", "nobody"


@dataclass(frozen=True)
class Standing:
    """The state in words and its colour; `holds` says whose turn it is."""

    text: str
    colour: str
    holds: str

    @property
    def settled(self) -> bool:
        """Nothing more is expected from anybody."""
        return self.holds == NOBODY


def asked_for(request: InformationRequest) -> str:
    """Chronology and review, as one phrase."""
    parts = _parts(request.wants_chronology, request.wants_imr)
    return parts[:1].upper() + parts[1:]


def missing(request: InformationRequest) -> str:
    """What has not come yet, as one phrase; empty when all is in."""
    if is_nil(request):
        return ""
    return _parts(
        request.wants_chronology and request.chronology_on is None,
        request.wants_imr and latest(request) is None,
    )


def _parts(chronology: bool, imr: bool) -> str:
    words = [
        word for word, wanted in (("chronology", chronology), ("Individual Management Review", imr)) if wanted
    ]
    return " and ".join(words)


def latest(request: InformationRequest) -> Imr | None:
    """The newest version of the agency's review."""
    return next(iter(sorted(request.imrs.all(), key=lambda imr: -imr.version)), None)


def is_nil(request: InformationRequest) -> bool:
    """Whether "no contact" is the agency's answer: it counts until something is sent after all."""
    sent = request.chronology_on is not None or latest(request) is not None
    return getattr(request, "nil_return", None) is not None and not sent


def unanswered(request: InformationRequest) -> list[Challenge]:
    """The chair's questions that wait for the agency."""
    return [one for one in request.challenges.all() if not one.accepted_on and not one.answers.all()]


def to_read(request: InformationRequest) -> list[Challenge]:
    """The agency's answers that wait for the chair."""
    return [one for one in request.challenges.all() if not one.accepted_on and one.answers.all()]


def is_overdue(request: InformationRequest, today: date) -> bool:
    """Whether the day has passed and something has not come."""
    return bool(missing(request)) and request.due_on < today


def standing(request: InformationRequest, today: date) -> Standing:
    """One sentence for the overview."""
    if is_nil(request):
        return Standing("No contact", "grey", NOBODY)
    questions, absent, newest = unanswered(request), missing(request), latest(request)
    if questions:
        number = len(questions)
        return Standing(f"{number} question{'' if number == 1 else 's'} to answer", "yellow", AGENCY)
    if absent:
        late = is_overdue(request, today)
        return Standing(f"Waiting for the {absent}", "red" if late else "blue", AGENCY)
    if to_read(request):
        return Standing("Answer to read", "purple", CHAIR)
    if newest and newest.released_on is None:
        return Standing("Review to read and release", "purple", CHAIR)
    return Standing("Released to the panel" if newest else "Chronology received", "green", NOBODY)


def holder(request: InformationRequest, state: Standing) -> str:
    """Who has it today, in words."""
    names = {AGENCY: f"{request.organisation.name} ({request.author.name})", CHAIR: "Independent chair"}
    return names.get(state.holds, "Nobody")
