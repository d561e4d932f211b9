"""From a form field to the parameters of a GOV.UK component."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .components import component
from .widgets import PARTS, DateBoxes

Params = dict[str, Any]

FILE_LOST = "Choose the file again: it is not kept when a page comes back with something to put right."


def field_html(bound: BoundField) -> SafeString:
    """A field with its label, hint and error, as the component that its widget asks for."""
    widget = bound.field.widget
    if bound.is_hidden:
        return mark_safe(str(bound))  # noqa: S308 - a widget's own markup
    for kind, build in BUILDERS:
        if isinstance(widget, kind):
            return build(bound)
    return _anything(bound)


def first_id(bound: BoundField) -> str:
    """The id that the error summary links to: the first input that is wrong."""
    widget = bound.field.widget
    if isinstance(widget, DateBoxes):
        return f"{bound.auto_id}-{wrong_boxes(bound)[0]}"
    return str(bound.auto_id)


def wrong_boxes(bound: BoundField) -> list[str]:
    """Which of a date's boxes are at fault; all three when nothing narrower is known."""
    for error in bound.errors.as_data():
        if str(error.code).startswith("boxes:"):
            return str(error.code).removeprefix("boxes:").split(",")
    return list(PARTS)


def _look(bound: BoundField, name: str, default: Any = "") -> Any:
    return getattr(bound.field, name, default) or default


def _common(bound: BoundField) -> Params:
    """What every component has: id, name, hint, error."""
    params: Params = {"id": bound.auto_id, "idPrefix": bound.auto_id, "name": bound.html_name}
    hint = _look(bound, "hint") or bound.field.help_text
    if hint:
        params["hint"] = {"text": str(hint)}
    errors = [str(error) for error in bound.errors]
    if len(errors) == 1:
        params["errorMessage"] = {"text": errors[0]}
    elif errors:
        params["errorMessage"] = {"html": format_html_join(mark_safe("<br>"), "{}", [(e,) for e in errors])}
    return params


def _label(bound: BoundField, kind: str) -> Params:
    size = _look(bound, "size", "l" if _look(bound, "heading") else "")
    return {
        "text": str(bound.label),
        "classes": f"govuk-{kind}--{size}" if size else "",
        "isPageHeading": bool(_look(bound, "heading")),
    }


def _labelled(bound: BoundField) -> Params:
    return {
        **_common(bound),
        "label": _label(bound, "label"),
        **_disabled(bound),
        "attributes": _attributes(bound),
    }


def _grouped(bound: BoundField) -> Params:
    return {**_common(bound), "fieldset": {"legend": _label(bound, "fieldset__legend")}}


def _disabled(bound: BoundField) -> Params:
    return {"disabled": True} if bound.field.disabled else {}


_NOT_PASSED = {
    "class",
    "maxlength",
    "minlength",
    "rows",
    "cols",
    "required",
    "min",
    "max",
    "step",
    "id",
    "type",
}
_SAID_OTHERWISE = {"autocomplete", "inputmode", "spellcheck", "multiple"}


def _attributes(bound: BoundField) -> dict[str, str]:
    attrs = bound.field.widget.attrs.items()
    return {k: str(v) for k, v in attrs if k not in _NOT_PASSED | _SAID_OTHERWISE and v not in (False, None)}


def _text_value(bound: BoundField) -> str:
    value = bound.field.widget.format_value(bound.value())
    return "" if value is None else str(value)


def _input(bound: BoundField) -> SafeString:
    field, widget = bound.field, bound.field.widget
    kind = str(getattr(widget, "input_type", "text"))
    number = kind == "number"
    params = _labelled(bound) | {
        "type": "text" if number else kind,
        "value": _text_value(bound),
        "classes": width_class(_look(bound, "width", 5 if number else 0)),
        "autocomplete": _look(bound, "autocomplete") or widget.attrs.get("autocomplete", ""),
        "inputmode": _look(bound, "inputmode") or widget.attrs.get("inputmode") or _number_mode(field),
    }
    if kind == "email":
        params |= {"spellcheck": False, "autocomplete": params["autocomplete"] or "email"}
    for side in ("prefix", "suffix"):
        if text := _look(bound, side):
            params[side] = {"text": text}
    return component("input", {k: v for k, v in params.items() if v != ""})


def _number_mode(field: forms.Field) -> str:
    if isinstance(field, forms.FloatField | forms.DecimalField):
        return "decimal"
    return "numeric" if isinstance(field, forms.IntegerField) else ""


def width_class(width: int | str) -> str:
    """GOV.UK's class for so many characters, or for a share of the line ("two-thirds")."""
    if isinstance(width, str) and not width.isdigit():
        return f"govuk-!-width-{width}" if width else ""
    fitting = [known for known in (2, 3, 4, 5, 10, 20, 30) if known >= int(width)]
    return f"govuk-input--width-{fitting[0]}" if int(width) and fitting else ""


def _password(bound: BoundField) -> SafeString:
    given = _look(bound, "autocomplete") or bound.field.widget.attrs.get("autocomplete", "current-password")
    return component("password-input", _labelled(bound) | {"autocomplete": given})


