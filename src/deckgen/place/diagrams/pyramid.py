"""A pyramid: levels from the top down, what they mean beside them."""

from __future__ import annotations

from deckgen.model.blocks import Diagram, Node
from deckgen.model.deck import AutoShape, Connector, Group, Line, Origin, Preset, Shape
from deckgen.model.geometry import NO_INSETS, Box, inches, points
from deckgen.model.inline import plain
from deckgen.place.blocks.composer import Composer
from deckgen.place.diagrams import tile
from deckgen.place.diagrams.describe import together
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.place.textset import body, height

_SHARE = 0.42
_GAP = inches(0.3)
_SEAM = points(3)
_LEAST_LEVEL = inches(0.6)
_HIGHEST_LEVEL = inches(1.25)


def _label_width(width: int) -> int:
    return width - round(width * _SHARE) - _GAP


def _level(block: Diagram, width: int, scene: Scene) -> Need:
    needs = [
        height(tile.paragraphs(node, scene, "l"), _label_width(width), scene)
        for node in block.nodes
    ]
    least = max(need.least for need in needs) + points(6)
    return Need(max(least, _LEAST_LEVEL), broken=any(need.broken for need in needs))


def _need(block: Diagram, width: int, scene: Scene) -> Need:
    level = _level(block, width, scene)
    return Need(level.least * len(block.nodes), stretches=True, broken=level.broken)


def _draw(block: Diagram, box: Box, scene: Scene, node: str) -> Drawn:
    count = len(block.nodes)
    least = _level(block, box.cx, scene).least
    level = max(least, min(box.cy // count, _HIGHEST_LEVEL))
    top = box.y + (box.cy - level * count) * 2 // 5
    wide = round(box.cx * _SHARE)
    shapes: list[Shape] = [
        _layer(
            step, index, count, Box(box.x, top + index * level, box.cx, level), wide, scene, node
        )
        for index, step in enumerate(block.nodes)
    ]
    return together(block, box, shapes, scene, node)


def _layer(
    step: Node, index: int, count: int, row: Box, wide: int, scene: Scene, node: str
) -> Group:
    path = f"{node}/{index + 1}"
    cx = round(wide * (index + 1) / count)
    body_box = Box(row.x + (wide - cx) // 2, row.y, cx, row.cy - _SEAM)
    words = Box(row.x + wide + _GAP, row.y, row.cx - wide - _GAP, row.cy - _SEAM)
    middle = row.y + (row.cy - _SEAM) // 2
    edge = body_box.right - round(wide / count / 4)
    layer = AutoShape(
        Origin(f"{path}/level", "Level", decorative=True),
        body_box,
        _outline(index, body_box, wide, count),
        fill=scene.style.second if step.emphasis else scene.style.accent,
    )
    lead = Connector(
        Origin(f"{path}/leader", "Leader", decorative=True),
        (edge, middle),
        (words.x - points(4), middle),
        Line(scene.style.hairline, points(1)),
    )
    said = AutoShape(
        Origin(f"{path}/words", "Level text"),
        words,
        Preset("rect"),
        text=body(tile.paragraphs(step, scene, "l"), scene, anchor="ctr", insets=NO_INSETS),
        text_box=True,
    )
    whole = Box(body_box.x, row.y, words.right - body_box.x, row.cy - _SEAM)
    return Group(Origin(path, plain(step.title) or "Level"), whole, (lead, layer, said))


def _outline(index: int, box: Box, wide: int, count: int) -> Preset:
    if index == 0:
        return Preset("triangle")
    slope = round(wide / count / 2)
    return Preset("trapezoid", (("adj", round(100_000 * slope / min(box.cx, box.cy))),))


PYRAMID = Composer(_need, _draw, tile.sizes)
