"""The forms of the panel."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import UploadField
from illuminate.journey.panel.actions.meetings import PAPERS
from illuminate.journey.panel.actions.terms import LABELS, TermsDetails
from illuminate.journey.panel.forms_who import REVEAL, WhoForm
from illuminate.journey.panel.models import Meeting, Paper, TermsOfReference
from illuminate.journey.reviews.models import Review

SIX_PURPOSES = (
    "To establish what lessons can be learned about how people and organisations worked, alone and together, to "
    "safeguard victims; what those lessons are, how and by when they will be acted on and what is expected to "
    "change; to apply them; to prevent homicide and improve responses to all victims of domestic abuse and their "
    "children; to understand abuse better; and to show good practice. The review does not find who is to blame."
)
"""What every review serves (journey.md, "The words": the six purposes)."""


class AppointForm(WhoForm):
    """Who leads the review, and why they are independent."""

    groups = [
        ("Who", ["who", "name", "email"]),
        ("Independence", ["independence", "declared_on", "confirmed"]),
    ]

    who = forms.ChoiceField(
        label="Who will lead the review?", missing="Choose who will lead the review", reveal=REVEAL
    )
    independence = forms.LongTextField(
        label="Their statement of independence",
        max_length=2000,
        missing="Enter the chair’s statement of independence",
        hint="In their own words: where they have worked, and any connection with the area, the agencies or the people",
    )
    declared_on = forms.DateField(
        label="When did they declare this?", called="date of the declaration", not_future=True
    )
    confirmed = forms.BooleanField(
        label="They have told me in writing that they are independent of the partnership and of every agency "
        "in this review",
        missing="Confirm that the chair has declared their independence",
    )


class EndAppointmentForm(forms.UniqueSubmission):
    """That the chair has left, when and why."""

    ended_on = forms.DateField(
        label="When did they leave?", called="date on which the chair left", not_future=True
    )
    reason = forms.LongTextField(
        label="Why did they leave?", max_length=2000, missing="Say why the chair leaves"
    )


class MemberForm(forms.UniqueSubmission):
    """Somebody on the panel."""

    groups = [
        ("Who", ["name", "role", "organisation_name", "is_specialist"]),
        ("What they read", ["email"]),
        ("Independence", ["independence", "confirmed"]),
    ]

    name = forms.CharField(label="Name", max_length=120, autocomplete="off", missing="Enter the member’s name",
                           hint="As it is to be published: panel members are named in the report")  # fmt: skip
    role = forms.CharField(label="Role", max_length=120, missing="Enter the member’s role",
                           hint="For example, Head of Safeguarding")  # fmt: skip
    organisation_name = forms.CharField(
        label="Organisation", max_length=200, missing="Enter the member’s organisation"
    )
    is_specialist = forms.BooleanField(
        label="They speak for a specialist domestic abuse service", required=False
    )
    email = forms.EmailField(
        label="E-mail address", required=False, autocomplete="off",
        hint="With an address they get an account, meeting invitations and the panel’s papers. Without one they are "
        "only listed.",
    )  # fmt: skip
    independence = forms.LongTextField(
        label="Their part in the case", max_length=2000, missing="Enter what the member says about the case",
        hint="In their own words: that they had no contact with the people involved and managed nobody who had",
    )  # fmt: skip
    confirmed = forms.BooleanField(
        label="They have told me that they had no part in the case",
        missing="Confirm that the member had no part in the case",
    )


class AbsenceForm(forms.UniqueSubmission):
    """Why nobody comes from a specialist domestic abuse service."""

    reason = forms.LongTextField(
        label="Why is no specialist domestic abuse service on the panel?", heading=True, size="l", max_length=2000,
        missing="Say why no specialist domestic abuse service is on the panel",
        hint="Say who was asked and what they answered. The Home Office’s readers look for this.",
    )  # fmt: skip


class TermsForm(forms.UniqueSubmission):
    """The terms of reference, by pseudonym throughout."""

    groups = [
        ("What the review asks", ["purpose", "subjects", "lines"]),
        ("Period", ["period_from", "period_to", "why_period"]),
        (
            "How it is done",
            ["equality", "family_plan", "parallel_proceedings", "expertise", "media_plan", "timetable"],
        ),
        ("Agreement", ["family_said", "agreed_on"]),
    ]

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
    purpose = forms.LongTextField(label=LABELS["purpose"], max_length=6000, initial=SIX_PURPOSES)
    subjects = forms.LongTextField(label=LABELS["subjects"], max_length=2000, required=False,
                                   hint="By pseudonym only, for example: Louise, who died; Neil")  # fmt: skip
    lines = forms.LongTextField(
        label="Key lines of enquiry", rows=10, max_length=10000, hint="One on each line, as a question",
        missing="Enter at least one key line of enquiry",
    )  # fmt: skip
    period_from = forms.DateField(
        label="The review looks back to", called="start of the period", not_future=True
    )
    period_to = forms.DateField(label="Up to", called="end of the period", not_future=True)
    why_period = forms.LongTextField(label=LABELS["why_period"], max_length=2000)
    equality = forms.LongTextField(label=LABELS["equality"], max_length=4000,
                                   hint="Which of the nine protected characteristics matter here, and how")  # fmt: skip
    family_plan = forms.LongTextField(label=LABELS["family_plan"], max_length=4000)
    parallel_proceedings = forms.LongTextField(
        label=LABELS["parallel_proceedings"], max_length=4000, required=False,
        hint="Trial, inquest, other reviews; what has been agreed about disclosure",
    )  # fmt: skip
    expertise = forms.LongTextField(label=LABELS["expertise"], max_length=2000, required=False)
    media_plan = forms.LongTextField(label=LABELS["media_plan"], max_length=2000, required=False)
    timetable = forms.LongTextField(label=LABELS["timetable"], max_length=4000, required=False)
    family_said = forms.LongTextField(
        label=LABELS["family_said"], max_length=4000, required=False,
        hint="About the draft or the version before, without saying who said it. Leave blank if they have not seen it.",
    )  # fmt: skip
    agreed_on = forms.DateField(
        label="When did the panel agree this?", called="date of agreement", not_future=True
    )

    def details(self) -> TermsDetails:
        """All parts but the key lines."""
        names = ("period_from", "period_to", *LABELS)
        return TermsDetails(**{name: self.cleaned_data[name] for name in names})

    def lines_given(self) -> list[str]:
        """The key lines, blank lines left out."""
        return [line.strip() for line in self.cleaned_data["lines"].splitlines() if line.strip()]


def terms_as_given(terms: TermsOfReference | None) -> dict[str, Any]:
    """What a new version starts from: the one that holds now."""
    if terms is None:
        return {"based_on": 0, "agreed_on": timezone.localdate()}
    kept = {
        name: getattr(terms, name) for name in ("period_from", "period_to", *LABELS) if name != "family_said"
    }
    lines = "\n".join(line.text for line in terms.key_lines.all())
    return {**kept, "lines": lines, "based_on": terms.version, "agreed_on": timezone.localdate()}


class MeetingForm(forms.UniqueSubmission):
    """When and where the panel meets."""

    sequence = forms.IntegerField(widget=forms.HiddenInput, required=False)
    on = forms.DateField(label="Date", called="date of the meeting", not_past=True)
    start = forms.TimeField(label="Starts at", called="start")
    end = forms.TimeField(label="Ends at", called="end")
    place = forms.CharField(label="Place", max_length=200, missing="Enter the place of the meeting",
                            hint="A room, or the link of an online meeting")  # fmt: skip
    purpose = forms.LongTextField(
        label="What it is for", max_length=2000, required=False,
        hint="Shown on the meeting’s page only. Nothing about the case goes into anybody’s calendar.",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The times belong to the day, where the reader is."""
        data = super().clean() or self.cleaned_data
        if data.get("on") and data.get("start") and data.get("end"):
            here = timezone.get_current_timezone()
            data["starts_at"] = datetime.combine(data["on"], data["start"], tzinfo=here)
            data["ends_at"] = datetime.combine(data["on"], data["end"], tzinfo=here)
            if data["ends_at"] <= data["starts_at"]:
                self.add_error("end", "The meeting must end after it starts")
        return data

    def facts(self) -> dict[str, Any]:
        """What the actions take."""
        return {name: self.cleaned_data[name] for name in ("starts_at", "ends_at", "place", "purpose")}


def meeting_as_planned(meeting: Meeting) -> dict[str, Any]:
    """What a change starts from."""
    start, end = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    return {
        "on": start.date(), "start": start.time(), "end": end.time(), "place": meeting.place,
        "purpose": meeting.purpose, "sequence": meeting.sequence,
    }  # fmt: skip


class PaperForm(forms.UniqueSubmission):
    """A file for the panel."""

    kind = forms.ChoiceField(label="What is it?", choices=Paper.Kinds.choices, missing="Choose what it is")
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(), label="Which meeting does it belong to?", required=False, empty_label="No meeting",
        hint="An agenda and minutes always belong to a meeting",
    )  # fmt: skip
    upload = UploadField(label="File", accept=PAPERS, missing="Choose the file")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["meeting"]
        field.queryset = Meeting.objects.filter(review=review, cancelled_on=None)  # type: ignore[attr-defined]  # a choice of rows
        field.label_from_instance = _meeting_name  # type: ignore[attr-defined]  # a choice of rows


def _meeting_name(meeting: Meeting) -> str:
    start = timezone.localtime(meeting.starts_at)
    return f"{start:%A} {start.day} {start:%B %Y}, {start:%H:%M}"
