"""Steps that follow from what happens: offered when the space opens, accepted when somebody takes them up."""

from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.involvement import queries
from illuminate.journey.involvement.choices import Code, State
from illuminate.journey.involvement.events import Event
from illuminate.journey.involvement.models import Relative, Step
from illuminate.journey.involvement.steps import codes_for


def offer_all(*, relative: Relative, by: User) -> None:
    """Whoever opens their space is asked all that is for them: what had not been offered is, from that day."""
    known = queries.current_steps(relative)
    for code in codes_for(relative.closeness, relative.draft_agreed):
        if code not in known:
            _keep(relative, code, State.OFFERED, "In their own space", by)


def take_up(*, relative: Relative, code: Code, how: str, by: User) -> None:
    """Doing a thing says yes to it."""
    now = queries.current_steps(relative).get(code)
    if now is None or now.state != State.ACCEPTED:
        _keep(relative, code, State.ACCEPTED, how, by)


def _keep(relative: Relative, code: Code, state: State, how: str, by: User) -> None:
    step = Step.objects.create(
        review_id=relative.review_id, compartment_id=relative.compartment_id, relative=relative, code=code,
        state=state, how=how, happened_on=localdate(), recorded_by=by,
    )  # fmt: skip
    record(Event.STEP_RECORDED, step, by=by, detail={"code": str(code), "state": str(state)})
