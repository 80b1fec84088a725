"""Whether a chart's numbers can be read at its marks, or run into each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from deckgen.frozen import Frozen
from deckgen.model.blocks import Chart
from deckgen.model.geometry import EMU_PER_POINT, Box
from deckgen.model.inline import Run
from deckgen.place.scene import Scene
from deckgen.place.textset import TextStyle, natural_width

_FEW_MARKS = 14
_GAP = 0.6  # between the bars of two categories, by the width of a bar
_LINE = 1.15  # the height of a label's line, by its size
_ABOVE = 1.6  # what a label takes above its point, by its size: the mark, and its line
_MARGIN = 2.0  # pt between two labels
_FILLED = 0.85  # of an axis, as its end is a round number
_NAMES = 0.25  # of a lying chart's width, for its categories' names


class _Plot(Frozen):
    """The ground of the marks and the size of the labels, in points."""

    width: float
    height: float
    size: float
    widest: float


def readable(chart: Chart, box: Box, size: float, number_format: str, scene: Scene) -> bool:
    """Whether labels of this size (pt) at the marks of a chart in the box would stand apart."""
    rule = _RULES.get(chart.type)
    marks = sum(len(series.values) for series in chart.series)
    if rule is None or marks > _FEW_MARKS:
        return False
    return rule(chart, _plot(chart, box, size, number_format, scene))


def _plot(chart: Chart, box: Box, size: float, number_format: str, scene: Scene) -> _Plot:
    lying = chart.type in ("bar", "stacked-bar")
    width, height = box.cx / EMU_PER_POINT, box.cy / EMU_PER_POINT
    rows = 1 + (len(chart.series) > 1) + (not lying) + bool(chart.x_title)
    style = TextStyle(size)
    widest = max(
        natural_width((Run(text),), style, scene) / EMU_PER_POINT
        for text in _numbers(chart, number_format, scene.language)
    )
    share = 1 - _NAMES if lying else 1.0
    return _Plot(width * share, height - 2 * size * rows, size, widest + _MARGIN)


def _numbers(chart: Chart, number_format: str, language: str) -> list[str]:
    """The labels' words; numbers in a format that only Excel can follow as they are."""
    from deckgen.datasets.looks import NumberLook, look, shown

    values = [value for series in chart.series for value in series.values if value is not None]
    try:
        own = look(number_format)
    except ValueError:
        own = None
    if isinstance(own, NumberLook):
        return ["", *(shown(value, own, language) for value in values)]
    return ["", *(f"{value:.10g}" for value in values)]


def _round(_chart: Chart, _plot: _Plot) -> bool:
    """Shares have no axis on which they could be read instead."""
    return True


def _columns(chart: Chart, plot: _Plot) -> bool:
    """A number may be wider than its column where the next one stands beyond a gap."""
    if len(chart.series) == 1:
        return plot.width / len(chart.categories) >= plot.widest
    return _slot(chart, plot.width, len(chart.series)) >= plot.widest


def _bars(chart: Chart, plot: _Plot) -> bool:
    return _slot(chart, plot.height, len(chart.series)) >= _LINE * plot.size


def _stacked_columns(chart: Chart, plot: _Plot) -> bool:
    least = _least(chart) * plot.height
    return _slot(chart, plot.width, 1) >= plot.widest and least >= _LINE * plot.size


def _stacked_bars(chart: Chart, plot: _Plot) -> bool:
    least = _least(chart) * plot.width
    return _slot(chart, plot.height, 1) >= _LINE * plot.size and least >= plot.widest


def _lines(chart: Chart, plot: _Plot) -> bool:
    """Above each point there is room for its number: beside the next one, below the next line."""
    if plot.width / len(chart.categories) < plot.widest:
        return False
    span = _span([value for series in chart.series for value in series.values])
    least = _ABOVE * plot.size / max(1.0, plot.height * _FILLED) * span
    apart = (sorted(values) for values in _by_category(chart))
    return all(above - below >= least for values in apart for below, above in pairwise(values))


def _slot(chart: Chart, along: float, bars: int) -> float:
    """The width of a bar of `bars` side by side, where the categories share `along` points."""
    return along / len(chart.categories) / (bars + _GAP)


def _least(chart: Chart) -> float:
    """The smallest part of a stack, as a share of the axis."""
    stacks = _by_category(chart)
    tallest = max((sum(map(abs, stack)) for stack in stacks), default=0.0)
    parts = [abs(value) for stack in stacks for value in stack]
    return min(parts, default=0.0) / tallest * _FILLED if tallest else 0.0


def _by_category(chart: Chart) -> list[list[float]]:
    return [
        [value for value in values if value is not None]
        for values in zip(*(series.values for series in chart.series), strict=True)
    ]


def _span(values: Sequence[float | None]) -> float:
    """What the axis shows: the values, and nought."""
    known = [0.0, *(value for value in values if value is not None)]
    return max(known) - min(known)


_RULES: dict[str, Callable[[Chart, _Plot], bool]] = {
    "bar": _bars,
    "column": _columns,
    "stacked-bar": _stacked_bars,
    "stacked-column": _stacked_columns,
    "line": _lines,
    "pie": _round,
    "doughnut": _round,
}
