"""Blocks one below the other: the fixed ones take what they need, the elastic ones the rest."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model.blocks import Block, Text
from deckgen.model.deck import Connector, Reveal, Shape
from deckgen.model.geometry import Box
from deckgen.place.scene import Drawn, Need, Scene


def gap(scene: Scene) -> int:
    """The space between two blocks, in EMU."""
    return scene.style.gutter


def stack_need(blocks: Sequence[Block], width: int, scene: Scene) -> Need:
    """What all blocks need together."""
    needs = [scene.composer(block).need(block, width, scene) for block in blocks]
    gaps = gap(scene) * max(0, len(needs) - 1)
    return Need(
        sum(need.least for need in needs) + gaps,
        any(need.stretches for need in needs),
        any(need.broken for need in needs),
    )


def stack_draw(blocks: Sequence[Block], box: Box, scene: Scene, node: str) -> Drawn:
    """All blocks in the box, in order; what is spare goes to those that can use it."""
    shapes: list[Shape] = []
    reveals: list[Reveal] = []
    top = box.y
    for index, (block, cy) in enumerate(zip(blocks, _heights(blocks, box, scene), strict=True)):
        path = node if len(blocks) == 1 else f"{node}/{index + 1}"
        if isinstance(block, Text) and block.role == "caption" and shapes:
            top = min(top, _bottom(shapes) + gap(scene) // 2)
        drawn = scene.composer(block).draw(block, Box(box.x, top, box.cx, cy), scene, path)
        shapes += drawn.shapes
        reveals += drawn.reveals
        top += cy + gap(scene)
    return Drawn(tuple(shapes), tuple(reveals))


def _bottom(shapes: Sequence[Shape]) -> int:
    """Where the lowest of the shapes ends."""
    boxes = [shape.box for shape in shapes if not isinstance(shape, Connector)]
    return max((box.bottom for box in boxes if box is not None), default=0)


def _heights(blocks: Sequence[Block], box: Box, scene: Scene) -> list[int]:
    if len(blocks) == 1 and scene.composer(blocks[0]).fills:
        return [box.cy]
    needs = [scene.composer(block).need(block, box.cx, scene) for block in blocks]
    gaps = gap(scene) * max(0, len(needs) - 1)
    spare = max(0, box.cy - gaps - sum(need.least for need in needs))
    elastic = sum(need.stretches for need in needs)
    share = spare // elastic if elastic else 0
    return [need.least + (share if need.stretches else 0) for need in needs]
