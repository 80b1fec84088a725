"""A timeline: along an axis, in proportion or in two rows when crowded, or downwards."""

from __future__ import annotations

from deckgen.model.blocks import Diagram
from deckgen.model.geometry import Box
from deckgen.place.blocks.composer import Composer
from deckgen.place.diagrams import timeline_across, timeline_down
from deckgen.place.diagrams.cards import node_count, some_nodes
from deckgen.place.diagrams.describe import together
from deckgen.place.scene import Drawn, Need, Scene

_SHARE = 0.9


def _across(block: Diagram, width: int, scene: Scene) -> timeline_across.Across | None:
    """The first arrangement along an axis that the texts allow."""
    room = scene.layout.area.cy * _SHARE
    for option in timeline_across.options(block, width, scene):
        if not option.broken and option.height <= room and not option.cramped:
            return option
    return None


def keeps_scale(block: Diagram, width: int, scene: Scene) -> bool:
    """Whether the events stand as far apart as their dates, where the outline asks for it."""
    across = _across(block, width, scene)
    return block.scale != "proportional" or (across is not None and across.proportional)


def _need(block: Diagram, width: int, scene: Scene) -> Need:
    across = _across(block, width, scene)
    if across is not None:
        return Need(across.height, stretches=True)
    return timeline_down.need(block, width, scene)


def _draw(block: Diagram, box: Box, scene: Scene, node: str) -> Drawn:
    across = _across(block, box.cx, scene)
    if across is not None:
        shapes = timeline_across.draw(block, across, box, scene, node)
    else:
        shapes = timeline_down.draw(block, box, scene, node)
    return together(block, box, shapes, scene, node)


def _sizes(_block: Diagram, scene: Scene) -> tuple[float, float]:
    return scene.style.body, scene.style.floor_dense


TIMELINE = Composer(_need, _draw, _sizes, node_count, some_nodes, grows=True)
