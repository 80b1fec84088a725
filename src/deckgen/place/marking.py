"""The talk's classification on slides whose layout has no footer that could say it."""

from __future__ import annotations

from deckgen.model.deck import AutoShape, Colour, Origin, Preset
from deckgen.model.geometry import NO_INSETS, Box, inches
from deckgen.model.inline import Run
from deckgen.place.scene import Scene
from deckgen.place.textset import Para, TextStyle, body

_HEIGHT = inches(0.28)
_FROM_FOOT = inches(0.2)
_SIZE = 11.0


def marking_shape(words: str, size: tuple[int, int], scene: Scene, node: str) -> AutoShape | None:
    """The words at the slide's foot, in line with its text; None where a footer says them."""
    layout = scene.layout
    if not words or layout.slot("footer") is not None:
        return None
    text = layout.slot("title", "subtitle", "body")
    left = text.box.x + text.insets.left if text else layout.area.x
    box = Box(left, size[1] - _FROM_FOOT - _HEIGHT, size[0] - 2 * left, _HEIGHT)
    style = TextStyle(_SIZE, bold=True, colour=Colour(layout.ink), leading=1.0)
    shown = body([Para((Run(words),), style)], scene, anchor="b", insets=NO_INSETS)
    origin = Origin(f"{node}/marking", "Classification")
    return AutoShape(origin, box, Preset("rect"), text=shown, text_box=True)
