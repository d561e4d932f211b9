"""Family and friends: who they are, what they wish, what they say. Each branch of a family in its own compartment.

Steps and branches: journey.md, "Families". Names, contacts and dates are encrypted; words are sensitive.
"""

from datetime import date

from django.db import models
from django.db.models import Q

from illuminate.foundation.access.fields import EncryptedDateField, EncryptedTextField
from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.design.answers import Answer
from illuminate.foundation.design.days import long_day
from illuminate.foundation.documents.models import Document
from illuminate.journey.involvement import choices
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.models import Review


class Relative(InCompartment):
    """Somebody close to the person who died. `branch` tells apart those who must not learn of one another.

    `entry` lies in the review's core: the family can't see it. `user` is the account behind the private link.
    `ring` is the name and number of whoever they can ring; `phone` is where the link's code goes.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    branch = models.UUIDField()
    entry = models.OneToOneField(RegisterEntry, null=True, on_delete=models.PROTECT, related_name="+")
    user = models.OneToOneField(User, null=True, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField()
    relationship = EncryptedTextField()
    phone = EncryptedTextField()
    email = EncryptedTextField()
    address = EncryptedTextField()
    ring = EncryptedTextField()
    responsible_adult = EncryptedTextField()
    closeness = models.CharField(max_length=10, choices=choices.Closeness, default=choices.Closeness.FAMILY)
    draft_agreed = models.CharField(max_length=7, choices=Answer, blank=True)
    under_18 = models.CharField(max_length=7, choices=Answer, blank=True)
    wants_link = models.CharField(max_length=7, choices=Answer, blank=True)
    wish_said_on = models.DateField(null=True)
    team_told_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        identifying=["name", "relationship", "phone", "email", "address", "ring", "responsible_adult"],
        sensitive=["closeness", "draft_agreed", "under_18", "wants_link"],
        plain=["branch", "wish_said_on", "team_told_at"],
    )

    class Meta:
        ordering = ["recorded_at", "pk"]

    @property
    def label(self) -> str:
        """What the team calls them: the pseudonym, else what they are in the register. Never the name."""
        return self.entry.label if self.entry else "A relative"

    def __str__(self) -> str:
        return f"relative {self.pk}"


class Step(InCompartment):
    """One of the seven steps, as it was offered or answered on a day. Never changed: the newest one counts."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    relative = models.ForeignKey(Relative, on_delete=models.PROTECT, related_name="steps")
    code = models.CharField(max_length=20, choices=choices.Code)
    state = models.CharField(max_length=10, choices=choices.State)
    happened_on = models.DateField()
    how = models.CharField(max_length=300, blank=True)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(sensitive=["code", "state", "how"], plain=["happened_on"])

    class Meta:
        ordering = ["happened_on", "recorded_at"]

    def __str__(self) -> str:
        return f"{self.code}: {self.state}"


