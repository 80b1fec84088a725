"""Tables that can be read cell by cell (WCAG 2.2, 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.accessibility.page import Page
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.blocks import Table
from deckgen.model.deck import TableCell, TableShape


def simple_table(page: Page) -> Iterator[Diagnostic]:
    """A table without a header row, with merged cells, or with rows or columns of nothing."""
    tables = [shape for shape in page.shapes() if isinstance(shape, TableShape)]
    blocks = list(page.blocks(Table))
    for number, table in enumerate(tables):
        place = blocks[number].span if len(blocks) == len(tables) else page.span
        yield from _findings(table, place)


def _findings(table: TableShape, place: Span) -> Iterator[Diagnostic]:
    if not table.header_row or not any(_text(cell) for cell in table.rows[0]):
        message = "the table has no header row"
        hint = "Name its columns in `columns:`."
        yield Diagnostic(Severity.ERROR, "table-without-header", message, hint, place)
    if any(cell.columns > 1 or cell.rows > 1 for row in table.rows for cell in row):
        message = "cells of the table are merged, and screen readers lose count there"
        hint = "Repeat the text in each cell, or make two tables."
        yield Diagnostic(Severity.WARNING, "table-merged-cells", message, hint, place)
    for number, row in enumerate(table.rows, 1):
        if not any(_text(cell) or cell.merged_down for cell in row):
            message = f"row {number} of the table is blank"
            hint = "Leave it out; rows are set apart by rules and spaces."
            yield Diagnostic(Severity.WARNING, "table-blank-row", message, hint, place)
    for number in range(len(table.widths)):
        if not any(_text(row[number]) or row[number].merged_across for row in table.rows):
            message = f"column {number + 1} of the table is blank"
            yield Diagnostic(
                Severity.WARNING, "table-blank-column", message, "Leave it out.", place
            )


def _text(cell: TableCell) -> str:
    return "".join(run.text for part in cell.text.paragraphs for run in part.runs).strip()
