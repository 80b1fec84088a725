"""Where a chart's numbers stand in its workbook, and how its series refer to them."""

from __future__ import annotations

from deckgen.frozen import Frozen
from deckgen.model.deck import ChartShape

SHEET = "Sheet1"


class SheetColumn(Frozen):
    """A column of the sheet: its heading, then its cells; None leaves a cell empty."""

    heading: str
    cells: tuple[str | float | None, ...]


class SeriesColumns(Frozen):
    """The columns, counted from 0, that hold a series' categories (or x) and its values."""

    categories: int
    values: int


class Sheet(Frozen):
    """The columns of the one sheet, and for each series those that it takes."""

    columns: tuple[SheetColumn, ...]
    series: tuple[SeriesColumns, ...]


def sheet(chart: ChartShape) -> Sheet:
    """The sheet of a chart: categories first, then a column for each series.

    Scatter series with the same x share its column; others stand as pairs of x and y.
    """
    if chart.type != "scatter":
        columns = [SheetColumn("", chart.categories)]
        columns += [SheetColumn(series.name, series.values) for series in chart.series]
        places = (SeriesColumns(0, number) for number in range(1, len(columns)))
        return Sheet(tuple(columns), tuple(places))
    pairs: list[SheetColumn] = []
    found: list[SeriesColumns] = []
    shared: dict[tuple[float, ...], int] = {}
    for series in chart.series:
        if series.x not in shared:
            shared[series.x] = len(pairs)
            pairs.append(SheetColumn(chart.x_title, series.x))
        found.append(SeriesColumns(shared[series.x], len(pairs)))
        pairs.append(SheetColumn(series.name, series.values))
    return Sheet(tuple(pairs), tuple(found))


def heading_reference(column: int) -> str:
    """The reference to a column's heading: `Sheet1!$B$1`."""
    return f"{SHEET}!${letters(column)}$1"


def cells_reference(column: int, count: int) -> str:
    """The reference to a column's cells below its heading: `Sheet1!$B$2:$B$5`."""
    name = letters(column)
    return f"{SHEET}!${name}$2:${name}${max(count, 1) + 1}"


def letters(column: int) -> str:
    """A column's name in a spreadsheet; 0 is A, 26 is AA."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
