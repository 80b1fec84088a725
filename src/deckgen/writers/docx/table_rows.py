"""Tables as rows that fill pages, each as high as its highest cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from deckgen.frozen import Frozen
from deckgen.ooxml.attributes import twips, whole
from deckgen.writers.docx.looks import on
from deckgen.writers.docx.names import w
from deckgen.writers.docx.pieces import Piece, stacked
from deckgen.writers.docx.table_looks import TableLook

if TYPE_CHECKING:
    from deckgen.writers.docx.flow import Flow

_TWIPS = 20


class _Cell(Frozen):
    """A cell as set: its height in points, its first column, how it is merged downwards."""

    height: float
    column: int
    merge: str
    keep_next: bool
    bookmarks: tuple[str, ...]


def rows(measure: Flow, table: Any, width: int) -> Iterator[Piece]:
    """The rows of a table that stands in a measure of `width` twips."""
    style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
    look = measure.story.styles.table_look(style.get(w("val"), "") if style is not None else "")
    found = [row for row in table.iter(w("tr")) if row.getparent() is table]
    shown = _parts(table) & look.bold
    cells = [list(_cells(measure, row, look, width, shown, row is found[-1])) for row in found]
    heights = _heights(cells, [_height(row) for row in found], look)
    repeated = 0.0
    for at, (row, height) in enumerate(zip(found, heights, strict=True)):
        yield Piece(
            (height,),
            keep_next=any(cell.keep_next for cell in cells[at]),
            bookmarks=tuple(name for cell in cells[at] for name in cell.bookmarks),
            repeated=repeated,
        )
        header = row.find(f"{w('trPr')}/{w('tblHeader')}")
        if header is not None and on(header):
            repeated += height


def _parts(table: Any) -> frozenset[str]:
    """The parts that a table shows as its style sets them apart (17.4.56)."""
    asked = table.find(f"{w('tblPr')}/{w('tblLook')}")
    names = {"lastRow": "lastRow", "firstColumn": "firstCol"}
    shown = (
        part for name, part in names.items() if asked is not None and asked.get(w(name)) == "1"
    )
    return frozenset(shown)


def _cells(
    measure: Flow, row: Any, look: TableLook, width: int, bold: frozenset[str], last: bool
) -> Iterator[_Cell]:
    found = [cell for cell in row.iter(w("tc")) if cell.getparent() is row]
    column = 0
    for cell in found:
        size = cell.find(f"{w('tcPr')}/{w('tcW')}")
        given = twips(size.get(w("w")), 0) if size is not None else 0
        inner = (given or width // len(found)) - look.left - look.right
        strong = (last and "lastRow" in bold) or (column == 0 and "firstCol" in bold)
        pieces = measure.pieces(cell, inner, strong)
        merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        yield _Cell(
            stacked(pieces) + (look.top + look.bottom) / _TWIPS,
            column,
            "" if merged is None else merged.get(w("val"), "continue"),
            any(piece.keep_next for piece in pieces),
            tuple(name for piece in pieces for name in piece.bookmarks),
        )
        span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
        column += whole(span.get(w("val")), 1) if span is not None else 1


def _height(row: Any) -> float:
    """The height that a row is given at least (17.4.80)."""
    height = row.find(f"{w('trPr')}/{w('trHeight')}")
    return twips(height.get(w("val")), 0) / _TWIPS if height is not None else 0.0


def _heights(cells: list[list[_Cell]], least: list[float], look: TableLook) -> list[float]:
    """The rows' heights with their rules; what a merged cell lacks, its last row gets."""
    heights, spans = [], dict[int, tuple[int, float]]()
    last = len(cells) - 1
    for at, row in enumerate(cells):
        height = max([least[at], *(cell.height for cell in row if not cell.merge)])
        above = look.first if at == 0 else look.inside
        if at == 1 and look.header is not None:
            above = look.header
        heights.append(height + (above + (look.last if at == last else 0)) / _TWIPS)
        below = {cell.column: cell.merge for cell in cells[at + 1]} if at < last else {}
        for cell in row:
            if cell.merge == "restart":
                spans[cell.column] = (at, cell.height)
            if cell.merge and below.get(cell.column) != "continue" and cell.column in spans:
                first, needed = spans.pop(cell.column)
                heights[at] += max(0.0, needed - sum(heights[first : at + 1]))
    return heights
