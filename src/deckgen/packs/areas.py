"""Where native shapes may stand on a layout."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model.geometry import Box, inches
from deckgen.model.pack import Slot

_CONTENT = frozenset(("body", "body2", "body3", "heading", "heading2", "heading3", "picture",
                      "table", "chart"))  # fmt: skip
_GAP = inches(0.1)


def free_area(
    slots: Sequence[Slot], title: Box | None, body: Box | None, size: tuple[int, int]
) -> Box:
    """The union of the content placeholders, else what titles and lines leave of the slide.

    `title` and `body` are where the master has them; a layout without a title has its room too.
    """
    content = [slot.box for slot in slots if slot.role in _CONTENT]
    if content:
        heading = next((slot.box for slot in slots if slot.role == "title"), None)
        whole = _union(content)
        if heading is not None and _shares(whole, heading):
            # Content beside and below the title: the largest of it has the room.
            whole = _without(max(content, key=lambda box: box.cx * box.cy), heading)
        return _clear_of_feet(_within(whole, size), slots)
    side, edge = round(size[0] * 0.05), round(size[1] * 0.06)
    titled = any(slot.role == "title" for slot in slots)
    if body is not None and title is not None and not titled:
        body = _union([title, body])
    area = body or Box(side, edge, size[0] - 2 * side, size[1] - 2 * edge)
    area = _within(area, size)
    for slot in sorted(slots, key=lambda each: -each.box.cx * each.box.cy):
        area = _without(area, slot.box)
    return area


def open_room(slots: Sequence[Slot], size: tuple[int, int]) -> Box:
    """The largest room that title and footer lines leave, whatever else the layout has."""
    around = [slot for slot in slots if slot.role in ("title", "footer", "date", "number")]
    return free_area(around, None, None, size)


def _clear_of_feet(area: Box, slots: Sequence[Slot]) -> Box:
    """The area above (or beside) the footer, where a body reaches into it."""
    for slot in slots:
        if slot.role in ("footer", "date", "number"):
            left = _without(area, slot.box)
            if left.cx * left.cy >= 0.75 * area.cx * area.cy:
                area = left
    return area


def _union(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(
        left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top
    )


def _within(box: Box, size: tuple[int, int]) -> Box:
    """The box on the slide; what reached to an edge keeps off it."""
    sides = []
    for start, end, whole in ((box.x, box.right, size[0]), (box.y, box.bottom, size[1])):
        edge = round(whole * 0.03)
        low = edge if start <= 0 else start
        sides.append((low, max(1, (whole - edge if end >= whole else end) - low)))
    (left, width), (top, height) = sides
    return Box(left, top, width, height)


def _shares(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0 and down > 0


def _without(area: Box, taken: Box) -> Box:
    """The largest rectangle of the area beside, above or below what is taken."""
    if not _shares(area, taken):
        return area
    lower = taken.bottom + _GAP
    right = taken.right + _GAP
    options = (
        Box(area.x, lower, area.cx, area.bottom - lower),
        Box(area.x, area.y, area.cx, taken.y - _GAP - area.y),
        Box(right, area.y, area.right - right, area.cy),
        Box(area.x, area.y, taken.x - _GAP - area.x, area.cy),
    )
    best = max(options, key=lambda box: max(0, box.cx) * max(0, box.cy))
    # A placeholder over everything leaves nothing: then the area stays as it is.
    return best if min(best.cx, best.cy) > 4 * _GAP else area
