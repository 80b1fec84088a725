"""Where each block of a slide goes: into which placeholder, or onto the layout's free area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.frozen import Frozen, replace
from deckgen.model.blocks import (
    Block,
    Chart,
    Code,
    Column,
    Columns,
    Diagram,
    ItemList,
    Math,
    Picture,
    Quotation,
    Table,
    Text,
)
from deckgen.model.geometry import Box, inches
from deckgen.model.inline import Run, join
from deckgen.model.outline import Slide
from deckgen.model.pack import Layout, Slot, SlotRole
from deckgen.place.blocks.quotation import quoted
from deckgen.text.direction import right_to_left

ICON = inches(0.42)
"""The side of the icon in a column's heading, in EMU."""
_EDGE = inches(0.1)
FOOT = frozenset({"source", "footnote"})
_FLOWING = (Text, ItemList)
_CAPTIONED = (Table, Chart, Code, Math, Diagram)

_TEXT_SLOTS: Mapping[str, tuple[SlotRole, ...]] = {
    "subtitle": ("subtitle", "body"),
    "byline": ("byline", "subtitle", "body"),
    "occasion": ("occasion", "byline", "subtitle", "body"),
    "contact": ("subtitle", "byline", "body"),
    "attribution": ("attribution", "subtitle", "body"),
    "statement": ("body",),
    "lead": ("lead",),
    "body": ("body",),
    "caption": ("caption",),
}
_GRAPHIC_SLOTS: Mapping[type, tuple[SlotRole, ...]] = {
    Table: ("table",),
    Chart: ("chart",),
    Picture: ("picture",),
}
_COLUMN_SLOTS: tuple[tuple[SlotRole, SlotRole], ...] = (
    ("heading", "body"),
    ("heading2", "body2"),
    ("heading3", "body3"),
)


class Region(Frozen):
    """Blocks that share a box: the filling of a placeholder, or shapes on a free area.

    `icon` names an icon that stands at the right end of a heading's box.
    """

    blocks: tuple[Block, ...]
    box: Box
    slot: Slot | None = None
    icon: str = ""

    @property
    def flows(self) -> bool:
        """Whether the blocks are running text that fills the placeholder itself."""
        texts = all(isinstance(block, _FLOWING) for block in self.blocks)
        return self.slot is not None and texts


def regions(slide: Slide, layout: Layout, language: str) -> tuple[Region, ...]:
    """All content of the slide but its title, header and foot, each part with its place."""
    blocks = [block for block in expanded(slide.blocks) if not is_foot(block)]
    blocks = _spoken(slide, layout, blocks, language)
    claimed: dict[tuple[str, int], list[Block]] = {}
    free: list[Block] = []
    for block in blocks:
        columns = _column_regions(block, layout, language)
        slot = _slot_for(block, blocks, layout)
        if columns:
            return (*_filled(layout, claimed), *columns)
        if slot is None:
            free.append(block)
        else:
            claimed.setdefault(slot.key, []).append(block)
    drawn = _on_area(layout, free, claimed)
    # Read in the order of the outline, wherever the layout has its placeholders.
    order = {id(block): number for number, block in enumerate(blocks)}
    made = (*_filled(layout, claimed), *drawn)
    return tuple(sorted(made, key=lambda region: order[id(region.blocks[0])]))


def foot_texts(slide: Slide) -> tuple[Text, ...]:
    """The footnotes and source lines of the slide."""
    return tuple(block for block in slide.blocks if isinstance(block, Text) and is_foot(block))


def is_foot(block: Block) -> bool:
    """Whether the block is a footnote or a source line."""
    return isinstance(block, Text) and block.role in FOOT


def expanded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with their captions as texts of their own."""
    made: list[Block] = []
    for block in blocks:
        made.append(block)
        if isinstance(block, Picture):
            caption = join((block.caption, block.credit), " · ")
        elif isinstance(block, _CAPTIONED):
            caption = block.caption
        else:
            caption = ()
        if caption:
            made.append(Text("caption", (caption,), block.span))
    return made


def _spoken(slide: Slide, layout: Layout, blocks: list[Block], language: str) -> list[Block]:
    """A quotation that is the slide becomes the texts of its layout's placeholders."""
    if slide.role != "quote" or layout.slot("body") is None:
        return blocks
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Quotation):
            made.append(Text("body", (quoted(block.text, language),), block.span))
            if block.by:
                made.append(Text("attribution", (_dashed(block, layout),), block.span))
        else:
            made.append(block)
    return made


