"""Why something can't be done yet with or for a family. No sentence names anybody."""

from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.foundation.design.answers import Answer
from illuminate.journey.involvement import choices, links, queries
from illuminate.journey.involvement.models import Comment, DraftReading, QuietDay, Relative
from illuminate.journey.involvement.models_link import PrivateLink
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import ENDED, Stage
from illuminate.journey.reviews.models import Review

FIXED = (Stage.PUBLISHED, Stage.CLOSED)
NEVER = (
    "Whoever is responsible for the death, and whoever lives with them, is never asked to take part as family, and "
    "never gives consent for a child. Do not record them here."
)


def to_record_relative(*, lives_with_responsible: str, matches_responsible: bool) -> list[Blocker]:
    """Never the person responsible, nor their household (journey.md, "Families")."""
    if matches_responsible or lives_with_responsible == Answer.YES:
        return [Blocker(NEVER)]
    if lives_with_responsible != Answer.NO:
        return [Blocker("Find out first whether they live with the person responsible for the death, for example from "
                        "the family liaison officer.")]  # fmt: skip
    return []


def to_record_once(known: bool) -> list[Blocker]:
    """Two entries of one person would be two people to the family's list."""
    return [Blocker("This person has been recorded already. Open their page from the list.")] if known else []


def to_contact(relative: Relative, today: date | None = None) -> list[Blocker]:
    """Not on the days on which they asked to be left in peace, and not at all if they said so."""
    quiet = queries.quiet_today(relative, today or localdate())
    if quiet:
        return [
            Blocker(f"Today is a day on which they asked not to be contacted ({quiet.words}). Do this later.")
        ]
    return []


def to_write_first(relative: Relative, bringer_name: str) -> list[Blocker]:
    """The letter is brought by a person (journey.md, "Families")."""
    found = []
    if not bringer_name.strip():
        found.append(
            Blocker("Say who brings the letter: the family liaison officer or an advocate, by name.")
        )
    if not relative.ring.strip():
        found.append(
            Blocker("Add whom they can ring, with a number: the letter says it.", _url("contacts", relative))
        )
    return found + to_contact(relative)


def to_give_link(relative: Relative, way: str = "") -> list[Blocker]:
    """The letter comes first, and the link only if it is wanted."""
    if relative.under_18 == Answer.YES:
        return [
            Blocker("A private link is for adults. Be in touch through whoever has parental responsibility.")
        ]
    if not queries.was_told(relative):
        return [Blocker("Write to them first: the letter comes before any link.", _url("letter", relative))]
    found = []
    if relative.wants_link != Answer.YES:
        found.append(Blocker("Record first that they want a private link.", _url("link_wish", relative)))
    if not relative.phone.strip():
        found.append(Blocker("Add their telephone number: the code goes there.", _url("contacts", relative)))
    if not relative.ring.strip():
        found.append(Blocker("Add whom they can ring, with a number.", _url("contacts", relative)))
    if way == choices.LinkWay.EMAIL and not relative.email.strip():
        found.append(
            Blocker("Add their email address, or give the link on paper.", _url("contacts", relative))
        )
    return found + to_contact(relative)


def to_add_advocate(helped: set[UUID | None], branch: UUID) -> list[Blocker]:
    """Nobody stands between two branches that must not learn of one another."""
    if helped - {branch}:
        return [Blocker("This advocate helps another part of the family. Invite somebody else for this one.")]
    return []


def to_change_words(stage: str) -> list[Blocker]:
    """What was said can be changed or withdrawn until publication."""
    if stage in FIXED:
        return [
            Blocker(
                "The report has been made public, so this can’t be changed here any more. Please ring us."
            )
        ]
    if stage in ENDED or not stage:
        return [Blocker("The review has ended, so this can’t be changed here any more. Please ring us.")]
    return []


def to_change_seen(*, gone: bool, revision: int, seen: int) -> list[Blocker]:
    """Two pages open at once: the older one does not write over the newer."""
    if gone:
        return [Blocker("You have taken this back already.")]
    if revision != seen:
        return [Blocker("This was changed on another page in the meantime, so nothing was saved. Please copy your "
                        "words, open the page again, and put them in.")]  # fmt: skip
    return []


def to_change_comment(comment: Comment) -> list[Blocker]:
    """An answer belongs to the words that it answers."""
    if hasattr(comment, "reply"):
        return [
            Blocker(
                "You have had an answer to this, so it stays as it is. You can write something new below it."
            )
        ]
    return []


