"""DrawingML colours, strokes and geometries as XML (ECMA-376 part 1, clause 20.1)."""

from __future__ import annotations

import re

from deckgen.model.deck import Colour, Connector, Custom, Line, Path, Preset
from deckgen.model.geometry import Box
from deckgen.ooxml.xml import attribute

_HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")
_PERCENT = 1000
_DEGREE = 60_000

NO_FILL = "<a:noFill/>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"

# The middles of the four sides, in the order of a rectangle's own connection sites.
_SITES = (
    '<a:cxnLst><a:cxn ang="16200000"><a:pos x="hc" y="t"/></a:cxn>'
    '<a:cxn ang="10800000"><a:pos x="l" y="vc"/></a:cxn>'
    '<a:cxn ang="5400000"><a:pos x="hc" y="b"/></a:cxn>'
    '<a:cxn ang="0"><a:pos x="r" y="vc"/></a:cxn></a:cxnLst>'
)


def colour(value: Colour) -> str:
    """A colour element: srgbClr for six hex digits, else schemeClr."""
    tag = "srgbClr" if _HEX.match(value.base) else "schemeClr"
    base = value.base.upper() if tag == "srgbClr" else attribute(value.base)
    changes = "".join(
        f'<a:{name} val="{round(percent * _PERCENT)}"/>'
        for name, percent in (
            ("lumMod", value.lum_mod),
            ("lumOff", value.lum_off),
            ("alpha", value.alpha),
        )
        if percent is not None
    )
    return f'<a:{tag} val="{base}">{changes}</a:{tag}>' if changes else f'<a:{tag} val="{base}"/>'


def fill(value: Colour | None) -> str:
    """A solid fill, or none."""
    return NO_FILL if value is None else f"<a:solidFill>{colour(value)}</a:solidFill>"


def line(value: Line | None, tag: str = "a:ln") -> str:
    """A stroke under the given tag (`a:ln`, `a:lnL` in tables), or none drawn."""
    if value is None:
        return f'<{tag} w="0"><a:noFill/></{tag}>' if tag != "a:ln" else NO_LINE
    cap = ' cap="rnd"' if value.round_caps else ""
    join = "<a:round/>" if value.round_caps else ""
    dash = "" if value.dash == "solid" else f'<a:prstDash val="{value.dash}"/>'
    ends = "".join(
        f'<a:{name} type="{kind}" w="med" len="med"/>'
        for name, kind in (("headEnd", value.head), ("tailEnd", value.tail))
        if kind != "none"
    )
    return f'<{tag} w="{value.width}"{cap}>{fill(value.colour)}{dash}{join}{ends}</{tag}>'


def geometry(value: Preset | Custom) -> str:
    """A preset geometry with its adjust values, or a custom one with four connection sites."""
    if isinstance(value, Custom):
        paths = "".join(map(_path, value.paths))
        return (
            f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>{_SITES}"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
        )
    guides = "".join(
        f'<a:gd name="{attribute(name)}" fmla="val {number}"/>' for name, number in value.adjust
    )
    adjust = f"<a:avLst>{guides}</a:avLst>" if guides else "<a:avLst/>"
    return f'<a:prstGeom prst="{attribute(value.name)}">{adjust}</a:prstGeom>'


def transform(box: Box, tag: str = "a:xfrm", turn: str = "") -> str:
    """A place and a size; `turn` holds the attributes of a rotation or a flip."""
    return (
        f'<{tag}{turn}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></{tag}>'
    )


def rotation(degrees: float) -> str:
    """The attribute for a rotation clockwise, empty for none."""
    turned = round(degrees * _DEGREE) % (360 * _DEGREE)
    return f' rot="{turned}"' if turned else ""


def route(shape: Connector) -> str:
    """The connector's box, turned so that its first corner is its beginning."""
    (x1, y1), (x2, y2) = shape.begin, shape.end
    width, height = abs(x2 - x1), abs(y2 - y1)
    box = Box(min(x1, x2), min(y1, y2), width, height)
    if not shape.elbow or not width or not height:
        return transform(box, turn=_flips(x2 < x1, y2 < y1)) + geometry(
            Preset("straightConnector1")
        )
    if shape.begin_site in (1, 3) if shape.begin_node else width >= height:
        return transform(box, turn=_flips(x2 < x1, y2 < y1)) + geometry(Preset("bentConnector3"))
    # An elbow leaves sideways by its nature: one that leaves up or down is turned by a quarter.
    turned = Box((x1 + x2) // 2 - height // 2, (y1 + y2) // 2 - width // 2, height, width)
    quarter = rotation(90) + _flips(y2 < y1, x2 > x1)
    return transform(turned, turn=quarter) + geometry(Preset("bentConnector3"))


def _flips(horizontal: bool, vertical: bool) -> str:
    return (' flipH="1"' if horizontal else "") + (' flipV="1"' if vertical else "")


def _path(path: Path) -> str:
    unfilled = "" if path.filled else ' fill="none"'
    unstroked = "" if path.stroked else ' stroke="0"'
    commands = "".join(_command(name, numbers) for name, numbers in path.commands)
    return f'<a:path w="{path.width}" h="{path.height}"{unfilled}{unstroked}>{commands}</a:path>'


def _command(name: str, numbers: tuple[int, ...]) -> str:
    tag = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}[name]
    if not numbers:
        return f"<a:{tag}/>"
    points = "".join(
        f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    )
    return f"<a:{tag}>{points}</a:{tag}>"
