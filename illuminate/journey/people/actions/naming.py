"""What somebody or something is called, who chose it, and the real names handed out on request."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.people import blockers, permissions, queries, queue
from illuminate.journey.people.actions.common import core, give_title, lock
from illuminate.journey.people.choices import ChosenBy
from illuminate.journey.people.events import Event
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.blockers import Blocker, refuse_if
from illuminate.journey.reviews.models import Review

NAMING = ["pseudonym", "open_name", "chosen_by", "chosen_on", "confirmed_by", "confirmed_on"]


@transaction.atomic
def agree_pseudonym(
    *, entry: RegisterEntry, pseudonym: str, chosen_by: str = "", chosen_on: date | None = None, by: User
) -> RegisterEntry:
    """Record what somebody or something is called in every document of the review, and who chose it on which day.

    The name of who died also becomes the review's title, in place of its code word.
    """
    review = Review.objects.get(pk=entry.review_id)
    permissions.require_can_agree_pseudonym(review.pk, by=by)
    lock(review)
    word = " ".join(pseudonym.split())
    refuse_if(
        [*([] if word else [Blocker("Enter the pseudonym.")]),
         *blockers.to_agree_pseudonym(queries.register(review), entry, word, review.stage),
         *blockers.to_say_who_chose(chosen_by, chosen_on)]
    )  # fmt: skip
    entry.pseudonym, entry.open_name = word, None
    entry.chosen_by, entry.chosen_on = chosen_by, chosen_on
    entry.confirmed_by, entry.confirmed_on = None, None
    entry.save(update_fields=NAMING)
    record(Event.PSEUDONYM_AGREED, entry, by=by, detail={"chosen_by": str(chosen_by)})
    queue.register_changed(review, by)
    give_title(review, by)
    return entry


@transaction.atomic
def use_real_name(*, entry: RegisterEntry, name: str, chosen_on: date, by: User) -> RegisterEntry:
    """Confirm that the family chose to have the person who died called by their real name (journey.md, "Families").

    The name stays locked with the other real names, and the review keeps the title that it has.
    """
    review = Review.objects.get(pk=entry.review_id)
    permissions.require_can_agree_pseudonym(review.pk, by=by)
    lock(review)
    word = " ".join(name.split())
    refuse_if(blockers.to_use_real_name(entry, word, chosen_on, review.stage))
    entry.pseudonym, entry.open_name = "", word
    entry.chosen_by, entry.chosen_on = ChosenBy.FAMILY, chosen_on
    entry.confirmed_by, entry.confirmed_on = by, localdate()
    entry.save(update_fields=NAMING)
    record(Event.REAL_NAME_CHOSEN, entry, by=by)
    queue.register_changed(review, by)
    return entry


@transaction.atomic
def show_names(*, review: Review, by: User) -> list[RegisterEntry]:
    """Hand out the real names to somebody who asks; the asking is recorded (look.md, "Review")."""
    permissions.require_can_read(review.pk, by=by)
    record(Event.NAMES_SHOWN, review, by=by, compartment_id=core(review).pk)
    return queries.register(review)
