"""The forms of a review itself."""

from illuminate.foundation.design import forms


class AuthorForm(forms.UniqueSubmission):
    """Who writes the report, when it is not the independent chair."""

    name = forms.CharField(label="Name", max_length=120)
    email = forms.EmailField(
        label="E-mail address", hint="Who has no account yet is invited, to this review only"
    )


class EndForm(forms.UniqueSubmission):
    """End a review before its report: withdrawn, or joined with another statutory review."""

    how = forms.ChoiceField(
        label="How does it end?",
        choices=[("withdraw", "It is withdrawn"), ("join", "It is joined with another statutory review")],
        choice_hints={
            "join": "Safeguarding adults, child practice, mental health homicide, MAPPA or another."
        },
    )
    reason = forms.LongTextField(
        label="Why",
        max_length=4000,
        missing="Say why the review ends here",
        hint="The Home Office and the family will ask.",
    )
