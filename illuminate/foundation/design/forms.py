"""Forms that look and speak like the rest: import this instead of `django.forms`.

    from illuminate.foundation.design import forms

    class Told(forms.UniqueSubmission):
        groups = [("The call", ["told_on", "told_at"]), ("The person", ["name", "known", "how"])]

        told_on = forms.DateField(label="When were you told?", called="date you were told", not_future=True)
        told_at = forms.TimeField(label="Time", required=False)
        name = forms.CharField(label="Full name", width=20, autocomplete="off")
        known = forms.YesNoUnknown(label="Was the person known to you?", reveal={"yes": ["how"]})
        how = forms.LongTextField(label="How", max_length=2000, hint="Say what you know, not what you guess")

Keywords that every field takes, besides Django's:
    hint= (or help_text=)   a line under the label
    called=                 what errors call it ("date of death"); by itself the label in lower case
    missing=                the whole sentence when it is blank ("Enter the date of death")
    size="s|m|l|xl"         of the label or legend; heading=True makes it the page's h1
    width=                  2, 3, 4, 5, 10, 20 or 30 characters, or "one-half", "two-thirds", "full"
    autocomplete= inputmode= prefix="£" suffix="days" rows=

Fields:
    CharField · LongTextField (max_length= or max_words= counts down) · EmailField · PhoneField
    IntegerField · DecimalField           typed, no arrows
    BooleanField                          one box to tick ("I confirm that…"); legend=
    ChoiceField · SelectField(blank=)     radios, and a select; inline=True puts radios side by side
    MultipleChoiceField                   checkboxes; exclusive="none" for a "none of these"
    ModelChoiceField · ModelMultipleChoiceField
    YesNoUnknown(unknown="Not known")     gives an Answer (YES, NO, UNKNOWN); "" when blank and not required
    DateField(not_future=, not_past=, not_before=, not_after=)   three boxes; days may be callables
    TimeField                             14:30, 2.30pm, 9am, noon
    FileField(accept=".docx,.pdf") · MultipleFileField (gives a list)
    Choices also take choice_hints={"value": "hint"} and reveal={"value": ["field", …]}: those fields show
    under that answer only, are needed only then, and are emptied otherwise.

Forms:
    Form          groups = [(legend, [names]), …] makes fieldsets; .error_list feeds the error summary
    UniqueSubmission   adds a hidden submission_token (a UUID, new for each page drawn, kept when the page
                  comes back with errors) so that an action can refuse to do the same thing twice
    ModelForm     takes these fields for a model's columns
    posted_date("told_on", day)   the three boxes as a browser sends them, for tests
"""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import HiddenInput, PasswordInput, RadioSelect, Select, Textarea, TextInput
from django.forms.boundfield import BoundField
from django.forms.models import ModelFormMetaclass

from .answers import Answer
from .fields import (
    BooleanField,
    CharField,
    ChoiceField,
    DateField,
    DecimalField,
    EmailField,
    FileField,
    IntegerField,
    LongTextField,
    ModelChoiceField,
    ModelMultipleChoiceField,
    MultipleChoiceField,
    MultipleFileField,
    PhoneField,
    SelectField,
    TimeField,
    TypedSelectField,
    YesNoUnknown,
)
from .looks import first_id
from .wording import say_plainly

__all__ = [
    "Answer",
    "BooleanField",
    "CharField",
    "ChoiceField",
    "DateField",
    "DecimalField",
    "EmailField",
    "FileField",
    "Form",
    "HiddenInput",
    "IntegerField",
    "LongTextField",
    "ModelChoiceField",
    "ModelForm",
    "ModelMultipleChoiceField",
    "MultipleChoiceField",
    "MultipleFileField",
    "PasswordInput",
    "PhoneField",
    "RadioSelect",
    "Select",
    "SelectField",
    "TextInput",
    "Textarea",
    "TimeField",
    "UniqueSubmission",
    "ValidationError",
    "YesNoUnknown",
    "posted_date",
]

Groups = list[tuple[str, list[str]]]


