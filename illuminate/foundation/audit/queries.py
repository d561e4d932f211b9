"""Reading the audit table."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from illuminate.foundation.audit.models import AuditEvent


def history(review_id: UUID) -> QuerySet[AuditEvent]:
    """A review's events, newest first; row-level security leaves out the compartments that aren't the reader's."""
    return AuditEvent.objects.filter(review_id=review_id).order_by("-recorded_at", "-sequence")


def history_of(subject_id: Any) -> QuerySet[AuditEvent]:
    """What was done to and read of one row, newest first."""
    return AuditEvent.objects.filter(subject_id=str(subject_id)).order_by("-recorded_at", "-sequence")


def of_person(user_id: UUID) -> QuerySet[AuditEvent]:
    """What happened to an account: sign-ins, second factors, posts."""
    return AuditEvent.objects.filter(
        Q(subject_id=str(user_id)) | Q(actor_id=user_id, review_id=None)
    ).order_by("-recorded_at")
