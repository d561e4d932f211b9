"""Where an agency's answer stands, in words, and who holds it. Pure: it reads what is loaded."""

from dataclasses import dataclass
from datetime import date

from illuminate.journey.agencies.models import Challenge, Imr, InformationRequest

AGENCY, CHAIR, NOBODY = "agency", "chair", "nobody"


@dataclass(frozen=True)
class Standing:
    """The state: a short label with its colour, a sentence that says more, and whose turn it is."""

    label: str
    colour: str
    text: str
    holds: str


def asked_for(request: InformationRequest) -> str:
    """Chronology and review, as one phrase."""
    parts = _parts(request.wants_chronology, request.wants_imr)
    return parts[:1].upper() + parts[1:]


def asked_for_briefly(request: InformationRequest) -> str:
    """The same for a narrow column."""
    words = [
        word
        for word, wanted in (("Chronology", request.wants_chronology), ("IMR", request.wants_imr))
        if wanted
    ]
    return ", ".join(words)


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
    """Where it stands today."""
    if is_nil(request):
        return Standing("No contact", "grey", "The agency found nothing", NOBODY)
    waits = _waits_for_agency(request)
    if waits and is_overdue(request, today):
        return Standing("Overdue", "red", waits, AGENCY)
    if waits:
        return Standing("Waiting", "yellow" if unanswered(request) else "blue", waits, AGENCY)
    newest = latest(request)
    if to_read(request):
        return Standing("To read", "purple", _counted(len(to_read(request)), "answer", "to read"), CHAIR)
    if newest and newest.released_on is None:
        return Standing("To read", "purple", f"Review, version {newest.version}, to read and release", CHAIR)
    return Standing(
        "Done", "green", "Review released to the panel" if newest else "Chronology received", NOBODY
    )


def _waits_for_agency(request: InformationRequest) -> str:
    """What the agency still owes, as a sentence: "The chronology; 1 question to answer"."""
    absent, questions = missing(request), len(unanswered(request))
    words = [
        f"the {absent}" if absent else "",
        _counted(questions, "question", "to answer") if questions else "",
    ]
    text = "; ".join(word for word in words if word)
    return text[:1].upper() + text[1:]


def _counted(number: int, noun: str, rest: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'} {rest}"


def holder(request: InformationRequest, state: Standing) -> str:
    """Who has it today, in words."""
    names = {AGENCY: f"{request.organisation.name} ({request.author.name})", CHAIR: "Independent chair"}
    return names.get(state.holds, "Nobody")