class _Plain(forms.BaseForm):
    """What our forms and model forms share: plain words, groups, answers that reveal questions."""

    groups: ClassVar[Groups] = []
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        say_plainly(self)

    def _clean_fields(self) -> None:
        """Questions that were not shown are neither needed nor kept."""
        super()._clean_fields()  # type: ignore[misc]  # Django's own, which the stubs leave out
        for name in self._hidden_by_answers():
            self.errors.pop(name, None)
            self.cleaned_data[name] = getattr(self.fields[name], "empty_value", None)

    def _hidden_by_answers(self) -> Iterator[str]:
        for name, field in self.fields.items():
            answer = self.cleaned_data.get(name)
            given = {str(one) for one in answer} if isinstance(answer, list) else {str(answer or "")}
            shown = {n for value, names in reveals(field).items() if value in given for n in names}
            yield from (n for names in reveals(field).values() for n in names if n not in shown)

    @property
    def has_heading(self) -> bool:
        """True when a question is itself the page's heading."""
        return any(getattr(field, "heading", False) for field in self.fields.values())

    @property
    def error_list(self) -> list[dict[str, str]]:
        """Every error with the address of the first input that is wrong."""
        return error_list(self)


def reveals(field: forms.Field) -> dict[str, list[str]]:
    """Which questions an answer brings up."""
    found: dict[str, list[str]] = getattr(field, "reveal", None) or {}
    return found


def error_list(form: forms.BaseForm) -> list[dict[str, str]]:
    """Every error of any form, in the order of its fields, with a link to the input; general ones first."""
    found = [{"text": str(error)} for error in form.non_field_errors()]
    for bound in form:
        link = {} if bound.is_hidden else {"href": f"#{first_id(bound)}"}
        found += [{"text": str(error), **link} for error in bound.errors]
    return found


def in_groups(form: forms.BaseForm) -> list[tuple[str, list[BoundField]]]:
    """The visible fields under their legends; what no group names comes last, without a legend."""
    inside = {name for field in form.fields.values() for names in reveals(field).values() for name in names}
    groups: Groups = getattr(form, "groups", [])
    named = {name for _, names in groups for name in names}
    rest = [bound.name for bound in form.visible_fields() if bound.name not in named]
    wanted = [*groups, ("", rest)]
    return [
        (legend, shown)
        for legend, names in wanted
        if (shown := [form[n] for n in names if n in form.fields and n not in inside])
    ]


class Form(_Plain, forms.Form):
    """The form of this house."""


class UniqueSubmission(Form):
    """A form whose sending can be told apart from its sending again."""

    submission_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)


def field_for(column: "models.Field[Any, Any]", **kwargs: Any) -> forms.Field | None:
    """Our field for a model's column."""
    ours: dict[type[models.Field[Any, Any]], type[forms.Field]] = {
        models.DateField: DateField,
        models.TimeField: TimeField,
        models.TextField: LongTextField,
        models.EmailField: EmailField,
        models.FileField: FileField,
    }
    if column.choices:
        if set(dict(column.flatchoices)) == set(Answer.values):
            return YesNoUnknown(label=column.verbose_name, required=not column.blank, hint=column.help_text)
        return column.formfield(choices_form_class=TypedSelectField, **kwargs)
    if type(column) in ours:
        kwargs.pop("widget", None)
        return column.formfield(form_class=ours[type(column)], **kwargs)
    return column.formfield(**kwargs)


class _OurFields(ModelFormMetaclass):
    """Django asks only `Meta` for the callback, and a subclass's `Meta` rarely inherits ours."""

    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> Any:
        meta = attrs.get("Meta")
        if meta is not None and not hasattr(meta, "formfield_callback"):
            meta.formfield_callback = staticmethod(field_for)
        return super().__new__(mcs, name, bases, attrs)


class ModelForm(_Plain, forms.ModelForm, metaclass=_OurFields):  # type: ignore[type-arg]  # of any model
    """A form drawn from a model. Saving is an action's work: use `cleaned_data`, not `save()`."""


def posted_date(name: str, day: date) -> dict[str, str]:
    """A date as a browser sends it, for tests: `client.post(url, {**posted_date("died_on", day)})`."""
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}
