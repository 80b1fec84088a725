"""What stands on a layout besides its placeholders: logos, bands, boxes with words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckgen.colour import distance
from deckgen.frozen import Frozen, replace
from deckgen.model.geometry import Box, inches
from deckgen.model.pack import Slot
from deckgen.ooxml.names import A, P
from deckgen.ooxml.package import Package
from deckgen.packs.grounds import Ground, Sheet, child_frame, filling, frame
from deckgen.packs.outlines import Outline, covered, outline_of
from deckgen.packs.paints import Paint

_THIN = inches(0.12)  # rules and edges are crossed without harm
_LARGE = 0.3  # the share of the slide from which on a shape is a ground, and no obstacle
_GAP = inches(0.06)
_STEPS = 6
_OTHER_COLOUR = 40  # the difference of a channel, in 255ths, that begins another ground
_STRIP = inches(0.32)
_ENOUGH = 0.6  # the share of a placeholder that must be left for it to give way
_HALF = 0.5  # the share of an area that all obstacles together may not take


class Decoration(Frozen):
    """A shape that every slide of a layout shows. `paint` is its fill, if it has one.

    `opaque` says that it hides what lies under it, though perhaps in colours unknown;
    `blocks` that text should keep clear of it. `outline` is a freeform's.
    """

    box: Box
    paint: Paint | None
    opaque: bool
    blocks: bool = True
    outline: Outline = ()


def decorations(package: Package, sheets: Sequence[Sheet]) -> tuple[Decoration, ...]:
    """The decorations of a layout and, below them, its master's; `sheets` are these two."""
    layout = sheets[0]
    hides = layout.root.get("showMasterSp") in ("0", "false")
    shown = sheets[:1] if hides else tuple(reversed(sheets))
    return tuple(
        found
        for sheet in shown
        for shape in sheet.root.findall(f"{{{P}}}cSld/{{{P}}}spTree/*")
        for found in _decorations(package, shape, sheet)
    )


def _decorations(package: Package, shape: Any, sheet: Sheet) -> Iterator[Decoration]:
    kind = shape.tag.rpartition("}")[2] if isinstance(shape.tag, str) else ""
    if kind not in ("sp", "pic", "grpSp", "graphicFrame"):
        return
    box = frame(shape)
    if box is None or shape.find(f".//{{{P}}}ph") is not None:
        return
    if kind == "graphicFrame":
        yield Decoration(box, None, opaque=True)
    elif kind == "grpSp":
        # A group is in the way as a whole; the colours of what it hides, its members tell.
        yield Decoration(box, None, opaque=True)
        yield from _members(package, shape, sheet, box)
    else:
        paint = filling(package, shape, sheet)
        words = any((each.text or "").strip() for each in shape.iter(f"{{{A}}}t"))
        if paint or words or kind == "pic":
            opaque = bool(paint) or kind == "pic"
            yield Decoration(box, paint, opaque, outline=outline_of(shape))


def _members(package: Package, group: Any, sheet: Sheet, box: Box) -> Iterator[Decoration]:
    """The shapes of a group, moved and scaled from its own grid (ECMA-376 part 1, 20.1.7.5)."""
    inner = child_frame(group)
    if inner is None:
        return
    across, down = box.cx / inner.cx, box.cy / inner.cy
    for shape in group:
        for each in _decorations(package, shape, sheet):
            at = each.box
            x, y = box.x + (at.x - inner.x) * across, box.y + (at.y - inner.y) * down
            moved_box = Box(round(x), round(y), round(at.cx * across), round(at.cy * down))
            yield replace(each, box=moved_box, blocks=False)


def under(box: Box, decorated: Sequence[Decoration], ground: Ground) -> str:
    """The colour on which something stands; empty when it cannot be told."""
    for decoration in reversed(decorated):
        if decoration.opaque and covered(box, decoration.box, decoration.outline) > 0.5:
            return decoration.paint.within(decoration.box, box) if decoration.paint else ""
    return ground.under(box)


def obstacles(decorated: Sequence[Decoration], size: tuple[int, int]) -> list[Box]:
    """What text and native shapes should keep clear of."""
    whole = size[0] * size[1]
    return [
        each.box
        for each in decorated
        if each.blocks
        and min(each.box.cx, each.box.cy) > _THIN
        and _area(each.box) < _LARGE * whole
    ]


def clear_above(
    title: Box, decorated: Sequence[Decoration], ground: Ground, background: str
) -> int:
    """The y from which on nothing stands above the title; its own top where the ground changes."""
    strip = Box(title.x, title.y - _STRIP, title.cx, _STRIP)
    below = under(strip, decorated, ground)
    if not below or distance(below, background) > _OTHER_COLOUR:
        return title.y
    over = [
        each.box
        for each in decorated
        if covered(strip, each.box, each.outline) < 1
        and each.box.y < title.y
        and min(each.box.right, title.right) > max(each.box.x, title.x)
    ]
    return max((min(box.bottom, title.y) for box in over), default=0)


def on_slide(box: Box, size: tuple[int, int]) -> bool:
    """Whether a placeholder can be seen: what stands off the slide is a note for designers."""
    across = min(box.right, size[0]) - max(box.x, 0)
    down = min(box.bottom, size[1]) - max(box.y, 0)
    return across > _THIN and down > _THIN


