"""What still stands between a report and the public (journey.md, "Confidential, then public")."""

import re
from collections.abc import Collection
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.design.days import long_day
from illuminate.foundation.documents.refusals import Unreadable
from illuminate.journey.anonymity import blockers as anonymity
from illuminate.journey.involvement import blockers as involvement
from illuminate.journey.publication import queries
from illuminate.journey.publication.kinds import PUBLISHED, FileKind
from illuminate.journey.publication.manifest import manifest
from illuminate.journey.publication.models import FrozenReport, Release
from illuminate.journey.publication.page import PublicPage, names_left, page_of
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH_AND_YEAR = re.compile(rf"^(?:(?:{MONTHS}) )?\d{{4}}$")


def to_prepare(review: Review) -> list[Blocker]:
    """The gate is prepared once the Home Office agrees to publication, and while nothing is public."""
    if review.stage == Stage.APPROVED:
        return []
    if review.stage in (Stage.PUBLISHED, Stage.CLOSED):
        return [
            Blocker("The report is public already. Take it down first if it has to change.", _gate(review))
        ]
    return [
        Blocker("The Home Office has not agreed to publication yet.",
                reverse("assurance:assurance", args=[review.slug]))
    ]  # fmt: skip


def to_freeze(review: Review, kinds: Collection[str], page: PublicPage) -> list[Blocker]:
    """All four files, and a page with nothing on it that identifies anyone."""
    found = to_prepare(review)
    missing = [kind.label for kind in PUBLISHED if kind not in kinds]
    found += [Blocker(f"Add the {_lower(label)}: it is published with the rest.") for label in missing]
    if not MONTH_AND_YEAR.match(page.died):
        found.append(
            Blocker("Give the month and the year of the death, never the day: for example, March 2018.")
        )
    if not page.summary:
        found.append(Blocker("Write the summary that readers see first."))
    return found + page_is_anonymous(review, page)


def to_freeze_anew(standing: FrozenReport | None, digest: str, allowed_by: object) -> list[Blocker]:
    """The same bytes are not frozen twice: verdicts on them would only be asked for again."""
    if standing and standing.digest == digest and standing.allowed_by_id == allowed_by:
        return [Blocker("Exactly these files and words are frozen already. Nothing was changed.")]
    return []


def page_is_anonymous(review: Review, page: PublicPage) -> list[Blocker]:
    """The machine's look at what the public page says. It names the place, never what stands there."""
    url = reverse("report:report", args=[review.slug])
    return [
        Blocker(f"{where} holds something that identifies a person or a place on the register. "
                "It must be changed before the page can be public.", url)
        for where in names_left(review, page)
    ]  # fmt: skip


def to_ask_checkers(frozen: FrozenReport, people: Collection[User]) -> list[Blocker]:
    """Whom to ask is each person's own question, asked for each file; here only that there is somebody left to ask."""
    if not people:
        return [Blocker("Choose who is asked to check the files.")]
    if not any(queries.not_asked(frozen, person) for person in people):
        return [Blocker("They have been asked to check these files already.", _gate(frozen.review))]
    return to_prepare(frozen.review) + to_stand(frozen)


def to_have_checkers(known: Collection[object]) -> list[Blocker]:
    """Nobody left to choose from is said in words."""
    if known:
        return []
    return [Blocker("Nobody is left to ask: everybody on the team wrote or uploaded something, or has been asked. Add "
                    "somebody to the panel.")]  # fmt: skip


def to_choose_date(review: Review, day: date, despite: str, *, today: date) -> list[Blocker]:
    """Not in the past; a day on which the family asked for peace only with a reason."""
    found = to_prepare(review)
    if day < today:
        found.append(Blocker("Choose a day that is still to come, or today."))
    if queries.unwelcome(review, day) and not despite.strip():
        found.append(
            Blocker("Somebody close to the person asked to be left in peace on this day. Choose another day, or say "
                    "why it has to be this one.")
        )  # fmt: skip
    return found


def to_choose_anew(standing: date | None, day: date) -> list[Blocker]:
    return [Blocker("This is the day that was chosen already.")] if standing == day else []


def to_approve(frozen: FrozenReport) -> list[Blocker]:
    """Agreement is to what stands frozen now, once."""
    if queries.approval_of(frozen):
        return [Blocker("The partnership has agreed to the publication of this frozen report already.")]
    return to_prepare(frozen.review) + to_stand(frozen)


