"""Charts in their frames: numbers stand at the marks where they can be read there."""

from __future__ import annotations

import pytest
from tests.unit.place.stagehand import FREE, outline, pack

from deckgen.diagnostics import Span
from deckgen.model.blocks import Chart, ChartType, Series
from deckgen.model.deck import ChartShape
from deckgen.model.geometry import Box, inches
from deckgen.place.blocks.chart import CHART
from deckgen.place.frames import Frames
from deckgen.typeset import Typesetter

SLIDE = Box(0, 0, inches(11), inches(4.5))
COLUMN = Box(0, 0, inches(2.5), inches(3))


def is_labelled(
    kind: ChartType, *rows: tuple[float | None, ...], box: Box = SLIDE, **more: object
) -> bool:
    categories = tuple(f"Y{at}" for at in range(len(rows[0])))
    series = tuple(Series(f"S{at}", row) for at, row in enumerate(rows))
    block = Chart(kind, categories, series, "", Span("o", 1, 1), **more)
    scene = Frames(outline(), pack(), Typesetter()).scene(FREE, reveal=False)
    (shape,) = CHART.draw(block, box, scene, "chart").shapes
    assert shape.style.value_axis is not shape.style.labels
    return bool(shape.style.labels)


def test_lines_that_run_apart_are_labelled():
    assert is_labelled("line", (100, 130, 190), (40, 50, 60))


def test_lines_that_begin_together_have_an_axis():
    assert not is_labelled("line", (100, 130, 190), (98, 50, 60))


def test_a_gap_in_a_line_is_next_to_nothing():
    assert is_labelled("line", (100, None, 190), (None, 50, 60))


def test_numbers_wider_than_their_columns_go_to_the_axis():
    wide = (1_234_567.0,) * 6

    assert is_labelled("column", wide, number_format="#,##0")
    assert not is_labelled("column", wide, box=COLUMN, number_format="#,##0")
    assert is_labelled("column", wide, box=COLUMN, number_format="0.0,,")


def test_bars_thinner_than_a_line_go_without():
    assert is_labelled("bar", (1, 2, 3, 4), (1, 2, 3, 4))
    assert not is_labelled("bar", (1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 6), box=COLUMN)


@pytest.mark.parametrize("kind", ["stacked-bar", "stacked-column"])
def test_a_stack_with_a_sliver_has_an_axis(kind: ChartType):
    assert is_labelled(kind, (40, 50), (60, 50))
    assert not is_labelled(kind, (1, 50), (99, 50))


def test_shares_are_always_labelled():
    assert is_labelled("pie", (1, 99), box=COLUMN)


def test_what_is_asked_for_is_done():
    assert is_labelled("line", (100, 130), (98, 50), labels=True)
    assert not is_labelled("line", (100, 130), (10, 50), labels=False)


def test_many_marks_have_an_axis():
    assert not is_labelled("column", tuple(range(1, 16)))


def test_a_format_that_only_excel_follows_is_measured_by_the_number():
    assert is_labelled("column", (1, 2), number_format="[Red]General")


def round_chart(box: Box) -> ChartShape:
    block = Chart("doughnut", ("A", "B"), (Series("S", (1, 2)),), "", Span("o", 1, 1))
    scene = Frames(outline(), pack(), Typesetter()).scene(FREE, reveal=False)
    (shape,) = CHART.draw(block, box, scene, "chart").shapes
    assert isinstance(shape, ChartShape)
    return shape


def test_a_ring_in_a_column_has_its_legend_below_it():
    assert round_chart(COLUMN).style.legend == "b"
    assert round_chart(SLIDE).style.legend == "r"


def test_a_chart_in_a_tall_column_stands_at_its_top():
    tall = Box(0, 100, inches(2), inches(5))

    assert round_chart(tall).box == Box(0, 100, inches(2), inches(2.3))
    assert round_chart(SLIDE).box == SLIDE
