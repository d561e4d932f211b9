"""The letter that asks an agency for its account, ready to sign. It names nobody whom the review is about."""

from illuminate.engines.clock import load_edition
from illuminate.foundation.design.days import long_day, week_day
from illuminate.foundation.documents.letters import fill
from illuminate.journey.agencies import states
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.panel import queries as panel
from illuminate.journey.reviews.models import Review


def information_request(review: Review, request: InformationRequest) -> bytes:
    """A Word file from the template agencies/letters/information_request.docx."""
    chair = panel.chair(review)
    return fill(
        "agencies/letters/information_request.docx",
        {
            "partnership": review.partnership.name,
            "reference": review.reference,
            "label": review.label,
            "regime": review.regime,
            "guidance": load_edition(review.edition).title,
            "agency": request.organisation.name,
            "is_statutory": request.organisation.is_statutory,
            "author": request.author.name,
            "date": long_day(request.asked_on),
            "due": week_day(request.due_on),
            "wanted": states.asked_for(request),
            "wants_chronology": request.wants_chronology,
            "wants_imr": request.wants_imr,
            "questions": [line.strip() for line in request.questions.splitlines() if line.strip()],
            "chair": chair.person.name if chair else "",
            "sender": request.asked_by.name,
        },
    )


def name_of(request: InformationRequest) -> str:
    """What the file is called: the reference and the agency, nobody's name."""
    agency = request.organisation.short_name or "agency"
    return f"{request.compartment.reference} request {agency}.docx"
