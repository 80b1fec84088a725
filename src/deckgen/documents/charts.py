"""A chart's numbers in words, for those who read a page and see no picture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from deckgen.documents.markup import fact
from deckgen.documents.views import TableView
from deckgen.frozen import replace
from deckgen.model.blocks import Chart

if TYPE_CHECKING:
    from deckgen.datasets.looks import NumberLook


def chart_table(chart: Chart, language: str = "en") -> TableView:
    """A chart's numbers: a row a category, a column a series."""
    unit = f" ({fact(chart.unit)})" if chart.unit else ""
    header = (fact(chart.x_title), *(fact(s.name) + unit for s in chart.series))
    say = partial(number_words, own=_look(chart.number_format), language=language)
    categories = chart.categories or tuple(
        number_words(x) for x in (chart.series[0].x if chart.series else ())
    )
    rows = tuple(
        (
            fact(category),
            *(say(s.values[i] if i < len(s.values) else None) for s in chart.series),
        )
        for i, category in enumerate(categories)
    )
    return TableView(header, rows, ("left", *["right"] * len(chart.series)))


def number_words(value: float | None, own: NumberLook | None = None, language: str = "en") -> str:
    """A number as the chart writes it, or finer where it is finer; a gap is a dash."""
    if value is None:
        return "–"
    if own is None:
        return f"{value:.10g}"
    from deckgen.datasets.looks import shown

    size = value * (100 if own.percent == "ratio" else 1) / own.divisor
    needed = next((few for few in (0, 1, 2) if abs(round(size, few) - size) < 1e-9), 2)
    return shown(value, replace(own, decimals=max(own.decimals or 0, needed)), language)


def _look(code: str) -> NumberLook | None:
    from deckgen.datasets.looks import NumberLook, look

    try:
        made = look(code)
    except ValueError:  # a format of Excel's that only Excel can follow
        return None
    return made if isinstance(made, NumberLook) else None
