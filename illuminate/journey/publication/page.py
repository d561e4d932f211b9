"""What the public page of a report will say, put together from the report's own lists.

It is frozen as a text file beside the others, so that approvals bind to these words too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from illuminate.foundation.design.days import long_day
from illuminate.journey.anonymity import queries as anonymity
from illuminate.journey.people import queries as people
from illuminate.journey.report import queries as report
from illuminate.journey.report.models import PlannedAction, Recommendation
from illuminate.journey.reviews.models import Review

FILE_NAME = "public-page.txt"


@dataclass(frozen=True)
class PageLesson:
    number: int
    title: str
    text: str


@dataclass(frozen=True)
class PageAction:
    number: int
    text: str
    owner: str
    target_date: date | None


@dataclass(frozen=True)
class PageRecommendation:
    number: int
    text: str
    scope: str
    lead: str
    target_date: date | None
    expected_change: str
    lessons: tuple[int, ...]
    actions: tuple[PageAction, ...]


@dataclass(frozen=True)
class PublicPage:
    """Everything that the public page says; nothing else of the review is published beside the files."""

    title: str
    label: str
    partnership: str
    region: str
    died: str
    summary: str
    lessons: tuple[PageLesson, ...]
    recommendations: tuple[PageRecommendation, ...]

    def as_file(self) -> bytes:
        """The words as they are frozen: the same page always gives the same bytes."""
        return ("\n".join(self._lines()) + "\n").encode()

    def words(self) -> Iterator[tuple[str, str]]:
        """What people wrote, each with the place where it stands."""
        yield "The summary", self.summary
        for lesson in self.lessons:
            yield f"Lesson {lesson.number}", f"{lesson.title}\n{lesson.text}"
        for one in self.recommendations:
            yield f"Recommendation {one.number}", "\n".join([one.text, one.lead, one.expected_change])
            for action in one.actions:
                yield f"Action {one.number}.{action.number}", f"{action.text}\n{action.owner}"

    def _lines(self) -> Iterator[str]:
        yield from (self.title, self.label, self.partnership, self.region, self.died, "", self.summary)
        for lesson in self.lessons:
            yield from ("", f"Lesson {lesson.number}: {lesson.title}", lesson.text)
        for one in self.recommendations:
            yield from ("", f"Recommendation {one.number} ({one.scope})", one.text)
            yield f"Asked of: {one.lead}{_by(one.target_date)}"
            yield f"Expected change: {one.expected_change}"
            yield f"Answers lessons: {', '.join(map(str, one.lessons)) or 'none'}"
            for action in one.actions:
                yield f"Action {one.number}.{action.number}: {action.text} ({action.owner}{_by(action.target_date)})"


def page_of(review: Review, *, died: str, summary: str) -> PublicPage:
    """The page as the lessons, recommendations and actions stand now."""
    return PublicPage(
        title=people.published_title(review),
        label=review.label,
        partnership=review.partnership.name,
        region=review.partnership.region,
        died=died,
        summary=_tidy(summary),
        lessons=tuple(PageLesson(one.number, one.title, _tidy(one.text)) for one in report.lessons(review)),
        recommendations=tuple(_recommendation(one) for one in report.recommendations(review)),
    )


def names_left(review: Review, page: PublicPage) -> list[str]:
    """The places on the page where something stands that identifies someone; never what it is."""
    if not anonymity.slips_in(review, "\n\n".join(text for _, text in page.words())):
        return []
    return [where for where, text in page.words() if anonymity.slips_in(review, text)]


def _recommendation(one: Recommendation) -> PageRecommendation:
    return PageRecommendation(
        number=one.number,
        text=_tidy(one.text),
        scope=one.get_scope_display(),
        lead=one.lead,
        target_date=one.target_date,
        expected_change=_tidy(one.expected_change),
        lessons=tuple(sorted(lesson.number for lesson in one.lessons.all())),
        actions=tuple(_action(action) for action in one.actions.all()),
    )


def _action(one: PlannedAction) -> PageAction:
    owner = ", ".join(part for part in (one.owner, one.organisation.name if one.organisation else "") if part)
    return PageAction(one.number, _tidy(one.text), owner, one.target_date)


def _by(day: date | None) -> str:
    return f", by {long_day(day)}" if day else ""


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