def _dashed(block: Quotation, layout: Layout) -> tuple[Run, ...]:
    return block.by if layout.slot("attribution") else (Run("— "), *block.by)


def _slot_for(block: Block, blocks: Sequence[Block], layout: Layout) -> Slot | None:
    if isinstance(block, Text):
        return _text_slot(block, blocks, layout)
    if isinstance(block, ItemList):
        others = [other for other in blocks if not isinstance(other, _FLOWING)]
        return None if others and not layout.slot("picture") else layout.slot("body")
    return layout.slot(*_GRAPHIC_SLOTS.get(type(block), ()))


def _text_slot(block: Text, blocks: Sequence[Block], layout: Layout) -> Slot | None:
    slot = layout.slot(*_TEXT_SLOTS.get(block.role, ()))
    flowing = all(isinstance(other, _FLOWING) for other in blocks)
    if slot is None and block.role == "lead" and flowing:
        return layout.slot("body")
    if slot is not None and slot.role == "body" and block.role == "body" and not flowing:
        return slot if layout.slot("picture") else None
    return slot


def _filled(layout: Layout, claimed: Mapping[tuple[str, int], list[Block]]) -> list[Region]:
    return [
        Region(tuple(claimed[slot.key]), slot.box, slot)
        for slot in layout.slots
        if slot.key in claimed
    ]


def _on_area(
    layout: Layout, free: list[Block], claimed: dict[tuple[str, int], list[Block]]
) -> tuple[Region, ...]:
    if not free:
        return ()
    for slot in layout.slots:
        # A lead or a caption beside a graphic shares the graphic's placeholder's room.
        graphic = slot.role in {"table", "chart", "picture"}
        if graphic and slot.key in claimed:
            held = claimed.pop(slot.key)
            before = [block for block in free if isinstance(block, Text) and block.role == "lead"]
            after = [block for block in free if block not in before]
            return (Region((*before, *held, *after), _within_margins(slot.box, layout), slot),)
    return (Region(tuple(free), layout.area),)


def _within_margins(box: Box, layout: Layout) -> Box:
    """A box at the slide's edge, where pictures may stand but no text, as wide as the title."""
    title = layout.slot("title")
    if title is None or box.x > _EDGE or title.box.right <= box.x or box.right <= title.box.x:
        return box
    left, right = max(box.x, title.box.x), min(box.right, title.box.right)
    return replace(box, x=left, cx=right - left)


def _column_regions(block: Block, layout: Layout, language: str) -> tuple[Region, ...]:
    """A comparison in the layout's own pairs of heading and body, when it has just as many."""
    if not isinstance(block, Columns) or not block.compared:
        return ()
    pairs = [(layout.slot(head), layout.slot(body)) for head, body in _COLUMN_SLOTS]
    whole = [(head, body) for head, body in pairs if head and body]
    if right_to_left(language):  # the first column is the one on the right
        whole.sort(key=lambda pair: -pair[1].box.x)
    textual = all(_is_textual(column) for column in block.columns)
    if len(whole) != len(block.columns) or not textual:
        return ()
    made: list[Region] = []
    for column, (head, body) in zip(block.columns, whole, strict=True):
        if column.title:
            text = Text("body", (column.title,), column.span)
            made.append(_heading(text, head, column.icon))
        made.append(Region(column.blocks, body.box, body))
    return tuple(made)


def _heading(text: Text, slot: Slot, icon: str) -> Region:
    """A column's heading; an icon takes the right end of its box."""
    taken = ICON + slot.insets.right if icon else 0
    return Region((text,), replace(slot.box, cx=slot.box.cx - taken), slot, icon)


def _is_textual(column: Column) -> bool:
    return all(isinstance(block, _FLOWING) for block in column.blocks)
