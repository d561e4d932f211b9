"""`FORM_RENDERER`: `{{ form }}` and `{{ field.as_field_group }}` come out as GOV.UK components everywhere."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Forms that others wrote (sign-in, second factor) look like ours without being touched."""

    form_template_name = "design/form.html"
    field_template_name = "design/field.html"
