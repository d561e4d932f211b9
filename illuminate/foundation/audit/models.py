"""The audit table. It has no foreign keys, so that it outlives what it tells of."""

import uuid

from django.db import models

from illuminate.foundation.database.classes import classed


class AuditEvent(models.Model):
    """Something that somebody did or read. Identities never stand here: only what kind, by whom, to which row.

    The database fills in `recorded_at`, `canonical`, `sequence`, `previous` and `hash`; nobody can change them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=80)
    happened_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)
    actor_id = models.UUIDField(null=True)
    review_id = models.UUIDField(null=True)
    compartment_id = models.UUIDField(null=True)
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.CharField(max_length=80, blank=True)
    detail = models.JSONField(default=dict)
    canonical = models.TextField(blank=True)
    sequence = models.BigIntegerField(null=True, unique=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, blank=True)

    field_classes = classed(
        sensitive=["kind", "detail", "canonical", "subject_type"],
        plain=[
            "happened_on", "recorded_at", "actor_id", "review_id", "compartment_id", "subject_id",
            "sequence", "previous", "hash",
        ],
    )  # fmt: skip

    class Meta:
        db_table = "audit_event"
        indexes = [
            models.Index(fields=["review_id", "sequence"], name="audit_by_review"),
            models.Index(fields=["subject_id"], name="audit_by_subject"),
            models.Index(fields=["compartment_id"], name="audit_by_compartment"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.sequence}"
