"""Cards: two to six parallel points on panels of one size."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.blocks import Diagram
from deckgen.model.geometry import Box
from deckgen.place.blocks.composer import Composer
from deckgen.place.diagrams import panel
from deckgen.place.diagrams.describe import together
from deckgen.place.diagrams.grid import arrange, cells, grid_need
from deckgen.place.scene import Drawn, Need, Scene


def _need(block: Diagram, width: int, scene: Scene) -> Need:
    return grid_need(arrange(block, width, scene.style.gutter, scene))


def _draw(block: Diagram, box: Box, scene: Scene, node: str) -> Drawn:
    grid = arrange(block, box.cx, scene.style.gutter, scene)
    shared = panel.look(block.nodes)
    groups = [
        panel.draw(card, cell, shared, scene, f"{node}/{index}")
        for index, (card, cell) in enumerate(
            zip(block.nodes, cells(grid, len(block.nodes), box), strict=True), 1
        )
    ]
    return together(block, box, groups, scene, node)


def card_sizes(_block: Diagram, scene: Scene) -> tuple[float, float]:
    """The step can go as far as the heading or the text, whichever has more to give."""
    style = scene.style
    give = max(style.card_title - style.floor_body, style.card_text - style.floor_dense)
    return style.floor_dense + give, style.floor_dense


def node_count(block: Diagram) -> int:
    """A diagram of equal nodes may be split between any two."""
    return len(block.nodes)


def some_nodes(block: Diagram, first: int, last: int) -> Diagram:
    """The diagram with the nodes from first up to last."""
    return replace(block, nodes=block.nodes[first:last])


CARDS = Composer(_need, _draw, card_sizes, node_count, some_nodes, grows=True)
