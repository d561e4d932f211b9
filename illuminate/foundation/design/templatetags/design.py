"""Tags and filters for every page. They are built in: no `{% load %}` is needed.

Buttons and words
    {% button "Save and continue" %}                     {% button "Add" href=url variant="secondary" %}
    {% button "Delete" variant="warning" name="do" value="delete" %}         {% print_button %}
    {% tag "Overdue" "red" %}    grey green teal blue purple magenta red orange yellow
    {% back_link url %}          {% breadcrumbs list %}  [(text, url), …, "This page"]
    {% inset %}…{% endinset %}   {% details "More about this" %}…{% enddetails %}
    {% warning_text "…" %}       {% notification_banner "Saved" success=True %}
    {% panel "Sent" %}Your reference…{% endpanel %}      {% exit_this_page url %}
Lists
    {% summary_list rows %}      rows of (key, value[, address[, "Change"]]); card="Title" puts it in a card
    {% task_list items %}        items with .text .url .status .hint .blockers (objects or dicts);
                                 status is "Done", a word, or ("Overdue", "red"); blockers take the link away
    {% blockers list %}          each with .text .url; nothing is shown for an empty list
    {% stages items %}           each with .text .state ("done", "now", "waiting"), perhaps .url .note
    {% timeline events %}        each with .title .when, perhaps .by .text .url; newest first
    {% counts pairs %}           [(name, number), …]
    {% accordion sections %}     [(heading, content), …]
    {% pagination page_obj %}    keeps the query string; the page is ?page=
    {% scroll "What it shows" %}<table class="govuk-table">…</table>{% endscroll %}
Forms
    {% error_summary form %}     {% form form %} every field, in groups     {% field form.name %} one field
    {% filter_bar form %}        a GET form above a list
Dates
    {{ day|day }}                3 April 2018                 {{ day|day_short }}  3 Apr 2018
    {{ time|moment }}            3 April 2018 at 14:32        {{ value|at }}       either, as it is given
    {{ due|when }}               due in 6 days, Tuesday 1 December · 2 days overdue, Friday 3 April 2026
    {{ day|since }}              6 days ago, Tuesday 1 December 2026
    {% if due|late %}            {{ bytes|file_size }} 2.4 MB

Pages to extend, all in `design/`: `base.html` (blocks title, head, account, nav, banner, before_content,
messages, main, content, footer_content, scripts), `two_thirds.html` (heading, content, aside), `wide.html`,
`with_aside.html` (aside left), `form_page.html`, `confirm.html`, `quiet.html`, `quiet_form.html`,
`public.html`, `error.html`. All know `title`, `caption`, `lead`, `back_url`, `breadcrumbs` and `form`; the
frame around them is `frame`: owner, accent, banner, home_url, navigation, account, footer, exit_url.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .. import filters
from ..components import component
from ..forms import error_list, in_groups
from ..listing import breadcrumb_items, page_links, summary_rows, task_items
from ..looks import FILE_LOST, field_html

register = template.Library()

EXIT_TEXT = "Leave this page quickly"


@register.simple_tag
def button(text: str, *, href: str = "", variant: str = "", **rest: str) -> SafeString:
    """A button; with `href` a link that looks like one."""
    look = {"classes": f"govuk-button--{variant}"} if variant else {}
    once = {} if href else {"preventDoubleClick": True}
    return component("button", {"text": text, "href": href, **look, **once, **rest})


@register.simple_tag
def print_button(text: str = "Print this page") -> SafeString:
    """Shown only where scripts run."""
    shown = {"data-print": "", "hidden": {"value": True, "optional": True}}
    look = "govuk-button--secondary app-no-print"
    return component("button", {"text": text, "type": "button", "classes": look, "attributes": shown})


@register.simple_tag
def tag(text: str, colour: str = "") -> SafeString:
    """A state in words on a coloured ground; the words carry the meaning."""
    return component("tag", {"text": text, "classes": f"govuk-tag--{colour}" if colour else ""})


@register.simple_tag
def back_link(url: str, text: str = "Back") -> SafeString:
    """A link to where the person came from."""
    return component("back-link", {"href": url, "text": text})


@register.simple_tag
def breadcrumbs(items: Iterable[Any]) -> SafeString:
    """Where this page lies."""
    return component("breadcrumbs", {"items": breadcrumb_items(items), "collapseOnMobile": True})


@register.simple_tag
def service_navigation(items: Iterable[Mapping[str, Any]]) -> SafeString:
    """The main navigation: items with text, href and perhaps current or active."""
    return component("service-navigation", {"navigation": list(items), "navigationLabel": "Main"})


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """Words set apart."""
    return component("inset-text", {"html": content})


@register.simple_block_tag
def details(content: str, summary: str, *, open: bool = False) -> SafeString:  # noqa: A002 - the word of HTML
    """Words that few need, behind a line that says what they are."""
    return component("details", {"summaryText": summary, "html": content, "open": open})


@register.simple_block_tag
def panel(content: str, title: str, *, level: int = 1) -> SafeString:
    """The end of a piece of work: what was done, and what happens next."""
    return component("panel", {"titleText": title, "html": content, "headingLevel": level})


@register.simple_block_tag
def scroll(content: str, name: str) -> SafeString:
    """Lets a wide table scroll in its own box, by touch and by keys, never the whole page."""
    return format_html(
        '<div class="app-scroll" role="region" aria-label="{}" tabindex="0">{}</div>', name, content
    )


@register.simple_tag
def warning_text(text: str) -> SafeString:
    """A consequence that people must know before they go on."""
    return component("warning-text", {"text": text})


@register.simple_tag
def notification_banner(text: Any, *, success: bool = False, title: str = "", number: int = 1) -> SafeString:
    """What has just happened, or what matters on this page."""
    look = (
        {"type": "success", "titleText": title or "Done"} if success else {"titleText": title or "Important"}
    )
    return component("notification-banner", {"text": str(text), "titleId": f"banner-{number}", **look})


@register.simple_tag
def exit_this_page(url: str = "") -> SafeString:
    """A button that leaves for a harmless page at once; works without scripts too."""
    words = {
        "text": EXIT_TEXT,
        "activatedText": "Leaving the page",
        "timedOutText": "Leaving the page has been stopped",
        "pressTwoMoreTimesText": "Shift, press 2 more times to leave the page",
        "pressOneMoreTimeText": "Shift, press 1 more time to leave the page",
    }
    return component("exit-this-page", {"redirectUrl": url or "https://www.bbc.co.uk/weather", **words})


@register.simple_tag
def summary_list(rows: Iterable[Any], *, card: str = "", classes: str = "") -> SafeString:
    """Keys and values, each perhaps with a link to change it."""
    titled = {"card": {"title": {"text": card}}} if card else {}
    return component("summary-list", {"rows": summary_rows(rows), "classes": classes, **titled})


@register.simple_tag
def task_list(items: Iterable[Any], *, prefix: str = "task") -> SafeString:
    """What there is to do, what is done, and why something has to wait."""
    return component("task-list", {"idPrefix": prefix, "items": task_items(items)})


@register.simple_tag
def accordion(sections: Iterable[tuple[str, Any]], *, name: str = "sections") -> SafeString:
    """Long matter in sections that open."""
    items = [
        {"heading": {"text": heading}, "content": {"html" if hasattr(body, "__html__") else "text": body}}
        for heading, body in sections
    ]
    return component("accordion", {"id": name, "items": items, "rememberExpanded": False})


@register.inclusion_tag("design/parts/blockers.html")
def blockers(items: Iterable[Any], title: str = "This can’t be done yet") -> dict[str, Any]:
    """Why something can't be done yet, each with a link to where it can be put right."""
    return {"items": list(items or []), "title": title}


