"""The slide master, its layouts and the notes master as parts."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.geometry import Box, inches, points
from deckgen.ooxml.xml import attribute, document
from deckgen.packs.make.guides import MASTER_GUIDES, guides_xml
from deckgen.packs.make.layouts import DATE_FIELD, NUMBER_FIELD, Kit
from deckgen.packs.make.markup import (
    GROUP,
    NAMESPACES,
    Anchor,
    Holder,
    Level,
    Ornament,
    Plan,
    holder_xml,
    level_xml,
    ornament_xml,
    rectangle,
)

_FIRST_LAYOUT_ID = 2_147_483_649  # ST_SlideLayoutId begins at 2^31; the master takes the first
_PROMPT = ("Text", "Second level", "Third level", "Fourth level", "Fifth level")


def layout_part(plan: Plan) -> bytes:
    """A slide layout (ECMA-376 part 1, 19.3.1.39)."""
    kind = f' type="{plan.type}"' if plan.type else ""
    alone = ' showMasterSp="0"' if plan.alone else ""
    return document(
        f'<p:sldLayout {NAMESPACES}{alone}{kind} preserve="1" userDrawn="1">'
        f"{_slide_data(plan.name, plan.ground, plan.ornaments, plan.holders)}"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def master_part(kit: Kit, layouts: int) -> bytes:
    """The slide master; its layouts are the relationships rId1 to rIdN."""
    paints, tokens = kit.scales.paints, kit.scales.tokens
    ground = paints.xml(tokens.colours.ground)
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_LAYOUT_ID + at}" r:id="rId{at}"/>'
        for at in range(1, layouts + 1)
    )
    mapped = ("dk1", "lt1", "dk2", "lt2") if paints.inverted else ("lt1", "dk1", "lt2", "dk2")
    bg1, tx1, bg2, tx2 = mapped
    accents = " ".join(f'accent{at}="accent{at}"' for at in range(1, 7))
    data = _slide_data("", ground, _signature(kit), _master_holders(kit))
    return document(
        f'<p:sldMaster {NAMESPACES} preserve="1">{data}'
        f'<p:clrMap bg1="{bg1}" tx1="{tx1}" bg2="{bg2}" tx2="{tx2}" {accents}'
        ' hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{level_xml('lvl1pPr', kit.scales.title[0])}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(kit.scales.body)}</p:bodyStyle>"
        f"<p:otherStyle>{default_style()}</p:otherStyle></p:txStyles>"
        f"<p:extLst>{guides_xml(kit.grid, MASTER_GUIDES)}</p:extLst></p:sldMaster>"
    )


def default_style() -> str:
    """The levels of text that stands in no placeholder: nine, without bullets."""
    base = Level(18, '<a:schemeClr val="tx1"/>')
    return _levels(tuple(replace(base, margin=inches(0.5) * at) for at in range(9)))


def _levels(levels: tuple[Level, ...]) -> str:
    """Nine levels; the deepest given stands for those beyond."""
    padded = levels + levels[-1:] * (9 - len(levels))
    return "".join(level_xml(f"lvl{at}pPr", level) for at, level in enumerate(padded, 1))


def _slide_data(
    name: str, ground: str, ornaments: tuple[Ornament, ...], holders: tuple[Holder, ...]
) -> str:
    background = (
        f"<p:bg><p:bgPr><a:solidFill>{ground}</a:solidFill><a:effectLst/></p:bgPr></p:bg>"
        if ground
        else ""
    )
    called = f' name="{attribute(name)}"' if name else ""
    drawn = [ornament_xml(at, shape) for at, shape in enumerate(ornaments, 2)]
    held = [holder_xml(at, holder) for at, holder in enumerate(holders, 2 + len(ornaments))]
    tree = f"<p:spTree>{GROUP}{''.join(drawn + held)}</p:spTree>"
    return f"<p:cSld{called}>{background}{tree}</p:cSld>"


def _signature(kit: Kit) -> tuple[Ornament, ...]:
    """What all ordinary slides carry: a tab at the upper edge, or a rail on the left."""
    grid, paints, tokens = kit.grid, kit.scales.paints, kit.scales.tokens
    second = paints.xml(tokens.colours.second)
    if tokens.slide.motif == "rail":
        edge = grid.content.x - round(1.6 * grid.gutter)
        panel, rail = (Box(0, 0, wide, grid.height) for wide in (edge, inches(0.16)))
        return (
            rectangle("Panel", panel, paints.xml(tokens.colours.panel)),
            rectangle("Rail", rail, paints.xml(tokens.colours.accent)),
        )
    return (rectangle("Tab", Box(grid.margin, 0, inches(0.8), inches(0.09)), second),)


def _master_holders(kit: Kit) -> tuple[Holder, ...]:
    grid, scales, tokens = kit.grid, kit.scales, kit.scales.tokens
    small = scales.plain(tokens.sizes.footer, tokens.colours.muted)
    right = scales.plain(tokens.sizes.footer, tokens.colours.muted, align="r")
    low: Anchor = "b" if tokens.slide.title == "side" else "ctr"
    return (
        Holder("Title", "title", None, grid.title, ("Title that says the point",), anchor="t"),
        Holder("Content", "body", 1, grid.content, _PROMPT, anchor="t"),
        Holder("Date", "dt", 2, grid.date, (), right, "ctr", field=DATE_FIELD),
        Holder("Footer", "ftr", 3, grid.footer, (), small, low, quarter=True),
        Holder("Slide number", "sldNum", 4, grid.number, (), right, "ctr", field=NUMBER_FIELD),
    )


# -- notes --------------------------------------------------------------------------------------

NOTES_SIZE = (6_858_000, 9_144_000)


def notes_master_part(kit: Kit) -> bytes:
    """The notes page: the slide in the upper third, the notes in readable type below."""
    width, height = kit.grid.width, kit.grid.height
    margin = inches(0.75)
    live = NOTES_SIZE[0] - 2 * margin
    tall = min(round(live * height / width), inches(3.6))
    image = Box(margin + (live - round(tall * width / height)) // 2, inches(0.75), 0, tall)
    image = replace(image, cx=round(tall * width / height))
    top = image.bottom + inches(0.35)
    notes = Box(margin, top, live, inches(8.9) - top)
    ink = '<a:schemeClr val="tx1"/>'
    small = (Level(10, ink),)
    right = (Level(10, ink, align="r"),)
    half = live // 2
    holders = (
        Holder("Header", "hdr", None, Box(margin, inches(0.3), half, inches(0.3)), (), small, "t"),
        Holder(
            "Date", "dt", 1, Box(margin + half, inches(0.3), half, inches(0.3)), (), right, "t",
            field=DATE_FIELD,
        ),
        Holder("Notes", "body", 3, notes, ("Notes",), anchor="t"),
        Holder("Footer", "ftr", 4, Box(margin, inches(9.3), half, inches(0.3)), (), small, "b"),
        Holder(
            "Slide number", "sldNum", 5, Box(margin + half, inches(9.3), half, inches(0.3)), (),
            right, "b", field=NUMBER_FIELD,
        ),
    )  # fmt: skip
    shapes = "".join(holder_xml(at, holder) for at, holder in enumerate(holders, 3))
    styles = tuple(Level(11, ink, line=110, before=5, margin=inches(0.2) * at) for at in range(9))
    accents = " ".join(f'accent{at}="accent{at}"' for at in range(1, 7))
    return document(
        f"<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill>"
        '<a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{GROUP}{_slide_image(image)}{shapes}</p:spTree></p:cSld>"
        f'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {accents}'
        ' hlink="hlink" folHlink="folHlink"/>'
        f"<p:notesStyle>{_levels(styles)}</p:notesStyle></p:notesMaster>"
    )


def _slide_image(box: Box) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="{points(0.75)}">'
        '<a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
