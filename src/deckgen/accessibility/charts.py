"""Charts whose series differ by their colour alone (WCAG 2.2, 1.4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from deckgen.accessibility.page import Page
from deckgen.colour import contrast
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.blocks import Chart
from deckgen.model.deck import ChartShape, Colour
from deckgen.place.inks import hex_of

LEAST = 1.25
"""Between neighbours: what keeps them apart in grey, and for those who see no red or green."""

_ROUND = frozenset(("pie", "doughnut"))


def colour_alone(page: Page) -> Iterator[Diagnostic]:
    """Neighbouring series, or slices, that nothing but their hue tells apart."""
    charts = [shape for shape in page.shapes() if isinstance(shape, ChartShape)]
    blocks = list(page.blocks(Chart))
    for number, chart in enumerate(charts):
        span = blocks[number].span if len(blocks) == len(charts) else page.span
        colours = [hex_of(colour, page.layout) for colour in _marks(chart)]
        if chart.style.labels and chart.type in _ROUND:
            continue  # each slice has its name beside it
        for one, other in pairwise(colours):
            got = contrast(one, other)
            if got < LEAST:
                yield Diagnostic(
                    Severity.NOTE,
                    "colour-alone",
                    f"two neighbours of the chart differ by their hue alone: #{one} and #{other}"
                    f" have a contrast of {got:.2f} : 1",
                    "Choose data colours that differ in lightness too, or label the series.",
                    span,
                )


def _marks(chart: ChartShape) -> Sequence[Colour]:
    """The colours that mean something, in the order in which they stand."""
    style = chart.style
    if chart.type in _ROUND:
        return style.point_colours[: len(chart.categories)]
    return style.colours[: len(chart.series)] if len(chart.series) > 1 else ()
