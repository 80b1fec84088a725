"""The shape tree: shapes, connectors, pictures and groups (ECMA-376 part 1, clause 19.3.1)."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.deck import (
    AutoShape,
    ChartShape,
    Connector,
    Group,
    MathShape,
    Origin,
    Ph,
    PictureShape,
    Preset,
    Shape,
    TableShape,
    TextBody,
    TextParagraph,
    TextRun,
)
from deckgen.model.geometry import NO_INSETS
from deckgen.ooxml import names
from deckgen.ooxml.drawing import NO_FILL, fill, geometry, line, rotation, route, transform
from deckgen.ooxml.xml import attribute
from deckgen.writers.pptx.frames import chart, table
from deckgen.writers.pptx.ids import shape_guid
from deckgen.writers.pptx.omml import alternatives
from deckgen.writers.pptx.page import Page, beside
from deckgen.writers.pptx.text import has_math, text_body

_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_EMPTY_TEXT = TextBody(paragraphs=())


def shape_xml(shape: Shape, page: Page) -> str:  # noqa: PLR0911 - one return a kind of shape
    """Any shape of the slide as XML."""
    match shape:
        case AutoShape():
            return _auto_shape(shape, page)
        case Connector():
            return _connector(shape, page)
        case PictureShape():
            return _picture(shape, page)
        case TableShape():
            return table(shape, non_visual(shape.origin, page), placeholder(shape.ph), page)
        case ChartShape():
            return chart(shape, non_visual(shape.origin, page), placeholder(shape.ph), page)
        case MathShape():
            return _math(shape, page)
        case Group():
            return _group(shape, page)


def non_visual(origin: Origin, page: Page) -> str:
    """A shape's p:cNvPr: its id, its name, its alternative text and where it comes from."""
    number = page.ids[origin.node]
    description = f' descr="{attribute(origin.alt)}"' if origin.alt else ""
    decorative = (
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        f'<adec:decorative xmlns:adec="{names.ADEC}" val="1"/></a:ext>'
        if origin.decorative
        else ""
    )
    return (
        f'<p:cNvPr id="{number}" name="{attribute(origin.name or origin.node)}"{description}>'
        '<a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}">'
        f'<a16:creationId xmlns:a16="{names.A16}" id="{shape_guid(page.slide, origin.node)}"/>'
        f"</a:ext>{decorative}</a:extLst></p:cNvPr>"
    )


def placeholder(ph: Ph | None) -> str:
    """A shape's p:nvPr, with the placeholder that it fills."""
    if ph is None:
        return "<p:nvPr/>"
    kind = "" if ph.type in ("", "obj") else f' type="{attribute(ph.type)}"'
    index = f' idx="{ph.idx}"' if ph.idx else ""
    return f"<p:nvPr><p:ph{kind}{index}/></p:nvPr>"


def _auto_shape(shape: AutoShape, page: Page) -> str:
    if has_math(shape.text):
        return alternatives(_shape(shape, page, math=True), _shape(shape, page, math=False))
    return _shape(shape, page, math=False)


def _shape(shape: AutoShape, page: Page, *, math: bool) -> str:
    filling = shape.ph is not None
    if filling:
        locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    else:
        locks = '<p:cNvSpPr txBox="1"/>' if shape.text_box else "<p:cNvSpPr/>"
    body = shape.text if shape.text is not None else _EMPTY_TEXT if filling else None
    words = "" if body is None else text_body(body, page, inherits=filling, math=math)
    return (
        f"<p:sp><p:nvSpPr>{non_visual(shape.origin, page)}{locks}{placeholder(shape.ph)}</p:nvSpPr>"
        f"{_shape_properties(shape)}{words}</p:sp>"
    )


def _shape_properties(shape: AutoShape) -> str:
    """The shape's looks; a placeholder keeps the layout's where the shape names none."""
    own = shape.ph is None
    parts = ""
    if shape.box is not None:
        parts = transform(shape.box, turn=rotation(shape.rotation))
    if shape.geometry is not None:
        parts += geometry(shape.geometry)
    elif own:
        parts += _RECTANGLE
    if shape.fill is not None:
        parts += fill(shape.fill)
    elif own:
        parts += NO_FILL
    if shape.line is not None or (own and not shape.text_box):
        parts += line(shape.line)
    return f"<p:spPr>{parts}</p:spPr>" if parts else "<p:spPr/>"


def _connector(shape: Connector, page: Page) -> str:
    glue = ""
    for tag, node, site in (
        ("stCxn", shape.begin_node, shape.begin_site),
        ("endCxn", shape.end_node, shape.end_site),
    ):
        if node in page.ids:
            glue += f'<a:{tag} id="{page.ids[node]}" idx="{site}"/>'
    locks = f"<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>" if glue else "<p:cNvCxnSpPr/>"
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{non_visual(shape.origin, page)}{locks}<p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{route(shape)}{line(shape.line)}</p:spPr></p:cxnSp>"
    )


def _picture(shape: PictureShape, page: Page) -> str:
    def embed(part: str) -> str:
        return page.arrows.to(names.REL_IMAGE, beside(part))

    pixels = embed(page.store.picture(shape.asset))
    blip = f'<a:blip r:embed="{pixels}"/>'
    if shape.asset.svg is not None:
        vector = embed(page.store.vector(shape.asset))
        blip = (
            f'<a:blip r:embed="{pixels}"><a:extLst>'
            '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            f'<asvg:svgBlip xmlns:asvg="{names.ASVG}" r:embed="{vector}"/>'
            "</a:ext></a:extLst></a:blip>"
        )
    outline = line(shape.line) if shape.line is not None else ""
    locked = ' noGrp="1"' if shape.ph is not None else ""
    looks = transform(shape.box) + geometry(shape.geometry or Preset()) + outline
    return (
        f"<p:pic><p:nvPicPr>{non_visual(shape.origin, page)}"
        f'<p:cNvPicPr><a:picLocks{locked} noChangeAspect="1"/></p:cNvPicPr>'
        f"{placeholder(shape.ph)}</p:nvPicPr>"
        f"<p:blipFill>{blip}{_crop(shape.crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{looks}</p:spPr></p:pic>"
    )


def _crop(crop: tuple[float, float, float, float]) -> str:
    cut = "".join(
        f' {side}="{round(share * 100_000)}"'
        for side, share in zip("ltrb", crop, strict=True)
        if round(share * 100_000)
    )
    return f"<a:srcRect{cut}/>" if cut else ""


def _math(shape: MathShape, page: Page) -> str:
    voice = TextRun("", size=shape.size, colour=shape.colour)
    formula = TextParagraph((voice,), align="ctr", math=shape.omml)
    frame = AutoShape(
        shape.origin,
        shape.box,
        Preset(),
        text=TextBody((formula,), anchor="ctr", insets=NO_INSETS, wrap=False),
        text_box=True,
    )
    plain = replace(frame, text=shape.fallback)
    return alternatives(_shape(frame, page, math=True), _shape(plain, page, math=False))


def _group(shape: Group, page: Page) -> str:
    box = shape.box
    inner = "".join(shape_xml(each, page) for each in shape.shapes)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{non_visual(shape.origin, page)}<p:cNvGrpSpPr/><p:nvPr/>"
        f'</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.cx}" cy="{box.cy}"/><a:chOff x="{box.x}" y="{box.y}"/>'
        f'<a:chExt cx="{box.cx}" cy="{box.cy}"/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>'
    )
