"""Rows with the way in which they are shown: what a table sets and a chart draws."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.datasets.looks import DateLook, Look, NumberLook, code, date_shown, settled, shown
from deckgen.datasets.numerals import is_percent
from deckgen.datasets.rows import Rows, Value, blank, numbers_of
from deckgen.frozen import Frozen, replace


class Data(Frozen):
    """Rows, and a look for each column; one without a look shows its texts as they are written.

    `asked` are the looks that somebody asked for, which others made of these data take over.
    `total` says that the last row is a sum of the others.
    """

    rows: Rows
    looks: tuple[Look | None, ...]
    asked: tuple[Look | None, ...] = ()
    language: str = "en"
    total: bool = False

    @property
    def path(self) -> str:
        """What the data are called in messages."""
        return self.rows.path

    @property
    def header(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.rows.header

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows.rows)

    def title(self, column: int) -> str:
        """A column's name, and what its numbers count: `Mass (t)`."""
        look = self.looks[column]
        unit = look.unit if isinstance(look, NumberLook) else ""
        return f"{self.header[column]} ({unit})" if unit else self.header[column]

    def unit(self, column: int) -> str:
        """What a column's numbers count; percent signs in the file are a unit too."""
        look = self.looks[column]
        if isinstance(look, NumberLook):
            return look.unit
        return "%" if all_percent(self.rows, column) else ""

    def numeric(self, column: int) -> bool:
        """Whether a column's numbers are all written in one way."""
        return isinstance(self.looks[column], NumberLook)

    def numbers(self, column: int) -> tuple[list[float | None], list[str]]:
        """The numbers of a column, gaps included, and in words the cells that are none."""
        return numbers_of(self.rows, column)

    def text(self, row: int, column: int) -> str:
        """A cell as the column shows it."""
        value, look = self.rows.rows[row][column], self.looks[column]
        if value is None:
            return ""
        if isinstance(look, NumberLook):
            return self._number_shown(value, look)
        return date_shown(str(value), look, self.language) if look else str(value)

    def code(self, column: int) -> str:
        """A column's number format as Excel's; empty where nobody asked for one."""
        look = self.looks[column]
        return code(look) if isinstance(look, NumberLook) and self.asked[column] else ""

    def _number_shown(self, value: Value, look: NumberLook) -> str:
        try:
            number = self.rows.number(value)
        except ValueError:
            number = None
        return str(value or "") if number is None else shown(number, look, self.language)


def dressed(rows: Rows, looks: Mapping[int, Look], language: str, *, total: bool = False) -> Data:
    """Data from rows: columns of numbers that no file has written as texts get a plain look."""
    columns = range(len(rows.header))
    made = tuple(_look(rows, column, looks.get(column)) for column in columns)
    return Data(rows, made, tuple(map(looks.get, columns)), language, total)


def bare(rows: Rows) -> Data:
    """Rows that nobody has thought yet of showing."""
    none = (None,) * len(rows.header)
    return Data(rows, none, none)


def all_percent(rows: Rows, column: int) -> bool:
    """Whether all values of a column are written with percent signs."""
    values = [row[column] for row in rows.rows if not blank(row[column])]
    return bool(values) and all(is_percent(value) for value in values)


def _look(rows: Rows, column: int, asked: Look | None) -> Look | None:
    if isinstance(asked, DateLook):
        return asked
    values = [row[column] for row in rows.rows]
    if asked is None:
        written = any(isinstance(value, str) and value for value in values)
        if written or all(value is None for value in values):
            return None
        asked = NumberLook()
    elif asked.percent == "ratio" and all_percent(rows, column):
        asked = replace(asked, percent="points")
    return settled(
        asked, [number for value in values if (number := _number(rows, value)) is not None]
    )


def _number(rows: Rows, value: Value) -> float | None:
    try:
        return rows.number(value)
    except ValueError:
        return None
