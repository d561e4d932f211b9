"""From the Home Office's agreement to the public page, through real actions."""

from datetime import date
from io import BytesIO

from docx import Document as WordFile

from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.access.tests.test_compartments import opened
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import actions as anonymity
from illuminate.journey.anonymity.queries import latest_machine_check
from illuminate.journey.people import actions as people
from illuminate.journey.publication import actions, queries
from illuminate.journey.publication.models import FrozenReport, Release
from illuminate.journey.report import actions as report
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do, reloaded

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


def approved(cast: Cast) -> Review:
    review_id = opened(cast)
    c = cast.coordinator
    with acting_as(c.pk):
        compartments.admit(
            review_id=review_id, seat=Seat(Role.INDEPENDENT_CHAIR, user_id=cast.independent_chair.pk), by=c
        )
        compartments.open_compartment(
            review_id=review_id, kind=Kind.HOME_OFFICE, title="Alder", reference="SN-2026-001", by=c
        )
        for role in (Role.HOME_OFFICE_READER, Role.QUALITY_ASSURANCE_READER):
            compartments.admit(
                review_id=review_id, seat=Seat(role, organisation_id=cast.home_office.pk), by=c
            )
        for member in (cast.panel_member, cast.second_panel_member):
            compartments.admit(review_id=review_id, seat=Seat(Role.PANEL_MEMBER, user_id=member.pk), by=c)
        review = Review.objects.get(pk=review_id)
        people.record_subject(
            review=review,
            kind="victim",
            name="Margaret Anne Holloway",
            other_names="Maggie",
            pseudonym="Louise",
            died=date(2021, 10, 9),
            by=c,
        )
        for to, by in (
            (Stage.DECIDING, c),
            (Stage.COMMISSIONED, cast.partnership_chair),
            (Stage.GATHERING, c),
        ):
            with acting_as(by.pk):
                reviews.move(review_id=review_id, to=to, by=by)
    chair = cast.independent_chair
    do(reviews.move, review_id=review_id, to=Stage.ANALYSING, by=chair)
    review = reloaded(cast, review)
    lesson = do(
        report.record_lesson,
        review=review,
        title="Housing decisions can strengthen control",
        text="Recharges and joint tenancy rules can each make a person less safe.",
        by=chair,
    )
    recommendation = do(
        report.record_recommendation,
        review=review,
        scope="local",
        lead_organisation=cast.housing,
        text="Tidewell Homes should stop recharging for damage caused by abuse.",
        target_date=date(2027, 7, 31),
        expected_change="No recharge for abuse-related damage.",
        lessons=[lesson],
        by=chair,
    )
    do(
        report.plan_action,
        recommendation=recommendation,
        text="Recharge policy withdrawn; past recharges reviewed",
        owner="Head of Housing",
        organisation=cast.housing,
        target_date=date(2027, 7, 31),
        by=chair,
    )
    do(reviews.move, review_id=review_id, to=Stage.DRAFTING, by=chair)
    review = reloaded(cast, review)
    for kind in ("overview", "summary"):
        file = WordFile()
        file.core_properties.author = ""
        file.add_heading("Introduction", 1)
        file.add_paragraph(f"This is the {kind} about Louise. It speaks of strangulation.")
        made = BytesIO()
        file.save(made)
        do(
            report.upload_draft,
            review=review,
            kind=kind,
            upload=Upload(f"{kind}.docx", made.getvalue()),
            by=chair,
        )
    do(reviews.move, review_id=review_id, to=Stage.SIGNED_OFF, by=cast.partnership_chair)
    do(reviews.move, review_id=review_id, to=Stage.WITH_HOME_OFFICE, by=c)
    do(reviews.move, review_id=review_id, to=Stage.APPROVED, by=cast.quality_reader)
    return reloaded(cast, review)


def files(cast: Cast, review: Review) -> dict[str, Upload | Document]:
    """The drafts as the report's room has them; plan and letter as they come from a desk."""
    with acting_as(cast.coordinator.pk):
        known = queries.sources(review)
    plan = Upload("plan.docx", word_file("Action plan", "Recharge policy withdrawn"))
    letter = Upload("letter.txt", b"The Quality Assurance Panel agrees to publication.\n")
    return {"overview": known["overview"], "summary": known["summary"], "plan": plan, "letter": letter}


def frozen(cast: Cast, review: Review | None = None) -> FrozenReport:
    """The coordinator has frozen the four files and the words of the public page."""
    review = review or approved(cast)
    return do(actions.freeze, review=review, documents=files(cast, review), died=DIED, summary=SUMMARY,
              happened_on=FROZEN_ON, by=cast.coordinator)  # fmt: skip


def checked(cast: Cast, report: FrozenReport) -> FrozenReport:
    """Two people who didn't write it have each said that every file is clean; the machine found nothing to change."""
    _settle(cast, report)
    checkers = (cast.panel_member, cast.second_panel_member)
    asked = do(
        actions.ask_checkers,
        frozen=report,
        checkers=list(checkers),
        happened_on=FROZEN_ON,
        by=cast.coordinator,
    )
    for check in asked:
        by = next(person for person in checkers if person.pk == check.checker_id)
        do(anonymity.give_verdict, check=check, verdict="clean", happened_on=CHECKED_ON, by=by)
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
