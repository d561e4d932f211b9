"""The example case's report checked before submission, through real actions.

The machine finds the slips in the first draft; the version without them passes, and a panel member confirms it.
"""

from datetime import date
from io import BytesIO

from docx import Document as Word

from illuminate.cli.demo.cast import Cast, do, reloaded
from illuminate.cli.demo.story.involvement import read_by_family
from illuminate.cli.demo.story.report import CASE, file, latest, upload
from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.anonymity import actions, queries
from illuminate.journey.anonymity.models import Check, MachineCheck, Round, Verdict
from illuminate.journey.people import actions as people
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.models import Review

CLEAN = "overview_final_clean.docx"
CHECKED_ON = date(2023, 2, 20)
WHY_KEPT = "Looked at in the file: it names nobody of the case."


def draft_file(*paragraphs: str, name: str = "report.docx") -> Upload:
    """A short report in Word that names nobody as its author."""
    made, kept_in = Word(), BytesIO()
    made.core_properties.author = ""
    made.add_heading("Introduction", 1)
    for words in paragraphs:
        made.add_paragraph(words)
    made.save(kept_in)
    return Upload(name, kept_in.getvalue())


def registered(cast: Cast) -> Review:
    """Every name of the case is on the register, with its pseudonym."""
    review = read_by_family(cast)
    register = (CASE.parent / "register.csv").read_text(encoding="utf-8")
    do(people.import_register, review=review, csv_text=register, by=cast.coordinator)
    return reloaded(cast, review)


def looked_at(cast: Cast, draft: Draft, round: str = Round.SUBMISSION) -> MachineCheck:  # noqa: A002 - a round is what everybody calls it
    """The machine has looked at a draft."""
    check: MachineCheck = do(
        actions.run_machine_check,
        document=draft.document,
        round=round,
        happened_on=CHECKED_ON,
        by=cast.coordinator,
    )
    return check


def kept(cast: Cast, check: MachineCheck) -> None:
    """Everything that the machine pointed to was looked at and stays, with the reason."""
    with acting_as(cast.coordinator.pk):
        numbers = [item["number"] for item in check.items()]
    if numbers:
        do(actions.settle, check=check, numbers=numbers, outcome="keep", reason=WHY_KEPT, by=cast.coordinator)


def asked_to_check(cast: Cast, draft: Draft, checker: User, round: str = Round.SUBMISSION) -> Check:  # noqa: A002 - a round is what everybody calls it
    check: Check = do(
        actions.ask_checker, review=draft.review, document=draft.document, round=round, checker=checker,
        happened_on=CHECKED_ON, by=cast.coordinator,
    )  # fmt: skip
    return check


def judged(check: Check, checker: User, verdict: str = "clean", note: str = "") -> Verdict:
    given: Verdict = do(
        actions.give_verdict, check=check, verdict=verdict, note=note, happened_on=CHECKED_ON, by=checker
    )
    return given


def passed(cast: Cast, draft: Draft, checker: User) -> None:
    """The machine and one person have checked a draft."""
    kept(cast, looked_at(cast, draft))
    judged(asked_to_check(cast, draft, checker), checker)


def checked(cast: Cast) -> Review:
    """Both files have passed their check before submission."""
    review = registered(cast)
    upload(cast, review, Draft.Kind.OVERVIEW, file(CLEAN))
    for kind, checker in (
        (Draft.Kind.OVERVIEW, cast.panel_member), (Draft.Kind.SUMMARY, cast.second_panel_member),
    ):  # fmt: skip
        passed(cast, drafted_as(cast, review, kind), checker)
    return reloaded(cast, review)


def drafted_as(cast: Cast, review: Review, kind: str) -> Draft:
    """The newest version of a file, with its review."""
    found = latest(cast, review, kind)
    found.review = review
    return found


def found_by(check: MachineCheck, person: User) -> list[str]:
    """The words that the machine pointed to, as somebody in the core reads them."""
    with acting_as(person.pk):
        found = queries.machine_check_or_404(check.pk, person)
        return [item["text"] for item in found.items() if not item["unread"]]