def moved(slot: Slot, boxes: Sequence[Box], size: tuple[int, int]) -> Slot:
    """The placeholder within the slide, a title also clear of what covers its ends."""
    left, top = max(0, slot.box.x), max(0, slot.box.y)
    right, bottom = min(size[0], slot.box.right), min(size[1], slot.box.bottom)
    box = Box(left, top, right - left, bottom - top)
    if slot.vertical:
        return slot
    if slot.type in _LINES:
        box = _shifted(slot.box, size)
    if slot.type in ("title", "ctrTitle"):
        box = _beside(box, boxes)
    return slot if box == slot.box else replace(slot, box=box, moved=True)


def _shifted(box: Box, size: tuple[int, int]) -> Box:
    """A line of the foot that hangs over the edge, moved in: cut, it would hold no text."""
    width, height = min(box.cx, size[0]), min(box.cy, size[1])
    x, y = max(0, min(box.x, size[0] - width)), max(0, min(box.y, size[1] - height))
    return Box(x, y, width, height)


def off_feet(slot: Slot, slots: Sequence[Slot]) -> Slot:
    """A placeholder for text that ends where the footer's line begins."""
    box = slot.box
    tops = [
        other.box.y
        for other in slots
        if other.type in _LINES
        and box.y + 0.6 * box.cy < other.box.y < box.bottom - _THIN
        and min(box.right, other.box.right) > max(box.x, other.box.x)
    ]
    if slot.vertical or slot.type in _LINES or not tops:
        return slot
    return replace(slot, box=replace(box, cy=min(tops) - box.y), moved=True)


def apart(slot: Slot, title: Slot | None) -> Slot:
    """A placeholder for content beside or below a title that lies over it."""
    box = slot.box
    if title is None or slot.vertical or slot.type not in _CONTENT_TYPES or title.vertical:
        return slot
    other = title.box
    across = min(box.right, other.right) - max(box.x, other.x)
    down = min(box.bottom, other.bottom) - max(box.y, other.y)
    if min(across, down) <= _THIN:
        return slot
    options = (
        Box(box.x, other.bottom, box.cx, box.bottom - other.bottom),
        Box(other.right, box.y, box.right - other.right, box.cy),
        replace(box, cx=other.x - box.x),
        replace(box, cy=other.y - box.y),
    )
    best = max(options, key=lambda option: max(0, option.cx) * max(0, option.cy))
    enough = min(best.cx, best.cy) > _THIN and _area(best) >= 0.5 * _area(box)
    return replace(slot, box=best, moved=True) if enough else slot


_LINES = frozenset(("dt", "ftr", "sldNum"))
_CONTENT_TYPES = frozenset(("obj", "body", "tbl", "chart", "pic", "dgm", "media", "clipArt"))


def reaching(
    slot: Slot, slots: Sequence[Slot], boxes: Sequence[Box], height: int, ground: Ground
) -> Slot:
    """The placeholder with the room below it measured; the last twentieth of a slide stays free.

    It ends where a picture below everything changes its colour.
    """
    box = slot.box
    others = [each.box for each in slots if each is not slot]
    below = [
        other.y - _GAP
        for other in (*others, *boxes)
        if other.y >= box.y + box.cy // 2 and min(other.right, box.right) > max(other.x, box.x)
    ]
    reach = max(box.bottom, min([round(height * 0.95), *below]))
    usual, step = ground.under(box), max(1, (reach - box.bottom) // _STEPS)
    for at in range(_STEPS):
        strip = Box(box.x, box.bottom + at * step, box.cx, step)
        if reach > box.bottom and distance(ground.under(strip), usual) > _OTHER_COLOUR:
            return replace(slot, reach=strip.y)
    return replace(slot, reach=reach)


def _beside(box: Box, boxes: Sequence[Box]) -> Box:
    """What obstacles leave of a line's box to the left or right of them."""
    least = _ENOUGH * box.cx
    for each in boxes:
        if _shared(box, each) < 0.1 * min(_area(each), _area(box)):
            continue
        options = (
            replace(box, cx=each.x - _GAP - box.x),
            Box(each.right + _GAP, box.y, box.right - each.right - _GAP, box.cy),
        )
        best = max(options, key=lambda option: option.cx)
        if best.cx >= least:
            box = best
    return box


def around(area: Box, boxes: Sequence[Box]) -> Box:
    """The area without the obstacles at its edges; those amid it are left to it."""
    least = _HALF * _area(area)
    for each in boxes:
        if not _shared(area, each):
            continue
        options = (
            replace(area, cy=each.y - _GAP - area.y),
            Box(area.x, each.bottom + _GAP, area.cx, area.bottom - each.bottom - _GAP),
            replace(area, cx=each.x - _GAP - area.x),
            Box(each.right + _GAP, area.y, area.right - each.right - _GAP, area.cy),
        )
        best = max(options, key=lambda option: max(0, option.cx) * max(0, option.cy))
        if best.cx > 0 and _area(best) >= max(least, 0.75 * _area(area)):
            area = best
    return area


def _area(box: Box) -> int:
    return box.cx * box.cy


def _shared(one: Box, other: Box) -> int:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across * down if across > 0 and down > 0 else 0
