"""The years under the bars of contacts by month, and the days above the picture: named where there is room."""

from datetime import date

from illuminate.journey.chronology import pages_knowledge, picture
from illuminate.journey.chronology.picture_shapes import Canvas
from illuminate.journey.chronology.queries_picture import Window


def named(year: int, month: int, number: int) -> list[str]:
    """The words under so many months, from one on."""
    start = year * 12 + month - 1
    months = [date(one // 12, one % 12 + 1, 1) for one in range(start, start + number)]
    ticks = pages_knowledge.year_ticks(months)
    most = pages_knowledge.BAR_WIDTH - pages_knowledge.YEAR_WIDTH
    assert all(tick.x <= most for tick in ticks if tick.words), "a name is cut off"
    return [tick.words for tick in ticks]


def test_years_are_named_as_far_as_there_is_room() -> None:
    assert named(2018, 5, 3) == ["2018"], "a part of one year"
    assert named(2018, 1, 1) == ["2018"], "a single month"
    assert named(2017, 11, 26) == ["2018", "2019"], "two months are too narrow for a name"
    assert named(2017, 1, 30) == ["2017", "2018", "2019"]
    assert named(2010, 1, 144)[:4] == ["2010", "", "2012", ""], "every other year of twelve"
    assert len([word for word in named(1990, 3, 400) if word]) >= 5
    assert pages_knowledge.year_ticks([]) == []


def test_no_name_above_the_picture_runs_over_its_edge() -> None:
    window = Window(date(2018, 1, 28), date(2018, 7, 22))
    ticks = picture.ticks(Canvas(window, width=290))
    assert ticks[0].text and all(tick.x + 7 * len(tick.text) <= 290 for tick in ticks if tick.text)
    assert len({tick.x for tick in ticks}) == len(ticks)
