"""Whether a chart's numbers suit each other and its type."""

from __future__ import annotations

from deckgen.fields import Reading
from deckgen.fields.reading import counted
from deckgen.model.blocks import ChartType, Series
from deckgen.model.tree import Mapping, Sequence, Tree

MAX_SERIES = 255  # Excel's limit for one chart
MAX_VALUES = 20_000

_WHOLE = ("pie", "doughnut")


def check_series(
    chart: ChartType,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    place: Tree,
    reading: Reading,
) -> bool:
    """Report all that does not fit, at the series it is wrong with."""
    before = len(list(reading.found))
    for number, one in enumerate(series):
        tree = _series_tree(place, number)
        if chart == "scatter":
            _check_length(one, len(one.x), "values of `x`", tree, reading)
        else:
            _check_length(one, len(categories), "categories", tree, reading)
        if all(value is None for value in one.values):
            reading.bad(tree, f"the series '{one.name}' has no numbers", "Delete it.")
    _check_type(chart, series, place, reading)
    return len(list(reading.found)) == before


def _check_length(one: Series, expected: int, what: str, tree: Tree, reading: Reading) -> None:
    if len(one.values) != expected:
        message = (
            f"the series '{one.name}' has {counted(len(one.values), 'value')} for {expected} {what}"
        )
        hint = "Give one value for each, `null` where there is none."
        reading.found.error("length-mismatch", message, tree.span, hint)


def _check_type(
    chart: ChartType, series: tuple[Series, ...], place: Tree, reading: Reading
) -> None:
    count = sum(len(one.values) for one in series)
    if len(series) > MAX_SERIES or count > MAX_VALUES:
        message = f"{len(series)} series with {count:,} values are more than a chart shows"
        reading.bad(place, message, "Keep only what the slide is about.")
    if chart in _WHOLE:
        if len(series) > 1:
            message = f"a {chart} chart shows one series, here are {len(series)}"
            reading.bad(place, message, "Take `type: stacked-column`, or keep one series.")
        elif any(value is not None and value < 0 for value in series[0].values):
            message = f"a {chart} chart cannot show negative numbers"
            reading.bad(place, message, "Take `type: column`.")
    if chart == "combo" and all(one.line == series[0].line for one in series):
        message = "a combo chart needs series as columns and as lines"
        reading.bad(place, message, "Give one series `line: true`, or take another type.")


def _series_tree(place: Tree, number: int) -> Tree:
    if isinstance(place, Sequence) and number < len(place.items):
        return place.items[number]
    if isinstance(place, Mapping) and number < len(place.entries):
        return place.entries[number][1]
    return place
