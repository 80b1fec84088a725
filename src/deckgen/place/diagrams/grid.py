"""Equal cells in rows: the arrangement that cards and processes share."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.frozen import Frozen
from deckgen.model.blocks import Diagram
from deckgen.model.geometry import Box, inches
from deckgen.place.diagrams import panel
from deckgen.place.scene import Need, Scene

_LOOSE = 1.2
_NARROW = inches(2.2)
_LEAST_SHARE = 0.7


class Grid(Frozen):
    """So many columns of `cell` EMU width, `gap` apart; every row is `row` EMU high at least."""

    columns: int
    rows: int
    cell: int
    gap: int
    row: int
    broken: bool

    @property
    def height(self) -> int:
        """What all rows need together."""
        return self.rows * self.row + (self.rows - 1) * self.gap


def arrange(block: Diagram, width: int, gap: int, scene: Scene) -> Grid:
    """The arrangement that suits the texts: one row if its columns are wide enough."""
    options = [_grid(block, columns, width, gap, scene) for columns in _choices(len(block.nodes))]
    room = scene.layout.area.cy
    for option in options:
        if not option.broken and option.cell >= _NARROW and option.height <= room * 0.9:
            return option
    return min(options, key=lambda option: (option.broken, option.height > room, -option.cell))


def grid_need(grid: Grid) -> Need:
    """The grid's height as a need."""
    return Need(grid.height, stretches=True, broken=grid.broken)


def cells(grid: Grid, count: int, box: Box) -> list[Box]:
    """The boxes of `count` cells, rows filled from the left, a short last row centred."""
    row = _row_height(grid, box)
    made: list[Box] = []
    for at in range(count):
        line, column = divmod(at, grid.columns)
        missing = grid.columns - min(grid.columns, count - line * grid.columns)
        shift = missing * (grid.cell + grid.gap) // 2
        left = box.x + shift + column * (grid.cell + grid.gap)
        made.append(Box(left, box.y + line * (row + grid.gap), grid.cell, row))
    return made


def _row_height(grid: Grid, box: Box) -> int:
    most = (box.cy - grid.gap * (grid.rows - 1)) // grid.rows
    # Panels begin where all content begins, and are high enough to hold the slide together.
    return min(most, max(round(grid.row * _LOOSE), round(most * _LEAST_SHARE)))


def _choices(count: int) -> Sequence[int]:
    one_row = {1: (1,), 2: (2,), 3: (3,), 4: (4, 2), 5: (5, 3), 6: (3, 2)}
    return one_row.get(count, (4, 3))


def _grid(block: Diagram, columns: int, width: int, gap: int, scene: Scene) -> Grid:
    cell = (width - gap * (columns - 1)) // columns
    shared = panel.look(block.nodes)
    needs = [panel.need(node, cell, shared, scene) for node in block.nodes]
    rows = -(-len(block.nodes) // columns)
    row = max(need.least for need in needs)
    return Grid(columns, rows, cell, gap, row, any(need.broken for need in needs))
