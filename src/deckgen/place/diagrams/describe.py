"""What a diagram says in words: its alternative text when the outline gives none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.frozen import replace
from deckgen.model.blocks import Diagram, Node
from deckgen.model.deck import Group, Origin, Reveal, Shape
from deckgen.model.geometry import Box
from deckgen.model.inline import plain
from deckgen.place.scene import Drawn, Scene
from deckgen.text.spoken import spoken

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


def alternative(block: Diagram, language: str) -> str:
    """The outline's alternative text, or the diagram's nodes in their order."""
    if block.alt:
        return block.alt
    words = spoken(language)
    told = words["semicolon"].join(_said(node, words) for node in block.nodes)
    return f"{words[block.type]}{words['colon']}{told}{words['stop']}"


def together(block: Diagram, box: Box, shapes: Sequence[Shape], scene: Scene, node: str) -> Drawn:
    """The diagram as one group; shapes that appear click by click stay apart, each a target."""
    if not scene.reveal:
        origin = Origin(node, name_of(block), alternative(block, scene.language))
        return Drawn((Group(origin, box, tuple(shapes)),))
    reveals = tuple(Reveal(shape.origin.node) for shape in shapes if isinstance(shape, Group))
    return Drawn(tuple(shapes), reveals)


def named(group: Group, alt: str) -> Group:
    """The group with an alternative text of its own."""
    return replace(group, origin=replace(group.origin, alt=alt))


def _said(node: Node, words: Mapping[str, str]) -> str:
    parts = [plain(node.when), plain(node.title)]
    said = words["comma"].join(part for part in parts if part)
    if not node.nodes:
        return said
    return f"{said} ({words['semicolon'].join(_said(each, words) for each in node.nodes)})"
