"""Places and lengths on a slide, in EMU (914 400 an inch, 12 700 a point)."""

from __future__ import annotations

from deckgen.frozen import Frozen

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
EMU_PER_CM = 360_000


def inches(value: float) -> int:
    """Inches as EMU."""
    return round(value * EMU_PER_INCH)


def points(value: float) -> int:
    """Points as EMU."""
    return round(value * EMU_PER_POINT)


class Box(Frozen):
    """A rectangle by its upper left corner and its size, in EMU."""

    x: int
    y: int
    cx: int
    cy: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.x + self.cx

    @property
    def bottom(self) -> int:
        """The y of the lower edge."""
        return self.y + self.cy

    def inset(self, left: int, top: int, right: int, bottom: int) -> Box:
        """The box within, each edge moved inwards by so much."""
        return Box(self.x + left, self.y + top, self.cx - left - right, self.cy - top - bottom)


class Insets(Frozen):
    """The margins between a shape's edge and its text, in EMU (DrawingML's lIns and so on)."""

    left: int = 91_440
    top: int = 45_720
    right: int = 91_440
    bottom: int = 45_720


NO_INSETS = Insets(0, 0, 0, 0)
