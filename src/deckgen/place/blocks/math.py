"""Displayed formulas: native Office math at its own size, with a linear form for what has none."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.blocks import Math
from deckgen.model.deck import AutoShape, Colour, MathShape, Origin, Preset
from deckgen.model.geometry import EMU_PER_POINT, NO_INSETS, Box, points
from deckgen.model.inline import Run
from deckgen.place.blocks.composer import Composer
from deckgen.place.inks import ink_on
from deckgen.place.scene import TOO_MUCH, Drawn, Need, Scene
from deckgen.place.textset import Para, TextStyle, body
from deckgen.text.math import size, to_omml, to_plain

_ASKED = 36.0
# What stays free above and below a formula, in em.
_AIR = 0.1
# PowerPoint's Cambria Math runs wider than the faces in which formulas are measured.
_WIDER = 1.15
_CARD_MARGIN = points(12)
# From this share of the slide's area on, a formula stands in the middle and not at the edge.
_WIDE = 0.6


def _points(block: Math, width: int, scene: Scene) -> float:
    """The size of the formula: that of the step, or a smaller one if it is too wide for it."""
    asked = scene.size(_ASKED * scene.style.scale, scene.style.floor_body)
    free = width - 2 * _margin(scene)
    widest = free / EMU_PER_POINT / (size(block.latex).width * _WIDER)
    return min(asked, widest)


def _need(block: Math, width: int, scene: Scene) -> Need:
    asked, possible = (
        scene.size(_ASKED * scene.style.scale, scene.style.floor_body),
        _points(block, width, scene),
    )
    if possible < scene.style.floor_label:
        return Need(TOO_MUCH, broken=True)
    least = points(possible * (size(block.latex).height + 2 * _AIR)) + 2 * _margin(scene)
    return Need(least, stretches=True, broken=possible < asked)


def _draw(block: Math, box: Box, scene: Scene, node: str) -> Drawn:
    said = to_plain(block.latex)
    em = _points(block, box.cx, scene)
    ink = ink_on(_ground(scene), scene.layout) if scene.layout.dark else scene.style.ink
    style = TextStyle(em, colour=ink, align="ctr", leading=1.0)
    line = Para((Run(block.latex, math=True),), style)
    shape = MathShape(
        Origin(node, "Formula", block.alt or said),
        _natural(block, box, em, scene),
        to_omml(block.latex, display=True),
        replace(body([line], scene, anchor="ctr", insets=NO_INSETS), wrap=False),
        em,
        ink,
    )
    return Drawn((*_card(shape, scene, node), shape))


def _margin(scene: Scene) -> int:
    return _CARD_MARGIN if scene.layout.dark else 0


def _card(shape: MathShape, scene: Scene, node: str) -> tuple[AutoShape, ...]:
    """A light card under the formula on a dark ground: not every application colours formulas."""
    if not scene.layout.dark:
        return ()
    margin, box = _margin(scene), shape.box
    around = Box(box.x - margin, box.y - margin, box.cx + 2 * margin, box.cy + 2 * margin)
    origin = Origin(f"{node}/card", "Formula ground", decorative=True)
    return (AutoShape(origin, around, Preset("rect"), fill=_ground(scene)),)


def _ground(scene: Scene) -> Colour:
    """The lighter of the theme's colours for text and ground."""
    return ink_on(Colour("000000"), scene.layout)


def _natural(block: Math, box: Box, em: float, scene: Scene) -> Box:
    """The formula's own box, in which it is not distorted, within the one it is given.

    In the middle of a wide area, with twice as much room below it as above; in a column on the
    column's edge and at its top, as the text beside it.
    """
    own = size(block.latex)
    cx, cy = points(own.width * em), points(own.height * em)
    if box.cx < scene.layout.area.cx * _WIDE:
        margin = _margin(scene)
        return Box(box.x + margin, box.y + margin + points(_AIR * em), cx, cy)
    return Box(box.x + (box.cx - cx) // 2, box.y + (box.cy - cy) // 3, cx, cy)


def _sizes(_block: Math, scene: Scene) -> tuple[float, float]:
    return _ASKED * scene.style.scale, scene.style.floor_body


MATH = Composer(_need, _draw, _sizes, grows=True)