def _textarea(bound: BoundField) -> SafeString:
    params = _labelled(bound) | {
        "value": _text_value(bound),
        "rows": str(_look(bound, "rows", 5)),
        "spellcheck": True,
    }
    limit, words = getattr(bound.field, "max_length", None), _look(bound, "max_words", 0)
    if not limit and not words:
        return component("textarea", params)
    # Words or characters left are said from three quarters of the way, so that nobody is hurried before.
    params |= {"maxwords": words} if words else {"maxlength": limit}
    return component("character-count", params | {"threshold": 75})


def _options(bound: BoundField) -> list[Params]:
    """The choices as the component wants them; a group's name goes before its choices."""
    widget = bound.field.widget
    assert isinstance(widget, forms.widgets.ChoiceWidget)
    chosen = widget.format_value(bound.value())
    found: list[Params] = []
    for group, options, _ in widget.optgroups(bound.html_name, chosen):
        for option in options:
            text = f"{group}: {option['label']}" if group else str(option["label"])
            value = "" if option["value"] is None else str(option["value"])
            found.append(
                {"value": value, "text": text, "checked": option["selected"], "selected": option["selected"]}
            )
    return found


def _choices(bound: BoundField, kind: str) -> SafeString:
    items: list[Params] = []
    hints, exclusive = _look(bound, "choice_hints", {}), _look(bound, "exclusive")
    for option in _options(bound):
        if option["value"] == "":
            continue
        if exclusive and option["value"] == exclusive:
            items.append({"divider": "or"})
            option["behaviour"] = "exclusive"
        if option["value"] in hints:
            option["hint"] = {"text": hints[option["value"]]}
        if shown := _revealed(bound, option["value"]):
            option["conditional"] = {"html": shown}
        items.append(option | _disabled(bound))
    few = kind == "radios" and _look(bound, "inline", False)
    classes = {"classes": f"govuk-{kind}--inline"} if few else {}
    return component(kind, _grouped(bound) | classes | {"items": items})


def _revealed(bound: BoundField, value: str) -> SafeString:
    names = _look(bound, "reveal", {}).get(value, [])
    return format_html_join("", "{}", [(field_html(bound.form[name]),) for name in names])


def _radios(bound: BoundField) -> SafeString:
    return _choices(bound, "radios")


def _checkboxes(bound: BoundField) -> SafeString:
    return _choices(bound, "checkboxes")


def _select(bound: BoundField) -> SafeString:
    multiple = {"multiple": "multiple"} if isinstance(bound.field.widget, forms.SelectMultiple) else {}
    params = _labelled(bound) | {"items": _options(bound), "classes": width_class(_look(bound, "width"))}
    return component("select", params | {"attributes": _attributes(bound) | multiple})


def _checkbox(bound: BoundField) -> SafeString:
    params = _common(bound)
    widget = bound.field.widget
    assert isinstance(widget, forms.CheckboxInput)
    item = {
        "value": "on",
        "text": str(bound.label),
        "checked": widget.check_test(bound.value()),
        **_disabled(bound),
    }
    if hint := params.pop("hint", None):
        item["hint"] = hint
    if legend := _look(bound, "legend"):
        params["fieldset"] = {"legend": {"text": legend, "classes": "govuk-fieldset__legend--s"}}
    return component("checkboxes", params | {"items": [item]})


def _date(bound: BoundField) -> SafeString:
    widget = bound.field.widget
    assert isinstance(widget, DateBoxes)
    wrong = wrong_boxes(bound) if bound.errors else []
    birthday = _look(bound, "autocomplete") == "bday"
    items = [
        {
            "name": f"{bound.html_name}-{part}",
            "id": f"{bound.auto_id}-{part}",
            "label": part.capitalize(),
            "value": text,
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}"
            + (" govuk-input--error" if part in wrong else ""),
            **({"autocomplete": f"bday-{part}"} if birthday else {}),
        }
        for part, text in widget.parts(bound.value()).items()
    ]
    return component("date-input", _grouped(bound) | {"items": items})


def _file(bound: BoundField) -> SafeString:
    params = _labelled(bound)
    params["multiple"] = bool(getattr(bound.field.widget, "allow_multiple_selected", False))
    params["javascript"] = True
    if bound.form.errors and not bound.errors and bound.html_name in bound.form.files:
        before = params.get("hint", {}).get("text", "")
        params["hint"] = {"html": format_html("{} <strong>{}</strong>", before, FILE_LOST)}
    return component("file-upload", params)


def _anything(bound: BoundField) -> SafeString:
    """A widget nobody thought of: its own markup, in a group with label, hint and error."""
    errors = format_html_join("", '<p class="govuk-error-message">{}</p>', [(e,) for e in bound.errors])
    hint = format_html('<div class="govuk-hint">{}</div>', bound.help_text) if bound.help_text else ""
    label = component("label", {"for": bound.id_for_label, "text": str(bound.label)})
    css = " govuk-form-group--error" if bound.errors else ""
    return format_html('<div class="govuk-form-group{}">{}{}{}{}</div>', css, label, hint, errors, bound)


BUILDERS: list[tuple[type[forms.Widget], Callable[[BoundField], SafeString]]] = [
    (DateBoxes, _date),
    (forms.CheckboxSelectMultiple, _checkboxes),  # a subclass of RadioSelect: must be asked first
    (forms.RadioSelect, _radios),
    (forms.Select, _select),
    (forms.CheckboxInput, _checkbox),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
    (forms.Textarea, _textarea),
    (forms.MultiWidget, _anything),
    (forms.widgets.Input, _input),
]
"""Asked from top to bottom: the first kind that fits wins."""
