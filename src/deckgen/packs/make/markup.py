"""Placeholders, text styles and ornaments of masters and layouts as PresentationML."""

from __future__ import annotations

from typing import Literal

from deckgen.frozen import Frozen
from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.ooxml.xml import attribute, text

NAMESPACES = f'xmlns:a="{names.A}" xmlns:r="{names.R}" xmlns:p="{names.P}"'
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)

Anchor = Literal["t", "ctr", "b"]


class Level(Frozen):
    """One list level of a text style: sizes and spaces in points, `margin` and `hang` in EMU.

    `colour` and `bullet_colour` are DrawingML colours; `line` is percent of single spacing;
    `tracking` is letter spacing in points; `numbered` counts instead of `bullet`.
    """

    size: float
    colour: str
    font: str = "+mn"
    bold: bool = False
    italic: bool = False
    align: Literal["l", "ctr", "r"] = "l"
    margin: int = 0
    hang: int = 0
    line: float = 100.0
    before: float = 0.0
    bullet: str = ""
    bullet_colour: str = ""
    numbered: bool = False
    tracking: float = 0.0


class Holder(Frozen):
    """A placeholder of a master or layout. A `box` of None inherits from the master.

    `prompt` is what it asks for; `fill` a DrawingML colour; `inset` the margins within, in EMU.
    """

    name: str
    type: str
    idx: int | None
    box: Box | None = None
    prompt: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    anchor: Anchor | None = None
    fill: str = ""
    inset: int | None = None
    shrinks: bool = True
    quarter: bool = False
    field: str = ""


class Plan(Frozen):
    """A layout before it is written: `ground` is a DrawingML colour, empty for the master's.

    `ornaments` are shapes without their ids; `alone` hides the master's own shapes.
    """

    name: str
    type: str
    holders: tuple[Holder, ...]
    ground: str = ""
    ornaments: tuple[Ornament, ...] = ()
    alone: bool = False


class Ornament(Frozen):
    """A drawn shape: `geometry` and `paint` (fill and line) as DrawingML."""

    name: str
    box: Box
    geometry: str
    paint: str


def rectangle(name: str, box: Box, colour: str) -> Ornament:
    """A filled rectangle without an outline."""
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    paint = f"<a:solidFill>{colour}</a:solidFill><a:ln><a:noFill/></a:ln>"
    return Ornament(name, box, geometry, paint)


def level_xml(tag: str, level: Level) -> str:
    """A level's paragraph properties under the name that its list wants (`a:lvl1pPr`)."""
    size = round(level.size * 100)
    weight = f' b="{int(level.bold)}" i="{int(level.italic)}"'
    tracking = f' spc="{round(level.tracking * 100)}"' if level.tracking else ' spc="0"'
    return (
        f'<a:{tag} marL="{level.margin}" indent="{-level.hang}" algn="{level.align}"'
        ' defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{round(level.line * 1000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{_bullet_xml(level)}'
        f'<a:defRPr sz="{size}"{weight} kern="1200"{tracking}>'
        f"<a:solidFill>{level.colour}</a:solidFill>{_faces(level.font)}</a:defRPr></a:{tag}>"
    )


def _faces(font: str) -> str:
    """A face of the theme for all scripts, or a family by name for Latin and complex scripts."""
    themed = font.startswith("+")
    scripts = {
        "latin": f"{font}-lt" if themed else attribute(font),
        "ea": f"{font}-ea" if themed else "+mn-ea",
        "cs": f"{font}-cs" if themed else attribute(font),
    }
    return "".join(f'<a:{tag} typeface="{face}"/>' for tag, face in scripts.items())


def _bullet_xml(level: Level) -> str:
    if not (level.bullet or level.numbered):
        return "<a:buNone/>"
    colour = f"<a:buClr>{level.bullet_colour or level.colour}</a:buClr>"
    if level.numbered:
        return f'{colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"/>'
    return f'{colour}<a:buFont typeface="Arial"/><a:buChar char="{attribute(level.bullet)}"/>'


def list_style(levels: tuple[Level, ...]) -> str:
    """A list style of up to nine levels; the last one stands for the levels beyond, up to five."""
    if not levels:
        return "<a:lstStyle/>"
    padded = levels + levels[-1:] * (5 - len(levels))
    inner = "".join(level_xml(f"lvl{at}pPr", level) for at, level in enumerate(padded, 1))
    return f"<a:lstStyle>{inner}</a:lstStyle>"


def holder_xml(number: int, holder: Holder) -> str:
    """A placeholder as a shape."""
    place = f"<a:xfrm>{_frame(holder.box)}</a:xfrm>" if holder.box else ""
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if holder.box else ""
    fill = f"<a:solidFill>{holder.fill}</a:solidFill>" if holder.fill else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(holder.name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_ph(holder)}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}{geometry}{fill}</p:spPr>"
        f"<p:txBody>{_body_properties(holder)}{list_style(holder.levels)}{_prompt(holder)}"
        "</p:txBody></p:sp>"
    )


def ornament_xml(number: int, shape: Ornament) -> str:
    """A drawn shape, marked as decoration for those who hear the slide."""
    decorative = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        f'<adec:decorative xmlns:adec="{names.ADEC}" val="1"/></a:ext></a:extLst>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attribute(shape.name)}">{decorative}'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        f"{_frame(shape.box)}</a:xfrm>{shape.geometry}{shape.paint}</p:spPr>"
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/>'
        '<a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def _frame(box: Box) -> str:
    return f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/>'


def _ph(holder: Holder) -> str:
    kind = f' type="{holder.type}"' if holder.type != "obj" else ""
    size = ' sz="quarter"' if holder.quarter else ""
    idx = f' idx="{holder.idx}"' if holder.idx is not None else ""
    prompt = ' hasCustomPrompt="1"' if holder.prompt and not holder.field else ""
    return f"<p:ph{kind}{size}{idx}{prompt}/>"


def _body_properties(holder: Holder) -> str:
    if holder.box is None:
        return "<a:bodyPr/>"
    inset = holder.inset or 0
    anchor = f' anchor="{holder.anchor}"' if holder.anchor else ""
    fit = "<a:normAutofit/>" if holder.shrinks else "<a:noAutofit/>"
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{inset}" tIns="{inset}" rIns="{inset}"'
        f' bIns="{inset}" rtlCol="0"{anchor}>{fit}</a:bodyPr>'
    )


def _prompt(holder: Holder) -> str:
    end = '<a:endParaRPr lang="en-US"/>'
    if holder.field:
        return f"<a:p>{holder.field}{end}</a:p>"
    if holder.type == "ftr":
        # An empty footer loses its style where LibreOffice takes it for all slides: hence a blank.
        return f'<a:p><a:r><a:rPr lang="en-US"/><a:t> </a:t></a:r>{end}</a:p>'
    if not holder.prompt:
        return f"<a:p>{end}</a:p>"
    return "".join(
        f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr lang="en-US"/><a:t>{text(line)}</a:t></a:r></a:p>'
        for level, line in enumerate(holder.prompt)
    )
