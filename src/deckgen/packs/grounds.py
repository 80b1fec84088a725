"""What colour a layout's ground is: its background, or what covers the whole slide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckgen.frozen import Frozen
from deckgen.model.geometry import Box
from deckgen.ooxml.attributes import share, whole
from deckgen.ooxml.names import A, P
from deckgen.ooxml.package import Package
from deckgen.packs.outlines import covered, outline_of
from deckgen.packs.paints import Paint, painted
from deckgen.packs.themes import Colours, Theme

_COVERS = 0.85  # the share of the slide from which on a shape counts as its ground


class Sheet(Frozen):
    """A master or a layout: its part, its root element, what its colours mean."""

    part: str
    root: Any
    colours: Colours
    theme: Theme


class Ground(Frozen):
    """What lies under everything on a layout."""

    paint: Paint
    box: Box

    def under(self, box: Box) -> str:
        """The hex colour under a box."""
        return self.paint.within(self.box, box)


def ground(package: Package, sheets: Sequence[Sheet], size: tuple[int, int]) -> Ground:
    """The ground of a layout; `sheets` are the layout and then its master."""
    whole_slide = Box(0, 0, *size)
    found = Ground(Paint(("FFFFFF",)), whole_slide)
    for sheet in sheets:
        background = sheet.root.find(f"{{{P}}}cSld/{{{P}}}bg")
        paint = _background(package, background, sheet) if background is not None else None
        if paint:
            found = Ground(paint, whole_slide)
            break
    layout = sheets[0]
    hides = layout.root.get("showMasterSp") in ("0", "false")
    for sheet in reversed(sheets[:1] if hides else sheets):
        for shape in sheet.root.findall(f"{{{P}}}cSld/{{{P}}}spTree/*"):
            found = _covering(package, shape, sheet, size) or found
    return found


def _background(package: Package, background: Any, sheet: Sheet) -> Paint | None:
    for child in background:
        if child.tag == f"{{{P}}}bgPr":
            return _fill(package, child, sheet)
        if child.tag == f"{{{P}}}bgRef":
            colour = sheet.colours.of(child) or sheet.colours.slots["bg1"]
            at = whole(child.get("idx"), 1001) - 1001
            if 0 <= at < len(sheet.theme.fills):
                fill = sheet.theme.fills[at]
                return painted(package, fill, sheet.colours, colour, sheet.theme.part)
            return Paint((colour,))
    return None


def _covering(package: Package, shape: Any, sheet: Sheet, size: tuple[int, int]) -> Ground | None:
    """A shape without placeholder that covers the slide."""
    if shape.find(f".//{{{P}}}ph") is not None:
        return None
    box = frame(shape)
    if box is None:
        return None
    if covered(Box(0, 0, *size), box, outline_of(shape)) < _COVERS:
        return None
    paint = filling(package, shape, sheet)
    return Ground(paint, box) if paint else None


def filling(package: Package, shape: Any, sheet: Sheet) -> Paint | None:
    """A shape's fill, its own or its style's; None when one sees through it."""
    if shape.tag == f"{{{P}}}pic":
        fill = shape.find(f"{{{P}}}blipFill")
        return _painted(package, fill, sheet) if fill is not None else None
    properties = shape.find(f"{{{P}}}spPr")
    if properties is None or _see_through(properties):
        return None
    if any(each.tag in _FILLS for each in properties):
        return _fill(package, properties, sheet)
    style = shape.find(f"{{{P}}}style/{{{A}}}fillRef")
    colour = sheet.colours.of(style) if style is not None and style.get("idx") != "0" else None
    return Paint((colour,)) if colour else None


_FILLS = frozenset(
    f"{{{A}}}{name}"
    for name in ("noFill", "solidFill", "gradFill", "pattFill", "blipFill", "grpFill")
)


def _see_through(properties: Any) -> bool:
    """Whether a fill's own colours let most of what lies below shine through."""
    fills = [fill for fill in properties if fill.tag in _FILLS]
    alphas = [
        share(alpha.get("val"), 1.0) for fill in fills for alpha in fill.iter(f"{{{A}}}alpha")
    ]
    return bool(alphas) and min(alphas) < 0.6


def _fill(package: Package, properties: Any, sheet: Sheet) -> Paint | None:
    paints = (_painted(package, child, sheet) for child in properties)
    return next((paint for paint in paints if paint), None)


def _painted(package: Package, fill: Any, sheet: Sheet) -> Paint | None:
    return painted(package, fill, sheet.colours, "", sheet.part)


def frame(shape: Any) -> Box | None:
    """Where a shape says that it stands, in EMU."""
    paths = (f"{{{P}}}spPr/{{{A}}}xfrm", f"{{{P}}}xfrm", f"{{{P}}}grpSpPr/{{{A}}}xfrm")
    place = next((found for path in paths if (found := shape.find(path)) is not None), None)
    box = _box(place, "off", "ext") if place is not None else None
    return _upended(box) if box is not None and upended(place) else box


def child_frame(group: Any) -> Box | None:
    """The part of its own grid that a group shows."""
    place = group.find(f"{{{P}}}grpSpPr/{{{A}}}xfrm")
    return _box(place, "chOff", "chExt") if place is not None else None


def _box(place: Any, start_name: str, extent_name: str) -> Box | None:
    start, extent = place.find(f"{{{A}}}{start_name}"), place.find(f"{{{A}}}{extent_name}")
    if start is None or extent is None:
        return None
    x, y = (whole(start.get(name), 0) for name in ("x", "y"))
    cx, cy = (whole(extent.get(name), 0) for name in ("cx", "cy"))
    return Box(x, y, cx, cy) if cx > 0 and cy > 0 else None


def upended(place: Any) -> bool:
    """Whether a transform turns its shape by about a right angle."""
    return 45 < whole(place.get("rot"), 0) / 60_000 % 180 < 135


def _upended(box: Box) -> Box:
    """The box that a shape takes when it is turned by a right angle about its centre."""
    return Box(box.x + (box.cx - box.cy) // 2, box.y + (box.cy - box.cx) // 2, box.cy, box.cx)
