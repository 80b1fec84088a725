"""What every source of data gives: named columns, and rows as wide as the names."""

from __future__ import annotations

from typing import Literal

from deckgen.datasets.numerals import is_gap, number
from deckgen.frozen import Frozen

MAX_BYTES = 16 * 1024 * 1024  # of a text file; a database may be as large as any file
MAX_ROWS = 200_000
MAX_COLUMNS = 256
KEEP_LESS = "Keep only what the talk needs."

Value = str | int | float | None
"""A cell: a text as written in a file of texts, a number where the file knows numbers, a gap."""


class DataRefused(Exception):
    """Data cannot be used; `message` follows the file's path, `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Rows(Frozen):
    """A header and rows of the same length.

    `places` are the lines of the file that the rows stand in, or their numbers when it has no
    lines of its own; `place` is the word for them. `comma` says that the file writes decimals with
    a comma. `assumed` is what had to be guessed, in words; `doubt` is a guess that may be wrong.
    """

    path: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    places: tuple[int, ...] = ()
    place: Literal["line", "row"] = "row"
    comma: bool = False
    assumed: tuple[str, ...] = ()
    doubt: str = ""

    def number(self, value: Value) -> float | None:
        """The number that a cell means, None for a gap; raises ValueError when it means none."""
        return number(value, self.comma)

    def where(self, row: int) -> str:
        """The place of a row in words: `line 7`; nothing when rows were put together."""
        return f"{self.place} {self.places[row]}" if self.places else f"row {row + 1}"


def blank(value: Value) -> bool:
    """Whether a cell says that there is no value."""
    return value is None or (isinstance(value, str) and is_gap(value))


def numbers_of(rows: Rows, column: int) -> tuple[list[float | None], list[str]]:
    """The numbers of a column, gaps included, and the cells that are none, in words."""
    values: list[float | None] = []
    bad: list[str] = []
    for at, row in enumerate(rows.rows):
        value = row[column]
        try:
            values.append(rows.number(value))
        except ValueError:
            bad.append(f"'{value}' in {rows.where(at)}, column '{rows.header[column]}'")
    return values, bad


def checked(rows: Rows) -> Rows:
    """The rows, if they are few enough to be data of a talk; raises DataRefused."""
    if len(rows.header) > MAX_COLUMNS:
        raise DataRefused(f"has more than {MAX_COLUMNS} columns", KEEP_LESS)
    if len(rows.rows) > MAX_ROWS:
        raise too_many_rows()
    return rows


def too_many_rows() -> DataRefused:
    """The refusal of what is more than any talk needs."""
    return DataRefused(
        f"has more than {MAX_ROWS:,} rows, or {MAX_BYTES >> 20} MB of them", KEEP_LESS
    )
