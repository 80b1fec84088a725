"""Rows and columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from deckgen.fields import (
    DataField,
    Flag,
    ListOf,
    Reading,
    RecordOf,
    Text,
    optional,
    record,
)
from deckgen.fields.reading import counted
from deckgen.kinds._cells import CellValue, ColumnHead, check_grid
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Alignment, Block, Cell, Table
from deckgen.model.inline import Inline, Run

if TYPE_CHECKING:
    from deckgen.datasets.data import Data

MAX_ROWS = 200
MAX_COLUMNS = 75  # as many as PowerPoint makes
MAX_CELLS = 3_000


@record
class TableContent(Content):
    """Rows and columns, written here or from a file of data."""

    columns: tuple[ColumnHead, ...] = optional(
        ListOf(
            RecordOf(ColumnHead, "A column: its title, or {title, align, width}.", short="title"),
            "The columns, each a title or {title, align, width}.",
            maximum=MAX_COLUMNS,
        ),
        (),
    )
    rows: tuple[tuple[Cell, ...], ...] = optional(
        ListOf(
            ListOf(
                CellValue("A cell: text, a number, or {text, columns, rows}."),
                "A row's cells.",
                maximum=MAX_COLUMNS,
            ),
            "The rows, each a list of cells.",
            maximum=MAX_ROWS,
        ),
        (),
    )
    data: Data | None = optional(
        DataField(
            "A file, or {file, where, group, ...}, with the columns' titles; instead of `rows`."
        ),
        None,
    )
    total: bool = optional(Flag("The last row is a sum."), False)
    header_column: bool = optional(Flag("The first column heads the rows."), False)
    caption: Inline = optional(Text("What stands below the table."), ())

    def check(self, reading: Reading) -> bool:
        """Whether every row fills the grid, and the rows come from one place."""
        if bool(self.rows) == (self.data is not None):
            hint = "Give either `rows:` or `data:` with a file."
            message = "rows come from two places" if self.rows else "the table has no rows"
            reading.found.error("missing-key", message, self.span, hint)
            return False
        if self.data is not None:
            return self._check_data(self.data, reading)
        if sum(map(len, self.rows)) > MAX_CELLS:
            message = f"the table has more than {MAX_CELLS:,} cells"
            reading.bad(self.tree("rows"), message, "Keep only what the slide shows.")
            return False
        return check_grid(self.rows, len(self.columns), self.tree("rows"), reading)

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The table."""
        header, rows = self._cells()
        table = Table(
            header=header,
            rows=rows,
            span=self.span,
            align=self._alignments(),
            widths=self._widths(),
            caption=self.caption,
            total=self.total or (self.data is not None and self.data.total),
            header_column=self.header_column,
        )
        return (table,)

    def _cells(self) -> tuple[tuple[Cell, ...], tuple[tuple[Cell, ...], ...]]:
        titles = tuple(Cell(column.title) for column in self.columns)
        data = self.data
        if data is None:
            return titles, self.rows
        columns = range(len(data.header))
        rows = tuple(
            _plain_cells(data.text(row, column) for column in columns) for row in range(data.height)
        )
        return titles or _plain_cells(data.title(column) for column in columns), rows

    def _alignments(self) -> tuple[Alignment, ...]:
        """As asked; numbers that are all written in one way stand right."""
        asked = tuple(column.align for column in self.columns)
        data = self.data
        if data is None:
            return asked
        columns = range(len(data.header))
        numbers: tuple[Alignment, ...] = tuple(
            "right" if data.numeric(column) else "auto" for column in columns
        )
        pairs = zip(asked, numbers, strict=True)
        return tuple(own if one == "auto" else one for one, own in pairs) if asked else numbers

    def _widths(self) -> tuple[float, ...]:
        """Relative widths; columns that name none take the mean of those that do."""
        named = [column.width for column in self.columns if column.width is not None]
        if not named:
            return ()
        mean = sum(named) / len(named)
        return tuple(mean if one.width is None else one.width for one in self.columns)

    def _check_data(self, data: Data, reading: Reading) -> bool:
        rows, columns = data.height, len(data.header)
        if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
            message = (
                f"'{data.path}' has {rows} rows of {columns} columns, at most {MAX_ROWS} rows,"
                f" {MAX_COLUMNS} columns and {MAX_CELLS:,} cells fit"
            )
            hint = "Keep only what the slide shows."
            reading.found.error("bad-data", message, self.tree("data").span, hint)
            return False
        if self.columns and len(self.columns) != columns:
            message = f"{counted(len(self.columns), 'column')} here, {columns} in '{data.path}'"
            hint = "Name each column of the file, or delete `columns:`."
            reading.found.error("ragged-row", message, self.tree("columns").span, hint)
            return False
        return True


def _plain_cells(values: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(Cell((Run(value),) if value else ()) for value in values)


KIND = Kind("table", "table", TableContent, nested=True)
