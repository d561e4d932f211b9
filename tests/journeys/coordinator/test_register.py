"""The coordinator keeps the register: several entries at once, the family's name, and which forms are looked for."""

from django.urls import reverse

from illuminate.cli.demo.story.intake import deciding
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.people import queries
from tests.cast import Cast
from tests.journeys.conftest import Door


def test_the_register_is_filled_named_and_taken_out(cast: Cast, sign_in: Door) -> None:
    review = deciding(cast)
    marian = sign_in(cast.coordinator)
    marian.open(reverse("people:list", args=[review.slug]))
    marian.does_not_see("Margaret", "Marsh")
    marian.follow("Add several at once")
    marian.choose(what="place")
    marian.fill(lines="9 Mill Row = a house nearby\n...\nUpper Thorpe")
    marian.click("Look at the rows")
    marian.sees("There is a problem", "Line 2: Enter the real name, place, date or number.")
    assert "Upper Thorpe" in marian.page.input_value("[name='lines']")
    marian.fill(lines="9 Mill Row = a house nearby\nUpper Thorpe")
    marian.click("Look at the rows")
    marian.sees("Nothing is kept yet", "a house nearby", "None agreed yet")
    marian.click("Add these")
    marian.sees("Added to the register: 2", "a house nearby")

    marian.fill(words="victim")
    marian.click("Search")
    marian.sees("1 of ", "no pseudonym yet")
    marian.follow("None agreed yet (victim)")
    marian.sees("What is looked for in files", "Short form of the first name")
    marian.page.get_by_text("more: longer forms").click()
    marian.page.get_by_role("checkbox", name="Holloway, Margaret", exact=True).uncheck()
    marian.click("Save these forms")
    marian.sees("Saved.")

    marian.click("Change pseudonym")
    marian.choose(chosen_by="family")
    marian.day("chosen_on", 9, 1, 2023)
    suggestion = marian.page.locator("[data-suggestion]").first
    name = suggestion.inner_text()
    suggestion.click()
    assert marian.page.input_value("[name='pseudonym']") == name
    assert marian.page.input_value("[name='chosen_on-year']") == "2023"
    marian.follow("Other suggestions")
    marian.fill(pseudonym="Craig")
    marian.click("Save pseudonym")
    marian.sees("“Craig” is the real name of somebody in this case")
    marian.fill(pseudonym=name)
    marian.choose(chosen_by="family")
    marian.day("chosen_on", 9, 1, 2023)
    marian.click("Save pseudonym")
    marian.sees(f"The pseudonym is now {name}.", "The family, 9 January 2023")

    marian.click("Show real names")
    marian.sees("Margaret Anne Holloway", "9 Mill Row")
    marian.follow("Take out as a file")
    with marian.page.expect_download() as download:
        marian.page.get_by_role("button", name="Take out the file").click()
    assert download.value.suggested_filename.endswith("register OFFICIAL-SENSITIVE.csv")
    with acting_as(cast.coordinator.pk):
        victim = queries.subjects(review)[0].entry
        assert (victim.pseudonym, victim.struck_forms) == (name, ["Holloway, Margaret"])


def test_the_family_wants_the_real_name(cast: Cast, sign_in: Door) -> None:
    review = deciding(cast)
    with acting_as(cast.coordinator.pk):
        victim = queries.subjects(review)[0].entry
    marian = sign_in(cast.coordinator)
    marian.open(reverse("people:entry", args=[review.slug, victim.pk]))
    marian.follow("Use the real name, as the family chose")
    marian.fill(name="Margaret")
    marian.day("chosen_on", 9, 1, 2023)
    marian.click("Use the real name")
    marian.sees("Confirm that the family chose this")
    marian.page.locator("[name='confirmed']").check()
    marian.click("Use the real name")
    marian.sees("Their real name is used, as the family chose.", f"confirmed by {cast.coordinator.name}")
    marian.follow("Back")
    marian.sees("Their real name, as the family chose")
    marian.does_not_see("Margaret")
