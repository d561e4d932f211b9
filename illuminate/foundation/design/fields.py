"""Form fields that know how they look. Use them through `design.forms`, which describes them all."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from .answers import Answer
from .widgets import PARTS, DateBoxes, ManyFiles
from .wording import name_of

LOOKS = (
    *("hint", "called", "size", "heading", "width", "autocomplete", "inputmode", "prefix", "suffix"),
    *("rows", "max_words", "inline", "legend", "choice_hints", "exclusive", "reveal"),
)


class Look:
    """Takes the keywords that say how a field looks and speaks, and leaves the rest to Django."""

    hint: str
    called: str

    def __init__(self, *args: Any, missing: str = "", **kwargs: Any) -> None:
        for name in LOOKS:
            if name in kwargs:
                setattr(self, name, kwargs.pop(name))
        super().__init__(*args, **kwargs)
        if missing:
            self.error_messages["required"] = missing  # type: ignore[attr-defined]  # every field has them


class CharField(Look, forms.CharField):
    """A line of text, or with `widget=Textarea` several."""

    def to_python(self, value: Any) -> str | None:
        """Browsers send line ends as two characters; the limit counts one, as the page's counter does."""
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)

    def validate(self, value: Any) -> None:
        """Too many words is said in words."""
        super().validate(value)
        most = getattr(self, "max_words", 0)
        if most and len(str(value or "").split()) > most:
            name = name_of(self)
            raise ValidationError(
                f"{name[:1].upper()}{name[1:]} must be {most} words or fewer", code="max_words"
            )


class LongTextField(CharField):
    """Several lines of text; `max_length` or `max_words` shows how many are left."""

    widget = forms.Textarea


class EmailField(Look, forms.EmailField):
    """An e-mail address."""


class PhoneField(CharField):
    """A telephone number, kept as written."""

    widget = forms.TextInput(attrs={"type": "tel"})
    autocomplete = "tel"
    inputmode = "tel"
    width = 20

    def validate(self, value: Any) -> None:
        """Enough digits to be dialled."""
        super().validate(value)
        if value and len(re.sub(r"\D", "", value)) < 3:
            raise ValidationError(
                "Enter a telephone number, like 01632 960 001 or 07700 900 982", code="invalid"
            )


class IntegerField(Look, forms.IntegerField):
    """A whole number, typed: no arrows."""


class DecimalField(Look, forms.DecimalField):
    """A number with decimals, typed."""


class BooleanField(Look, forms.BooleanField):
    """One box to tick: only for "I confirm that…". A question about a person is a `YesNoUnknown`."""


class ChoiceField(Look, forms.ChoiceField):
    """One of a few: radios."""

    widget = forms.RadioSelect


class SelectField(Look, forms.ChoiceField):
    """One of many: a select. The blank first choice says "Choose"."""

    widget = forms.Select

    def __init__(self, *, choices: Any = (), blank: str = "Choose", **kwargs: Any) -> None:
        listed = choices if callable(choices) else list(choices)
        super().__init__(choices=_with_blank(listed, blank), **kwargs)


def _with_blank(choices: Any, blank: str) -> Any:
    if callable(choices):
        return lambda: [("", blank), *choices()]
    return [("", blank), *choices]


class TypedSelectField(Look, forms.TypedChoiceField):
    """A model's column with choices: a select whose blank choice says "Choose"."""

    def __init__(self, *, choices: Any = (), **kwargs: Any) -> None:
        listed = [(value, text) for value, text in choices if value not in ("", None)]
        super().__init__(choices=_with_blank(listed, "Choose"), **kwargs)


class MultipleChoiceField(Look, forms.MultipleChoiceField):
    """Any of several: checkboxes."""

    widget = forms.CheckboxSelectMultiple


