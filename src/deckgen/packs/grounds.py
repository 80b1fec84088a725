"""What colour a layout's ground is: its background, or what covers the whole slide."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from deckgen.colour import mean
from deckgen.frozen import Frozen
from deckgen.model.geometry import Box
from deckgen.ooxml.archive import PackageRefused
from deckgen.ooxml.attributes import share, whole
from deckgen.ooxml.names import A, P, R
from deckgen.ooxml.package import Package
from deckgen.packs.themes import Colours, Theme

_MOST_PIXELS = 50_000_000
_COVERS = 0.85  # the share of the slide from which on a shape counts as its ground


class Sheet(Frozen):
    """A master or a layout: its part, its root element, what its colours mean."""

    part: str
    root: Any
    colours: Colours
    theme: Theme


def ground(package: Package, sheets: Sequence[Sheet], size: tuple[int, int]) -> str:
    """The hex colour of the ground; `sheets` are the layout and then its master."""
    found = "FFFFFF"
    for sheet in sheets:
        background = sheet.root.find(f"{{{P}}}cSld/{{{P}}}bg")
        colour = _background(package, background, sheet) if background is not None else None
        if colour:
            found = colour
            break
    layout = sheets[0]
    hides = layout.root.get("showMasterSp") in ("0", "false")
    for sheet in reversed(sheets[:1] if hides else sheets):
        for shape in sheet.root.findall(f"{{{P}}}cSld/{{{P}}}spTree/*"):
            found = _covering(package, shape, sheet, size) or found
    return found


def _background(package: Package, background: Any, sheet: Sheet) -> str | None:
    for child in background:
        if child.tag == f"{{{P}}}bgPr":
            return _fill(package, child, sheet, "")
        if child.tag == f"{{{P}}}bgRef":
            colour = sheet.colours.of(child) or sheet.colours.slots["bg1"]
            at = whole(child.get("idx"), 1001) - 1001
            if 0 <= at < len(sheet.theme.fills):
                return _paint(package, sheet.theme.fills[at], sheet, colour, sheet.theme.part)
            return colour
    return None


def _covering(package: Package, shape: Any, sheet: Sheet, size: tuple[int, int]) -> str | None:
    """The colour of a shape without placeholder that covers the slide."""
    if shape.find(f".//{{{P}}}ph") is not None:
        return None
    box = frame(shape)
    properties = shape.find(f"{{{P}}}spPr")
    if box is None or properties is None:
        return None
    across = min(box.right, size[0]) - max(box.x, 0)
    down = min(box.bottom, size[1]) - max(box.y, 0)
    if across <= 0 or down <= 0 or across * down < _COVERS * size[0] * size[1]:
        return None
    if shape.tag == f"{{{P}}}pic":
        fill = shape.find(f"{{{P}}}blipFill")
        return _picture(package, fill, sheet.part) if fill is not None else None
    return filling(package, shape, sheet)


def filling(package: Package, shape: Any, sheet: Sheet) -> str | None:
    """The colour of a shape's fill, its own or its style's; None when one sees through it."""
    properties = shape.find(f"{{{P}}}spPr")
    if properties is None or _see_through(properties):
        return None
    if any(each.tag in _FILLS for each in properties):
        return _fill(package, properties, sheet, "")
    style = shape.find(f"{{{P}}}style/{{{A}}}fillRef")
    return sheet.colours.of(style) if style is not None and style.get("idx") != "0" else None


_FILLS = frozenset(
    f"{{{A}}}{name}"
    for name in ("noFill", "solidFill", "gradFill", "pattFill", "blipFill", "grpFill")
)


def _see_through(properties: Any) -> bool:
    alphas = properties.findall(f"{{{A}}}solidFill//{{{A}}}alpha")
    return any(share(each.get("val"), 1.0) < 0.6 for each in alphas)


def _fill(package: Package, properties: Any, sheet: Sheet, placeholder: str) -> str | None:
    for child in properties:
        colour = _paint(package, child, sheet, placeholder, sheet.part)
        if colour:
            return colour
    return None


def _paint(package: Package, fill: Any, sheet: Sheet, placeholder: str, part: str) -> str | None:
    tag = fill.tag.rpartition("}")[2] if isinstance(fill.tag, str) else ""
    if tag == "solidFill":
        return sheet.colours.of(fill, placeholder)
    if tag in ("gradFill", "pattFill"):
        stops = fill.findall(f".//{{{A}}}gs") or list(fill)
        found = [colour for each in stops if (colour := sheet.colours.of(each, placeholder))]
        return mean(found) if found else None
    if tag == "blipFill":
        return _picture(package, fill, part)
    return None


def _picture(package: Package, fill: Any, part: str) -> str | None:
    """The average colour of a picture; None when it cannot be read."""
    from PIL import Image

    blip = fill.find(f"{{{A}}}blip")
    wanted = blip.get(f"{{{R}}}embed") if blip is not None else None
    for arrow in package.relationships(part):
        if arrow.id == wanted and not arrow.external:
            try:
                with Image.open(io.BytesIO(package.read(arrow.target))) as image:
                    image.draft("RGB", (64, 64))
                    if image.width * image.height > _MOST_PIXELS:
                        return None
                    pixel = image.convert("RGB").resize((1, 1), Image.Resampling.BOX)
                    red, green, blue = pixel.tobytes()
            except (OSError, ValueError, PackageRefused, Image.DecompressionBombError):
                return None
            return f"{red:02X}{green:02X}{blue:02X}"
    return None


def frame(shape: Any) -> Box | None:
    """Where a shape says that it stands, in EMU."""
    paths = (f"{{{P}}}spPr/{{{A}}}xfrm", f"{{{P}}}xfrm", f"{{{P}}}grpSpPr/{{{A}}}xfrm")
    place = next((found for path in paths if (found := shape.find(path)) is not None), None)
    if place is None:
        return None
    start, extent = place.find(f"{{{A}}}off"), place.find(f"{{{A}}}ext")
    if start is None or extent is None:
        return None
    x, y = (whole(start.get(name), 0) for name in ("x", "y"))
    cx, cy = (whole(extent.get(name), 0) for name in ("cx", "cy"))
    if cx <= 0 or cy <= 0:
        return None
    return _upended(Box(x, y, cx, cy)) if upended(place) else Box(x, y, cx, cy)


def upended(place: Any) -> bool:
    """Whether a transform turns its shape by about a right angle."""
    return 45 < whole(place.get("rot"), 0) / 60_000 % 180 < 135


def _upended(box: Box) -> Box:
    """The box that a shape takes when it is turned by a right angle about its centre."""
    return Box(box.x + (box.cx - box.cy) // 2, box.y + (box.cy - box.cx) // 2, box.cy, box.cx)
