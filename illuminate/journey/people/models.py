"""The people a review is about, and the register of every name in the case with what replaces it."""

from django.db import models
from django.db.models import Q

from illuminate.foundation.access.fields import EncryptedDateField, EncryptedTextField
from illuminate.foundation.access.models import InCompartment, User
from illuminate.foundation.database.classes import classed
from illuminate.foundation.design.answers import Answer
from illuminate.journey.people import choices
from illuminate.journey.reviews.models import Review


class RegisterEntry(InCompartment):
    """One real name, place, organisation, date or identifier of the case, with its one pseudonym.

    Lies in the core: the register is kept apart from the documents (anonymisation.md, "One register a review").
    `aliases` are its other forms, separated by |; `struck` those that were worked out and that a person took off,
    one a line. An empty pseudonym means: none agreed, so it is taken out. Who chose it is blank until somebody says.
    `open_name` is the real name that a family chose to have used in its place (journey.md, "Confidential, then
    public"): kept locked like every real name, and only with the name and day of whoever confirmed the choice.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=choices.EntryKind)
    real = EncryptedTextField()
    aliases = EncryptedTextField()
    struck = EncryptedTextField(null=True, default=None)
    pseudonym = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=120, blank=True)
    chosen_by = models.CharField(max_length=10, choices=choices.ChosenBy, blank=True)
    chosen_on = models.DateField(null=True, blank=True)
    open_name = EncryptedTextField(null=True, default=None)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_on = models.DateField(null=True, blank=True)

    field_classes = classed(
        identifying=["real", "aliases", "struck", "open_name"],
        sensitive=["kind", "role"],
        plain=["pseudonym", "chosen_by", "chosen_on", "confirmed_on"],
    )

    class Meta:
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(chosen_by__in=["family", "chair"], chosen_on__isnull=False)
                | Q(chosen_by__in=["", "not_agreed"], chosen_on=None),
                name="name_chosen_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(open_name=None, confirmed_by=None, confirmed_on=None)
                | Q(
                    open_name__isnull=False,
                    confirmed_by__isnull=False,
                    confirmed_on__isnull=False,
                    chosen_by="family",
                    pseudonym="",
                ),
                name="real_name_by_the_family_and_confirmed",
            ),
        ]

    @property
    def label(self) -> str:
        """What this is called where no real name may stand: its pseudonym, else its role."""
        return self.pseudonym or self.role or self.get_kind_display().lower()

    @property
    def forms(self) -> list[str]:
        """Every real form: the name itself and its aliases."""
        return [self.real, *(alias for alias in self.aliases.split("|") if alias.strip())]

    @property
    def struck_forms(self) -> list[str]:
        """Worked-out forms that a person took off: they are not looked for."""
        return [form for form in (self.struck or "").splitlines() if form.strip()]

    @property
    def is_openly_named(self) -> bool:
        """Whether the real name is used, as the family chose."""
        return self.confirmed_on is not None

    @property
    def is_named(self) -> bool:
        """Whether it is agreed what they are called."""
        return bool(self.pseudonym) or self.is_openly_named

    def __str__(self) -> str:
        return f"register entry {self.pk}"


class Described(models.Model):
    """What may be known of a person (journey.md, "Notification"). Blank is not asked; "unknown" is asked, not known."""

    name = EncryptedTextField()
    other_names = EncryptedTextField()
    born = EncryptedDateField()
    address = EncryptedTextField()
    nhs_number = EncryptedTextField()
    gp = EncryptedTextField()
    sex = models.CharField(max_length=10, choices=choices.Sex, blank=True)
    gender_as_at_birth = models.CharField(max_length=7, choices=Answer, blank=True)
    ethnicity = models.CharField(max_length=30, choices=choices.Ethnicity, blank=True)
    religion = models.CharField(max_length=20, choices=choices.Religion, blank=True)
    disability = models.CharField(max_length=7, choices=Answer, blank=True)
    disability_details = models.CharField(max_length=500, blank=True)
    sexual_orientation = models.CharField(max_length=20, choices=choices.Orientation, blank=True)
    nationality = models.CharField(max_length=80, blank=True)
    immigration_status = models.CharField(max_length=120, blank=True)
    relationship = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True


DESCRIBED_IDENTIFYING = ["name", "other_names", "born", "address", "nhs_number", "gp"]
DESCRIBED_SENSITIVE = [
    "sex", "gender_as_at_birth", "ethnicity", "religion", "disability", "disability_details", "sexual_orientation",
    "nationality", "immigration_status", "relationship",
]  # fmt: skip
DESCRIPTION = [*DESCRIBED_IDENTIFYING, *DESCRIBED_SENSITIVE]


class Subject(InCompartment, Described):
    """Somebody the review is about: who died, who is alleged to be responsible, their children."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=choices.SubjectKind)
    entry = models.OneToOneField(RegisterEntry, on_delete=models.PROTECT, related_name="subject")
    died = EncryptedDateField()

    field_classes = classed(
        identifying=[*DESCRIBED_IDENTIFYING, "died"], sensitive=[*DESCRIBED_SENSITIVE, "kind"]
    )

    class Meta:
        ordering = ["recorded_at", "pk"]

    @property
    def label(self) -> str:
        """The pseudonym, else what the person is to the review. Never the name."""
        return self.entry.pseudonym or choices.SUBJECT_LABELS[self.kind]

    def __str__(self) -> str:
        return f"subject {self.pk}"
