"""The independent chair goes through what the machine found, by keys and by hand, and takes the pseudonymised copy."""

from io import BytesIO

from django.urls import reverse
from docx import Document as Word

from illuminate.cli.demo.story.anonymity import draft_file, drafted_as
from illuminate.cli.demo.story.report import drafting, upload
from illuminate.engines.anonymise.tests.build import line, pdf
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents import actions as documents
from illuminate.journey.anonymity import actions, working
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews import actions as reviews
from tests.cast import Cast, do
from tests.journeys.conftest import Door, Visitor

WORDS = ("Maggie rang Gertrude Oxenhope.", "Gertrude Oxenhope drove Maggie’s car to Mr Tolliver.")


def press(visitor: Visitor, key: str) -> None:
    """A key that leads to another page, which is looked at."""
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press(key)
    visitor.look()


def mark(visitor: Visitor) -> str:
    """The finding that is asked about."""
    return visitor.page.inner_text(".app-mark--here")


def test_findings_are_decided_by_keys_and_the_copy_is_taken(cast: Cast, sign_in: Door) -> None:
    review = drafting(cast)
    upload(cast, review, Draft.Kind.OVERVIEW, draft_file(*WORDS, name="Maggie report.docx"))
    document = drafted_as(cast, review, Draft.Kind.OVERVIEW).document_id
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("anonymity:document", args=[review.slug, "submission", document]))
    imogen.click("Let the machine check it")
    imogen.sees("begins as soon as it is free", "You can leave this page")
    assert working.run_all(eyes=cast.independent_chair.pk) == 1
    imogen.follow("Look again")
    imogen.click("See what it found")
    imogen.click("Let all that is on the register be replaced")
    imogen.sees("on the register will be replaced", "Maggie → Louise")

    press(imogen, "u")
    assert "Gertrude Oxenhope" in mark(imogen)
    imogen.page.keyboard.press("e")
    imogen.page.keyboard.press("c")
    imogen.page.keyboard.type("a neighbour")
    press(imogen, "Enter")
    imogen.sees("Decided in 2 places.", "Gertrude Oxenhope → a neighbour", "The register has changed")
    assert "Tolliver" in mark(imogen)
    press(imogen, "p")
    press(imogen, "u")
    imogen.page.keyboard.press("k")
    imogen.page.keyboard.type("He is named in the press.")
    press(imogen, "Enter")
    assert "Thumbnail" in mark(imogen)
    imogen.page.keyboard.press("k")
    press(imogen, "Enter")
    imogen.sees("Everything that the machine found is decided.", "7 of 7 decided.", "Tolliver (stays)")

    imogen.page.keyboard.press("?")
    imogen.page.get_by_role("button", name="Switch the keys off").click()
    before = imogen.page.url
    imogen.page.keyboard.press("n")
    assert imogen.page.url == before
    imogen.follow("What remains")
    imogen.sees("He is named in the press.", "in 100 are missed")
    takes_the_copy(imogen, reverse("anonymity:document", args=[review.slug, "submission", document]), cast)


def takes_the_copy(imogen: Visitor, page: str, cast: Cast) -> None:
    """The machine looks again, because the register has grown; then the copy is made and taken out."""
    imogen.open(page)
    imogen.sees("The register has changed since the machine looked. Let it look again first.")
    imogen.click("Let the machine look again")
    working.run_all(eyes=cast.independent_chair.pk)
    imogen.open(page)
    imogen.click("Make the pseudonymised copy")
    imogen.sees("The machine was asked to make the copy")
    assert working.run_all(eyes=cast.independent_chair.pk) == 1
    imogen.open(page)
    imogen.sees("An independent search of its bytes found nothing that is on the register.")
    with imogen.page.expect_download() as taken:
        imogen.page.get_by_role("link", name="Download Louise report.docx").click()
    text = [one.text for one in Word(BytesIO(taken.value.path().read_bytes())).paragraphs]
    assert "Louise rang a neighbour." in text and "A neighbour drove Louise’s car to Mr Tolliver." in text
    imogen.follow("Record of this check")
    imogen.sees("SHA-256", "Illuminate ")


def test_a_pdf_is_read_as_it_looks(cast: Cast, sign_in: Door) -> None:
    review = drafting(cast)
    with acting_as(cast.coordinator.pk):
        core = reviews.compartment_of(review, Kind.CORE)
    data = pdf(line("Maggie rang Gertrude Oxenhope at noon."), line("Nobody answered."))
    file = do(documents.store, data=data, name="a.pdf", purpose="report.overview", compartment=core,
              by=cast.coordinator)  # fmt: skip
    check = do(actions.run_machine_check, document=file, round="submission", by=cast.coordinator)
    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("anonymity:findings", args=[check.pk]))
    imogen.follow("Page 1 as it looks")
    drawn = imogen.page.evaluate("document.querySelector('.app-page image').getBoundingClientRect().height")
    assert drawn > 300 and imogen.page.locator(".app-page__box").count() == 2
    imogen.page.locator(".app-page__box").first.click()
    imogen.sees("What becomes of it?")
