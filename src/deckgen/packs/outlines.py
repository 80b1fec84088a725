"""How much of a place a freeform covers: its box says too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckgen.model.geometry import Box
from deckgen.ooxml.names import A, P

Point = tuple[float, float]
Outline = tuple[tuple[Point, ...], ...]
_SAMPLES = 7


def outline_of(shape: Any) -> Outline:
    """A freeform's paths as polygons in shares of its box; empty for a shape that fills its box.

    Curves count by their ends and handles (ECMA-376 part 1, 20.1.9.8).
    """
    paths = shape.findall(f"{{{P}}}spPr/{{{A}}}custGeom/{{{A}}}pathLst/{{{A}}}path")
    place = shape.find(f"{{{P}}}spPr/{{{A}}}xfrm")
    flips = tuple(
        place is not None and place.get(name) in ("1", "true") for name in ("flipH", "flipV")
    )
    made: list[tuple[Point, ...]] = []
    for path in paths:
        sides = [_length(path.get(name)) for name in ("w", "h")]
        points = [
            (_length(each.get("x")), _length(each.get("y"))) for each in path.iter(f"{{{A}}}pt")
        ]
        if not all(sides) or any(None in point for point in points) or len(points) < 3:
            return ()
        made.append(tuple(_placed(points, sides, flips)))
    return tuple(made)


def _length(text: str | None) -> float | None:
    return float(text) if text and text.lstrip("-").isdigit() else None


def _placed(points: Sequence[Any], sides: Sequence[Any], flips: Sequence[bool]) -> Iterator[Point]:
    for point in points:
        x, y = (at / side for at, side in zip(point, sides, strict=True))
        yield (1 - x if flips[0] else x), (1 - y if flips[1] else y)


def covered(region: Box, box: Box, outline: Outline) -> float:
    """The share of a region that lies under a shape with a box and an outline."""
    across = min(region.right, box.right) - max(region.x, box.x)
    down = min(region.bottom, box.bottom) - max(region.y, box.y)
    if across <= 0 or down <= 0 or not outline:
        return max(0, across) * max(0, down) / max(1, region.cx * region.cy)
    steps = [(at + 0.5) / _SAMPLES for at in range(_SAMPLES)]
    hits = 0
    for right in steps:
        for below in steps:
            x = (region.x + right * region.cx - box.x) / box.cx
            y = (region.y + below * region.cy - box.y) / box.cy
            hits += any(_inside(x, y, each) for each in outline)
    return hits / _SAMPLES**2


def _inside(x: float, y: float, polygon: Sequence[Point]) -> bool:
    """Whether a point is within a polygon, by the even-odd rule."""
    inside = False
    before = polygon[-1]
    for point in polygon:
        if (point[1] > y) != (before[1] > y):
            crossing = (before[0] - point[0]) * (y - point[1]) / (before[1] - point[1]) + point[0]
            inside ^= x < crossing
        before = point
    return inside
