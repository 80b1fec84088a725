"""A table's grid: where each cell stands once spans are counted."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.frozen import Frozen
from deckgen.model.blocks import Cell, Table


class Place(Frozen):
    """A cell with its row and column in the grid; `head` and `last` name the row it ends in."""

    cell: Cell
    row: int
    column: int
    head: bool
    last: bool


def grid(block: Table) -> tuple[list[Place], int]:
    """All cells with their places, and the number of columns."""
    rows = ([block.header] if block.header else []) + list(block.rows)
    if all(cell.rows == cell.columns == 1 for row in rows for cell in row):
        return _even(rows, has_head=bool(block.header))
    taken: set[tuple[int, int]] = set()
    places: list[Place] = []
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            deep = min(cell.rows, len(rows) - at)
            head = bool(block.header) and at == 0
            last = at + deep == len(rows)
            places.append(Place(Cell(cell.text, deep, cell.columns), at, column, head, last))
            taken |= {(at + d, column + a) for d in range(deep) for a in range(cell.columns)}
            column += cell.columns
    return places, max((column for _, column in taken), default=0) + 1


def _even(rows: Sequence[Sequence[Cell]], *, has_head: bool) -> tuple[list[Place], int]:
    """The same where no cell spans another's place."""
    count = len(rows)
    places = [
        Place(cell, at, column, has_head and at == 0, at + 1 == count)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    return places, max((len(row) for row in rows), default=0) or 1


def merged_heights(places: Sequence[Place], needs: Sequence[int]) -> list[int]:
    """Each row's height: its highest cell; what a spanning cell lacks goes to its last row."""
    count = max((p.row + p.cell.rows for p in places), default=0)
    heights = [0] * count
    pairs = list(zip(places, needs, strict=True))
    for place, need in pairs:
        if place.cell.rows == 1:
            heights[place.row] = max(heights[place.row], need)
    for place, need in pairs:
        if place.cell.rows > 1:
            end = place.row + place.cell.rows
            missing = need - sum(heights[place.row : end])
            heights[end - 1] += max(0, missing)
    return heights
