"""A cycle: steps around an ellipse, each pointing to the next."""

from __future__ import annotations

from itertools import product
from math import cos, pi, sin

from deckgen.model.blocks import Diagram
from deckgen.model.deck import Connector, Line, Origin, Shape
from deckgen.model.geometry import Box, inches, points
from deckgen.place.blocks.composer import Composer
from deckgen.place.diagrams import tile
from deckgen.place.diagrams.describe import together
from deckgen.place.scene import TOO_MUCH, Drawn, Need, Scene

_WIDEST = inches(2.9)
_BREADTH = 1.15
_AIR = inches(0.35)


def _directions(count: int) -> list[tuple[float, float]]:
    """Unit vectors clockwise from the top; six and more steps stand in rows of two."""
    turn = pi / count if count >= 6 and count % 2 == 0 else 0.0
    angles = [-pi / 2 - turn + 2 * pi * at / count for at in range(count)]
    return [(cos(angle), sin(angle)) for angle in angles]


def _tile_width(width: int, count: int) -> int:
    return min(_WIDEST, round(width / (3.3 if count > 3 else 2.6)))


def _tile_height(block: Diagram, width: int, scene: Scene) -> Need:
    needs = [tile.need(node, width, scene) for node in block.nodes]
    return Need(max(need.least for need in needs), broken=any(need.broken for need in needs))


def _radius_across(width: int, cell: int, cy: int) -> int:
    return min((width - cell) // 2, round(cy * _BREADTH))


def _least_radius(count: int, across: int, cell: int, high: int) -> int:
    """The smallest vertical radius at which no two tiles come too near."""
    least = 0
    directions = _directions(count)
    for at, (x, y) in enumerate(directions):
        for other_x, other_y in directions[at + 1 :]:
            apart = abs(y - other_y)
            if abs(x - other_x) * across < cell + _AIR // 2:
                if apart < 0.05:
                    return TOO_MUCH
                least = max(least, round((high + _AIR) / apart))
    return least


def _need(block: Diagram, width: int, scene: Scene) -> Need:
    count = len(block.nodes)
    cell = _tile_width(width, count)
    high = _tile_height(block, cell, scene)
    across = _radius_across(width, cell, scene.layout.area.cy)
    radius = _least_radius(count, across, cell, high.least)
    spread = max(y for _, y in _directions(count)) - min(y for _, y in _directions(count))
    return Need(round(radius * spread) + high.least, stretches=True, broken=high.broken)


def _boxes(block: Diagram, box: Box, scene: Scene) -> list[Box]:
    count = len(block.nodes)
    cell = _tile_width(box.cx, count)
    high = _tile_height(block, cell, scene).least
    across = _radius_across(box.cx, cell, scene.layout.area.cy)
    directions = _directions(count)
    top, bottom = min(y for _, y in directions), max(y for _, y in directions)
    radius = round((box.cy - high) / (bottom - top))
    middle_x = box.x + box.cx // 2
    middle_y = box.y + high // 2 - round(top * radius)
    return [
        Box(
            middle_x + round(x * across) - cell // 2,
            middle_y + round(y * radius) - high // 2,
            cell,
            high,
        )
        for x, y in directions
    ]


def _draw(block: Diagram, box: Box, scene: Scene, node: str) -> Drawn:
    boxes = _boxes(block, box, scene)
    shapes: list[Shape] = []
    for index, (step, cell) in enumerate(zip(block.nodes, boxes, strict=True), 1):
        following = index % len(boxes)
        shapes.append(tile.draw(step, cell, scene, f"{node}/{index}"))
        shapes.append(_arrow(cell, boxes[following], index, following + 1, scene, node))
    return together(block, box, shapes, scene, node)


def _arrow(start: Box, end: Box, first: int, last: int, scene: Scene, node: str) -> Connector:
    def distance(sides: tuple[str, str]) -> int:
        (x, y), (other_x, other_y) = tile.site(start, sides[0]), tile.site(end, sides[1])
        return (x - other_x) ** 2 + (y - other_y) ** 2

    begin_side, end_side = min(product(tile.SITES, tile.SITES), key=distance)
    return Connector(
        Origin(f"{node}/arrow-{first}", f"Arrow {first}", decorative=True),
        tile.site(start, begin_side),
        tile.site(end, end_side),
        Line(scene.style.accent, points(1.5), tail="triangle"),
        begin_node=f"{node}/{first}",
        begin_site=tile.SITES[begin_side],
        end_node=f"{node}/{last}",
        end_site=tile.SITES[end_side],
    )


CYCLE = Composer(_need, _draw, tile.sizes, grows=True)
