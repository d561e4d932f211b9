"""The picture: what is drawn where, by one or by the number, and the same for who can't see it."""

from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import sheet
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.chronology import (
    actions,
    listing,
    pages_picture,
    picture,
    queries,
    queries_picture,
)
from illuminate.journey.chronology.picture_shapes import Canvas, Material
from illuminate.journey.chronology.queries_picture import Asked, Bin, Lane, Single, Window
from illuminate.journey.chronology.tests.hands import entry, found, sent
from tests.cast import Cast, do

AGENCY = UUID(int=1)
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def window(one: date, other: date) -> Window:
    return queries_picture.widened(Window(min(one, other), max(one, other)))


@STEADY
@given(DAYS, DAYS, st.lists(st.tuples(DAYS, DAYS), max_size=20), st.integers(240, 2000))
def test_everything_is_drawn_inside(
    one: date, other: date, spans: list[tuple[date, date]], width: int
) -> None:
    shown = window(one, other)
    canvas = Canvas(shown, width)
    singles = [
        Single(uuid4(), uuid4(), AGENCY, min(span), max(span), span[0] == span[1]) for span in spans
        if min(span) <= shown.last and max(span) >= shown.first
    ]  # fmt: skip
    drawn = picture.draw(Material([Lane(AGENCY, "Agency", 9, 9, 0)], singles), canvas)
    for shape in drawn.rows[0].shapes:
        assert shape.x >= canvas.left - 3 and shape.x + shape.width <= width
    assert 1 <= len(drawn.ticks) <= max(5, width // 60)


@STEADY
@given(DAYS, DAYS, st.integers(0, queries_picture.BINS - 1))
def test_a_bin_says_the_days_that_it_counts(one: date, other: date, number: int) -> None:
    shown = window(one, other)
    first = picture.day_of(number, shown)
    if shown.days >= queries_picture.BINS:
        assert (first - shown.first).days * queries_picture.BINS // shown.days == number


def test_a_doubtful_date_is_a_bar_and_an_exact_one_a_dot() -> None:
    shown = Window(date(2018, 1, 1), date(2018, 12, 31))
    singles = [
        Single(uuid4(), uuid4(), AGENCY, date(2018, 3, 4), date(2018, 3, 4), True),
        Single(uuid4(), uuid4(), AGENCY, date(2018, 6, 1), date(2018, 6, 30), False),
        Single(uuid4(), uuid4(), AGENCY, None, date(2018, 2, 1), False),
    ]
    (row,) = picture.draw(Material([Lane(AGENCY, "Agency", 3, 3, 2)], singles), Canvas(shown)).rows
    assert [shape.look for shape in row.shapes] == ["dot", "bar", "bar"]
    assert row.shapes[1].words == "Agency, in doubt: 1 June 2018 to 30 June 2018"
    assert row.shapes[2].words == "Agency, in doubt: before 1 February 2018"
    assert row.shapes[1].width > 60


def test_what_lies_on_each_other_says_how_many_it_is() -> None:
    shown, day = Window(date(2018, 1, 1), date(2018, 12, 31)), date(2018, 3, 4)
    singles = [Single(uuid4(), uuid4(), AGENCY, day, day, True) for _ in range(5)]
    drawn = picture.draw(Material([Lane(AGENCY, "Agency", 5, 5, 0)], singles), Canvas(shown))
    assert [sign.text for sign in drawn.signs] == ["5"]


def test_many_are_counted() -> None:
    shown = Window(date(2018, 1, 1), date(2018, 12, 31))
    drawn = picture.draw(
        Material([Lane(AGENCY, "Agency", 9000, 9000, 3)], bins=[Bin(AGENCY, 0, 40, 3)]), Canvas(shown)
    )
    column, wide = drawn.rows[0].shapes
    assert column.words == "Agency: 40 from 1 January 2018 to 4 January 2018, 3 of them in doubt"
    assert column.height > wide.height


def asked_on(*days: date, kind: str = "same_event", state: str = "open") -> Material:
    """A finding on each of some days, each about an entry of its own."""
    found = [Asked(uuid4(), kind, state, [uuid4()], None, None, day) for day in days]
    places = {one.entries[0]: (AGENCY, day) for one, day in zip(found, days, strict=True)}
    return Material([Lane(AGENCY, "Agency", 9, 9, 0)], asked=found, days=places)


def test_findings_that_would_lie_on_each_other_are_one_sign_with_their_number() -> None:
    canvas = Canvas(Window(date(2014, 1, 1), date(2018, 12, 31)))
    days = [date(2016, 3, 1), date(2016, 3, 9), date(2016, 3, 20), date(2018, 7, 1)]
    several, alone = picture.draw(asked_on(*days), canvas).signs
    assert (several.text, alone.text) == ("3", "=")
    assert several.words == "3 findings, told by several agencies, 3 open: 1 March 2016 to 20 March 2016"
    assert several.days == Window(days[0], days[2]) and not several.url and alone.url


@STEADY
@given(st.lists(DAYS, min_size=1, max_size=60), st.integers(240, 2000))
def test_no_finding_is_left_out_and_no_two_signs_lie_on_each_other(days: list[date], width: int) -> None:
    drawn = picture.draw(asked_on(*days), Canvas(window(min(days), max(days)), width))
    assert sum(int(sign.text) if sign.text.isdigit() else 1 for sign in drawn.signs) == len(days)
    places = sorted(sign.x for sign in drawn.signs)
    assert all(later - earlier >= 24 for earlier, later in pairwise(places))


def test_each_kind_of_finding_has_its_own_line_and_says_its_name() -> None:
    canvas = Canvas(Window(date(2018, 1, 1), date(2018, 12, 31)))
    same, order = asked_on(date(2018, 3, 1)), asked_on(date(2018, 3, 1), kind="order", state="settled")
    material = Material(same.lanes, asked=[*same.asked, *order.asked], days={**same.days, **order.days})
    drawn = picture.draw(material, canvas)
    assert [line.text for line in drawn.labels] == ["= Told by several agencies", "↔ Dates out of order"]
    assert drawn.signs[0].y < drawn.signs[1].y and "settled" in drawn.signs[1].look


def test_a_silence_says_how_long_it_is_where_there_is_room() -> None:
    one = Asked(uuid4(), "silence", "open", [uuid4()], date(2015, 1, 1), date(2016, 3, 1), date(2015, 1, 1))
    material = Material([Lane(AGENCY, "Agency", 9, 9, 0)], asked=[one],
                        days={one.entries[0]: (AGENCY, date(2015, 1, 1))})  # fmt: skip
    shown = Window(date(2014, 1, 1), date(2018, 12, 31))
    (wide,) = picture.draw(material, Canvas(shown)).rows[0].shapes
    assert (wide.look, wide.text) == ("silence", "silent about 14 months")
    (narrow,) = picture.draw(material, Canvas(shown, 300)).rows[0].shapes
    assert narrow.text == ""


def test_names_are_whole_beside_the_lanes_and_stand_above_them_on_a_narrow_screen() -> None:
    lanes = [Lane(AGENCY, "Northbridge and Vale Hospitals NHS Trust", 9, 9, 0)]
    shown = Window(date(2018, 1, 1), date(2018, 12, 31))
    (row,) = picture.draw(Material(lanes), Canvas(shown)).rows
    assert [line.text for line in row.labels] == ["Northbridge and Vale Hospitals", "NHS Trust", "9 entries"]
    (row,) = picture.draw(Material(lanes), Canvas(shown, 360)).rows
    (line,) = row.labels
    assert line.text == "Northbridge and Vale Hospitals NHS Trust: 9" and line.y < row.y


def test_marks_of_one_day_stand_side_by_side() -> None:
    day, first, other = date(2018, 3, 1), uuid4(), uuid4()
    marks = [(first, "key_episode"), (other, "key_episode"), (other, "missed_opportunity")]
    material = Material([Lane(AGENCY, "Agency", 2, 2, 0)], marks=marks,
                        days={first: (AGENCY, day), other: (AGENCY, day)})  # fmt: skip
    key, missed = picture.draw(material, Canvas(Window(date(2018, 1, 1), date(2018, 12, 31)))).signs
    assert key.words == "Key episode (2): Agency, 1 March 2018" and missed.x - key.x >= 12


@pytest.mark.django_db
def test_the_picture_opens_on_the_days_that_hold_nearly_all_and_says_what_lies_outside(
    cast: Cast, client: Client
) -> None:
    review = asked(cast)
    rows: list[Any] = [
        (f"{1 + n % 28}/{1 + n % 12}/{2016 + n % 3}", "", "T", f"Call {n}", "") for n in range(99)
    ]
    rows.append(("11/10/2009", "", "T", "Long before", ""))
    sent(cast, review, sheet(rows), by_housing=True)  # fmt: skip
    client.force_login(cast.independent_chair)
    url = reverse("chronology:combined", args=[review.slug])
    text = client.get(url).content.decode()
    assert "99 entries of 1 agency from 1 January 2016" in text and "Not shown: 1 before it." in text
    assert "Show the whole period, from 11 October 2009 to" in text
    assert "Long before" in text, "the table leaves nothing out"
    text = client.get(url, {"period": "whole"}).content.decode()
    assert "100 entries of 1 agency from 11 October 2009" in text and "Not shown" not in text
    told = client.post(
        reverse("chronology:picture", args=[review.slug]),
        {"from": "2017-01-01", "to": "2017-12-31", "width": "300"},
    ).json()
    assert 'viewBox="0 0 300 ' in told["picture"] and "34 before it and 33 after it" in told["words"]


@pytest.mark.django_db
def test_the_page_draws_lanes_findings_and_marks_and_says_the_same_in_words(
    cast: Cast, client: Client
) -> None:
    review = found(cast)
    do(actions.mark, entry=entry(cast), kind="key_episode", note="Why", by=cast.independent_chair)
    client.force_login(cast.independent_chair)
    text = client.get(reverse("chronology:combined", args=[review.slug])).content.decode()
    assert "Entries of 2 agencies from 11 June 2014 to 30 April 2018" in text
    assert "5 entries of 2 agencies from 11 June 2014 to 30 April 2018. 2 have a date in doubt" in text
    assert "5 findings, 5 of them open" in text and "Accounts differ, open: 11 June 2014" in text
    assert "Key episode: Northbridge and Vale Hospitals NHS Trust, 11 June 2014" in text
    assert "nothing recorded from 12 June 2014 to 31 December 2017" in text


@pytest.mark.django_db
def test_a_window_is_drawn_for_who_may_see_it_and_wrong_ones_are_refused(cast: Cast, client: Client) -> None:
    review = found(cast)
    url = reverse("chronology:picture", args=[review.slug])
    client.force_login(cast.independent_chair)
    told = client.post(url, {"from": "2018-01-01", "to": "2018-12-31"}).json()
    assert "2 entries of 2 agencies from 1 January 2018 to 31 December 2018" in told["words"]
    assert told["picture"].startswith("<svg") and "11 June" not in told["picture"]
    narrow = client.post(url, {"from": "2014-01-01", "to": "2018-12-31", "words": "locks"}).json()
    assert "1 entry of 1 agency" in narrow["words"] and "1 finding" in narrow["words"]
    for wrong in ({}, {"from": "x", "to": "2018-01-01"}, {"from": "2018-01-02", "to": "2018-01-01"},
                  {"from": "2018-13-45", "to": "2018-01-01"}):  # fmt: skip
        assert client.post(url, wrong).status_code == 400, wrong
    assert client.get(url).status_code == 405
    client.force_login(cast.panel_member)
    empty = client.post(url, {"from": "2018-01-01", "to": "2018-12-31"}).json()
    assert "0 entries of 0 agencies" in empty["words"] and "locks" not in empty["picture"]
    client.force_login(cast.hospital_author)
    assert client.post(url, {"from": "2018-01-01", "to": "2018-12-31"}).status_code == 404


@pytest.mark.django_db
def test_what_the_bins_count_is_what_the_lane_holds(cast: Cast) -> None:
    review = asked(cast)
    rows: list[Any] = [
        (f"{1 + n % 28}/{1 + n % 12}/{2014 + n % 5}", "", "T", f"Call {n}", "") for n in range(200)
    ]
    rows += [("early 2016", "", "T", "Doubtful", "")] * 5
    sent(cast, review, sheet(rows), by_housing=True)
    with acting_as(cast.independent_chair.pk):
        chair = cast.independent_chair
        files = queries.files(review, chair)
        names = pages_picture.names_of(files)
        found_rows = listing.narrowed(review, chair, listing.Wanted(), files)
        whole = queries_picture.whole(found_rows, names)
        shown = whole.window
        assert shown and whole.entries == 205
        (lane,) = queries_picture.lanes(found_rows, shown, names)
        assert [lane] == whole.lanes and (lane.total, lane.shown, lane.wide) == (205, 205, 5)
        bins = queries_picture.bins(found_rows, shown, [lane.organisation_id], names)
        assert (sum(one.count for one in bins), sum(one.wide for one in bins)) == (205, 5)
        assert all(0 <= one.number < queries_picture.BINS for one in bins)
        assert len(queries_picture.singles(found_rows, shown, [lane.organisation_id], names)) == 205