def to_give_draft(
    relative: Relative, draft: Draft, *, checked: bool, given: bool, branches: int
) -> list[Blocker]:
    """A draft is for whoever wants to read it, and is checked for other branches before anybody reads it."""
    found = []
    steps = queries.current_steps(relative)
    if choices.Code.DRAFT not in steps or steps[choices.Code.DRAFT].state != choices.State.ACCEPTED:
        found.append(
            Blocker("They have not said that they want to read the draft. Ask them, and record the answer first.",
                    _url("step", relative, choices.Code.DRAFT.value))
        )  # fmt: skip
    if draft.review_id != relative.review_id:
        found.append(Blocker("This draft belongs to another review."))
    if given:
        found.append(Blocker("They have been given this version already."))
    if branches > 1 and not checked:
        found.append(
            Blocker("Check first that the draft says nothing of another branch of the family: whether they take part, "
                    "their words, how to reach them, or where they are.")
        )  # fmt: skip
    return found + to_contact(relative)


def to_choose_reading_time(given_on: date, until: date) -> list[Blocker]:
    return [Blocker("The reading time must end after today.")] if until <= given_on else []


def to_lengthen(reading: DraftReading, until: date) -> list[Blocker]:
    if until <= max(reading.until, localdate()):
        return [Blocker("Choose a day after today, and later than the one they have.")]
    return []


def to_finish_reading(reading: DraftReading) -> list[Blocker]:
    return [Blocker("You have told us already that you have finished.")] if reading.finished_on else []


def to_answer(comment: Comment) -> list[Blocker]:
    """One written answer to each comment."""
    if comment.withdrawn_at:
        return [Blocker("This comment has been taken back, so there is nothing to answer.")]
    if hasattr(comment, "reply"):
        return [Blocker("Somebody has answered this comment already.")]
    return to_contact(comment.reading.relative)


def to_send_code(link: PrivateLink, now: datetime) -> list[Blocker]:
    """A code a minute, and a handful an hour."""
    if link.code_sent_at and now - link.code_sent_at < links.PAUSE:
        return [Blocker("We have just sent a code. Please wait a minute before asking for another.")]
    if link.codes_since and now - link.codes_since < links.HOUR and link.codes_sent >= links.CODES_AN_HOUR:
        return [Blocker("We have sent several codes in the last hour. Please try again later, or ring us.")]
    return []


def to_add_quiet_day(first: date, last: date | None, every_year: bool) -> list[Blocker]:
    if last and last < first and not every_year:
        return [Blocker("The last day must be after the first day.")]
    return []


def to_remove_quiet_day(day: QuietDay | None) -> list[Blocker]:
    return [] if day else [Blocker("This day has been taken away already.")]


def to_record_told(how: str, why_not: str) -> list[Blocker]:
    """Told how, or why not: one of the two."""
    if bool(how.strip()) == bool(why_not.strip()):
        return [Blocker("Say how they were told, or why they could not be told.")]
    return []


def family_has_read(review: Review) -> list[Blocker]:
    """Before sign-off: whoever wants to read has had their time, and every comment has its answer."""
    now, url = queries.standing(review), _family(review)
    return [
        *_some(now.wait_for_draft, "{} wants to read the draft and has not been given it.",
               "{} want to read the draft and have not been given it.", url),
        *_some(now.reading, "{} is still reading the draft, within the time agreed.",
               "{} are still reading the draft, within the time agreed.", url),
        *_some(now.unanswered, "A comment of the family has no written answer yet.",
               "{count} comments of the family have no written answer yet.", url),
    ]  # fmt: skip


def family_told_of_publication(review: Review) -> list[Blocker]:
    """Before publication: everybody who wants to hear from the review knows, or it is recorded why not."""
    count = queries.standing(review).not_told_of_publication
    return _some(count, "{} has not been told when and how the report is published.",
                 "{} have not been told when and how the report is published.", _family(review))  # fmt: skip


def _some(count: int, one: str, many: str, url: str) -> list[Blocker]:
    """One sentence for a number of people, who stay unnamed."""
    if not count:
        return []
    who = "One of the family" if count == 1 else f"{count} of the family"
    return [Blocker((one if count == 1 else many).format(who, count=count), url)]


def _family(review: Review) -> str:
    return reverse("involvement:family", args=[review.slug])


def _url(name: str, relative: Relative, *rest: str) -> str:
    return reverse(f"involvement:{name}", args=[relative.review.slug, relative.pk, *rest])
