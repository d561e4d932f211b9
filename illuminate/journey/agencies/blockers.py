"""Why an agency can't be asked, or can't answer, yet."""

from datetime import date
from uuid import UUID

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.design.filters import day
from illuminate.journey.agencies import queries
from illuminate.journey.agencies.models import Challenge, Imr, InformationRequest, NilReturn, Reminder
from illuminate.journey.panel.blockers import to_be_dated
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import CARDS, Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import stage_of

ANSWERING = queries.WORKING


def to_ask(
    review: Review, organisation: Organisation, author: User, *, wanted: bool, asked_on: date, due_on: date
) -> list[Blocker]:
    """Once a review, for something, by somebody who is not its chair (journey.md, "The stages", 5)."""
    found = _to_work_at(review.stage)
    if review.stage == Stage.COMMISSIONED:
        gather = reverse("panel:begin_gathering", args=[review.slug])
        found = [
            Blocker("Agencies are asked once the review gathers accounts. Begin gathering first.", gather)
        ]
    before = InformationRequest.objects.filter(review=review, organisation=organisation).first()
    if before:
        text = f"{organisation.name} was asked on {day(before.asked_on)}. Open that request to remind or question them."
        found.append(Blocker(text, reverse("agencies:request", args=[before.pk])))
    if organisation.type not in queries.ASKABLE:
        found.append(Blocker(f"{organisation.name} is not an agency that can be asked for its account."))
    if not wanted:
        found.append(
            Blocker("Choose what to ask for: a chronology, an Individual Management Review, or both.")
        )
    if due_on < asked_on:
        found.append(Blocker("The answer can’t be due before it is asked for. Choose a later day."))
    return found + to_be_author(review.pk, author) + to_be_dated(asked_on)


def to_be_author(review_id: UUID, author: User) -> list[Blocker]:
    """An open account, and nobody who leads the review or decides about it."""
    if not author.is_active or author.kind != User.Kinds.PERSON:
        return [Blocker("This account can’t be used. Choose somebody else.")]
    leading = {Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR, Role.COORDINATOR, Role.PARTNERSHIP_CHAIR}
    if access.roles_in(author, review_id) & leading:
        return [
            Blocker(f"{author.name} works on this review itself, so can’t write an agency’s account for it.")
        ]
    return []


def to_answer_nil(
    request: InformationRequest, *, period: tuple[date, date], searched_on: date
) -> list[Blocker]:
    """Only while nothing else was answered, and with a search that has been made."""
    found = _to_work_at(stage_of(request.review_id))
    if NilReturn.objects.filter(request=request).exists():
        found.append(Blocker("This agency has already answered that it had no contact."))
    if request.chronology_on or queries.latest_imr(request):
        found.append(
            Blocker("This agency has already sent its account, so “no contact” can’t be its answer.")
        )
    if period[1] < period[0]:
        found.append(Blocker("The period that was searched ends before it begins. Check both dates."))
    return found + to_be_dated(searched_on)


def to_submit_imr(request: InformationRequest, *, digest: str, signed_off_on: date) -> list[Blocker]:
    """Asked for, signed off, and not the same file again."""
    found = _to_work_at(stage_of(request.review_id))
    if not request.wants_imr:
        found.append(
            Blocker(
                "This agency was asked for a chronology only. Ask the coordinator if you want to send more."
            )
        )
    newest = queries.latest_imr(request)
    if newest and newest.document.digest == digest:
        sent = f"version {newest.version}, sent on {day(newest.submitted_on)}"
        found.append(Blocker(f"This is the same file as {sent}. Nothing was sent twice."))
    if to_be_dated(signed_off_on):
        found.append(
            Blocker("The date of the sign-off is in the future. Send the review once it has been signed off.")
        )
    return found


def to_challenge(imr: Imr, *, passage: str, question: str) -> list[Blocker]:
    """A passage of the newest version, and a question that has not been asked of it."""
    found = _to_work_at(stage_of(imr.review_id))
    if not passage.strip():
        found.append(Blocker("Quote the passage that you ask about."))
    if not question.strip():
        found.append(Blocker("Enter your question."))
    newest = queries.latest_imr(imr.request)
    if newest and newest.version > imr.version:
        found.append(
            Blocker(f"Version {newest.version} has come meanwhile. Read it, then ask about that one.")
        )
    asked = {(one.passage, one.question) for one in Challenge.objects.filter(imr=imr)}
    if (passage.strip(), question.strip()) in asked:
        found.append(Blocker("You have already asked this about the same passage."))
    return found


def to_ask_about_row(request: InformationRequest, *, passage: str, question: str) -> list[Blocker]:
    """A row of the agency's chronology, and a question that has not been asked of it."""
    found = _to_work_at(stage_of(request.review_id))
    if not question.strip():
        found.append(Blocker("Enter your question."))
    asked = {(one.passage, one.question) for one in Challenge.objects.filter(request=request, imr=None)}
    if (passage.strip(), question.strip()) in asked:
        found.append(Blocker("You have already asked this about the same row."))
    return found


def to_answer_challenge(challenge: Challenge, text: str) -> list[Blocker]:
    """Until the chair accepts; the same words count once."""
    found = _to_work_at(stage_of(challenge.review_id))
    if challenge.accepted_on:
        found.append(Blocker("The chair has already accepted the answer to this question."))
    if not text.strip():
        found.append(Blocker("Enter your answer."))
    if text.strip() in {answer.text for answer in challenge.answers.all()}:
        found.append(Blocker("This answer is already here. Nothing was sent twice."))
    return found


def to_accept_answer(challenge: Challenge) -> list[Blocker]:
    """There is an answer, and it was not accepted before."""
    if challenge.accepted_on:
        return [Blocker("This answer has already been accepted.")]
    return [] if challenge.answers.exists() else [Blocker("The agency has not answered this question yet.")]


def to_release_imr(imr: Imr) -> list[Blocker]:
    """The newest version, once."""
    found = _to_work_at(stage_of(imr.review_id))
    if imr.released_on:
        found.append(Blocker(f"The panel has had this version since {day(imr.released_on)}."))
    newest = queries.latest_imr(imr.request)
    if newest and newest.version > imr.version:
        found.append(Blocker(f"Version {newest.version} has come meanwhile. Read and release that one."))
    return found


def to_chase(request: InformationRequest, *, is_waiting: bool, today: date) -> list[Blocker]:
    """Somebody who has something to answer, once a day."""
    found = _to_work_at(stage_of(request.review_id))
    if not is_waiting:
        found.append(Blocker("Nothing waits for this agency, so there is nothing to remind them of."))
    if Reminder.objects.filter(request=request, sent_on=today).exists():
        found.append(Blocker("This agency has already been reminded today."))
    return found


def _to_work_at(stage: str) -> list[Blocker]:
    if stage in ANSWERING:
        return []
    name = CARDS[Stage(stage)].name if stage else "not open to you"
    return [Blocker(f"The review is at “{name}”, so this can’t be done now.")]


def to_change_author(request: InformationRequest, author: User) -> list[Blocker]:
    """Somebody else, who may write for an agency."""
    found = _to_work_at(stage_of(request.review_id))
    if request.author_id == author.pk:
        found.append(Blocker(f"{author.name} already answers for this agency."))
    return found + to_be_author(request.review_id, author)
