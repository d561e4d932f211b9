"""The Home Office reverses a decision not to review, and sends a report back before it agrees to publication."""

from io import BytesIO

from django.urls import reverse
from docx import Document as WordDocument

from illuminate.cli.demo.story.assurance import POINTS, submitted
from illuminate.cli.demo.story.intake import commissioned, not_held
from illuminate.foundation.documents.forms import Upload
from tests.cast import Cast
from tests.journeys.conftest import Door


def letter() -> Upload:
    """A letter as the Home Office writes it, without names."""
    written, packed = WordDocument(), BytesIO()
    written.add_paragraph(
        "The Panel does not agree with the decision. That few agencies knew them may be the learning."
    )
    written.save(packed)
    return Upload("Reply.docx", packed.getvalue())


def test_a_no_is_reversed_by_letter_and_the_review_goes_on(cast: Cast, sign_in: Door) -> None:
    review = not_held(cast)
    commissioned(cast)
    gwendolyn = sign_in(cast.home_office_reader)
    gwendolyn.open("/")
    gwendolyn.sees("Answer the decision not to review")
    gwendolyn.open(reverse("intake:home_office_queue"))
    gwendolyn.sees("No review: waiting for your answer", "SN-2022-001", "Told", "SN-2021-001")
    gwendolyn.does_not_see("Dhariwal", "Holloway")
    gwendolyn.follow("SN-2022-001")
    gwendolyn.sees("Why no agency knew them", "her passport and wages were held by others")
    gwendolyn.click("Reverse the decision")
    gwendolyn.click("Send the answer")
    gwendolyn.sees("There is a problem")
    gwendolyn.choose(kind="request")
    gwendolyn.fill(reasons="A charge is not needed. That few agencies knew the family may be the learning.")
    gwendolyn.attach("letter", letter())
    gwendolyn.click("Send the answer")
    gwendolyn.sees(
        "The decision is reversed",
        "Asked for a review, without a direction",
        "Download the Home Office’s letter",
    )

    marian = sign_in(cast.coordinator)
    marian.open(reverse("intake:decision", args=[review.slug]))
    marian.sees("may be the learning", "Download the Home Office’s letter")
    marian.click("Commission the review")
    marian.sees("The review is commissioned. Next: an independent chair.")


def test_a_report_comes_back_with_points_is_answered_and_agreed(cast: Cast, sign_in: Door) -> None:
    review = submitted(cast)
    edmund = sign_in(cast.quality_reader)
    edmund.open("/")
    edmund.follow("Read a report and record the letter")
    edmund.sees("Overview report", "Executive summary", "Record the letter")
    edmund.does_not_see("Holloway", "Marsh")
    edmund.choose(result="changes")
    edmund.day("letter_on", 29, 8, 2023)
    edmund.click("Record the letter")
    edmund.sees("There is a problem", "Write down the points of the letter")
    edmund.fill(points="\n\n".join(f"{number}. {point}" for number, point in enumerate(POINTS, 1)))
    edmund.attach("letter", letter())
    edmund.click("Record the letter")
    edmund.sees("The letter is on record", "Point 1", POINTS[0], "Download the letter")

    imogen = sign_in(cast.independent_chair)
    imogen.open(reverse("desk:review", args=[review.slug]))
    for number, point in enumerate(POINTS, 1):
        imogen.follow(f"Answer point {number}")
        imogen.sees(point)
        imogen.fill(where=f"Section {number}", text="Changed as the Panel asks.")
        imogen.click("Save the answer")
        imogen.sees(f"Point {number} is answered.")
        imogen.open(reverse("desk:review", args=[review.slug]))

    marian = sign_in(cast.coordinator)
    marian.open(reverse("desk:review", args=[review.slug]))
    marian.follow("Send the report again")
    marian.click("Send it")
    marian.sees("The report is with the Home Office.")

    edmund.open("/")
    edmund.follow("Read a report and record the letter")
    edmund.sees("submission 2")
    edmund.choose(result="publish")
    edmund.day("letter_on", 31, 10, 2023)
    edmund.click("Record the letter")
    edmund.sees("The letter is on record", "publish")
    edmund.open(reverse("assurance:queue"))
    edmund.sees("submission 1", "submission 2", "31 October 2023")
    edmund.does_not_see("Waits for a letter")

    marian.open(reverse("desk:review", args=[review.slug]))
    marian.sees("Approved")
