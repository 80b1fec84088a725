"""Other ways to divide a slide than into its placeholders, for templates that others made."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.geometry import Box
from deckgen.model.outline import Slide
from deckgen.model.pack import Layout, Slot
from deckgen.place.regions import Region, expanded, is_foot, regions


def reaching(slide: Slide, layout: Layout, language: str) -> tuple[Region, ...]:
    """The usual regions, but texts may use what is free below their placeholders."""
    return tuple(_grown(region) for region in regions(slide, layout, language))


def _grown(region: Region) -> Region:
    slot, box = region.slot, region.box
    if slot is None or not region.flows or slot.vertical or slot.reach <= box.bottom:
        return region
    return replace(region, box=replace(box, cy=slot.reach - box.y))


def spread(slide: Slide, layout: Layout, language: str) -> tuple[Region, ...]:
    """Each placeholder keeps its first text; the others are native text where there is room."""
    made: list[Region] = []
    for region in regions(slide, layout, language):
        slot = region.slot
        if slot is None or not region.flows or len(region.blocks) < 2:
            made.append(region)
            continue
        made.append(replace(region, blocks=region.blocks[:1]))
        made.append(Region(region.blocks[1:], _below(slot, layout)))
    return tuple(made)


def _below(slot: Slot, layout: Layout) -> Box:
    """The largest room below the placeholder or below the title."""
    title = layout.slot("title")
    boxes = [
        Box(each.box.x, each.box.bottom, each.box.cx, each.reach - each.box.bottom).inset(
            each.insets.left, each.insets.top, each.insets.right, 0
        )
        for each in (slot, title)
        if each is not None and not each.vertical
    ]
    return max(boxes, key=lambda box: box.cy, default=layout.area)


def on_area(slide: Slide, layout: Layout, _language: str) -> tuple[Region, ...]:
    """All content as native shapes on the layout's free area."""
    blocks = tuple(block for block in expanded(slide.blocks) if not is_foot(block))
    return (Region(blocks, layout.area),) if blocks else ()
