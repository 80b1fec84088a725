"""A process: steps on panels, joined by arrows that stay glued when a panel is moved."""

from __future__ import annotations

from deckgen.model.blocks import Diagram
from deckgen.model.deck import Connector, Line, Origin, Shape
from deckgen.model.geometry import Box, inches, points
from deckgen.place.blocks.composer import Composer
from deckgen.place.diagrams import panel
from deckgen.place.diagrams.cards import card_sizes, node_count, some_nodes
from deckgen.place.diagrams.describe import together
from deckgen.place.diagrams.grid import arrange, cells, grid_need
from deckgen.place.scene import Drawn, Need, Scene

_GAP = inches(0.5)
_RIGHT, _LEFT, _BOTTOM, _TOP = 3, 1, 2, 0


def _need(block: Diagram, width: int, scene: Scene) -> Need:
    return grid_need(arrange(block, width, _GAP, scene))


def _draw(block: Diagram, box: Box, scene: Scene, node: str) -> Drawn:
    grid = arrange(block, box.cx, _GAP, scene)
    shared = panel.look(block.nodes)
    boxes = cells(grid, len(block.nodes), box)
    shapes: list[Shape] = []
    for index, (step, cell) in enumerate(zip(block.nodes, boxes, strict=True), 1):
        shapes.append(panel.draw(step, cell, shared, scene, f"{node}/{index}"))
        if index < len(boxes):
            shapes.append(_arrow(cell, boxes[index], index, scene, node))
    return together(block, box, shapes, scene, node)


def _arrow(start: Box, end: Box, index: int, scene: Scene, node: str) -> Connector:
    wraps = end.y > start.y
    first = (start.x + start.cx // 2, start.bottom) if wraps else (start.right, _middle(start))
    last = (end.x + end.cx // 2, end.y) if wraps else (end.x, _middle(end))
    return Connector(
        Origin(f"{node}/arrow-{index}", f"Arrow {index}", decorative=True),
        first,
        last,
        Line(scene.style.accent, points(1.5), tail="triangle"),
        elbow=wraps,
        begin_node=f"{node}/{index}/panel",
        begin_site=_BOTTOM if wraps else _RIGHT,
        end_node=f"{node}/{index + 1}/panel",
        end_site=_TOP if wraps else _LEFT,
    )


def _middle(box: Box) -> int:
    return box.y + box.cy // 2


PROCESS = Composer(_need, _draw, card_sizes, node_count, some_nodes, grows=True)