def to_stand(frozen: FrozenReport) -> list[Blocker]:
    """It was not replaced, and the review was not opened again since."""
    url = reverse("publication:freeze", args=[frozen.review.slug])
    allowed = queries.allowed_by(frozen.review)
    if frozen.replaced_at:
        return [Blocker("The report was frozen anew since. Open the page again.", _gate(frozen.review))]
    if allowed is None or allowed.pk != frozen.allowed_by_id:
        return [Blocker("The review was opened again after the report was frozen. Freeze it anew.", url)]
    return []


def to_release(frozen: FrozenReport, *, on: date | None = None, reading_bytes: bool = True) -> list[Blocker]:
    """Everything that still blocks publication, in words; empty opens the gate.

    `reading_bytes` False leaves the re-reading of the files to the release itself: for task lists.
    """
    review = frozen.review
    if not_yet := to_prepare(review):
        return not_yet
    return [
        *to_stand(frozen),
        *(to_be_unchanged(frozen) if reading_bytes else []),
        *to_be_checked(frozen),
        *involvement.family_told_of_publication(review),
        *_to_have_come(review, on or localdate()),
        *_to_be_agreed(frozen),
    ]


def of_gate(review: Review, *, on: date | None = None, reading_bytes: bool = True) -> list[Blocker]:
    """The same for a review, whether anything is frozen yet or not."""
    frozen = queries.frozen_now(review)
    if frozen:
        return to_release(frozen, on=on, reading_bytes=reading_bytes)
    return to_prepare(review) or [
        Blocker("The report has not been frozen.", reverse("publication:freeze", args=[review.slug]))
    ]


def to_be_unchanged(frozen: FrozenReport) -> list[Blocker]:
    """The bytes on the disk and the words of the page are the ones that were frozen."""
    url = reverse("publication:freeze", args=[frozen.review.slug])
    try:
        files = queries.kept(frozen)
    except Unreadable as fault:
        return [Blocker(f"A frozen file can't be published: {str(fault)[:1].lower()}{str(fault)[1:]}", url)]
    page = page_of(frozen.review, died=frozen.died, summary=frozen.summary)
    words = {one.kind: one.data for one in files}.get(FileKind.PAGE)
    if words != page.as_file():
        return [Blocker("The lessons, recommendations or title were changed after they were frozen. "
                        "Freeze the report anew.", url)]  # fmt: skip
    if manifest((one.file.digest, one.kind) for one in files) != frozen.digest:
        return [Blocker("A frozen file was changed. Freeze the report anew.", url)]
    return page_is_anonymous(frozen.review, page)


def to_take_down(release: Release, reason: str) -> list[Blocker]:
    """With reasons, and once."""
    if release.taken_down_on:
        return [Blocker("The report has been taken out of the library already.", _gate(release.review))]
    return [] if reason.strip() else [Blocker("Say why the report is taken out of the library.")]


def to_release_statement(release: Release | None, *, found: bool) -> list[Blocker]:
    """A statement stands under its action on the public page."""
    if release is None:
        return [Blocker("The report is not public, so there is no page for this statement yet.")]
    return (
        []
        if found
        else [Blocker("The public page does not show this action, so nothing can stand under it.")]
    )


def to_be_checked(frozen: FrozenReport) -> list[Blocker]:
    """Two people who did not write it, on exactly these bytes, for each file."""
    return anonymity.to_pass_final_check(frozen.review, [file.document for file in queries.files_of(frozen)])


def _to_have_come(review: Review, today: date) -> list[Blocker]:
    chosen, url = queries.date_of(review), reverse("publication:date", args=[review.slug])
    if chosen is None:
        return [Blocker("Choose the day of publication, and agree it with the family.", url)]
    if chosen.publish_on > today:
        return [Blocker(f"The day chosen for publication is {long_day(chosen.publish_on)}.", url)]
    if queries.unwelcome(review, today) and today != chosen.publish_on:
        return [Blocker("Somebody close to the person asked to be left in peace today. Publish on another day, or "
                        "choose today with a reason.", url)]  # fmt: skip
    return []


def _to_be_agreed(frozen: FrozenReport) -> list[Blocker]:
    approval = queries.approval_of(frozen)
    if approval and approval.digest == frozen.digest:
        return []
    return [
        Blocker("The chair of the partnership has not agreed to the publication of exactly these files.",
                reverse("publication:approve", args=[frozen.review.slug]))
    ]  # fmt: skip


def _gate(review: Review) -> str:
    return reverse("publication:gate", args=[review.slug])


def _lower(label: str) -> str:
    return label if label.startswith("Home") else label[:1].lower() + label[1:]
