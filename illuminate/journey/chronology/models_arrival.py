"""A large chronology that was stored and is read by the worker, so that whoever sent it need not wait."""

from django.db import models
from django.db.models import Q

from illuminate.foundation.access.fields import EncryptedTextField
from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.documents.models import Document
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.reviews.models import Review


class Arrival(InCompartment):
    """One large file on its way to being read. It lies in the agency's sealed compartment and is kept.

    `begun` counts how often reading it began, so that a file that ends the worker every time is given up. `rows` is
    how many were read, while they are put into the list. `file` is what came of it; `why_not` the sentence that says
    why nothing did. `columns` is what was said that the headings mean, when a file that is here already is read again,
    and `seen` the revision of what was said before; of a file that has come they are empty.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun = models.PositiveSmallIntegerField(default=0)
    began_at = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(null=True)
    failed = models.BooleanField(default=False)
    why_not = EncryptedTextField(default=None, null=True)
    columns = models.JSONField(default=None, null=True)
    seen = models.PositiveIntegerField(default=0)
    file = models.OneToOneField(
        "chronology.ChronologyFile", null=True, on_delete=models.PROTECT, related_name="+"
    )

    field_classes = classed(
        identifying=["why_not"], sensitive=["columns"],
        plain=["sent_on", "begun", "began_at", "rows", "failed", "seen"],
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(file=None, failed=False), name="arrival_waiting_once"
            ),
            models.CheckConstraint(condition=Q(file=None) | Q(failed=False), name="arrival_read_or_failed"),
        ]

    @property
    def is_waiting(self) -> bool:
        return self.file_id is None and not self.failed

    @property
    def is_correction(self) -> bool:
        return self.columns is not None

    def __str__(self) -> str:
        return f"arrival {self.pk}"