class ModelChoiceField(Look, forms.ModelChoiceField):  # type: ignore[type-arg]  # of any model
    """One row: a select, or radios with `widget=RadioSelect`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", "Choose")
        super().__init__(*args, **kwargs)


class ModelMultipleChoiceField(Look, forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # of any model
    """Any of several rows: checkboxes."""

    widget = forms.CheckboxSelectMultiple


class YesNoUnknown(Look, forms.ChoiceField):
    """Yes, no, or not known: gives an `Answer`, or "" when nobody has said (only if not required)."""

    widget = forms.RadioSelect
    inline = True

    def __init__(self, *, unknown: str = "Not known", **kwargs: Any) -> None:
        listed = [(Answer.YES.value, "Yes"), (Answer.NO.value, "No"), (Answer.UNKNOWN.value, unknown)]
        super().__init__(choices=listed, **kwargs)
        # Things shown under an answer need the answers below one another.
        self.inline = not getattr(self, "reveal", None)

    def to_python(self, value: Any) -> Any:
        """The answer itself, never a truth value that would merge unknown with no."""
        text = super().to_python(value)
        return Answer(text) if text in Answer.values else text


class FileField(Look, forms.FileField):
    """One file. `accept=".docx,.pdf"` narrows what the browser offers; what it really is, others check."""

    widget = forms.FileInput

    def __init__(self, *, accept: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if accept:
            self.widget.attrs["accept"] = accept


class MultipleFileField(FileField):
    """Several files at once: gives a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file is cleaned by itself."""
        files = data if isinstance(data, list | tuple) else [data]
        cleaned = [super(MultipleFileField, self).clean(one, initial) for one in files or [None]]
        return [one for one in cleaned if one]


Day = date | Callable[[], date] | None
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


class DateField(Look, forms.Field):
    """A date in three boxes. `not_future`, `not_past`, `not_before=`, `not_after=` say what it may be."""

    widget = DateBoxes

    def __init__(
        self,
        *,
        not_future: bool = False,
        not_past: bool = False,
        not_before: Day = None,
        not_after: Day = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.not_future, self.not_past = not_future, not_past
        self.not_before, self.not_after = not_before, not_after

    def to_python(self, value: Any) -> date | None:
        """The date, or one sentence about the boxes that are wrong."""
        if value is None or isinstance(value, date):
            return value
        parts: Mapping[str, str] = DateBoxes().parts(value)
        blank = [part for part in PARTS if not parts[part]]
        if len(blank) == len(PARTS):
            return None
        if blank:
            raise self._wrong(f"must include a {' and a '.join(blank)}", blank)
        return self._real(parts)

    def _real(self, parts: Mapping[str, str]) -> date:
        if parts["year"].isascii() and parts["year"].isdigit() and len(parts["year"]) != 4:
            raise self._wrong("must include a year of 4 numbers, like 2026", ["year"])
        month = parts["month"].lower()[:3]
        try:
            number = _MONTHS.index(month) + 1 if month in _MONTHS else int(parts["month"])
            return date(int(parts["year"]), number, int(parts["day"]))
        except ValueError as error:
            raise self._wrong("must be a real date", PARTS) from error

    def validate(self, value: Any) -> None:
        """Neither blank when it is needed, nor outside what the field allows."""
        super().validate(value)
        if value is None:
            return
        today, first, last = timezone.localdate(), _day(self.not_before), _day(self.not_after)
        if self.not_future and value > today:
            raise self._wrong("must be today or in the past", PARTS)
        if self.not_past and value < today:
            raise self._wrong("must be today or in the future", PARTS)
        if first and value < first:
            raise self._wrong(f"must be on or after {first.day} {first:%B %Y}", PARTS)
        if last and value > last:
            raise self._wrong(f"must be on or before {last.day} {last:%B %Y}", PARTS)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compares days, not what was typed."""
        boxes = DateBoxes()
        return boxes.parts(initial) != boxes.parts(data)

    def _wrong(self, words: str, boxes: Sequence[str]) -> ValidationError:
        name = name_of(self)
        return ValidationError(f"{name[:1].upper()}{name[1:]} {words}", code=f"boxes:{','.join(boxes)}")


def _day(given: Day) -> date | None:
    return given() if callable(given) else given


class TimeField(Look, forms.Field):
    """A time of day, written as people write it: 14:30, 2.30pm, 9am, midnight, noon."""

    widget = forms.TextInput
    width = 5
    hint = "For example, 14:30 or 2:30pm"

    def to_python(self, value: Any) -> time | None:
        """The time, or a sentence that says how to write one."""
        if value in (None, "") or isinstance(value, time):
            return value or None if not isinstance(value, time) else value
        read = read_time(str(value))
        if read is None:
            name = name_of(self)
            raise ValidationError(
                f"{name[:1].upper()}{name[1:]} must be a time, like 14:30 or 2:30pm", code="invalid"
            )
        return read

    def prepare_value(self, value: Any) -> Any:
        """Shown as 14:30."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


_TIME = re.compile(r"^(\d{1,2})(?:[:. ]?(\d{2}))?\s*(am|pm)?$")


def read_time(text: str) -> time | None:
    """The time that somebody wrote, or None."""
    words = text.strip().lower().replace("a.m.", "am").replace("p.m.", "pm")
    if words in ("midnight", "noon", "midday"):
        return time(0 if words == "midnight" else 12)
    found = _TIME.match(words)
    if not found or (found[2] is None and found[3] is None):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
