"""How a table is set: its columns and its rows, worked out once for planning and for drawing."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from deckgen.frozen import Frozen
from deckgen.model.blocks import Table
from deckgen.place.blocks.table_grid import Place
from deckgen.place.textset import Para


class Setting(Frozen):
    """The cells, column widths and row heights in EMU; `broken` when a word had to be broken."""

    cells: tuple[tuple[Place, Para], ...]
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    broken: bool


class Settings:
    """The last setting of each table of one talk."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        # The table is kept as well, so that its identity stays its own.
        self._kept: dict[int, tuple[Table, Hashable, Setting]] = {}

    def of(self, table: Table, key: Hashable, make: Callable[[], Setting]) -> Setting:
        """The table's setting; `key` is all that it depends on besides the table."""
        kept = self._kept.get(id(table))
        if kept is not None and kept[1] == key:
            return kept[2]
        made = make()
        self._kept[id(table)] = table, key, made
        return made
