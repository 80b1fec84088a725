"""Displayed formulas: native Office math, with its linear form for what cannot show it."""

from __future__ import annotations

from deckgen.model.blocks import Math
from deckgen.model.deck import MathShape, Origin
from deckgen.model.geometry import NO_INSETS, Box, points
from deckgen.model.inline import Run
from deckgen.place.blocks.composer import Composer
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.place.textset import Para, TextStyle, body, natural_width
from deckgen.text.math import to_omml, to_plain

_ASKED = 28.0
_TALL = ("\\frac", "\\dfrac", "\\sum", "\\int", "\\prod", "\\begin", "\\binom", "\\sqrt")
_LINES_OF_TALL = 2.6
_LINES_OF_FLAT = 1.6


def _size(scene: Scene) -> float:
    return scene.size(_ASKED, scene.style.floor_body)


def _style(scene: Scene) -> TextStyle:
    return TextStyle(_size(scene), italic=True, colour=scene.style.ink, align="ctr", leading=1.0)


def _lines(latex: str) -> float:
    """How many lines high the formula stands: rows of an array, or a fraction's two storeys."""
    rows = latex.count("\\\\") + 1
    tall = any(command in latex for command in _TALL)
    return rows * (_LINES_OF_TALL if tall else _LINES_OF_FLAT)


def _need(block: Math, width: int, scene: Scene) -> Need:
    wide = natural_width((Run(to_plain(block.latex)),), _style(scene), scene)
    return Need(points(_size(scene) * _lines(block.latex)), stretches=True, broken=wide > width)


def _draw(block: Math, box: Box, scene: Scene, node: str) -> Drawn:
    said = to_plain(block.latex)
    fallback = body([Para((Run(said),), _style(scene))], scene, anchor="ctr", insets=NO_INSETS)
    shape = MathShape(
        Origin(node, "Formula", block.alt or said),
        box,
        to_omml(block.latex, display=True),
        fallback,
        _size(scene),
        scene.style.ink,
    )
    return Drawn((shape,))


def _sizes(_block: Math, scene: Scene) -> tuple[float, float]:
    return _ASKED, scene.style.floor_body


MATH = Composer(_need, _draw, _sizes)
