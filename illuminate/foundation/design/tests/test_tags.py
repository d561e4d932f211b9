"""The tags and filters that pages are made of."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
import time_machine
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from illuminate.foundation.design.components import environment

NASTY = "<i>x</i>"


def draw(source: str, **context: object) -> str:
    return Template("{% load design %}" + source).render(Context(context))


def test_the_environment_is_made_once():
    assert environment() is environment()


def test_buttons():
    assert 'data-prevent-double-click="true"' in draw('{% button "Save" %}')
    link = draw('{% button "Add" href=url variant="secondary" %}', url="/x?a=1&b=2")
    assert 'href="/x?a=1&amp;b=2"' in link
    assert "govuk-button--secondary" in link
    assert "prevent-double" not in link
    assert 'name="do"' in draw('{% button "Go" name="do" value="it" %}')


@pytest.mark.parametrize(
    "source",
    [
        "{% button x %}",
        "{% tag x x %}",
        "{% back_link x x %}",
        "{% breadcrumbs pairs %}",
        "{% inset %}{{ x }}{% endinset %}",
        "{% details x %}{{ x }}{% enddetails %}",
        "{% panel x %}{{ x }}{% endpanel %}",
        "{% scroll x %}{{ x }}{% endscroll %}",
        "{% warning_text x %}",
        "{% notification_banner x title=x %}",
        "{% exit_this_page x %}",
        "{% summary_list rows card=x %}",
        "{% task_list tasks %}",
        "{% accordion pairs %}",
        "{% blockers items x %}",
        "{% stages stages x %}",
        "{% timeline events %}",
        "{% counts pairs %}",
        "{% service_navigation links %}",
        "{{ x|at }}",
    ],
)
def test_words_never_become_markup(source):
    item = {"text": NASTY, "url": NASTY, "hint": NASTY, "status": NASTY, "note": NASTY, "href": NASTY}
    drawn = draw(
        source,
        x=NASTY,
        pairs=[(NASTY, NASTY)],
        rows=[(NASTY, NASTY, NASTY, NASTY)],
        tasks=[item, {**item, "blockers": [item]}],
        items=[item],
        links=[item],
        stages=[{**item, "state": "done"}],
        events=[{"title": NASTY, "when": NASTY, "by": NASTY, "text": NASTY, "url": NASTY}],
    )
    assert NASTY not in drawn
    assert "&lt;i&gt;" in drawn


def test_a_blank_value_is_said():
    assert "Not given" in draw("{% summary_list rows %}", rows=[("Name", ""), ("Born", None)])
    assert ">0<" in draw("{% summary_list rows %}", rows=[("Count", 0)]).replace("\n", "").replace(" ", "")


def test_a_change_link_says_what_it_changes():
    drawn = draw("{% summary_list rows %}", rows=[("Date told", "x", "/change")])
    assert '<span class="govuk-visually-hidden"> date told</span>' in drawn


def test_a_task_with_blockers_has_no_link_and_says_why():
    task = SimpleNamespace(
        text="Send", url="/send", status="", hint="", blockers=[SimpleNamespace(text="No date", url="/d")]
    )
    drawn = draw("{% task_list tasks %}", tasks=[task])
    assert 'href="/send"' not in drawn
    assert "Cannot start yet" in drawn
    assert '<a class="govuk-link" href="/d">No date</a>' in drawn


def test_no_blockers_show_nothing():
    assert draw("{% blockers items %}", items=[]).strip() == ""


def test_stages_say_their_state_in_words():
    drawn = draw(
        "{% stages s %}", s=[{"text": str(n), "state": s} for n, s in enumerate(["done", "now", "waiting"])]
    )
    assert all(word in drawn for word in ("Done", "Now", "Waiting"))
    assert drawn.count('aria-current="step"') == 1


def test_other_pages_keep_the_filters():
    page = Paginator(list(range(100)), 10).page(3)
    request = RequestFactory().get("/?q=a%26b&page=3&place=n&place=s")
    drawn = draw("{% pagination page %}", page=page, request=request)
    assert "?q=a%26b&amp;page=4&amp;place=n&amp;place=s" in drawn
    assert draw("{% pagination page %}", page=Paginator([1], 10).page(1)) == ""


@time_machine.travel(datetime(2026, 11, 25, 0, 30, tzinfo=UTC))
def test_filters(settings):
    settings.TIME_ZONE = "Europe/London"
    assert draw("{{ d|day }}|{{ d|day_short }}", d=date(2018, 4, 3)) == "3 April 2018|3 Apr 2018"
    assert draw("{{ d|when }}", d=date(2026, 12, 1)) == "due in 6 days, Tuesday 1 December"
    assert draw("{{ d|since }}", d=date(2026, 11, 24)) == "yesterday, Tuesday 24 November 2026"
    assert draw("{{ d|moment }}", d=datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "2 July 2026 at 00:30"
    assert draw("{{ d|day }}", d=datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "2 July 2026"
    assert draw("{{ d|late }}|{{ e|late }}", d=date(2026, 11, 24), e=date(2026, 11, 25)) == "True|False"
    assert draw("{{ n|file_size }}", n=2_500_000) == "2.4 MB"
    assert draw("{{ d|day }}{{ d|day_short }}{{ d|when }}{{ d|since }}{{ d|moment }}{{ d|at }}", d=None) == ""
