"""How an action stands, and how it ends."""

from django.db.models import TextChoices


class Status(TextChoices):
    """What its lead says. That it is overdue is worked out from its date, never said."""

    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    AT_RISK = "at_risk", "At risk"
    COMPLETE = "complete", "Done"


class Outcome(TextChoices):
    """How the coordinator closes it."""

    DONE = "done", "Done"
    PARTLY = "partly", "Done in part"
    NOT_DONE = "not_done", "Not done"


class Seen(TextChoices):
    """Whether whoever closes an action has seen what shows the change."""

    YES = "yes", "Yes"
    NO = "no", "No"


COLOURS = {
    Status.NOT_STARTED: "grey", Status.ON_TRACK: "blue", Status.AT_RISK: "yellow", Status.COMPLETE: "turquoise",
    Outcome.DONE: "green", Outcome.PARTLY: "yellow", Outcome.NOT_DONE: "orange",
}  # fmt: skip
