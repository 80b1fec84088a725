"""Numbers as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from deckgen.diagnostics import did_you_mean
from deckgen.fields import (
    ByShape,
    Choice,
    DataField,
    Flag,
    ListOf,
    Plain,
    Reading,
    Record,
    RecordOf,
    Text,
    optional,
    record,
)
from deckgen.kinds._chart_checks import check_series
from deckgen.kinds._chart_data import (
    NamedSeries,
    SeriesKeys,
    format_of,
    from_data,
    number_format,
    unit_of,
)
from deckgen.kinds._chart_words import describe_chart
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Chart, ChartType, Series
from deckgen.model.inline import Inline

if TYPE_CHECKING:
    from deckgen.datasets.data import Data

_TYPES: tuple[ChartType, ...] = get_args(ChartType)


@record
class ChartAxes(Record):
    """What a chart's axes show."""

    x: str = optional(Plain("The title of the horizontal axis."), "")
    y: str = optional(Plain("The title of the vertical axis."), "")


@record
class ChartContent(Content):
    """Numbers as columns, lines, shares: a native chart with its data."""

    type: ChartType = optional(Choice(_TYPES, "What it looks like; `column` by default."), "column")
    categories: tuple[str, ...] = optional(
        ListOf(Plain("A category."), "What the numbers belong to: years, countries."), ()
    )
    series: tuple[Series, ...] = optional(
        ByShape(
            "a mapping of names to numbers, or a list of series",
            "The numbers: `{name: [1, 2, 3]}`, or a list of {name, values, x, highlight, line}.",
            mapping=NamedSeries("Each series by its name: `Launches: [1, 2, 3]`."),
            sequence=ListOf(SeriesKeys("A series: {name, values, x, highlight, line}."), "Series."),
        ),
        (),
    )
    data: Data | None = optional(
        DataField(
            "A file, or {file, where, group, ...}: categories in the first column, a series in"
            " each other one."
        ),
        None,
    )
    unit: str = optional(Plain("What the values count: tonnes, %, EUR."), "")
    format: str = optional(Plain("A number format as in Excel.", ("#,##0.0", "0%")), "")
    labels: bool | None = optional(
        Flag("Write the values beside their marks; by default where they can be read there."), None
    )
    legend: bool | None = optional(Flag("Show what each colour means."), None)
    highlight: tuple[str, ...] = optional(
        ListOf(Plain("A category or a series."), "Categories or series to set off.", lone=True), ()
    )
    axes: ChartAxes | None = optional(RecordOf(ChartAxes, "The axes' titles: {x, y}."), None)
    alt: str = optional(Plain("What the chart shows; made from the data when left out."), "")
    caption: Inline = optional(Text("What stands below the chart."), ())

    def check(self, reading: Reading) -> bool:
        """Whether the numbers suit each other and the type; reports all that do not."""
        if bool(self.series) == (self.data is not None):
            hint = "Give either `series:` or `data:` with a file."
            message = "numbers come from two places" if self.series else "the chart has no numbers"
            reading.found.error("missing-key", message, self.span, hint)
            return False
        empty = self.left_empty("format")
        if empty is not None:
            hint = 'Write it in quotes, "#,##0": what stands behind # alone is a comment.'
            reading.bad(empty, "'format' has no value", hint)
            return False
        numbers = self._numbers(reading)
        if numbers is None:
            return False
        categories, series = numbers
        place = self.tree("data" if self.data else "series")
        fits = check_series(self.type, categories, series, place, reading)
        return self._check_highlight(categories, series, reading) and fits

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The chart."""
        categories, series = self._numbers(None) or ((), ())
        unit = self.unit or ("" if self.data is None else unit_of(self.data))
        asked = self.format or ("" if self.data is None else format_of(self.data))
        chart = Chart(
            type=self.type,
            categories=categories,
            series=series,
            alt=self.alt
            or describe_chart(self.type, categories, series, unit, asked, setting.talk.language),
            span=self.span,
            unit=unit,
            number_format=asked or number_format(series),
            labels=self.labels,
            legend=self.legend,
            highlight=self.highlight,
            x_title="" if self.axes is None else self.axes.x,
            y_title="" if self.axes is None else self.axes.y,
            caption=self.caption,
        )
        return (chart,)

    def _numbers(
        self, reading: Reading | None
    ) -> tuple[tuple[str, ...], tuple[Series, ...]] | None:
        """Categories and series, from the file when there is one."""
        if self.data is None:
            return self.categories, self.series
        return from_data(self.data, self.type, self.tree("data"), reading)

    def _check_highlight(
        self, categories: tuple[str, ...], series: tuple[Series, ...], reading: Reading
    ) -> bool:
        known = (*categories, *(one.name for one in series))
        unknown = [name for name in self.highlight if name not in known]
        for name in unknown:
            hint = did_you_mean(name, known) or f"There are {', '.join(known[:12])}."
            message = f"the chart has no category or series '{name}'"
            reading.bad(self.tree("highlight"), message, hint)
        return not unknown


KIND = Kind("chart", "chart", ChartContent, nested=True)
