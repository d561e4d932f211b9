"""From what pages hand over (pairs, objects, pages) to the parameters of the list components."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.template.loader import render_to_string

Params = dict[str, Any]

DONE = {"done", "completed", "complete"}
WAITING = "Cannot start yet"


def pick(item: Any, name: str, default: Any = "") -> Any:
    """A value from an object or a dict; an empty one counts as not there."""
    value = item.get(name) if isinstance(item, dict) else getattr(item, name, None)
    return value or default


def words(value: Any) -> Params:
    """Markup made by a template stays markup; everything else is text."""
    return {"html": value} if hasattr(value, "__html__") else {"text": "" if value is None else str(value)}


def breadcrumb_items(items: Iterable[Any]) -> list[Params]:
    """Pairs of text and address; the page itself may stand last, as text alone."""
    return [
        {"text": item} if isinstance(item, str) else {"text": str(item[0]), "href": str(item[1] or "")}
        for item in items
    ]


def summary_rows(rows: Iterable[Any]) -> list[Params]:
    """Rows of (key, value[, address[, text]]); a blank value is said to be blank."""
    found = []
    for key, value, *action in rows:
        shown = words(value) if value not in (None, "") else {"text": "Not given"}
        row: Params = {"key": {"text": str(key)}, "value": shown}
        if action and action[0]:
            text = str(action[1]) if len(action) > 1 else "Change"
            link = {
                "href": str(action[0]),
                "text": text,
                "visuallyHiddenText": str(key)[:1].lower() + str(key)[1:],
            }
            row["actions"] = {"items": [link]}
        found.append(row)
    return found


def task_items(items: Iterable[Any]) -> list[Params]:
    """Tasks: one with blockers has no link, and says what stands before it."""
    found = []
    for item in items:
        waits = list(pick(item, "blockers", []))
        task: Params = {"title": words(pick(item, "text")), "status": _status(pick(item, "status"), waits)}
        if pick(item, "url") and not waits:
            task["href"] = str(pick(item, "url"))
        if waits:
            context = {"items": waits, "hint": pick(item, "hint")}
            task["hint"] = {"html": render_to_string("design/parts/task_hint.html", context)}
        elif hint := pick(item, "hint"):
            task["hint"] = words(hint)
        found.append(task)
    return found


def _status(status: Any, waits: list[Any]) -> Params:
    if waits and not status:
        return {"text": WAITING, "classes": "govuk-task-list__status--cannot-start-yet"}
    text, colour = status if isinstance(status, tuple) else (str(status or "To do"), "")
    if text.lower() in DONE:
        return {"text": text}
    if text.lower() == WAITING.lower():
        return {"text": text, "classes": "govuk-task-list__status--cannot-start-yet"}
    return {"tag": {"text": text, "classes": f"govuk-tag--{colour or 'blue'}"}}


def page_links(page: Page[Any], query: QueryDict | None, *, name: str = "page", label: str = "") -> Params:
    """Numbers, previous and next, each with the query string that the list was asked with.

    Where two lists share a page, the second has a `name` for its number and a `label` for screen readers.
    """

    def href(number: int) -> str:
        kept = query.copy() if query else QueryDict(mutable=True)
        kept[name] = str(number)
        return f"?{kept.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    params: Params = {
        "items": [
            {"number": n, "href": href(n), "current": n == page.number}
            if isinstance(n, int)
            else {"ellipsis": True}
            for n in numbers
        ]
    }
    if label:
        params["landmarkLabel"] = label
    if page.has_previous():
        params["previous"] = {"href": href(page.previous_page_number())}
    if page.has_next():
        params["next"] = {"href": href(page.next_page_number())}
    return params
