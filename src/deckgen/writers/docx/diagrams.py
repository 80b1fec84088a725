"""Diagrams as DrawingML shapes in line with the text (Office Open XML extensions of 2010, wpg)."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.frozen import replace
from deckgen.model.blocks import Diagram
from deckgen.model.deck import (
    AutoShape,
    Colour,
    Connector,
    Line,
    PictureShape,
    Preset,
    Shape,
    TextBody,
    TextParagraph,
    TextRun,
)
from deckgen.model.geometry import EMU_PER_CM, NO_INSETS, Box
from deckgen.model.pack import FontScheme
from deckgen.ooxml import drawing, names, xml
from deckgen.place.paper import SMALLER, Figure, Sheet, figure
from deckgen.writers.docx.measures import figure_typesetter
from deckgen.writers.docx.names import PIC, WP
from deckgen.writers.docx.story import Story, paragraph

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_EMU_PER_TWIP = 635
_THEME_FACES = {"+mj-lt": "major", "+mn-lt": "minor"}
_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_LOW = int(7.4 * EMU_PER_CM)
_LOW_SHARE, _HIGH_SHARE = 0.33, 0.67  # of the page
_JC = {"ctr": "center", "r": "right", "just": "both"}


def diagram(story: Story, block: Diagram) -> str:
    """The diagram's paragraph; empty where it has no room.

    A low one is preferred, over the whole page if need be: what does not fit on a page leaves the
    rest of it empty.
    """
    left = story.styles.look("figure").left
    page = story.height * _EMU_PER_TWIP
    low, high = min(_LOW, int(_LOW_SHARE * page)), int(_HIGH_SHARE * page)
    for indent, highest in ((left, low), (0, low), (left, high)):
        width = (story.width - indent) * _EMU_PER_TWIP
        made = figure(block, page_of(story, width), highest, figure_typesetter())
        if made is not None:
            return in_figure(story, _in_line(story, made), indent)
    return ""


def redrawn(story: Story, block: Diagram, width: int, highest: int) -> str:
    """The run of a diagram of a width, `highest` EMU at most; empty where it has no such form."""
    made = figure(block, page_of(story, width), highest, figure_typesetter())
    return "" if made is None else _in_line(story, made)


def in_figure(story: Story, shown: str, left: int | None = None) -> str:
    """The paragraph of a figure, which keeps with its caption.

    It runs from left to right: in another, the words of groups and the digits of charts go astray.
    """
    if not story.rtl:
        return paragraph(story, "figure", shown, keep_next=True, left=left)
    written = paragraph(story, "figure", shown, keep_next=True, left=0)
    return written.replace("<w:bidi/>", "", 1)


def page_of(story: Story, width: int) -> Sheet:
    """What figures are drawn on: the template's faces and colours, a width in EMU."""
    theme = story.styles.theme
    slots = {slot: theme.colours[name] for slot, name in _SLOTS.items() if name in theme.colours}
    colours = {**(_given() if not theme.colours else {}), **theme.colours, **slots}
    face = story.styles.look("body").family
    fonts = FontScheme(theme.fonts.get("major", face), theme.fonts.get("minor", face))
    return Sheet(width, fonts, colours, story.language)


def _given() -> Mapping[str, str]:
    """The colours of the theme that a template without one will be given."""
    from deckgen.packs.make.word_palette import printed
    from deckgen.packs.palette import palette
    from deckgen.packs.tokens import Tokens

    return palette(printed(Tokens())).slots


def _in_line(story: Story, made: Figure) -> str:
    """The figure as one group; a reader that does not know groups says it in words."""
    cx, cy = round(made.width / SMALLER), round(made.height / SMALLER)
    number = story.drawing_id()
    shapes = "".join(_shape(story, shape) for shape in made.shapes)
    alt = xml.attribute(made.alt)
    group = (
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{cx}" cy="{cy}"/><a:chOff x="0" y="0"/><a:chExt cx="{cx}" cy="{cy}"/>'
        f"</a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>"
    )
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_MC}" xmlns:wpg="{_WPG}" xmlns:wps="{_WPS}">'
        f'<mc:Choice Requires="wpg"><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0"'
        f' distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="{number}" name="Diagram {number}" descr="{alt}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{names.A}"><a:graphicData uri="{_WPG}">'
        f"{group}</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:t>{xml.text(made.alt)}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _shape(story: Story, shape: Shape) -> str:
    match shape:
        case AutoShape() if shape.box is not None:
            return _auto_shape(story, shape, _smaller(shape.box))
        case Connector():
            placed = replace(shape, begin=_point(shape.begin), end=_point(shape.end))
            looks = drawing.route(placed) + drawing.line(_thinner(shape.line))
            return _framed(story, "Connector", "<wps:cNvCnPr/>", looks, "<wps:bodyPr/>")
        case PictureShape():
            return _picture(story, shape)
    return ""


def _framed(story: Story, name: str, kind: str, looks: str, rest: str) -> str:
    number = story.drawing_id()
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{name} {number}"/>{kind}'
        f"<wps:spPr>{looks}</wps:spPr>{rest}</wps:wsp>"
    )


