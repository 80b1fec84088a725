"""The order in which shapes are read against the order in which they are seen (WCAG 1.3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from deckgen.accessibility.page import FURNITURE, Page
from deckgen.accessibility.said import slot_of
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Connector, Group, Shape
from deckgen.model.geometry import Box
from deckgen.text.direction import right_to_left

_ROW = 0.5  # the share of the lower height that two boxes share when they stand in one row
_COLUMN = 0.2  # the share of the lesser width that they share when they stand in one column

# What stands on them is not a sequence: who speaks, where and when.
_LOOSE = frozenset(("title", "closing"))


def reading_order(page: Page) -> Iterator[Diagnostic]:
    """A shape that is read after another which it stands before: above it, or in its row."""
    if page.slide.role in _LOOSE:
        return
    rtl = right_to_left(page.language)
    for shapes in _levels(page.placed.shapes[1:]):
        placed = [(shape, box) for shape in shapes if (box := _box(shape, page)) is not None]
        for (before, one), (after, other) in pairwise(placed):
            if _wrong(one, other, rtl=rtl):
                yield Diagnostic(
                    Severity.WARNING,
                    "reading-order",
                    f"on the slide {page.placed.id!r}, {before.origin.name!r} is read before"
                    f" {after.origin.name!r}, which stands before it",
                    "Order the slide's content as it is to be read, or choose another layout.",
                    page.span,
                )


def _levels(shapes: tuple[Shape, ...]) -> Iterator[tuple[Shape, ...]]:
    """The slide's shapes, then those of each group, without what nobody reads."""
    yield tuple(shape for shape in shapes if not _unread(shape))
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _levels(shape.shapes)


def _unread(shape: Shape) -> bool:
    ph = getattr(shape, "ph", None)
    furniture = ph is not None and ph.type in FURNITURE
    return furniture or shape.origin.decorative or isinstance(shape, Connector)


def _box(shape: Shape, page: Page) -> Box | None:
    if isinstance(shape, Connector):
        return None
    slot = slot_of(shape, page)
    return shape.box or (slot.box if slot is not None else None)


def _wrong(one: Box, other: Box, *, rtl: bool) -> bool:
    """Whether the second box stands before the first."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    if other.bottom <= one.y:
        return across > _COLUMN * min(one.cx, other.cx)
    in_row = down > _ROW * min(one.cy, other.cy)
    return in_row and (one.right <= other.x if rtl else other.right <= one.x)