class ContactWish(InCompartment):
    """How, when and by whom somebody wants to be in touch. `ways` are codes of `choices.Way`, parted by commas."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    relative = models.OneToOneField(Relative, on_delete=models.PROTECT, related_name="contact_wish")
    ways = models.CharField(max_length=120, blank=True)
    when = models.CharField(max_length=300, blank=True)
    by_whom = models.CharField(max_length=300, blank=True)
    other = models.TextField(blank=True)
    said_at = models.DateTimeField(auto_now=True)

    field_classes = classed(sensitive=["ways", "when", "by_whom", "other"], plain=["said_at"])

    @property
    def way_list(self) -> list[str]:
        return [way for way in self.ways.split(",") if way]

    @property
    def way_names(self) -> list[str]:
        return [choices.Way(way).label for way in self.way_list]

    def __str__(self) -> str:
        return f"wishes of {self.relative_id}"


class QuietDay(InCompartment):
    """A day, or days, on which somebody is not to be contacted: an anniversary, a birthday, a trial."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    relative = models.ForeignKey(Relative, on_delete=models.PROTECT, related_name="quiet_days")
    first = EncryptedDateField()
    last = EncryptedDateField()
    every_year = models.BooleanField(default=False)
    why = models.CharField(max_length=200, blank=True)

    field_classes = classed(identifying=["first", "last"], sensitive=["why"], plain=["every_year"])

    class Meta:
        ordering = ["recorded_at"]

    def holds(self, day: date) -> bool:
        """Whether a day is one of these."""
        last = self.last or self.first
        if not self.every_year:
            return bool(self.first <= day <= last)
        start, end, this = _of_year(self.first), _of_year(last), _of_year(day)
        return start <= this <= end if start <= end else this >= start or this <= end

    @property
    def words(self) -> str:
        """ "14 March, every year", or "3 May 2022 to 24 May 2022"."""
        if not self.every_year:
            return f"{long_day(self.first)} to {long_day(self.last)}" if self.last else long_day(self.first)
        first = f"{self.first.day} {self.first:%B}"
        return (
            f"{first} to {self.last.day} {self.last:%B}, every year" if self.last else f"{first}, every year"
        )

    def __str__(self) -> str:
        return f"quiet day {self.pk}"


class Contribution(InCompartment):
    """What somebody wants the review to know, in their words. Theirs to change or withdraw until publication.

    Withdrawing erases the words. `read_revision` is the revision that the team has last read.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    relative = models.ForeignKey(Relative, on_delete=models.PROTECT, related_name="contributions")
    text = models.TextField(blank=True)
    told = models.CharField(max_length=20, choices=choices.Told, default=choices.Told.WRITTEN)
    happened_on = models.DateField()
    revision = models.PositiveIntegerField(default=1)
    read_revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(
        sensitive=["text", "told"],
        plain=["happened_on", "revision", "read_revision", "changed_at", "withdrawn_at"],
    )

    class Meta:
        ordering = ["happened_on", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(text=""), name="withdrawn_contribution_is_empty"
            )
        ]

    @property
    def is_new(self) -> bool:
        """Whether the team has yet to read it as it stands."""
        return self.withdrawn_at is None and self.read_revision < self.revision

    def __str__(self) -> str:
        return f"contribution {self.pk}"


class NamingWish(InCompartment):
    """What the person who died is to be called, a tribute, and when and how the report is made public."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    relative = models.OneToOneField(Relative, on_delete=models.PROTECT, related_name="naming_wish")
    wish = models.CharField(max_length=10, choices=choices.NameWish, blank=True)
    name = EncryptedTextField()
    tribute = models.TextField(blank=True)
    publication = models.TextField(blank=True)
    said_at = models.DateTimeField(auto_now=True)

    field_classes = classed(
        identifying=["name"], sensitive=["wish", "tribute", "publication"], plain=["said_at"]
    )

    def __str__(self) -> str:
        return f"naming wish of {self.relative_id}"


class ToldOfPublication(InCompartment):
    """That somebody was told when and how the report is published; or why they could not be."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    relative = models.OneToOneField(Relative, on_delete=models.PROTECT, related_name="told_of_publication")
    how = models.CharField(max_length=300, blank=True)
    why_not = models.TextField(blank=True)
    happened_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    field_classes = classed(sensitive=["how", "why_not"], plain=["happened_on"])

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(how="", why_not=""), name="told_how_or_why_not")]

    def __str__(self) -> str:
        return f"{self.relative_id} told"


def _of_year(day: date) -> tuple[int, int]:
    return day.month, day.day


from illuminate.journey.involvement.models_link import PrivateLink  # noqa: E402 - a model must be known here
from illuminate.journey.involvement.models_reading import (  # noqa: E402 - the same
    Comment,
    DraftReading,
    ReadingSection,
    Reply,
)

__all__ = [
    "Comment", "ContactWish", "Contribution", "DraftReading", "NamingWish", "PrivateLink", "QuietDay",
    "ReadingSection", "Relative", "Reply", "Step", "ToldOfPublication",
]  # fmt: skip
