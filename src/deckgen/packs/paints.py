"""The colours of a fill, place by place: a gradient and a picture as a coarse grid of cells."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from math import cos, hypot, radians, sin
from typing import Any

from deckgen.colour import channels, hexed, mean, mixed
from deckgen.frozen import Frozen
from deckgen.model.geometry import Box
from deckgen.ooxml.archive import Member, PackageRefused
from deckgen.ooxml.attributes import share, whole
from deckgen.ooxml.names import A, R
from deckgen.ooxml.package import Package
from deckgen.packs.themes import Colours

_COLUMNS, _ROWS = 16, 12
_MOST_PIXELS = 50_000_000
_SEEN_THROUGH = 0.5  # the share of a picture's ink below which what lies under it counts


class Paint(Frozen):
    """Hex colours in rows of `columns`, spread over what is painted."""

    cells: tuple[str, ...]
    columns: int = 1

    def within(self, painted: Box, box: Box) -> str:
        """The mean colour where the box stands on what is painted."""
        rows = len(self.cells) // self.columns
        across = _covered(box.x - painted.x, box.right - painted.x, painted.cx, self.columns)
        down = _covered(box.y - painted.y, box.bottom - painted.y, painted.cy, rows)
        return mean([self.cells[row * self.columns + column] for row in down for column in across])


def _covered(start: int, end: int, length: int, count: int) -> range:
    """The cells of a row or column that a stretch touches by their middle, at least one."""
    first = round(start / max(1, length) * count)
    last = round(end / max(1, length) * count)
    first = min(count - 1, max(0, first))
    return range(first, max(first + 1, min(count, last)))


def painted(
    package: Package, fill: Any, colours: Colours, placeholder: str, part: str
) -> Paint | None:
    """What a fill paints; None for no fill and for one that cannot be read or hides nothing.

    `placeholder` is what `phClr` means, `part` the one whose pictures the fill names.
    """
    tag = fill.tag.rpartition("}")[2] if isinstance(fill.tag, str) else ""
    if tag == "solidFill":
        colour = colours.of(fill, placeholder)
        return Paint((colour,)) if colour else None
    if tag == "pattFill":
        return _pattern(fill, colours, placeholder)
    if tag == "gradFill":
        return _gradient(fill, colours, placeholder)
    return _picture(package, fill, colours, part) if tag == "blipFill" else None


def _pattern(fill: Any, colours: Colours, placeholder: str) -> Paint | None:
    """The mix of a pattern's two colours: `pct25` says how much the first takes."""
    found = [each for child in fill if (each := colours.of(child, placeholder))]
    if len(found) < 2:
        return Paint(tuple(found)) if found else None
    name = fill.get("prst", "")
    part = int(name[3:]) / 100 if name.startswith("pct") and name[3:].isdigit() else 0.5
    return Paint((mixed(found[0], found[1], part),))


# -- gradients ----------------------------------------------------------------------------------


def _gradient(fill: Any, colours: Colours, placeholder: str) -> Paint | None:
    stops = sorted(
        (share(stop.get("pos"), 0.0), colour)
        for stop in fill.iter(f"{{{A}}}gs")
        if (colour := colours.of(stop, placeholder))
    )
    if not stops:
        return None
    along = _course(fill)
    return Paint(tuple(_between(stops, along(x, y)) for x, y in _middles()), _COLUMNS)


def _middles() -> Iterator[tuple[float, float]]:
    """The middles of all cells, 0 to 1 from the left and from the top."""
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            yield (column + 0.5) / _COLUMNS, (row + 0.5) / _ROWS


def _course(fill: Any) -> Callable[[float, float], float]:
    """How far along the gradient a place is, 0 to 1 (ECMA-376 part 1, 20.1.8.41 and .46)."""
    path = fill.find(f"{{{A}}}path")
    if path is None:
        line = fill.find(f"{{{A}}}lin")
        angle = radians(whole(line.get("ang") if line is not None else None, 0) / 60_000)
        right, down = cos(angle), sin(angle)
        reach = abs(right) + abs(down)
        return lambda x, y: ((x - 0.5) * right + (y - 0.5) * down) / reach + 0.5
    to = path.find(f"{{{A}}}fillToRect")
    left, top, from_right, from_bottom = (
        share(to.get(side), 0.0) if to is not None else 0.5 for side in "ltrb"
    )
    x0, y0 = (left + 1 - from_right) / 2, (top + 1 - from_bottom) / 2
    wide, high = max(x0, 1 - x0, 0.01), max(y0, 1 - y0, 0.01)
    if path.get("path") == "circle":
        return lambda x, y: hypot(x - x0, y - y0) / hypot(wide, high)
    return lambda x, y: max(abs(x - x0) / wide, abs(y - y0) / high)


def _between(stops: Sequence[tuple[float, str]], at: float) -> str:
    before = stops[0]
    for stop in stops:
        if stop[0] >= at:
            width = stop[0] - before[0]
            return mixed(stop[1], before[1], (at - before[0]) / width) if width > 0 else stop[1]
        before = stop
    return before[1]


# -- pictures -----------------------------------------------------------------------------------


def _picture(package: Package, fill: Any, colours: Colours, part: str) -> Paint | None:
    blip = fill.find(f"{{{A}}}blip")
    if blip is None:
        return None
    faint = blip.find(f"{{{A}}}alphaModFix")
    if faint is not None and share(faint.get("amt"), 1.0) < _SEEN_THROUGH:
        return None
    wanted = blip.get(f"{{{R}}}embed")
    for arrow in package.relationships(part):
        if arrow.id == wanted and not arrow.external and arrow.target in package:
            paint = _cells(package.members[arrow.target])
            return _duotone(paint, blip, colours) if paint else None
    return None


def _duotone(paint: Paint, blip: Any, colours: Colours) -> Paint:
    """A picture in two colours for its dark and its light (ECMA-376 part 1, 20.1.8.23)."""
    pair = [colours.of(each) for each in blip.iterfind(f"{{{A}}}duotone/*")]
    if len(pair) != 2 or not pair[0] or not pair[1]:
        return paint
    return Paint(
        tuple(mixed(pair[1], pair[0], sum(channels(cell)) / 3) for cell in paint.cells),
        paint.columns,
    )


@lru_cache(maxsize=16)
def _cells(member: Member) -> Paint | None:
    """A picture's colours; None when it cannot be read, or is mostly seen through."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(member.read())) as image:
            image.draft("RGB", (64, 64))
            if image.width * image.height > _MOST_PIXELS:
                return None
            small = image.convert("RGBA").resize((_COLUMNS, _ROWS), Image.Resampling.BOX)
            pixels = list(zip(*[iter(small.tobytes())] * 4, strict=True))
    except (OSError, ValueError, PackageRefused, Image.DecompressionBombError):
        return None
    if sum(pixel[3] for pixel in pixels) < _SEEN_THROUGH * 255 * len(pixels):
        return None
    cells = (
        mixed(hexed(*(part / 255 for part in pixel[:3])), "FFFFFF", pixel[3] / 255)
        for pixel in pixels
    )
    return Paint(tuple(cells), _COLUMNS)
