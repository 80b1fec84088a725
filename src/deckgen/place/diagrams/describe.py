"""What a diagram says in words: its alternative text when the outline gives none."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.frozen import replace
from deckgen.model.blocks import Diagram, Node
from deckgen.model.deck import Group, Origin, Reveal, Shape
from deckgen.model.geometry import Box
from deckgen.model.inline import plain
from deckgen.place.scene import Drawn, Scene

_NAMES = {
    "cards": "Cards",
    "timeline": "Timeline",
    "process": "Process",
    "cycle": "Cycle",
    "hierarchy": "Hierarchy",
    "matrix": "Matrix",
    "pyramid": "Pyramid",
}


def name_of(block: Diagram) -> str:
    """What the selection pane calls the diagram."""
    return _NAMES[block.type]


def alternative(block: Diagram) -> str:
    """The outline's alternative text, or the diagram's nodes in their order."""
    return block.alt or f"{name_of(block)}: {'; '.join(_said(node) for node in block.nodes)}."


def together(block: Diagram, box: Box, shapes: Sequence[Shape], scene: Scene, node: str) -> Drawn:
    """The diagram as one group; shapes that appear click by click stay apart, each a target."""
    if not scene.reveal:
        origin = Origin(node, name_of(block), alternative(block))
        return Drawn((Group(origin, box, tuple(shapes)),))
    reveals = tuple(Reveal(shape.origin.node) for shape in shapes if isinstance(shape, Group))
    return Drawn(tuple(shapes), reveals)


def named(group: Group, alt: str) -> Group:
    """The group with an alternative text of its own."""
    return replace(group, origin=replace(group.origin, alt=alt))


def _said(node: Node) -> str:
    parts = [plain(node.when), plain(node.title)]
    said = ", ".join(part for part in parts if part)
    return f"{said} ({'; '.join(map(_said, node.nodes))})" if node.nodes else said
