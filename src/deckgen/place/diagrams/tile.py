"""A tile: a small panel with a centred or left-set heading, as cycles and hierarchies use it."""

from __future__ import annotations

from typing import Literal

from deckgen.model.blocks import Diagram, Node
from deckgen.model.deck import AutoShape, Line, Origin, Preset
from deckgen.model.geometry import Box, Insets, points
from deckgen.model.inline import plain
from deckgen.place.scene import Need, Scene
from deckgen.place.textset import Para, TextStyle, body, height

_INSETS = Insets(points(8), points(7), points(8), points(7))
SITES = {"top": 0, "left": 1, "bottom": 2, "right": 3}


def paragraphs(node: Node, scene: Scene, align: Literal["l", "ctr"] = "ctr") -> list[Para]:
    """The tile's heading and text."""
    style = scene.style
    title = scene.size(style.body, style.floor_dense)
    text = scene.size(style.card_text, style.floor_dense)
    heading = TextStyle(title, bold=True, colour=style.ink, align=align, leading=1.1)
    below = TextStyle(text, colour=style.ink, align=align, leading=1.15, before=text * 0.2)
    return [Para(node.title, heading), *(Para(line, below) for line in node.text)]


def need(node: Node, width: int, scene: Scene) -> Need:
    """The tile's height at this width."""
    return height(paragraphs(node, scene), width, scene, _INSETS)


def draw(
    node: Node, box: Box, scene: Scene, path: str, align: Literal["l", "ctr"] = "ctr"
) -> AutoShape:
    """The tile; emphasis frames it in the second colour."""
    edge = scene.style.second if node.emphasis else scene.style.accent
    return AutoShape(
        Origin(path, plain(node.title) or "Tile"),
        box,
        Preset("rect"),
        fill=scene.style.panel,
        line=Line(edge, points(1.75 if node.emphasis else 1)),
        text=body(paragraphs(node, scene, align), scene, anchor="ctr", insets=_INSETS),
    )


def sizes(_block: Diagram, scene: Scene) -> tuple[float, float]:
    """How far the tiles' headings can shrink: asked and smallest size in points."""
    return scene.style.body, scene.style.floor_dense


def site(box: Box, side: str) -> tuple[int, int]:
    """The point of a connection site: the middle of a side."""
    return {
        "top": (box.x + box.cx // 2, box.y),
        "left": (box.x, box.y + box.cy // 2),
        "bottom": (box.x + box.cx // 2, box.bottom),
        "right": (box.right, box.y + box.cy // 2),
    }[side]
