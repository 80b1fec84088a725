"""What stands on a layout besides its placeholders: logos, bands, boxes with words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckgen.frozen import Frozen, replace
from deckgen.model.geometry import Box, inches
from deckgen.model.pack import Slot
from deckgen.ooxml.names import A, P
from deckgen.ooxml.package import Package
from deckgen.packs.grounds import Sheet, filling, frame

_THIN = inches(0.12)  # rules and edges are crossed without harm
_LARGE = 0.3  # the share of the slide from which on a shape is a ground, and no obstacle
_GAP = inches(0.06)
_ENOUGH = 0.6  # the share of a placeholder that must be left for it to give way


class Decoration(Frozen):
    """A shape that every slide of a layout shows. `colour` is its fill as hex, if it has one.

    `opaque` says that it hides what lies under it, though perhaps in colours unknown.
    """

    box: Box
    colour: str
    opaque: bool


def decorations(package: Package, sheets: Sequence[Sheet]) -> tuple[Decoration, ...]:
    """The decorations of a layout and, below them, its master's; `sheets` are these two."""
    layout = sheets[0]
    hides = layout.root.get("showMasterSp") in ("0", "false")
    shown = sheets[:1] if hides else tuple(reversed(sheets))
    return tuple(
        found
        for sheet in shown
        for shape in sheet.root.findall(f"{{{P}}}cSld/{{{P}}}spTree/*")
        if (found := _decoration(package, shape, sheet)) is not None
    )


def _decoration(package: Package, shape: Any, sheet: Sheet) -> Decoration | None:
    kind = shape.tag.rpartition("}")[2] if isinstance(shape.tag, str) else ""
    if kind not in ("sp", "pic", "grpSp", "graphicFrame"):
        return None
    box = frame(shape)
    if box is None or shape.find(f".//{{{P}}}ph") is not None:
        return None
    if kind != "sp":
        return Decoration(box, "", opaque=True)
    colour = filling(package, shape, sheet) or ""
    words = any((each.text or "").strip() for each in shape.iter(f"{{{A}}}t"))
    return Decoration(box, colour, bool(colour)) if colour or words else None


def under(slot: Slot, decorated: Sequence[Decoration], background: str) -> str:
    """The colour on which a placeholder's text stands; empty when it cannot be told."""
    if slot.fill:
        return slot.fill
    for decoration in reversed(decorated):
        if decoration.opaque and _shared(slot.box, decoration.box) > 0.5 * _area(slot.box):
            return decoration.colour
    return background


def obstacles(decorated: Sequence[Decoration], size: tuple[int, int]) -> list[Box]:
    """What text and native shapes should keep clear of."""
    whole = size[0] * size[1]
    return [
        each.box
        for each in decorated
        if min(each.box.cx, each.box.cy) > _THIN and _area(each.box) < _LARGE * whole
    ]


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
    if slot.type in ("title", "ctrTitle"):
        box = _beside(box, boxes)
    return slot if box == slot.box else replace(slot, box=box, moved=True)


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


_CONTENT_TYPES = frozenset(("obj", "body", "tbl", "chart", "pic", "dgm", "media", "clipArt"))


def reaching(slot: Slot, slots: Sequence[Slot], boxes: Sequence[Box], height: int) -> Slot:
    """The placeholder with the room below it measured; the last twentieth of a slide stays free."""
    box = slot.box
    others = [each.box for each in slots if each is not slot]
    below = [
        other.y - _GAP
        for other in (*others, *boxes)
        if other.y >= box.y + box.cy // 2 and min(other.right, box.right) > max(other.x, box.x)
    ]
    reach = min([round(height * 0.95), *below])
    return replace(slot, reach=max(reach, box.bottom))


def _beside(box: Box, boxes: Sequence[Box]) -> Box:
    """What obstacles leave of a line's box to the left or right of them."""
    for each in boxes:
        if _shared(box, each) < 0.1 * min(_area(each), _area(box)):
            continue
        options = (
            replace(box, cx=each.x - _GAP - box.x),
            Box(each.right + _GAP, box.y, box.right - each.right - _GAP, box.cy),
        )
        best = max(options, key=lambda option: option.cx)
        if best.cx >= _ENOUGH * box.cx:
            box = best
    return box


def around(area: Box, boxes: Sequence[Box]) -> Box:
    """The area without the obstacles at its edges; those amid it are left to it."""
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
        if _area(best) >= 0.75 * _area(area) and best.cx > 0:
            area = best
    return area


def _area(box: Box) -> int:
    return box.cx * box.cy


def _shared(one: Box, other: Box) -> int:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across * down if across > 0 and down > 0 else 0
