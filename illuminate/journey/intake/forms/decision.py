"""The decision limb by limb, the family's letter, and the Home Office's answer."""

from typing import Any

from illuminate.foundation.design import forms
from illuminate.foundation.design.answers import Answer
from illuminate.foundation.design.wording import say_plainly
from illuminate.foundation.documents.forms import UploadField
from illuminate.journey.intake import legal_test
from illuminate.journey.intake.choices import HowTold, Outcome, ToldOf
from illuminate.journey.intake.details import LimbInput
from illuminate.journey.intake.legal_test import LegalTest

NO_NAMES = "This goes to the Home Office. Write it without names"
TEXTS = ("facts", "charges", "consulted", "alternatives", "reasons", "why_nobody_knew", "what_family_knew",
         "why_without_scoping")  # fmt: skip


class DecisionForm(forms.UniqueSubmission):
    """What the chair of the partnership writes down when deciding."""

    facts = forms.LongTextField(label="The facts, in short", max_length=4000, rows=6, hint=NO_NAMES)
    charges = forms.LongTextField(
        label="Arrest, charge and hearings", required=False, max_length=2000, rows=3, hint=NO_NAMES
    )
    consulted = forms.LongTextField(
        label="Who was consulted, and what did they say?", called="people consulted and what they said",
        max_length=8000, hint="A paragraph a person. If nobody was consulted, say why",
    )  # fmt: skip
    outcome = forms.ChoiceField(label="What do you decide?", choices=Outcome.choices, size="m")
    reasons = forms.LongTextField(
        label="Your reasons", max_length=8000, rows=8,
        hint="If there is no review, the Home Office is sent these words. Write them without names",
    )  # fmt: skip
    alternatives = forms.LongTextField(
        label="Which alternatives were considered?", called="alternatives considered", required=False,
        max_length=4000, hint="For example a safeguarding adults review or a child practice review",
    )  # fmt: skip
    why_nobody_knew = forms.LongTextField(
        label="Why did no agency know them?", required=False, max_length=4000, hint=NO_NAMES
    )
    what_family_knew = forms.LongTextField(
        label="What did family and friends know?", required=False, max_length=4000, hint=NO_NAMES
    )
    why_without_scoping = forms.LongTextField(
        label="No agency has answered yet. Why can the decision not wait?", called="reason not to wait",
        max_length=4000,
    )  # fmt: skip

    def __init__(self, *args: Any, test: LegalTest, nobody_knew: bool, answered: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.test, self.nobody_knew = test, nobody_knew
        for limb in test.limbs:
            self.fields[f"met_{limb.code}"] = forms.YesNoUnknown(
                label=limb.question, hint=limb.hint, size="s"
            )
            self.fields[f"evidence_{limb.code}"] = forms.LongTextField(
                label="On what evidence?", called=f"evidence for “{limb.short}”", required=False,
                max_length=4000, rows=3,
            )  # fmt: skip
        if answered:
            del self.fields["why_without_scoping"]
        if not nobody_knew:
            del self.fields["why_nobody_knew"], self.fields["what_family_knew"]
        groups = _groups(test)
        self.groups = groups  # type: ignore[misc]  # each form has its own groups
        self.order_fields(["submission_token", *(name for _, names in groups for name in names)])
        say_plainly(self)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for limb in self.test.limbs:
            if said.get(f"met_{limb.code}") in (Answer.YES, Answer.NO) and not said.get(
                f"evidence_{limb.code}"
            ):
                self.add_error(
                    f"evidence_{limb.code}", f"Give the evidence for your answer to “{limb.short}”."
                )
        if said.get("outcome") == Outcome.NOT_HOLD:
            self._needed("alternatives", "Say which alternatives to a review were considered.")
            if self.nobody_knew:
                self._needed("why_nobody_knew", "Say why nobody knew them, before deciding on no review.")
                self._needed(
                    "what_family_knew", "Say what family and friends knew. If nobody asked, ask first."
                )
        return said

    def _needed(self, name: str, words: str) -> None:
        if not self.cleaned_data.get(name):
            self.add_error(name, words)

    def paper(self) -> dict[str, Any]:
        """What the action takes."""
        said = self.cleaned_data
        limbs = tuple(
            LimbInput(limb.code, str(said[f"met_{limb.code}"]), said[f"evidence_{limb.code}"])
            for limb in self.test.limbs
        )
        return {"outcome": said["outcome"], "limbs": limbs} | {name: said.get(name, "") for name in TEXTS}

    def reads(self) -> Answer:
        """What the answers say together, as far as they are given."""
        return legal_test.reads(
            {limb.code: str(self[f"met_{limb.code}"].value() or "") for limb in self.test.limbs}
        )


def _groups(test: LegalTest) -> list[tuple[str, list[str]]]:
    limbs = [name for limb in test.limbs for name in (f"met_{limb.code}", f"evidence_{limb.code}")]
    return [
        ("The legal test", limbs),
        ("Who was asked", ["consulted", "why_without_scoping", "why_nobody_knew", "what_family_knew"]),
        ("What the Home Office is told", ["facts", "charges"]),
        ("The decision", ["outcome", "reasons", "alternatives"]),
    ]


class FamilyToldForm(forms.UniqueSubmission):
    """That the family were told in writing."""

    about = forms.ChoiceField(label="What was the letter about?", choices=ToldOf.choices)
    happened_on = forms.DateField(label="When did they get it?", called="date of the letter", not_future=True)
    how = forms.ChoiceField(label="How did it reach them?", choices=HowTold.choices)
    to_whom = forms.LongTextField(label="Who was told?", called="people told", rows=2, max_length=500)
    note = forms.LongTextField(label="Anything to remember", required=False, max_length=2000, rows=3)


def answering_letter() -> UploadField:
    return UploadField(
        label="The Home Office’s letter",
        called="letter",
        required=False,
        hint="If there is one: a Word or PDF file. The partnership can read it",
    )


class AcceptForm(forms.UniqueSubmission):
    reasons = forms.LongTextField(label="Why do you accept the decision?", called="reasons", max_length=8000)
    letter = answering_letter()


class ReverseForm(forms.UniqueSubmission):
    """Asking for a review after a "no"."""

    kind = forms.ChoiceField(
        label="How do you reverse it?",
        choices=[
            ("request", "Ask the partnership to hold a review"),
            ("direction", "Direct the partnership to hold a review"),
        ],
        choice_hints={
            "request": "The partnership is content to do so, and a direction is not needed",
            "direction": "Section 9(2), Domestic Violence, Crime and Victims Act 2004",
        },
    )  # fmt: skip
    reasons = forms.LongTextField(label="Your reasons", max_length=8000, rows=10, hint="Without names")
    letter = answering_letter()
