"""What is recorded from the notified death to the decision."""

from django.db import models


class Event(models.TextChoices):
    NOTIFIED = "intake.notified", "A death was notified"
    NOTIFICATION_READ = "intake.notification_read", "The notification was read"
    SCOPING_OPENED = "intake.scoping_opened", "Scoping was opened"
    AGENCY_ASKED = "intake.agency_asked", "An agency was asked to secure its records"
    AGENCY_REMINDED = "intake.agency_reminded", "An agency was reminded to answer"
    RETURN_RECORDED = "intake.return_recorded", "An agency's answer was recorded"
    RETURN_CORRECTED = "intake.return_corrected", "An agency's answer was corrected"
    DECIDED = "intake.decided", "The chair of the partnership decided"
    HOME_OFFICE_TOLD = "intake.home_office_told", "The Home Office was told of the decision"
    NOTICE_READ = "intake.notice_read", "What the Home Office was told was read"
    DECISION_ACCEPTED = "intake.decision_accepted", "The Home Office accepted the decision not to review"
    DECISION_REVERSED = "intake.decision_reversed", "The Home Office reversed the decision not to review"
    COMMISSIONED = "intake.commissioned", "The review was commissioned after the Home Office's answer"
    FAMILY_TOLD = "intake.family_told", "The family were told in writing"
