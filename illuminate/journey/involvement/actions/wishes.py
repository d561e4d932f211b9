"""What a relative wishes: the seven steps, being in touch, the name and the tribute."""

from datetime import date
from typing import Unpack

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.involvement import blockers, permissions
from illuminate.journey.involvement.actions.steps import take_up
from illuminate.journey.involvement.actions.telling import tell_team
from illuminate.journey.involvement.choices import Code
from illuminate.journey.involvement.details import Naming, Wishes
from illuminate.journey.involvement.events import Event
from illuminate.journey.involvement.models import ContactWish, NamingWish, QuietDay, Relative, Step
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.queries import stage_of


@transaction.atomic
def answer_step(*, relative: Relative, code: str, state: str, by: User) -> Step:
    """A relative's own answer. It can be changed at any time: the newest counts."""
    permissions.require_own(relative, by=by)
    step = Step.objects.create(
        review_id=relative.review_id, compartment_id=relative.compartment_id, relative=relative, code=code,
        state=state, happened_on=localdate(), how="In their own space", recorded_by=by,
    )  # fmt: skip
    record(Event.STEP_ANSWERED, step, by=by, detail={"code": code, "state": state})
    tell_team(relative, by)
    return step


@transaction.atomic
def say_contact_wishes(*, relative: Relative, by: User, **wishes: Unpack[Wishes]) -> ContactWish:
    """How, when and by whom somebody wants to be in touch. What is not given stays as it was said before."""
    permissions.require_own_or_team(relative, by=by)
    given: dict[str, object] = dict(wishes)
    if "ways" in wishes:
        given["ways"] = ",".join(wishes["ways"])
    wish, _ = ContactWish.objects.update_or_create(
        relative=_held(relative), defaults={**_place(relative), **given}
    )
    record(Event.WISHES_SAID, wish, by=by, detail={"fields": sorted(wishes)})
    take_up(relative=relative, code=Code.CONTACT, how="They said how", by=by)
    tell_team(relative, by)
    return wish


@transaction.atomic
def add_quiet_day(
    *,
    relative: Relative,
    first: date,
    last: date | None = None,
    every_year: bool = False,
    why: str = "",
    by: User,
) -> QuietDay:
    """A day, or days, on which nobody is to be in touch."""
    permissions.require_own_or_team(relative, by=by)
    refuse_if(blockers.to_add_quiet_day(first, last, every_year))
    day = QuietDay.objects.create(
        review_id=relative.review_id, compartment_id=relative.compartment_id, relative=relative, first=first,
        last=last, every_year=every_year, why=why,
    )  # fmt: skip
    record(Event.DAY_ADDED, day, by=by)
    return day


@transaction.atomic
def remove_quiet_day(*, relative: Relative, day: QuietDay, by: User) -> None:
    permissions.require_own_or_team(relative, by=by)
    found = QuietDay.objects.select_for_update().filter(relative=relative, pk=day.pk).first()
    refuse_if(blockers.to_remove_quiet_day(found))
    day.delete()
    record(Event.DAY_REMOVED, relative, by=by)


@transaction.atomic
def say_naming(*, relative: Relative, by: User, **naming: Unpack[Naming]) -> NamingWish:
    """What the person who died is to be called, a tribute, and how the report is made public, one by one."""
    permissions.require_own_or_team(relative, by=by)
    refuse_if(blockers.to_change_words(stage_of(relative.review_id)))
    said, _ = NamingWish.objects.update_or_create(
        relative=_held(relative), defaults={**_place(relative), **naming}
    )
    record(Event.NAMING_SAID, said, by=by, detail={"fields": sorted(naming)})
    take_up(relative=relative, code=Code.NAMING, how="They said what they wish", by=by)
    tell_team(relative, by)
    return said


def _place(relative: Relative) -> dict[str, object]:
    return {"review_id": relative.review_id, "compartment_id": relative.compartment_id}


def _held(relative: Relative) -> Relative:
    """The row held until the transaction ends, so that two pages at once don't make two wishes."""
    return Relative.objects.select_for_update(of=("self",)).get(pk=relative.pk)
