"""The questions of a notification about the death and what is known around it."""

from datetime import date
from typing import Any

from django.utils.timezone import localdate

from illuminate.foundation.design import forms
from illuminate.journey.intake import queries
from illuminate.journey.intake.choices import Manner, Recommendation

EXACT, BETWEEN, UNKNOWN = "exact", "between", "unknown"
NAMES = "Names may stand here: only the partnership and you can read it"


class DeathForm(forms.UniqueSubmission):
    """Everything in a notification but the people in it."""

    partnership = forms.ModelChoiceField(
        label="Which partnership do you tell?", called="partnership", queryset=None,
        hint="The community safety partnership of the area where the person who died lived",
    )  # fmt: skip
    told_on = forms.DateField(
        label="When was the partnership first told?", called="date on which the partnership was told",
        not_future=True, initial=localdate, hint="Today, unless you told its chair before by telephone or letter",
    )  # fmt: skip
    referrer_name = forms.CharField(label="Your name", max_length=120, autocomplete="name")
    referrer_role = forms.CharField(label="Your rank or role", required=False, max_length=120)
    referrer_phone = forms.PhoneField(label="Telephone number", required=False, max_length=40)
    referrer_email = forms.EmailField(label="E-mail address", required=False, max_length=200)

    day_known = forms.ChoiceField(
        label="Is the date of death known?",
        choices=[(EXACT, "Yes"), (BETWEEN, "Only that it was between two dates"), (UNKNOWN, "Not known")],
        reveal={EXACT: ["died_on"], BETWEEN: ["died_first", "died_last"]},
    )  # fmt: skip
    died_on = forms.DateField(label="Date of death", not_future=True)
    died_first = forms.DateField(label="Earliest date", called="earliest date of death", not_future=True)
    died_last = forms.DateField(label="Latest date", called="latest date of death", not_future=True)
    died_at = forms.TimeField(label="Time of death", required=False)
    died_place = forms.CharField(
        label="Where did they die?",
        called="place of death",
        required=False,
        max_length=300,
        autocomplete="off",
    )
    manner = forms.ChoiceField(label="How does the death appear to have come about?", choices=Manner.choices)
    cause = forms.CharField(label="Apparent cause of death", required=False, max_length=500)
    circumstances = forms.LongTextField(label="What happened?", max_length=10000, rows=8, hint=NAMES)
    death_not_known = forms.MultipleChoiceField(
        label="Which of these are not known?", required=False,
        choices=[("died_at", "Time of death"), ("died_place", "Place of death"), ("cause", "Cause of death")],
    )  # fmt: skip

    household = forms.YesNoUnknown(
        label="Did a suspect live in the same household as the person who died?", required=False
    )
    has_children = forms.YesNoUnknown(
        label="Are there children in the family or the household?", required=False,
        hint="Anyone under 18. Add each of them below, with what you know",
    )  # fmt: skip
    kin_told = forms.YesNoUnknown(label="Do the next of kin know of the death?", required=False)
    kin_told_of_review = forms.YesNoUnknown(
        label="Have they been told that there may be a review?", required=False
    )
    earlier_abuse = forms.YesNoUnknown(
        label="Is any earlier abuse known?", required=False, reveal={"yes": ["history"]}
    )
    history = forms.LongTextField(label="What is known?", max_length=10000, rows=6, hint=NAMES)
    marac = forms.YesNoUnknown(
        label="Was the case heard at a MARAC?", required=False, reveal={"yes": ["marac_details"]}
    )
    marac_details = forms.CharField(
        label="When?", called="dates of the MARAC", max_length=500, required=False
    )
    mappa = forms.YesNoUnknown(label="Was anybody managed under MAPPA?", required=False)
    agencies = forms.LongTextField(
        label="Which agencies were involved, as far as you know?", required=False, max_length=4000, rows=5,
        hint="One a line: police, GP, hospital, council services, probation, housing, school, charities",
    )  # fmt: skip
    investigator_name = forms.CharField(label="Senior investigating officer", required=False, max_length=120)
    investigator_contact = forms.CharField(
        label="How to reach them", required=False, max_length=200, called="officer's contact"
    )
    liaison_name = forms.CharField(label="Family liaison officer", required=False, max_length=120)
    liaison_contact = forms.CharField(
        label="How to reach the family liaison officer", required=False, max_length=200
    )
    coroner = forms.CharField(label="Coroner, and their reference", required=False, max_length=200)
    operation = forms.CharField(label="Name of the operation", required=False, max_length=120)
    proceedings = forms.LongTextField(
        label="Other reviews or proceedings, and whom nobody should speak to yet", required=False, max_length=4000,
        hint="For example inquest, IOPC, family court, protocol with the CPS",
    )  # fmt: skip
    press = forms.YesNoUnknown(
        label="Is there interest from the press?", required=False, reveal={"yes": ["press_details"]}
    )
    press_details = forms.CharField(label="What should be kept in mind?", max_length=500, required=False)
    recommendation = forms.ChoiceField(label="What do you recommend?", choices=Recommendation.choices)
    recommendation_reasons = forms.LongTextField(label="Why?", required=False, max_length=4000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partnerships = queries.partnerships()
        self.fields["partnership"].queryset = partnerships  # type: ignore[attr-defined]  # a choice of rows
        only = list(partnerships[:2])
        if len(only) == 1:
            self.fields["partnership"].initial = only[0].pk

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = self.days()
        if first and last and first > last:
            self.add_error("died_last", "The latest date of death must be the same as or after the earliest.")
        elif first and said.get("told_on") and first > said["told_on"]:
            self.add_error("told_on", "The partnership can't have been told before the death.")
        self._not_both(said)
        return said

    def days(self) -> tuple[date | None, date | None]:
        """The earliest and the latest day of death that the answers allow."""
        said = self.cleaned_data
        if said.get("day_known") == BETWEEN:
            return said.get("died_first"), said.get("died_last")
        return said.get("died_on"), said.get("died_on")

    def _not_both(self, said: dict[str, Any]) -> None:
        for name in said.get("death_not_known") or []:
            if said.get(name):
                self.add_error(name, "You have answered this and ticked that it is not known. Take one away.")
