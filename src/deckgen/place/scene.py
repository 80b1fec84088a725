"""What every composer needs to know: the pack's style, the layout's ground, how text is set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckgen.frozen import Frozen, replace
from deckgen.model.blocks import Block, Diagram
from deckgen.model.deck import Colour, Reveal, Shape
from deckgen.model.pack import DiagramStyle, FontScheme, Layout

if TYPE_CHECKING:
    from deckgen.place.blocks.composer import Composer
    from deckgen.place.blocks.table_setting import Settings
    from deckgen.typeset import Typesetter

TOO_MUCH = 10**10
"""A height that no slide has: what a block needs when it cannot be set at all."""


class Scene(Frozen):
    """The ground on which blocks are placed. `step` counts points below the asked size.

    A negative step sets text larger, for diagrams with room to spare. `rtl` says that the talk
    runs from right to left, `turned` that the template's text does.
    """

    style: DiagramStyle
    fonts: FontScheme
    layout: Layout
    language: str
    setter: Typesetter
    composers: Mapping[str, Composer]
    tables: Settings
    step: int = 0
    reveal: bool = False
    rtl: bool = False
    turned: bool = False

    def at(self, step: int) -> Scene:
        """The same ground at another step."""
        return self if step == self.step else replace(self, step=step)

    def size(self, asked: float, floor: float) -> float:
        """The asked size at this step, never below the floor, grown by two points a step."""
        if self.step < 0:
            return asked - 2 * self.step
        return max(min(asked, floor), asked - self.step)

    def composer(self, block: Block) -> Composer:
        """Who places this block: by its type, a diagram by its own."""
        return self.composers[block.type if isinstance(block, Diagram) else type(block).__name__]

    @property
    def muted(self) -> Colour:
        """The quiet text colour that this ground can carry."""
        return self.style.muted


class Need(Frozen):
    """The height that a block takes, in EMU: at least, and whether it can use more.

    `broken` says that a word had to be broken inside because it is wider than its measure.
    """

    least: int
    stretches: bool = False
    broken: bool = False


class Drawn(Frozen):
    """A block's shapes in reading order, and the clicks that show it piece by piece."""

    shapes: tuple[Shape, ...]
    reveals: tuple[Reveal, ...] = ()
