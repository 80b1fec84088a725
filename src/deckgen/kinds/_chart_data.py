"""A chart's series: from the outline, from a file, and how their numbers are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.fields import (
    Definitions,
    Field,
    Flag,
    ListOf,
    MapOf,
    Number,
    Plain,
    Reading,
    Record,
    RecordOf,
    Schema,
    optional,
    record,
    required,
)
from deckgen.fields.core_schema import is_null
from deckgen.frozen import Frozen
from deckgen.model.blocks import ChartType, Series
from deckgen.model.tree import Tree

if TYPE_CHECKING:
    from deckgen.datasets.data import Data

_NUMBER = Number("A number.")


class Gap(Frozen):
    """Stands for a value that is missing."""


class NumberOrGap(Field[float | Gap]):
    """A number, or `null` where there is none."""

    def read(self, tree: Tree, reading: Reading) -> float | Gap | None:
        """The number or the gap."""
        return Gap() if is_null(tree) else _NUMBER.read(tree, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """A number or null."""
        return {"type": ["number", "null"]}


_VALUES = ListOf(NumberOrGap(), "A number for each category; `null` for a gap.")


def _numbers(values: tuple[float | Gap, ...]) -> tuple[float | None, ...]:
    return tuple(None if isinstance(value, Gap) else value for value in values)


class NamedSeries(Field[tuple[Series, ...]]):
    """Series as a mapping from their names to their values."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> tuple[Series, ...] | None:
        """The series in the order of the mapping."""
        read = MapOf(_VALUES, self.description).read(tree, reading)
        if read is None:
            return None
        return tuple(Series(name.text, _numbers(values)) for name, values in read)

    def schema(self, definitions: Definitions) -> Schema:
        """An object of arrays."""
        return MapOf(_VALUES, self.description).schema(definitions)


@record
class OneSeries(Record):
    """A series of a chart."""

    name: str = required(Plain("What the numbers are."))
    values: tuple[float | Gap, ...] = required(_VALUES)
    x: tuple[float, ...] = optional(
        ListOf(_NUMBER, "For a scatter chart: where each value stands."), ()
    )
    highlight: bool = optional(Flag("Sets this series off from the others."), False)
    line: bool = optional(Flag("In a combo chart: draw it as a line."), False)


class SeriesKeys(Field[Series]):
    """A series as a mapping."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> Series | None:
        """The series."""
        one = RecordOf(OneSeries, self.description).read(tree, reading)
        if one is None:
            return None
        return Series(one.name, _numbers(one.values), one.x, one.highlight, one.line)

    def schema(self, definitions: Definitions) -> Schema:
        """An object."""
        return RecordOf(OneSeries, self.description).schema(definitions)


def from_data(
    data: Data, chart: ChartType, tree: Tree, reading: Reading | None
) -> tuple[tuple[str, ...], tuple[Series, ...]] | None:
    """Categories and series of a file; None after reporting cells that are no numbers.

    A scatter chart takes its first column as numbers, where the others' values stand.
    """
    from deckgen.fields.data.steps import report_bad

    first = 0 if chart == "scatter" else 1
    read = [data.numbers(column) for column in range(first, len(data.header))]
    if reading is not None:
        if data.total:
            hint = "Leave `total:` out: a sum beside its parts would dwarf them."
            reading.bad(tree, "a chart shows no total", hint)
            return None
        if len({code for column in _values(data) if (code := data.code(column))}) > 1:
            hint = "Give all its columns the same format, or show two charts."
            message = "a chart writes all its numbers in one format, here are several"
            reading.found.warning("several-formats", message, tree.span, hint)
        bad = [cell for _, cells in read for cell in cells]
        if report_bad(bad, data.rows, tree.span, reading):
            return None
        if chart == "scatter" and None in read[0][0]:
            where = f"{data.rows.where(read[0][0].index(None))}, column '{data.header[0]}'"
            hint = "Say where the point stands, or leave its row out: `where: {x: not empty}`."
            message = f"'{data.path}' has a point without a place in {where}"
            reading.found.error("bad-data", message, tree.span, hint)
            return None
    columns = [numbers for numbers, _ in read]
    places = tuple(value or 0.0 for value in columns.pop(0)) if chart == "scatter" else ()
    series = tuple(
        Series(name, tuple(numbers), places)
        for name, numbers in zip(data.header[1:], columns, strict=True)
    )
    heads = () if chart == "scatter" else tuple(data.text(row, 0) for row in range(data.height))
    return heads, series


def format_of(data: Data) -> str:
    """The number format that the data ask for, as Excel's; of several the first."""
    return next((code for column in _values(data) if (code := data.code(column))), "")


def unit_of(data: Data) -> str:
    """What all the values count, if it is the same."""
    units = {data.unit(column) for column in _values(data)}
    return units.pop() if len(units) == 1 else ""


def _values(data: Data) -> range:
    return range(1, len(data.header))


def number_format(series: tuple[Series, ...]) -> str:
    """Excel's format for the values as they are: grouped when large, up to two decimals."""
    values = [value for one in series for value in one.values if value is not None]
    grouped = any(abs(value) >= 10_000 for value in values)
    whole = "#,##0" if grouped else "0"
    if all(value == int(value) for value in values):
        return whole
    decimals = 1 if all(round(value, 1) == value for value in values) else 2
    return f"{whole}.{'0' * decimals}"
