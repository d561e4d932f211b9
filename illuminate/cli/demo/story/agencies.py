"""The example case from the chair's requests to the agencies' answers, through real actions.

The hospital and housing are asked for a chronology and a review, the fire service too; it had no contact.
"""

from datetime import date
from io import BytesIO

from docx import Document as Word

from illuminate.cli.demo.cast import Cast, do
from illuminate.cli.demo.story.panel import LINES, gathering
from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.agencies import actions, queries
from illuminate.journey.agencies.actions import ImrDetails
from illuminate.journey.agencies.models import Challenge, Imr, InformationRequest
from illuminate.journey.reviews.models import Review

ASKED_ON = date(2022, 2, 1)
HOUSING_IMR = ImrDetails(
    author_name="Constance Abell", author_role="Head of Governance",
    independence="No contact with the family; has never managed the officers concerned.",
    methods="The tenancy file, the rent account and the repairs history were read; six members of staff interviewed.",
    signed_off_by="Edmund Farrant", signed_off_role="Chief Executive", signed_off_on=date(2022, 7, 21),
)  # fmt: skip
PASSAGE = "8.9 It was raised as a routine repair with a target of 28 days."
QUESTION = "Who decided that the repair was routine after the MARAC had made it an action?"
ANSWER = "The planner, who had not been told of the MARAC. The call log of 24 August shows it."


def asked(cast: Cast) -> Review:
    """The chair has asked the hospital, housing and the fire service."""
    review = gathering(cast)
    for organisation, author in (
        (cast.hospital, cast.hospital_author),
        (cast.housing, cast.housing_author),
        (cast.fire, fire_author(cast)),
    ):
        do(actions.ask, review=review, organisation=organisation, author=author, wants_chronology=True,
           wants_imr=True, questions="\n".join(LINES), happened_on=ASKED_ON, by=cast.independent_chair)  # fmt: skip
    return review


def fire_author(cast: Cast) -> User:
    return cast.person("Rowena Tamblyn", "safeguarding@nfrs.example.org")


def request_to(
    cast: Cast, review: Review, organisation: Organisation, *, by: User | None = None
) -> InformationRequest:
    """What an agency was asked, as the chair sees it, or as somebody else does."""
    with acting_as((by or cast.independent_chair).pk):
        return queries.whole().get(review_id=review.pk, organisation=organisation)


def nil(cast: Cast, review: Review) -> None:
    """The fire service had no contact (letters/agency_nil_return.txt)."""
    do(actions.answer_nil, request=request_to(cast, review, cast.fire, by=fire_author(cast)),
       searched="Incident recording system, home fire safety visits and safeguarding referrals, for 4 people and "
       "3 addresses.", searched_by="R. Tamblyn, Safeguarding Officer", searched_on=date(2022, 2, 9),
       period_from=date(2014, 1, 1), period_to=date(2021, 10, 9),
       remarks="There was a visit to a neighbouring address in 2017. We do not think that it matters but keep it.",
       happened_on=date(2022, 2, 10), by=fire_author(cast))  # fmt: skip


def imr_file(words: str = PASSAGE, name: str = "tidewell_homes_imr.docx") -> Upload:
    """A Word file with a few words in it."""
    file, kept = Word(), BytesIO()
    file.add_paragraph(words)
    file.save(kept)
    return Upload(name, kept.getvalue())


def submitted(
    cast: Cast, review: Review, *, words: str = PASSAGE, happened_on: date = date(2022, 7, 22)
) -> Imr:
    """Housing has sent its review."""
    imr: Imr = do(
        actions.submit_imr, request=request_to(cast, review, cast.housing, by=cast.housing_author),
        upload=imr_file(words), details=HOUSING_IMR, happened_on=happened_on, by=cast.housing_author,
    )  # fmt: skip
    return imr_seen(cast, imr)


def imr_seen(cast: Cast, imr: Imr) -> Imr:
    """An agency's review as the chair sees it."""
    with acting_as(cast.independent_chair.pk):
        related = (
            "request__organisation",
            "request__author",
            "request__compartment",
            "document",
            "compartment",
        )
        return Imr.objects.select_related("review", *related).get(pk=imr.pk)


def questioned(cast: Cast, imr: Imr) -> Challenge:
    """The chair has asked about a passage."""
    challenge: Challenge = do(
        actions.challenge, imr=imr, passage=PASSAGE, question=QUESTION, happened_on=date(2022, 8, 2),
        by=cast.independent_chair,
    )  # fmt: skip
    return challenge


def as_agency(challenge: Challenge, author: User) -> Challenge:
    """A question as the agency sees it."""
    with acting_as(author.pk):
        return Challenge.objects.select_related("request__compartment", "compartment").get(pk=challenge.pk)


def answered(cast: Cast, imr: Imr) -> Challenge:
    """Housing has answered the chair's question, on record."""
    challenge = questioned(cast, imr)
    do(actions.answer_challenge, challenge=as_agency(challenge, cast.housing_author), text=ANSWER,
       happened_on=date(2022, 8, 9), by=cast.housing_author)  # fmt: skip
    return challenge


def released(cast: Cast, imr: Imr) -> Imr:
    """The panel reads housing's review."""
    do(actions.release_imr, imr=imr, happened_on=date(2022, 9, 1), by=cast.independent_chair)
    return imr_seen(cast, imr)
