"""What a form says when an answer is missing or wrong: one plain sentence that says what to do."""

import re

from django import forms

_DETERMINED = re.compile(
    r"^(the|a|an|your|their|his|her|its|our|my|this|that|any|all|each|every|how|who|what)\b", re.I
)


def in_a_sentence(label: str) -> str:
    """A label as it stands inside a sentence: "Date of death" becomes "date of death"; "NHS number" stays."""
    words = label.strip().rstrip(":?. ")
    first = words.split(" ", 1)[0]
    return words if first[1:] != first[1:].lower() else words[:1].lower() + words[1:]


def with_article(name: str) -> str:
    """The name with "the" before it, unless it has a word of that kind already."""
    return name if _DETERMINED.match(name) else f"the {name}"


def name_of(field: forms.Field) -> str:
    """What errors call a field: its `called`, or its label."""
    called = getattr(field, "called", "")
    return called or in_a_sentence(str(field.label or "answer"))


def missing_sentence(field: forms.Field) -> str:
    """What to say when a field that must be filled is blank."""
    label = str(field.label or "")
    called = getattr(field, "called", "")
    if label.rstrip().endswith("?") and not called:
        return f"Answer the question “{label.strip()}”"
    if isinstance(field, forms.FileField):
        return f"Choose a file for {with_article(name_of(field))}"
    if isinstance(field, forms.BooleanField):
        return "Tick the box to go on"
    choosing = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
    return f"{'Choose' if choosing else 'Enter'} {with_article(name_of(field))}"


def say_plainly(form: forms.BaseForm) -> None:
    """Give every field of a form errors in plain words, unless somebody wrote better ones."""
    for name, field in form.fields.items():
        if field.label is None:
            field.label = name.replace("_", " ").capitalize()
        standard = type(field).default_error_messages | forms.Field.default_error_messages
        for code, sentence in _sentences(field).items():
            if code not in field.error_messages or field.error_messages[code] == standard.get(code):
                field.error_messages[code] = sentence


def _sentences(field: forms.Field) -> dict[str, str]:
    """Plain words for what Django says by itself."""
    name = name_of(field)
    subject = name[:1].upper() + name[1:]
    said = {
        "required": missing_sentence(field),
        "invalid_choice": f"Choose {with_article(name)} from the list",
        "max_length": f"{subject} must be {getattr(field, 'max_length', 0)} characters or fewer",
        "min_value": f"{subject} must be %(limit_value)s or more",
        "max_value": f"{subject} must be %(limit_value)s or less",
    }
    if isinstance(field, forms.EmailField):
        said["invalid"] = "Enter an email address in the correct format, like name@example.com"
    elif isinstance(field, forms.URLField):
        said["invalid"] = "Enter a full web address, like https://www.example.com"
    elif isinstance(field, forms.IntegerField):
        said["invalid"] = f"{subject} must be a number, like 3"
    elif isinstance(field, forms.FileField):
        said["empty"] = "The file is empty. Choose another file"
        said["missing"] = said["invalid"] = said["required"]
    return said
