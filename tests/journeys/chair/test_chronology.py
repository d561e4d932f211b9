"""The chair reads the combined chronology as a picture and a table, settles what it raises, and asks an agency."""

from io import BytesIO
from pathlib import Path

from django.urls import reverse
from openpyxl import load_workbook

from illuminate.cli.demo.story.agencies import request_to
from illuminate.cli.demo.story.chronology import file_of
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.agencies.models import Challenge
from illuminate.journey.chronology import actions
from illuminate.journey.chronology.tests.hands import BRUISE, LOCKS, entry, finding, found
from tests.cast import Cast, do
from tests.journeys.conftest import NARROW, Door, Visitor

WORDS = "[data-lanes-words]"


def drawn(visitor: Visitor, words: str) -> None:
    visitor.page.locator(WORDS, has_text=words).wait_for()


def test_the_picture_is_zoomed_by_keys_by_buttons_and_by_dragging(cast: Cast, sign_in: Door) -> None:
    review = found(cast)
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("chronology:combined", args=[review.slug]))
    drawn(imogen, "from 11 June 2014 to 30 April 2018")
    view = imogen.page.locator("[data-lanes-view]")
    view.focus()
    imogen.page.keyboard.press("+")
    imogen.page.keyboard.press("+")
    drawn(imogen, "1 entry of 1 agency")
    imogen.page.keyboard.press("Home")
    drawn(imogen, "from 11 June 2014 to 30 April 2018")
    box = view.bounding_box()
    assert box
    imogen.page.mouse.move(box["x"] + box["width"] - 60, box["y"] + 50)
    imogen.page.mouse.down()
    imogen.page.mouse.move(box["x"] + box["width"] - 4, box["y"] + 50, steps=4)
    imogen.page.mouse.up()
    drawn(imogen, "2 entries of 2 agencies")
    imogen.look()
    imogen.click("Show this period in the table")
    imogen.sees("2 entries found", "Asked for the locks to be changed.")
    imogen.does_not_see("Neighbour reported shouting.")


def test_a_finding_is_settled_and_an_agency_asked(cast: Cast, sign_in: Door) -> None:
    review = found(cast)
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("chronology:combined", args=[review.slug]))
    imogen.follow("Findings")
    imogen.sees("5 findings, 5 open", "It is nobody’s fault unless the chair")
    imogen.follow("Northbridge and Vale Hospitals NHS Trust and Tidewell Homes give different times")
    imogen.choose(decision="noted")
    imogen.click("Save this decision")
    imogen.sees("Choose an account, or that it is not known")
    imogen.choose(taken_right="unknown")
    imogen.fill(note="Ask both.")
    imogen.click("Save this decision")
    imogen.sees("Your decision is on record", "Which is right is not known. Ask both.")
    imogen.follow("Ask Tidewell Homes about it")
    imogen.does_not_see("Show this row")
    imogen.fill(question="By which clock?")
    imogen.click("Ask the agency")
    imogen.sees("Tidewell Homes is told that you have a question", "By which clock?", "No answer yet")
    with acting_as(cast.housing_author.pk):
        assert "bruise" not in Challenge.objects.get().passage
    assert finding(cast).state == "asked"


def pressed(visitor: Visitor, *keys: str) -> None:
    for key in keys:
        visitor.page.keyboard.press(key)


def test_a_finding_is_settled_by_keys_alone(cast: Cast, sign_in: Door) -> None:
    found(cast)
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("chronology:finding", args=[finding(cast, "silence").pk]))
    for _ in range(40):
        pressed(imogen, "Tab")
        if imogen.page.evaluate("document.activeElement.name") == "decision":
            break
    pressed(imogen, "Space", "ArrowDown", "Tab")
    imogen.page.keyboard.type("The service was closed.")
    pressed(imogen, "Tab", "Enter")
    imogen.page.get_by_text("Your decision is on record").first.wait_for()
    imogen.look()
    imogen.sees("Explained", "The service was closed.")
    assert finding(cast, "silence").state == "settled"


def test_who_settles_an_older_page_is_told_what_was_decided(cast: Cast, sign_in: Door) -> None:
    found(cast)
    url = reverse("chronology:finding", args=[finding(cast, "one_sided").pk])
    first, second = sign_in(cast.independent_chair), sign_in(cast.independent_chair)
    for visitor in (first, second):
        visitor.open(url)
    first.choose(decision="noted")
    first.click("Save this decision")
    second.choose(decision="explained")
    second.fill(note="It came by post.")
    second.click("Save this decision")
    second.sees("There is a problem", "while you had the page open, so your choice was not kept")
    assert second.page.locator("[name=note]").input_value() == "It came by post."
    assert finding(cast, "one_sided").decision == "noted"
    second.click("Save this decision")
    second.sees("Your decision is on record")
    assert finding(cast, "one_sided").decision == "explained"


