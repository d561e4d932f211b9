"""The machine's work: a job that can be left, begun again after a kill, and never done twice at once.

The worker acts as the person who asked: what they may no longer do is not done. The thinking holds no transaction;
what came of it is kept in one, so that a kill leaves all of it or nothing.
"""

import logging
from uuid import UUID

from django.core.exceptions import PermissionDenied

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import Acting
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.database.alone import alone
from illuminate.journey.anonymity import (
    actions,
    copying,
    machine,
    permissions,
    queries,
    queries_work,
    standing,
)
from illuminate.journey.anonymity.actors import MACHINE
from illuminate.journey.anonymity.board import lines_of
from illuminate.journey.anonymity.models import MachineWork
from illuminate.journey.people import queries as people
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.models import Review

log = logging.getLogger(__name__)
LOCK = 1_111_021
FAULT = (
    "A fault in the program kept the machine from finishing. Try again; if it happens again, tell whoever runs the "
    "system."
)


def run(work_id: UUID, *, eyes: UUID = MACHINE) -> bool:
    """Do one piece of work, unless another process is at it, or it is done. True if it was done.

    The worker looks as the machine; the demo and the tests, on the web's login, through somebody's own eyes.
    """
    with alone(LOCK, work_id) as held:
        return held and _once(work_id, eyes)


def run_all(*, eyes: UUID = MACHINE) -> int:
    """Everything that waits; returns how much was done."""
    with acting_as(eyes):
        waiting = queries_work.waiting_to_be_done()
    return sum(run(work_id, eyes=eyes) for work_id in waiting)


def look_again(review_id: UUID, user_id: UUID) -> int:
    """Ask for a new look at every file that a change of the register made old, as the person who changed it."""
    with acting_as(user_id):
        review = Review.objects.filter(pk=review_id).first()
        person = User.objects.filter(pk=user_id, is_active=True).first()
        if review is None or person is None or not permissions.may_run(review_id, person):
            return 0
        return actions.ask_all_again(review=review, by=person)


def _once(work_id: UUID, eyes: UUID) -> bool:
    with acting_as(eyes):
        work = MachineWork.objects.get(pk=work_id)
        begun = actions.begin(work=work, by=Acting(eyes))
    try:
        if begun:
            DOES[MachineWork.Kind(work.kind)](work)
            return True
        why_not = FAULT
    except (Refused, PermissionDenied, *machine.REFUSALS) as refused:
        why_not = str(refused)
    except Exception as fault:
        # Whatever it is, the file's page says that it failed and offers to try again.
        log.error("Machine work %s could not be done: %s", work_id, type(fault).__name__)
        why_not = FAULT
    _give_up(work, why_not, eyes)
    return False


def _look(work: MachineWork) -> None:
    with acting_as(work.asked_by_id):
        mine = queries_work.of_asker(work)
        with keys.holding(mine.review_id):
            register = people.engine_register(mine.review)
            file = machine.taken_out(mine.document)
        published = queries.published(mine.review)
    found = machine.look(file, register, published)
    with acting_as(work.asked_by_id):
        actions.keep_look(work=mine, look=found, register_mark=people.mark_of(register), by=mine.asked_by)
        if standing.register_mark(mine.review) != people.mark_of(register):
            actions.ask_machine(document=mine.document, round=mine.round, by=mine.asked_by)


def _copy(work: MachineWork) -> None:
    with acting_as(work.asked_by_id):
        mine = queries_work.of_asker(work)
        if mine.machine_check is None:
            raise ValueError("A copy is made of what was decided in a look.")
        with keys.holding(mine.review_id):
            lines = lines_of(mine.machine_check)
            register = copying.for_copy(people.engine_register(mine.review), lines)
            file = machine.taken_out(mine.document)
        published = queries.published(mine.review)
    name = machine.name_of_copy(file, register)
    made = machine.copy(file, register, name, published)
    with acting_as(work.asked_by_id):
        actions.keep_copy(work=mine, made=made, name=name, by=mine.asked_by)


DOES = {MachineWork.Kind.LOOK: _look, MachineWork.Kind.COPY: _copy}


def _give_up(work: MachineWork, why_not: str, eyes: UUID) -> None:
    """The sentence is locked with the review's key, which the machine has not: so it is the asker's to write."""
    with acting_as(work.asked_by_id):
        mine = MachineWork.objects.filter(pk=work.pk).select_related("asked_by").first()
        if mine:
            actions.give_up(work=mine, why_not=why_not, by=mine.asked_by)
            return
    with acting_as(eyes):
        actions.give_up(work=work, why_not=None, by=Acting(eyes))