def _auto_shape(story: Story, shape: AutoShape, box: Box) -> str:
    looks = (
        drawing.transform(box, turn=drawing.rotation(shape.rotation))
        + drawing.geometry(shape.geometry or Preset())
        + drawing.fill(shape.fill)
        + drawing.line(_thinner(shape.line))
    )
    words = "<wps:bodyPr/>"
    if shape.text is not None and any(p.runs for p in shape.text.paragraphs):
        words = _text(story, shape.text)
    kind = '<wps:cNvSpPr txBox="1"/>' if shape.text_box else "<wps:cNvSpPr/>"
    return _framed(story, "Shape", kind, looks, words)


def _text(story: Story, text: TextBody) -> str:
    insets = text.insets or NO_INSETS
    sides = "".join(
        f' {name}="{round(value / SMALLER)}"'
        for name, value in (
            ("lIns", insets.left),
            ("tIns", insets.top),
            ("rIns", insets.right),
            ("bIns", insets.bottom),
        )
    )
    paragraphs = "".join(_paragraph(story, each) for each in text.paragraphs)
    wrap = "square" if text.wrap else "none"
    return (
        f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="{wrap}"{sides} anchor="{text.anchor or "t"}"><a:noAutofit/>'
        "</wps:bodyPr>"
    )


def _paragraph(story: Story, each: TextParagraph) -> str:
    before, after = (
        round((points or 0) * 20 / SMALLER) for points in (each.space_before, each.space_after)
    )
    line = round((each.line_spacing or 1.0) * 240)
    left, indent = (
        round((emu or 0) / SMALLER / _EMU_PER_TWIP) for emu in (each.margin_left, each.indent)
    )
    bidi = "<w:bidi/>" if each.rtl else ""
    hang = f' w:hanging="{-indent}"' if indent < 0 else ""
    align = _JC.get(each.align or "l", "")
    align = align if align == "center" or not each.rtl else ""
    style = xml.attribute(story.styles.id("table-text"))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}'
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'
        f'<w:ind w:left="{left}"{hang}/>'
        + (f'<w:jc w:val="{align}"/>' if align else "")
        + f"</w:pPr>{''.join(_run(story, run, each.rtl or False) for run in each.runs)}</w:p>"
    )


def _run(story: Story, run: TextRun, rtl: bool) -> str:
    face = _THEME_FACES.get(run.font, "")
    fonts = (
        f'<w:rFonts w:asciiTheme="{face}HAnsi" w:hAnsiTheme="{face}HAnsi"'
        f' w:eastAsiaTheme="{face}EastAsia" w:cstheme="{face}Bidi"/>'
        if face
        else f'<w:rFonts w:ascii="{xml.attribute(run.font)}" w:hAnsi="{xml.attribute(run.font)}"/>'
        * bool(run.font)
    )
    size = round((run.size or 16.0) * 2 / SMALLER)
    parts = [
        fonts,
        "<w:b/><w:bCs/>" if run.bold else '<w:b w:val="0"/>',
        "<w:i/><w:iCs/>" if run.italic else "",
        "<w:strike/>" if run.strike else "",
        _colour(story, run.colour),
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        f'<w:vertAlign w:val="{"superscript" if run.baseline > 0 else "subscript"}"/>'
        if run.baseline
        else "",
        "<w:rtl/>" * rtl,
        story.lang,
    ]
    words = f'<w:t xml:space="preserve">{xml.text(run.text)}</w:t>'
    content = "<w:br/>" if run.text == "\n" else words
    return f"<w:r><w:rPr>{''.join(parts)}</w:rPr>{content}</w:r>"


def _colour(story: Story, colour: Colour | None) -> str:
    """The colour as it is seen; a theme's own slot also by its name (ECMA-376 17.18.97)."""
    from deckgen.colour import lum

    if colour is None:
        return ""
    slot = _SLOTS.get(colour.base, colour.base)
    default = {"dk1": "000000", "lt1": "FFFFFF"}.get(slot, colour.base)
    base = story.styles.theme.colours.get(slot, default)
    if len(base) != 6:
        return ""
    mod = 100.0 if colour.lum_mod is None else colour.lum_mod
    return f'<w:color w:val="{lum(base, mod, colour.lum_off or 0.0)}"/>'


def _picture(story: Story, shape: PictureShape) -> str:
    number = story.drawing_id()
    rid = story.media(shape.asset, shape.asset.data, shape.asset.content_type)
    cut = "".join(
        f' {side}="{round(share * 100_000)}"'
        for side, share in zip("ltrb", shape.crop, strict=True)
        if round(share * 100_000)
    )
    return (
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"'
        f' descr="{xml.attribute(shape.origin.alt)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{rid}"/><a:srcRect{cut}/><a:stretch><a:fillRect/></a:stretch>'
        f"</pic:blipFill><pic:spPr>{drawing.transform(_smaller(shape.box))}"
        f"{drawing.geometry(shape.geometry or Preset())}</pic:spPr></pic:pic>"
    )


def _smaller(box: Box) -> Box:
    return Box(*(round(value / SMALLER) for value in (box.x, box.y, box.cx, box.cy)))


def _point(point: tuple[int, int]) -> tuple[int, int]:
    return round(point[0] / SMALLER), round(point[1] / SMALLER)


def _thinner(line: Line | None) -> Line | None:
    return None if line is None else replace(line, width=max(3_175, round(line.width / SMALLER)))
