"""From the Home Office's agreement to the public page, through real actions."""

from datetime import date
from io import BytesIO

from docx import Document as WordFile

from illuminate.cli.demo.cast import Cast, do, reloaded
from illuminate.cli.demo.story.assurance import approved
from illuminate.cli.demo.story.involvement import told_of_publication
from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import actions as anonymity
from illuminate.journey.anonymity.models import Check
from illuminate.journey.anonymity.queries import latest_machine_check
from illuminate.journey.publication import actions, queries
from illuminate.journey.publication.models import FrozenReport, Release
from illuminate.journey.reviews.models import Review

FROZEN_ON = date(2023, 11, 6)
CHECKED_ON = date(2023, 11, 20)
PUBLISHED_ON = date(2023, 12, 4)
DIED = "October 2021"
SUMMARY = (
    "Louise was killed by her former partner. The review asks what agencies knew of coercive control, of stalking "
    "after separation, and of her work as a carer."
)


def word_file(*paragraphs: str) -> bytes:
    """A small Word file that names nobody as its author."""
    file = WordFile()
    for words in paragraphs:
        file.add_paragraph(words)
    file.core_properties.author = ""
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def at_the_gate(cast: Cast) -> Review:
    """The Home Office has agreed to publication, and the family knows when and how.

    A test module that builds this once for all its tests keeps it in `cast.standing`.
    """
    standing = cast.__dict__.get("standing")
    if standing is None:
        standing = approved(cast)
        told_of_publication(cast, standing)
    return reloaded(cast, standing)


def files(cast: Cast, review: Review) -> dict[str, Upload | Document]:
    """The drafts as the report's room has them; plan and letter as they come from a desk."""
    with acting_as(cast.coordinator.pk):
        known = queries.sources(review)
    plan = Upload("plan.docx", word_file("Action plan", "Recharge policy withdrawn"))
    letter = Upload("letter.txt", b"The Quality Assurance Panel agrees to publication.\n")
    return {"overview": known["overview"], "summary": known["summary"], "plan": plan, "letter": letter}


def frozen(cast: Cast, review: Review | None = None) -> FrozenReport:
    """The coordinator has frozen the four files and the words of the public page."""
    review = review or at_the_gate(cast)
    return do(actions.freeze, review=review, documents=files(cast, review), died=DIED, summary=SUMMARY,
              happened_on=FROZEN_ON, by=cast.coordinator)  # fmt: skip


def asked(cast: Cast, report: FrozenReport) -> list[Check]:
    """Two people who didn't write it are asked to check every file."""
    checkers = [cast.panel_member, cast.second_panel_member]
    made: list[Check] = do(actions.ask_checkers, frozen=report, checkers=checkers, happened_on=FROZEN_ON,
                           by=cast.coordinator)  # fmt: skip
    return made


def judged(checks: list[Check], checker: User) -> None:
    """One of the two has said of every file that it is clean."""
    for check in checks:
        if check.checker_id == checker.pk:
            do(anonymity.give_verdict, check=check, verdict="clean", happened_on=CHECKED_ON, by=checker)


def checked(cast: Cast, report: FrozenReport) -> FrozenReport:
    """Both have said that every file is clean; the machine found nothing to change."""
    _settle(cast, report)
    checks = asked(cast, report)
    for checker in (cast.panel_member, cast.second_panel_member):
        judged(checks, checker)
    return report


def agreed(cast: Cast, review: Review | None = None) -> FrozenReport:
    """Nothing blocks publication any more."""
    report = checked(cast, frozen(cast, review))
    do(
        actions.choose_date,
        review=report.review,
        publish_on=PUBLISHED_ON,
        happened_on=CHECKED_ON,
        by=cast.coordinator,
    )
    do(actions.approve, frozen=report, happened_on=CHECKED_ON, by=cast.partnership_chair)
    return report


def published(cast: Cast, review: Review | None = None) -> Release:
    """The coordinator has published the report."""
    return do(actions.release, frozen=agreed(cast, review), happened_on=PUBLISHED_ON, by=cast.coordinator)


def _settle(cast: Cast, report: FrozenReport) -> None:
    """What the machine finds in the clean files is its own caution, and said so with a reason."""
    with acting_as(cast.coordinator.pk):
        looks = [(file, latest_machine_check(report.review, file.digest)) for file in report.files.all()]
        left = [
            (look, [item["number"] for item in look.items()])
            for _, look in looks
            if look and not look.is_clean
        ]
    for look, numbers in left:
        do(anonymity.settle, check=look, numbers=numbers, outcome="keep", reason="It names nobody of the case.",
           by=cast.coordinator)  # fmt: skip
