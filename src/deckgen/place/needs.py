"""What a region's content needs, as a whole and piece by piece."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model.blocks import Block
from deckgen.place.blocks import flow
from deckgen.place.blocks.composer import Pieces
from deckgen.place.blocks.stack import gap, stack_need
from deckgen.place.regions import Region
from deckgen.place.scene import Need, Scene
from deckgen.place.textset import height


def region_need(region: Region, scene: Scene) -> Need:
    """The height that a region's content takes in its box's width."""
    return _blocks_need(region, region.blocks, scene)


def _blocks_need(region: Region, blocks: Sequence[Block], scene: Scene) -> Need:
    if region.slot is not None and region.flows:
        paras = flow.slot_paras(blocks, region.slot, scene)  # type: ignore[arg-type]
        return height(paras, region.box.cx, scene, region.slot.insets)
    return stack_need(blocks, region.box.cx, scene)


def others_need(region: Region, blocks: Sequence[Block], scene: Scene) -> int:
    """The height of the blocks that stand beside the one to be split, with the gap to it."""
    if not blocks:
        return 0
    flowing = region.slot is not None and region.flows
    return _blocks_need(region, blocks, scene).least + (0 if flowing else gap(scene))


def pieces_of(region: Region, block: Block, scene: Scene) -> Pieces | None:
    """The heights of the block's pieces in this region; None when they do not simply stack up."""
    slot = region.slot
    if slot is not None and region.flows:
        inner = flow.slot_pieces(block, slot, region.box.cx, scene)  # type: ignore[arg-type]
        return Pieces(inner.base + slot.insets.top + slot.insets.bottom, inner.heights)
    measure = scene.composer(block).pieces
    return measure(block, region.box.cx, scene) if measure else None