def test_the_agency_answers_and_sees_no_row_but_its_own(cast: Cast, sign_in: Door) -> None:
    review = found(cast)
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("chronology:entry", args=[entry(cast, LOCKS).pk]))
    imogen.click("Ask the agency about it")
    imogen.fill(question="Who asked for it?")
    imogen.click("Ask the agency")
    valerie = sign_in(cast.housing_author)
    valerie.open(reverse("agencies:request", args=[request_to(cast, review, cast.housing).pk]))
    valerie.sees("Asked for the locks to be changed.", "Who asked for it?")
    valerie.does_not_see(BRUISE, "Northbridge and Vale")
    valerie.click("Answer this question")
    valerie.fill(text="The tenant, by telephone.")
    valerie.click("Send this answer")
    imogen.open(reverse("chronology:entry", args=[entry(cast, LOCKS).pk]))
    imogen.sees("Who asked for it?", "The tenant, by telephone.")


def test_a_missed_opportunity_is_marked_and_found_again(cast: Cast, sign_in: Door) -> None:
    review = found(cast)
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("chronology:entry", args=[entry(cast, BRUISE).pk]))
    imogen.click("Mark this entry")
    imogen.choose(kind="missed_opportunity")
    imogen.fill(note="Nobody asked how.")
    imogen.click("Mark this entry")
    imogen.sees("The entry is marked", "Nobody asked how.")
    imogen.open(reverse("chronology:combined", args=[review.slug]))
    imogen.page.get_by_text("More filters").click()
    imogen.page.locator("[name=mark]").select_option("missed_opportunity")
    imogen.click("Apply filters")
    imogen.sees("1 entry found", BRUISE, "Missed opportunity")
    imogen.does_not_see("locks to be changed")


def test_who_had_a_fact_on_a_day(cast: Cast, sign_in: Door) -> None:
    review = found(cast)
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("chronology:knew", args=[review.slug]))
    imogen.fill(words="bruise", day="11 June 2014")
    imogen.click("Show who had it")
    imogen.sees(
        "By 11 June 2014", "Its own entry of 11 June 2014, 10:30", "Its own entry of 11 June 2014, 09:15"
    )
    imogen.fill(day="1 May 2014")
    imogen.click("Show who had it")
    imogen.sees("By 1 May 2014", "Not yet on record")
    assert "bruise" not in imogen.page.url


def exported(visitor: Visitor, slug: str) -> str:
    """All words of the workbook that somebody exports."""
    visitor.open(reverse("chronology:combined", args=[slug]))
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("button", name="Excel (.xlsx)").click()
    assert "OFFICIAL-SENSITIVE" in download.value.suggested_filename
    book = load_workbook(BytesIO(Path(download.value.path()).read_bytes()))
    return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None)


def test_an_export_holds_what_its_reader_sees_and_no_more(cast: Cast, sign_in: Door) -> None:
    review = found(cast)
    do(actions.release, file=file_of(cast, review, cast.hospital), by=cast.independent_chair)
    whole = exported(sign_in(cast.independent_chair), review.slug)
    assert BRUISE in whole and "Neighbour reported shouting" in whole
    assert "One says 09:15, the other 10:30." in whole
    part = exported(sign_in(cast.panel_member), review.slug)
    assert BRUISE in part and "Neighbour" not in part and "Tidewell" not in part and "09:15" not in part


def test_on_a_phone_the_picture_is_drawn_for_the_phone(cast: Cast, sign_in: Door) -> None:
    review = found(cast)
    imogen = sign_in(cast.independent_chair)
    imogen.page.set_viewport_size(NARROW)
    imogen.page.goto(imogen.site + reverse("chronology:combined", args=[review.slug]))
    imogen.page.locator("svg.app-lanes__picture[viewBox^='0 0 288 ']").wait_for()
    box = imogen.page.locator("[data-lanes-view]").bounding_box()
    assert box and box["width"] <= NARROW["width"]
    imogen.page.get_by_role("button", name="Zoom in").click()
    drawn(imogen, "Not shown")
