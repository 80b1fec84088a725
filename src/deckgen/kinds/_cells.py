"""Cells of a table, and whether they fill its grid."""

from __future__ import annotations

from typing import get_args

from deckgen.fields import (
    Choice,
    Definitions,
    Field,
    Number,
    Reading,
    Record,
    RecordOf,
    Schema,
    Text,
    Whole,
    optional,
    record,
    required,
)
from deckgen.fields.core_schema import is_null
from deckgen.fields.reading import counted
from deckgen.model.blocks import Alignment, Cell
from deckgen.model.inline import Inline
from deckgen.model.tree import Scalar, Sequence, Tree

_MAX_SPAN = 50
_ALIGNMENTS: tuple[Alignment, ...] = get_args(Alignment)


@record
class ColumnHead(Record):
    """A column of a table."""

    title: Inline = required(Text("The column's title."))
    align: Alignment = optional(
        Choice(
            _ALIGNMENTS,
            "How its cells are aligned; `auto` sets numbers right and texts left.",
        ),
        "auto",
    )
    width: float | None = optional(Number("Its width, relative to the others.", 0.05, 100), None)


@record
class SpanningCell(Record):
    """A cell that spans several columns or rows."""

    text: Inline = required(Text("What the cell says."))
    columns: int = optional(Whole("How many columns it spans.", 1, _MAX_SPAN), 1)
    rows: int = optional(Whole("How many rows it spans.", 1, _MAX_SPAN), 1)


_TEXT = Text("What the cell says.")
_SPANNING = RecordOf(SpanningCell, "A cell: {text, columns, rows}.")


class CellValue(Field[Cell]):
    """A cell: a text or a number as written, nothing, or a mapping when it spans others."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> Cell | None:
        """The cell."""
        if is_null(tree) or (isinstance(tree, Scalar) and not tree.text.strip()):
            return Cell(())
        if isinstance(tree, Scalar):
            text = _TEXT.read(tree, reading)
            return None if text is None else Cell(text)
        spanning = _SPANNING.read(tree, reading)
        return None if spanning is None else Cell(spanning.text, spanning.rows, spanning.columns)

    def schema(self, definitions: Definitions) -> Schema:
        """A string, a number, nothing, or an object."""
        text: Schema = {"type": ["string", "number", "boolean", "null"]}
        return {"description": self.description, "anyOf": [text, _SPANNING.schema(definitions)]}


def check_grid(
    rows: tuple[tuple[Cell, ...], ...], columns: int, tree: Tree, reading: Reading
) -> bool:
    """Whether every row has as many cells as there are columns, spans counted; reports each not.

    Without named columns the first row says how many there are.
    """
    trees = tree.items if isinstance(tree, Sequence) else ()
    expected = columns or sum(cell.columns for cell in rows[0])
    open_spans: list[tuple[int, int]] = []
    fits = True
    for number, (cells, origin) in enumerate(zip(rows, trees, strict=True), 1):
        covered = sum(width for width, _ in open_spans)
        width = covered + sum(cell.columns for cell in cells)
        if width != expected:
            fits = False
            cells_here, columns_here = counted(width, "cell"), counted(expected, "column")
            message = f"row {number} has {cells_here}, the table {columns_here}"
            hint = "Give every row a cell for each column; write '' for an empty one."
            reading.found.error("ragged-row", message, origin.span, hint)
        open_spans = [(width, left - 1) for width, left in open_spans if left > 1]
        open_spans += [(cell.columns, cell.rows - 1) for cell in cells if cell.rows > 1]
    if open_spans and fits:
        fits = False
        hint = "Add the rows that it spans, or lower its `rows:`."
        reading.bad(tree, "a cell spans more rows than follow", hint)
    return fits
