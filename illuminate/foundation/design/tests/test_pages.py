"""Base pages: titles, errors at the top, one heading, no inline script or style."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client

ERRORS = ["400", "403", "403_csrf", "404", "413", "429", "500", "503"]
INLINE = re.compile(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", re.I)


@pytest.fixture
def client(pages):
    return Client()


@pytest.mark.parametrize("name", ["parts", "form", "quiet", "confirm"])
def test_a_page_has_one_heading_and_nothing_inline(client, name):
    drawn = client.get(f"/{name}").content.decode()
    assert len(re.findall(r"<h1", drawn)) == 1
    assert not INLINE.search(drawn)
    assert drawn.count("<main") == 1
    assert 'lang="en"' in drawn
    assert " - Illuminate</title>" in drawn
    ids = re.findall(r'\sid="([^"]+)"', drawn)
    assert len(ids) == len(set(ids))


def test_the_title_says_that_there_are_errors(client):
    assert "<title>Tell us - Illuminate</title>" in client.get("/form").content.decode()
    drawn = client.post("/form").content.decode()
    assert "<title>Error: Tell us - Illuminate</title>" in drawn
    assert "There is a problem" in drawn


def test_every_error_leads_to_an_input_on_the_page(client):
    drawn = client.post("/form", {"known": "yes"}).content.decode()
    summary = drawn[drawn.index("govuk-error-summary") : drawn.index("<h1")]
    links = re.findall(r'href="#([^"]+)"', summary)
    assert len(links) == 7
    for target in links:
        assert re.search(rf'<(input|select|textarea)[^>]*\sid="{re.escape(target)}"', drawn), target


def test_the_summary_takes_focus_without_scripts(client):
    assert re.search(
        r'class="govuk-error-summary"[^>]*\sautofocus[^>]*tabindex="-1"',
        client.post("/form").content.decode(),
    )


def test_the_family_layout_has_a_way_out_and_no_navigation(client):
    drawn = client.get("/quiet").content.decode()
    assert "Leave this page quickly" in drawn
    assert "/somewhere-harmless" in drawn
    assert "govuk-service-navigation" not in drawn


def test_the_accent_is_a_class(client):
    assert 'class="govuk-template accent-plum"' in client.get("/parts?accent=plum").content.decode()


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_page_needs_nothing_and_says_what_to_do(pages, code):
    drawn = render_to_string(f"{code}.html")
    assert len(re.findall(r"<h1", drawn)) == 1
    assert not INLINE.search(drawn)
    assert len(re.search(r'<p class="govuk-body">\s*(.*?)\s*</p>', drawn, re.S)[1]) > 20


def test_not_found_says_the_same_whatever_was_asked(pages):
    first = render_to_string("404.html", {"request_path": "/a", "exception": "No such row"})
    assert first == render_to_string("404.html", {"request_path": "/b", "exception": "Hidden from you"})


def test_the_style_sheet_brings_no_crown_and_asks_nobody(pages):
    css = Path(finders.find("design/illuminate.css")).read_text()
    assert not re.search(r"gds transport|crown|@import|gov\.uk/", css, re.I)
    assert "url(" not in css
    assert "sourceMappingURL" not in Path(finders.find("design/govuk-frontend.min.js")).read_text()
