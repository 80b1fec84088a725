"""A hierarchy: a tree from the top down, or from left to right when it is broad."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.frozen import Frozen
from deckgen.model.blocks import Diagram, Node
from deckgen.model.deck import Connector, Line, Origin, Shape
from deckgen.model.geometry import Box, inches, points
from deckgen.place.blocks.composer import Composer
from deckgen.place.diagrams import tile
from deckgen.place.diagrams.describe import together
from deckgen.place.scene import Drawn, Need, Scene

_GAP = inches(0.25)
_DROP = inches(0.55)
_SMALL_DROP = inches(0.3)
_WIDEST = inches(2.8)
_TIGHT = inches(0.12)


class Branch(Frozen):
    """A node of the tree: its depth, its place among the leaves, the path of its parent."""

    node: Node
    path: str
    parent: str
    depth: int
    place: float


class Tree(Frozen):
    """A measured tree: the size of its tiles, and which way it grows."""

    branches: tuple[Branch, ...]
    leaves: int
    depth: int
    cell: int
    high: int
    down: bool
    broken: bool

    @property
    def height(self) -> int:
        """What the tree needs, in EMU."""
        if self.down:
            return self.depth * self.high + (self.depth - 1) * _SMALL_DROP
        return self.leaves * self.high + (self.leaves - 1) * _TIGHT


def _branches(nodes: Sequence[Node], node: str) -> tuple[tuple[Branch, ...], int]:
    made: list[Branch] = []
    count = 0

    def walk(child: Node, path: str, parent: str, depth: int) -> float:
        nonlocal count
        at = len(made)
        made.append(Branch(child, path, parent, depth, 0.0))
        places = [
            walk(below, f"{path}/{index}", path, depth + 1)
            for index, below in enumerate(child.nodes, 1)
        ]
        if not places:
            places = [float(count)]
            count += 1
        place = (places[0] + places[-1]) / 2
        made[at] = Branch(child, path, parent, depth, place)
        return place

    for index, root in enumerate(nodes, 1):
        walk(root, f"{node}/{index}", "", 0)
    return tuple(made), count


def _options(block: Diagram, width: int, scene: Scene, node: str) -> Iterator[Tree]:
    branches, leaves = _branches(block.nodes, node)
    depth = max(branch.depth for branch in branches) + 1
    across = min(_WIDEST, (width - _GAP * (leaves - 1)) // leaves)
    along = min(_WIDEST, (width - _DROP * (depth - 1)) // depth)
    for cell, down in ((across, True), (along, False)):
        needs = [tile.need(branch.node, cell, scene) for branch in branches]
        high = max(need.least for need in needs)
        broken = any(need.broken for need in needs)
        yield Tree(branches, leaves, depth, cell, high, down, broken)


def _tree(block: Diagram, width: int, scene: Scene, node: str = "") -> Tree:
    options = list(_options(block, width, scene, node))
    room = scene.layout.area.cy
    fitting = [tree for tree in options if not tree.broken and tree.height <= room]
    return fitting[0] if fitting else min(options, key=lambda tree: (tree.broken, tree.height))


def _need(block: Diagram, width: int, scene: Scene) -> Need:
    tree = _tree(block, width, scene)
    return Need(tree.height, stretches=True, broken=tree.broken)


def _boxes(tree: Tree, box: Box) -> dict[str, Box]:
    if tree.down:
        step = tree.cell + _GAP
        left = box.x + (box.cx - tree.leaves * step + _GAP) // 2
        drop = _apart(box.cy, tree.depth, tree.high, _DROP)
        top = box.y + (box.cy - tree.depth * (tree.high + drop) + drop) * 2 // 5
        return {
            b.path: Box(
                left + round(b.place * step),
                top + b.depth * (tree.high + drop),
                tree.cell,
                tree.high,
            )
            for b in tree.branches
        }
    drop = _DROP
    gap = _apart(box.cy, tree.leaves, tree.high, _GAP)
    left = box.x + (box.cx - tree.depth * (tree.cell + drop) + drop) // 2
    top = box.y + (box.cy - tree.leaves * (tree.high + gap) + gap) * 2 // 5
    return {
        b.path: Box(
            left + b.depth * (tree.cell + drop),
            top + round(b.place * (tree.high + gap)),
            tree.cell,
            tree.high,
        )
        for b in tree.branches
    }


def _apart(room: int, count: int, high: int, most: int) -> int:
    return min(most, (room - count * high) // max(1, count - 1))


def _draw(block: Diagram, box: Box, scene: Scene, node: str) -> Drawn:
    tree = _tree(block, box.cx, scene, node)
    boxes = _boxes(tree, box)
    shapes: list[Shape] = [
        _line(branch, boxes, tree, scene) for branch in tree.branches if branch.parent
    ]
    shapes += [tile.draw(b.node, boxes[b.path], scene, b.path) for b in tree.branches]
    return together(block, box, shapes, scene, node)


def _line(branch: Branch, boxes: dict[str, Box], tree: Tree, scene: Scene) -> Connector:
    begin_side, end_side = ("bottom", "top") if tree.down else ("right", "left")
    begin = tile.site(boxes[branch.parent], begin_side)
    end = tile.site(boxes[branch.path], end_side)
    return Connector(
        Origin(f"{branch.path}/line", "Line", decorative=True),
        begin,
        end,
        Line(scene.style.accent, points(1.25)),
        elbow=begin[0] != end[0] and begin[1] != end[1],
        begin_node=branch.parent,
        begin_site=tile.SITES[begin_side],
        end_node=branch.path,
        end_site=tile.SITES[end_side],
    )


HIERARCHY = Composer(_need, _draw, tile.sizes)
