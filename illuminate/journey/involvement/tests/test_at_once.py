"""Two people, or two windows, in the same moment: it happens once, and nobody's words are lost."""

import pytest

from illuminate.cli.demo.story import involvement as story
from illuminate.cli.demo.story.panel import chaired
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.involvement import actions
from illuminate.journey.involvement.actions.links import Entered
from illuminate.journey.involvement.models import ContactWish, Contribution, PrivateLink, Relative
from illuminate.journey.reviews.blockers import Refused
from tests.at_once import at_once
from tests.cast import Cast, do


@pytest.fixture
def kate(committed: None, cast: Cast) -> story.Inside:
    return story.sister(cast, chaired(cast))


def test_two_links_given_at_once_leave_one_that_works(cast: Cast, kate: story.Inside) -> None:
    errors = at_once(*(
        lambda by=by: do(actions.give_link, relative=kate.relative, way="hand", by=by)
        for by in (cast.independent_chair, cast.coordinator)
    ))  # fmt: skip
    assert errors == []
    with acting_as(cast.independent_chair.pk):
        assert PrivateLink.objects.filter(withdrawn_at=None).count() == 1


def test_a_code_entered_twice_at_once_opens_once(cast: Cast, kate: story.Inside) -> None:
    link = story.link_of(cast, kate.relative)
    kate.act(actions.send_code, link=link)
    code, opened = story.code_sent(), []
    at_once(*[lambda: opened.append(kate.act(actions.enter_code, link=link, code=code))] * 2)
    assert sorted(opened) == [Entered.OPENED, Entered.OVER]


def test_two_windows_change_the_same_words(cast: Cast, kate: story.Inside) -> None:
    words = story.contributed(kate)
    errors = at_once(*(
        lambda text=text: kate.act(actions.change_contribution, contribution=words, seen=1, text=text)
        for text in ("On the phone.", "On the computer.")
    ))  # fmt: skip
    assert [type(one) for one in errors] == [Refused]
    with acting_as(kate.user.pk):
        assert Contribution.objects.get().revision == 2


def test_the_same_relative_recorded_by_two_people_is_one(cast: Cast, kate: story.Inside) -> None:
    review = kate.relative.review
    errors = at_once(*(
        lambda by=by: do(actions.record_relative, review=review, **story.UNCLE, by=by)
        for by in (cast.independent_chair, cast.coordinator)
    ))  # fmt: skip
    assert [type(one) for one in errors] == [Refused]
    with acting_as(cast.coordinator.pk):
        assert Relative.objects.count() == 2


def test_two_wishes_at_once_are_one_row(kate: story.Inside) -> None:
    errors = at_once(
        lambda: kate.act(actions.say_contact_wishes, relative=kate.own(), ways=["phone"]),
        lambda: kate.act(actions.say_contact_wishes, relative=kate.own(), when="After 7"),
    )
    assert errors == []
    with acting_as(kate.user.pk):
        wish = ContactWish.objects.get()
        assert (wish.ways, wish.when) == ("phone", "After 7")
