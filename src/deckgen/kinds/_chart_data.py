"""A chart's series: from the outline, from a file, and how their numbers are written."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.datasets import Rows
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

_NUMBER = Number("A number.")


class Gap(Frozen):
    """Stands for a value that is missing."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    data: Rows, chart: ChartType, tree: Tree, reading: Reading | None
) -> tuple[tuple[str, ...], tuple[Series, ...]] | None:
    """Categories and series of a file; None after reporting cells that are no numbers.

    A scatter chart takes its first column as numbers, where the others' values stand.
    """
    bad: list[str] = []
    numbers = (
        tuple(
            tuple(_cell(data, row, column, bad) for column in range(len(data.header)))
            for row in range(len(data.rows))
        )
        if chart == "scatter"
        else tuple(
            (None, *(_cell(data, row, column, bad) for column in range(1, len(data.header))))
            for row in range(len(data.rows))
        )
    )
    if bad:
        _report(bad, data, tree, reading)
        return None
    places = tuple(row[0] or 0.0 for row in numbers) if chart == "scatter" else ()
    series = tuple(
        Series(name, tuple(row[column] for row in numbers), places)
        for column, name in enumerate(data.header)
        if column > 0
    )
    return () if chart == "scatter" else tuple(str(row[0]) for row in data.rows), series


def _cell(data: Rows, row: int, column: int, bad: list[str]) -> float | None:
    value = data.rows[row][column]
    try:
        return data.number(value)
    except ValueError:
        bad.append(f"'{value}' in {data.where(row)}, column '{data.header[column]}'")
        return None


def _report(bad: list[str], data: Rows, tree: Tree, reading: Reading | None) -> None:
    if reading is None:
        return
    more = f", and {len(bad) - 1} more" if len(bad) > 1 else ""
    message = f"'{data.path}' has what is no number: {bad[0]}{more}"
    hint = "Leave a cell empty where there is no value; keep units in the header."
    reading.found.error("bad-data", message, tree.span, hint)


def number_format(series: tuple[Series, ...]) -> str:
    """Excel's format for the values as they are: grouped when large, up to two decimals."""
    values = [value for one in series for value in one.values if value is not None]
    grouped = any(abs(value) >= 10_000 for value in values)
    whole = "#,##0" if grouped else "0"
    if all(value == int(value) for value in values):
        return whole
    decimals = 1 if all(round(value, 1) == value for value in values) else 2
    return f"{whole}.{'0' * decimals}"