@register.inclusion_tag("design/parts/stages.html")
def stages(items: Iterable[Any], name: str = "Stages") -> dict[str, Any]:
    """A way with its stages: done, now, waiting."""
    return {"items": list(items), "name": name}


@register.inclusion_tag("design/parts/timeline.html")
def timeline(events: Iterable[Any]) -> dict[str, Any]:
    """What happened, and who did it."""
    return {"events": list(events)}


@register.inclusion_tag("design/parts/counts.html")
def counts(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """A few numbers with their names."""
    return {"pairs": list(pairs)}


@register.simple_tag(takes_context=True)
def pagination(
    context: template.Context, page: Page[Any], *, name: str = "page", label: str = ""
) -> SafeString:
    """Links to a list's other pages, with the filters kept."""
    if page.paginator.num_pages < 2:
        return SafeString("")
    request = context.get("request")
    return component("pagination", page_links(page, request.GET if request else None, name=name, label=label))


@register.simple_tag
def error_summary(form: forms.BaseForm | None) -> SafeString:
    """What is wrong with a form, at the top of the page, each with a link to the input."""
    if not form or not form.is_bound or not form.errors:
        return SafeString("")
    lost = {"descriptionText": FILE_LOST} if form.files else {}
    # Takes the focus without scripts too.
    focus = {"autofocus": {"value": True, "optional": True}, "tabindex": "-1"}
    params = {"titleText": "There is a problem", "errorList": error_list(form), "attributes": focus, **lost}
    return component("error-summary", params)


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """One field with its label, hint and error."""
    return field_html(bound)


@register.inclusion_tag("design/parts/fields.html")
def form(form: forms.BaseForm) -> dict[str, Any]:
    """All fields of a form, in its groups; the <form>, the token and the buttons are the page's."""
    return {"groups": in_groups(form), "hidden": form.hidden_fields()}


@register.inclusion_tag("design/parts/filter_bar.html", takes_context=True)
def filter_bar(
    context: template.Context, form: forms.BaseForm, submit: str = "Apply filters"
) -> dict[str, Any]:
    """A form above a list that narrows it; the address keeps what was chosen."""
    request = context.get("request")
    return {
        "groups": in_groups(form),
        "hidden": form.hidden_fields(),
        "submit": submit,
        "clear_url": request.path if request else "?",
        "in_use": bool(request and request.GET),
    }


for _filter in (filters.day, filters.day_short, filters.moment, filters.when, filters.since, filters.late):
    register.filter(_filter.__name__, _filter)
for _filter in (filters.at, filters.iso, filters.file_size):
    register.filter(_filter.__name__, _filter)
