"""What is recorded of the panel."""

from django.db import models


class Event(models.TextChoices):
    CHAIR_APPOINTED = "panel.chair_appointed", "The independent chair was appointed"
    CHAIR_ENDED = "panel.chair_ended", "The independent chair left"
    MEMBER_ADDED = "panel.member_added", "Somebody joined the panel"
    MEMBER_REMOVED = "panel.member_removed", "Somebody left the panel"
    ABSENCE_EXPLAINED = "panel.absence_explained", "It was recorded why no specialist service is on the panel"
    TERMS_AGREED = "panel.terms_agreed", "The terms of reference were agreed"
    MEETING_PLANNED = "panel.meeting_planned", "A panel meeting was planned"
    MEETING_CHANGED = "panel.meeting_changed", "A panel meeting was changed"
    MEETING_CANCELLED = "panel.meeting_cancelled", "A panel meeting was cancelled"
    PAPER_FILED = "panel.paper_filed", "A paper was filed for the panel"
