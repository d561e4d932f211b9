"""The private link, in place of an account."""

from datetime import datetime

from django.db import models

from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.journey.reviews.models import Review


class PrivateLink(InCompartment):
    """A way in for one relative. Only digests of the link and of its code are kept.

    The link is good until it expires, is replaced or is withdrawn; a code is good once, for ten minutes and five
    tries. `wrong_codes` counts over the link's whole life: too many, and the link is closed.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    relative = models.ForeignKey("involvement.Relative", on_delete=models.PROTECT, related_name="links")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    code_digest = models.CharField(max_length=64, blank=True)
    code_expires_at = models.DateTimeField(null=True)
    code_tries = models.PositiveSmallIntegerField(default=0)
    code_sent_at = models.DateTimeField(null=True)
    codes_since = models.DateTimeField(null=True)
    codes_sent = models.PositiveSmallIntegerField(default=0)
    wrong_codes = models.PositiveIntegerField(default=0)
    last_opened_at = models.DateTimeField(null=True)

    field_classes = classed(
        sensitive=["digest", "code_digest"],
        plain=[
            "given_at", "expires_at", "withdrawn_at", "code_expires_at", "code_tries", "code_sent_at", "codes_since",
            "codes_sent", "wrong_codes", "last_opened_at",
        ],
    )  # fmt: skip

    class Meta:
        ordering = ["given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["relative"], condition=models.Q(withdrawn_at=None), name="private_link_one_live"
            )
        ]

    def is_live(self, now: datetime) -> bool:
        return self.withdrawn_at is None and self.expires_at > now

    def __str__(self) -> str:
        return f"private link {self.pk}"
