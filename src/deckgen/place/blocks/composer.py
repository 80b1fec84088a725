"""What a block must offer to be placed: how high it is, how it is drawn, where it may be split."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deckgen.frozen import Frozen
from deckgen.model.geometry import Box
from deckgen.place.scene import Drawn, Need, Scene


def whole(_block: Any) -> int:
    """A block that cannot be split."""
    return 1


def same(block: Any, _first: int, _last: int) -> Any:
    """The only part of a block that cannot be split: itself."""
    return block


def settled_already(block: Any, _width: int, _scene: Scene) -> Any:
    """A block whose parts look alike whether it is split or not."""
    return block


class Pieces(Frozen):
    """The heights in EMU of a block's pieces, and what every part needs besides them."""

    base: int
    heights: tuple[int, ...]


class Composer(Frozen):
    """The placing of one block type.

    `need(block, width, scene)` is the height in EMU at the scene's step; `draw(block, box, scene,
    node)` makes shapes within the box, `node` being the block's stable path; `atoms(block)` counts
    the pieces between which it may be split, `part(block, first, last)` is the block with the
    pieces first up to last only. Where pieces simply stack up, `pieces(block, width, scene)` gives
    their heights, so that long blocks are measured once and not once a part; `settle(block, width,
    scene)` fixes what all parts must share. `sizes(block, scene)` gives the asked and the smallest
    size in points: how far the step can go; `grows` lets it be set larger when there is room, and
    what `fills` takes whatever height there is.
    """

    need: Callable[[Any, int, Scene], Need]
    draw: Callable[[Any, Box, Scene, str], Drawn]
    sizes: Callable[[Any, Scene], tuple[float, float]]
    atoms: Callable[[Any], int] = whole
    part: Callable[[Any, int, int], Any] = same
    grows: bool = False
    fills: bool = False
    pieces: Callable[[Any, int, Scene], Pieces] | None = None
    settle: Callable[[Any, int, Scene], Any] = settled_already
