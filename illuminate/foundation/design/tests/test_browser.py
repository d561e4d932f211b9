"""In a real browser: accessible at every width, saved as it goes, never sent twice, and left quickly."""

import re
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from illuminate.foundation.design.tests.gallery import SAVED

pytestmark = pytest.mark.browser

# GOV.UK Frontend puts aria-expanded on a radio that shows a question; assistive technology copes with it.
UPSTREAM = {"aria-allowed-attr"}


@pytest.fixture
def seen(page):
    """A page that fails the test when a script fails or the policy stops something."""
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    yield page
    assert said == []


def check(page, name: str) -> None:
    found = [rule for rule in Axe().run(page).response["violations"] if rule["id"] not in UPSTREAM]
    assert found == [], f"{name}: {[(rule['id'], rule['nodes'][0]['html']) for rule in found]}"
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{name} scrolls sideways by {wide}"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["parts", "form", "quiet", "confirm"])
def test_a_page_is_accessible_and_fits(seen, gallery, name, width):
    seen.set_viewport_size({"width": width, "height": 900})
    seen.goto(f"{gallery.url}/{name}")
    check(seen, name)


@pytest.mark.parametrize(("width", "stacks"), [(320, True), (1280, False)])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_stacked_table_says_each_heading_before_its_value_where_it_has_no_room(
    seen, gallery, width, stacks, media
):
    seen.set_viewport_size({"width": width, "height": 900})
    seen.emulate_media(media=media)
    seen.goto(f"{gallery.url}/parts")
    table = seen.locator(".app-stacked")
    labels = table.locator("tbody .app-stacked__label")
    assert [label.is_visible() for label in labels.all()] == [stacks] * 3
    assert table.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")
    cells = [cell.bounding_box() for cell in table.locator("tbody td").all()]
    assert len({round(cell["x"]) for cell in cells}) == (1 if stacks else 3)
    roles = [("columnheader", 3), ("row", 2), ("cell", 3)]
    assert [table.get_by_role(role).count() for role, _ in roles] == [number for _, number in roles]
    assert table.get_by_role("cell", name="SN-2026-003", exact=True).count() == 1, "labels are not heard"


@pytest.mark.parametrize("name", ["form", "quiet"])
def test_errors_take_the_focus_and_lead_to_the_input(seen, gallery, name):
    seen.set_viewport_size({"width": 320, "height": 900})
    seen.goto(f"{gallery.url}/{name}")
    seen.locator("main button[type=submit]").last.click()
    seen.wait_for_selector(".govuk-error-summary:focus")
    check(seen, f"{name} with errors")
    seen.locator(".govuk-error-summary__list a").first.click()
    assert seen.evaluate("document.activeElement.tagName") == "INPUT"


def test_without_scripts_everything_is_still_there(browser, gallery):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{gallery.url}/form")
    assert page.locator("#id_how").is_visible()
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_selector(".govuk-error-summary:focus")
    assert page.title().startswith("Error: ")
    page.goto(f"{gallery.url}/quiet")
    page.get_by_role("button", name="Leave this page quickly").click()
    assert page.url.endswith("/somewhere-harmless")
    context.close()


def test_a_long_form_saves_as_it_goes(seen, gallery):
    seen.goto(f"{gallery.url}/form")
    with seen.expect_request("**/save") as sent:
        seen.fill("#id_name", "Asha")
    assert "csrfmiddlewaretoken" in sent.value.post_data
    assert "Asha" in sent.value.post_data
    seen.wait_for_selector("text=/Saved at \\d\\d:\\d\\d/")
    assert seen.locator("[data-autosave-status]").get_attribute("role") == "status"


def test_leaving_the_page_saves_what_was_just_written(seen, gallery):
    seen.goto(f"{gallery.url}/form")
    SAVED.clear()
    seen.fill("#id_name", "Just now")
    seen.goto(f"{gallery.url}/parts")
    for _ in range(50):  # the browser sends it after the page has gone
        if SAVED:
            break
        time.sleep(0.1)
    assert SAVED[0]["name"] == "Just now"


def test_what_could_not_be_saved_is_said(page, gallery):
    page.route("**/save", lambda route: route.fulfill(status=500))
    page.goto(f"{gallery.url}/form")
    page.fill("#id_name", "Asha")
    page.wait_for_selector("text=/Not saved at/")


def test_a_second_press_sends_nothing(seen, gallery):
    sent = []
    seen.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    seen.goto(f"{gallery.url}/quiet")
    seen.evaluate(
        "() => { const b = [...document.querySelectorAll('main form button')].at(-1);"
        " const f = b.form; f.requestSubmit(); f.requestSubmit(); }"
    )
    seen.wait_for_url(re.compile("/quiet"))
    seen.wait_for_selector(".govuk-error-summary")
    assert len(sent) == 1


def test_leaving_quickly_by_keyboard(seen, gallery):
    seen.goto(f"{gallery.url}/quiet")
    for _ in range(3):
        seen.keyboard.press("Shift")
    seen.wait_for_url("**/somewhere-harmless")


def test_paper_has_no_buttons(seen, gallery):
    seen.goto(f"{gallery.url}/parts")
    seen.emulate_media(media="print")
    assert not seen.locator("main .govuk-button").first.is_visible()
    assert seen.locator("h1").is_visible()
    for words in ("Some words.", "Hidden words."):
        assert seen.get_by_text(words).evaluate("e => e.checkVisibility({contentVisibilityAuto: true})"), (
            words
        )
