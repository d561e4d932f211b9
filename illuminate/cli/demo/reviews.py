"""The demo's reviews: one in every stage, each told by the story's own steps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.timezone import localdate

from illuminate.cli.demo.cast import Cast, NextBorough, do
from illuminate.cli.demo.neighbours import NEIGHBOURS
from illuminate.cli.demo.retelling import retelling
from illuminate.cli.demo.story import (
    agencies,
    assurance,
    chronology,
    improvement,
    intake,
    involvement,
    panel,
    publication,
    report,
)
from illuminate.journey.intake import actions as decisions
from illuminate.journey.reviews import actions as reviews

OTHER_BRANCH = involvement.UNCLE | {"name": "Prakash Sen", "pseudonym": "Dev", "phone": "07700 900752"}
Step = Callable[[Cast], object]


@dataclass(frozen=True)
class Telling:
    """A review of the demo: up to which step its story goes, the last day of that story, and how long ago that was."""

    code_word: str
    step: Step
    last_day: date
    days_ago: int

    def __call__(self) -> None:
        weeks = (localdate() - timedelta(days=self.days_ago) - self.last_day).days // 7
        with retelling(weeks=weeks, neighbour=NEIGHBOURS.get(self.code_word)):
            self.step(everybody())


def everybody() -> Cast:
    """The cast, each with an account from the first day on."""
    cast = Cast()
    for name in (
        "coordinator", "partnership_chair", "officer", "independent_chair", "hospital_author", "housing_author",
        "panel_member", "second_panel_member", "advocate", "home_office_reader", "quality_reader", "analyst",
        "stranger", "strange_chair",
    ):  # fmt: skip
        getattr(cast, name)
    return cast


def accepted(cast: Cast) -> None:
    """The Home Office accepts that there is no review."""
    review = intake.not_held(cast)
    do(decisions.accept_decision, notice=intake.notice_of(cast, review), reasons="The Panel agrees with the decision.",
       happened_on=date(2022, 6, 17), by=cast.home_office_reader)  # fmt: skip


def withdrawn(cast: Cast) -> None:
    review = intake.deciding(cast)
    do(reviews.withdraw, review=review, reason="The post-mortem found that the death was natural.",
       by=cast.partnership_chair)  # fmt: skip


def joined(cast: Cast) -> None:
    review = intake.commissioned(cast)
    do(reviews.join, review=review, reason="A safeguarding adults review covers the same events.",
       by=cast.partnership_chair)  # fmt: skip


def busy(cast: Cast) -> None:
    """Agencies are asked; one has answered, one is questioned, one has yet to send; the panel meets."""
    review = agencies.asked(cast)
    agencies.nil(cast, review)
    agencies.questioned(cast, agencies.submitted(cast, review))
    panel.met(cast, review, date(2022, 8, 25))
    involvement.contributed(involvement.sister(cast, review))


def elsewhere(_: Cast) -> None:
    """The next borough has a death of its own; and an officer was called away from telling of another."""
    cast = NextBorough()
    intake.notified(cast)
    intake.begun(cast)


def reading(cast: Cast) -> None:
    """Two branches of a family, an advocate beside one; the draft is being read, and a comment waits for its answer."""
    review = report.drafted(cast)
    kate = involvement.sister(cast, review)
    involvement.helped(cast, kate)
    involvement.linked(cast, involvement.written_to(cast, involvement.relative(cast, review, OTHER_BRANCH)))
    involvement.contributed(kate)
    involvement.wants_to_read(kate)
    involvement.commented(kate, involvement.given(cast, kate, review))


def at_the_gate(cast: Cast) -> None:
    """Frozen; one of the two checkers has given a verdict."""
    checks = publication.asked(cast, publication.frozen(cast))
    publication.judged(checks, cast.panel_member)


def published(cast: Cast) -> None:
    """The example case itself, with every agency's chronology: public, and housing's action is being followed."""
    cast.every_file = True
    improvement.stated(cast)


BUILDERS: tuple[Telling, ...] = (
    Telling("Alder", published, date(2024, 1, 22), 6),
    Telling("Aspen", intake.notified, date(2021, 10, 12), 3),
    Telling("Beech", intake.deciding, date(2021, 10, 21), 6),
    Telling("Birch", intake.not_held, date(2022, 4, 28), 12),
    Telling("Hazel", intake.directed, date(2022, 6, 17), 9),
    Telling("Cedar", accepted, date(2022, 6, 17), 60),
    Telling("Elm", intake.commissioned, date(2021, 11, 2), 15),
    Telling("Fern", busy, date(2022, 8, 2), 10),
    Telling("Juniper", chronology.analysing, date(2022, 3, 7), 30),
    Telling("Larch", reading, date(2023, 1, 9), 8),
    Telling("Maple", assurance.signed_off, date(2023, 4, 18), 4),
    Telling("Osier", assurance.submitted, date(2023, 4, 28), 40),
    Telling("Quince", assurance.revising, date(2023, 8, 29), 10),
    Telling("Rowan", at_the_gate, date(2023, 11, 20), 3),
    Telling("Sedge", improvement.closed, date(2024, 2, 12), 90),
    Telling("Spruce", withdrawn, date(2021, 10, 21), 50),
    Telling("Willow", elsewhere, date(2021, 10, 12), 2),
    Telling("Yarrow", joined, date(2021, 11, 2), 45),
)
