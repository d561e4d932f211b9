"""Stored files: one row for each place where a file lies."""

from django.db import models

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed


class Document(InCompartment):
    """A file in one compartment of a review.

    The bytes lie on disk under the SHA-256 of what was uploaded, locked with the review's key; rows that share a
    digest share the bytes, within one review only. `purpose` says what the file is to the room that keeps it
    ("intake.letter").
    """

    review_id = models.UUIDField()
    digest = models.CharField(max_length=64)
    name = EncryptedTextField()
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=120)
    purpose = models.CharField(max_length=60)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["name"],
        sensitive=["purpose"],
        plain=["review_id", "digest", "size", "content_type"],
    )

    class Meta:
        ordering = ["recorded_at"]
        indexes = [models.Index(fields=["review_id", "digest"], name="documents_by_digest")]

    def __str__(self) -> str:
        return f"document {self.pk}"
