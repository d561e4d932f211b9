"""Public statements of progress: written, confirmed by somebody else, published; nothing else of progress is public."""

import hashlib
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.improvement import blockers, notices, permissions, queries
from illuminate.journey.improvement.actions.common import hold
from illuminate.journey.improvement.events import Event
from illuminate.journey.improvement.models import FollowUp, PublicStatement
from illuminate.journey.publication import actions as publication
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


@transaction.atomic
def write_statement(
    *, follow_up: FollowUp, text: str, said_on: date | None = None, by: User
) -> PublicStatement:
    """Write a few words for the public page. They can't be changed, only dropped and written anew."""
    permissions.require_can_report(follow_up, by=by)
    current, stage = hold(follow_up)
    today, words = localdate(), _tidy(text)
    day = said_on or today
    refuse_if(blockers.to_write_statement(current, stage, words, digest_of(words), is_after=day > today))
    statement = PublicStatement.objects.create(
        review_id=current.review_id, compartment=current.compartment, follow_up=current, text=words,
        digest=digest_of(words), said_on=day, written_by=by,
    )  # fmt: skip
    record(Event.STATEMENT_WRITTEN, statement, by=by, detail={"digest": statement.digest})
    notices.statement_written(statement, by=by)
    return statement


@transaction.atomic
def confirm_statement(*, statement: PublicStatement, by: User) -> PublicStatement:
    """Somebody who didn't write it says that it identifies nobody; the machine has to agree."""
    permissions.require_can_confirm(statement.review_id, by=by)
    statement = _hold(statement)
    refuse_if(blockers.to_confirm_statement(_review(statement), statement, by.pk))
    statement.confirmed_on, statement.confirmed_by = localdate(), by
    statement.save(update_fields=["confirmed_on", "confirmed_by"])
    record(Event.STATEMENT_CONFIRMED, statement, by=by, detail={"digest": statement.digest})
    notices.statement_confirmed(statement, by=by)
    return statement


@transaction.atomic
def state_publicly(*, statement: PublicStatement, by: User) -> PublicStatement:
    """Publish the very words that were confirmed, under their action on the public page."""
    permissions.require_can_publish(statement.review_id, by=by)
    statement, review = _hold(statement), _review(statement)
    follow_up = statement.follow_up
    public = statement.digest in queries.public_now(review, follow_up)
    refuse_if(blockers.to_state_publicly(review, statement, digest_of(statement.text), is_public=public))
    publication.release_statement(
        review=review, recommendation_number=follow_up.recommendation_number, action_number=follow_up.action_number,
        text=statement.text, said_on=statement.said_on, by=by,
    )  # fmt: skip
    statement.released_on, statement.released_by = localdate(), by
    statement.save(update_fields=["released_on", "released_by"])
    record(Event.STATEMENT_PUBLISHED, statement, by=by, detail={"digest": statement.digest})
    notices.statement_published(statement, by=by)
    return statement


@transaction.atomic
def drop_statement(*, statement: PublicStatement, by: User) -> PublicStatement:
    """Drop a statement, and take it out of the public page if it stands there."""
    permissions.require_can_close(statement.review_id, by=by)
    statement, review = _hold(statement), _review(statement)
    if statement.digest in queries.public_now(review, statement.follow_up):
        publication.take_down_statement(
            review=review, recommendation_number=statement.follow_up.recommendation_number,
            action_number=statement.follow_up.action_number, digest=statement.digest, by=by,
        )  # fmt: skip
    statement.dropped_on, statement.dropped_by = localdate(), by
    statement.save(update_fields=["dropped_on", "dropped_by"])
    record(Event.STATEMENT_DROPPED, statement, by=by)
    return statement


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _hold(statement: PublicStatement) -> PublicStatement:
    hold(statement.follow_up)
    rows = PublicStatement.objects.select_for_update(of=("self",)).select_related("follow_up", "compartment")
    return rows.get(pk=statement.pk, dropped_on=None)


def _review(statement: PublicStatement) -> Review:
    return Review.objects.select_related("partnership").get(pk=statement.review_id)
