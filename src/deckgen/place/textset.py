"""Text on its way to a shape: one description, measured and written from the same values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from deckgen.frozen import Frozen
from deckgen.model.deck import Bullet, Colour, TextBody, TextParagraph, TextRun
from deckgen.model.geometry import EMU_PER_POINT, NO_INSETS, Insets
from deckgen.model.inline import Inline, Run, Script, plain
from deckgen.model.pack import FontScheme, LevelStyle
from deckgen.place.formulas import shown
from deckgen.place.scene import Need, Scene
from deckgen.place.scripts import has_varying_face, segments
from deckgen.text.direction import marked, runs_rtl
from deckgen.typeset import TypeParagraph, TypeRun

Align = Literal["l", "ctr", "r", "just"]


INSETS_OF_CELL = Insets(91_440, 54_864, 91_440, 54_864)
"""The margins within a table's cell, in EMU."""

_BASELINES: Mapping[Script, int] = {"": 0, "sub": -25, "super": 30}
# What text needs (WCAG 2.2, 1.4.3), with something over 3 for projectors.
_CONTRAST, _LARGE_CONTRAST = 4.5, 3.5
# PowerPoint sets what is raised or lowered at two thirds of its size.
_SCRIPT_SIZE = 2 / 3


# Which face sets Arabic and Hebrew is the application's choice: widths differ by some percent.
_SURE_SHARE = 0.93


class TextStyle(Frozen):
    """How a paragraph is set: sizes and spaces in points, margins in EMU.

    `asked` is the placeholder's own style: only what differs from it is written.
    """

    size: float
    heading: bool = False
    bold: bool = False
    italic: bool = False
    caps: bool = False
    colour: Colour | None = None
    align: Align = "l"
    leading: float = 1.15
    before: float = 0.0
    after: float = 0.0
    mono: bool = False
    asked: LevelStyle | None = None


class Para(Frozen):
    """A paragraph with its style; `bullet` None leaves what the placeholder has.

    `rtl` is which way it runs, where its words and the talk do not say so.
    """

    text: Inline
    style: TextStyle
    level: int = 0
    bullet: Bullet | None = None
    margin_left: int | None = None
    indent: int | None = None
    rtl: bool | None = None


def placeholder_style(level: LevelStyle, size: float) -> TextStyle:
    """The style of a placeholder's level, set at `size` points.

    A colour that cannot be read on its ground (WCAG 2.2, 1.4.3) gives way to one that can.
    """
    large = size >= 18 or (level.bold and size >= 14)
    return TextStyle(
        size=size,
        bold=level.bold,
        italic=level.italic,
        caps=level.caps,
        colour=Colour(level.ink)
        if level.recolour or level.contrast < (_LARGE_CONTRAST if large else _CONTRAST)
        else None,
        align=level.align,
        leading=level.line_spacing,
        before=level.space_before,
        after=level.space_after,
        asked=level,
    )


def height(paras: Sequence[Para], width: int, scene: Scene, insets: Insets = NO_INSETS) -> Need:
    """How high the paragraphs stand in a shape `width` EMU wide, its insets included."""
    measure = (width - insets.left - insets.right) / EMU_PER_POINT
    for para in paras:
        for run in para.text:
            if has_varying_face(run.text):
                return _height(paras, measure * _SURE_SHARE, scene, insets)
    return _height(paras, measure, scene, insets)


def _height(paras: Sequence[Para], measure: float, scene: Scene, insets: Insets) -> Need:
    if measure <= 1:
        return Need(10**10, broken=True)
    done = scene.setter.extent([_typeset(para, scene) for para in paras], measure)
    total = round(done.height * EMU_PER_POINT) + insets.top + insets.bottom
    return Need(total, broken=done.broken)


def natural_width(text: Inline, style: TextStyle, scene: Scene) -> int:
    """The width of the text on one line, in EMU."""
    runs = _type_runs(Para(text, style), scene)
    return round(scene.setter.width(runs) * EMU_PER_POINT)


def longest_word(text: Inline, style: TextStyle, scene: Scene) -> int:
    """The width of the longest word, in EMU: no measure may be narrower."""
    runs = _type_runs(Para(text, style), scene)
    return round(scene.setter.longest_word(runs) * EMU_PER_POINT)


def widths_of(para: Para, scene: Scene) -> tuple[int, int]:
    """The longest word and the whole text on one line, in EMU."""
    runs = _type_runs(para, scene)
    word, line = scene.setter.widths(runs)
    return round(word * EMU_PER_POINT), round(line * EMU_PER_POINT)


def body(
    paras: Sequence[Para],
    scene: Scene,
    *,
    anchor: Literal["t", "ctr", "b"] | None = None,
    insets: Insets | None = None,
) -> TextBody:
    """The paragraphs as a shape's text."""
    written = tuple(_paragraph(para, scene) for para in paras)
    shape = insets is not None
    return TextBody(written, anchor=anchor, insets=insets, no_autofit=shape)


def text_runs(
    text: Inline, scene: Scene, style: TextStyle, *, rtl: bool = False
) -> tuple[TextRun, ...]:
    """The runs of a text, split by script so that each carries its language.

    In one from right to left (`rtl`) marks keep the signs of Latin words where they belong.
    """
    base = _run_base(style, scene.fonts)
    return tuple(
        [
            _emphasised(base, run, stretch, lang, scene.fonts.mono)
            for run in shown(text)
            for stretch, lang in segments(
                marked(run.text, code=run.code) if rtl else run.text, scene.language
            )
        ]
    )


def _paragraph(para: Para, scene: Scene) -> TextParagraph:
    style = para.style
    rtl = para.rtl
    if rtl is None:
        rtl = runs_rtl(plain(shown(para.text)), rtl=scene.rtl)
    asked = style.asked
    inherits = asked is not None
    turned = asked is not None and asked.rtl
    if rtl is None and (turned or scene.turned):
        rtl = False
    as_asked = asked and not asked.unsaid and (rtl is None or (rtl and turned))
    return TextParagraph(
        runs=text_runs(para.text, scene, style, rtl=rtl is True and scene.rtl),
        level=para.level,
        align=None if as_asked else _mirrored(style.align, rtl, turned=turned),
        bullet=para.bullet,
        margin_left=para.margin_left,
        indent=para.indent,
        space_before=None if asked and style.before == asked.space_before else style.before,
        space_after=None if asked and style.after == asked.space_after else style.after,
        line_spacing=None if inherits else style.leading,
        rtl=rtl,
        end_size=_size_said(style),
    )


def _size_said(style: TextStyle) -> float | None:
    """The size that has to be written: None where the placeholder has it already."""
    asked = style.asked
    return None if asked and not asked.unsaid and style.size == asked.size else style.size


def _mirrored(align: Align, rtl: bool | None, *, turned: bool) -> Align:
    """The side on which lines begin; `turned` says that the template means the right by that."""
    # In DrawingML `l` and `r` stay physical, so a right-to-left paragraph is set flush right.
    if turned:
        return "l" if not rtl and align == "r" else align
    return "r" if rtl and align == "l" else align


def _run_base(style: TextStyle, fonts: FontScheme) -> TextRun:
    if style.asked is not None:
        return TextRun("", size=_size_said(style), colour=style.colour)
    return TextRun(
        "",
        size=style.size,
        bold=style.bold or None,
        italic=style.italic or None,
        font=(fonts.title_face or "+mj-lt") if style.heading else (fonts.body_face or "+mn-lt"),
        colour=style.colour,
    )


def _emphasised(base: TextRun, run: Run, text: str, lang: str, mono: str) -> TextRun:
    return TextRun(
        text,
        size=base.size,
        bold=True if run.bold else base.bold,
        italic=True if run.italic else base.italic,
        strike=run.strike,
        baseline=_BASELINES[run.script],
        font=mono if run.code else base.font,
        colour=base.colour,
        link=run.link,
        lang=lang,
    )


def _typeset(para: Para, scene: Scene) -> TypeParagraph:
    style, asked = para.style, para.style.asked
    left = para.margin_left if para.margin_left is not None else asked.margin_left if asked else 0
    indent = para.indent if para.indent is not None else asked.indent if asked else 0
    return TypeParagraph(
        runs=_type_runs(para, scene),
        margin_left=left / EMU_PER_POINT,
        indent=indent / EMU_PER_POINT,
        line_spacing=style.leading,
        exact=asked.exact if asked else False,
        space_before=style.before,
        space_after=style.after,
        bullet=_bullet_text(para),
    )


def _bullet_text(para: Para) -> str:
    if para.bullet is None:
        return para.style.asked.bullet if para.style.asked else ""
    if para.bullet.kind == "number":
        return f"{para.bullet.start}."
    return para.bullet.char if para.bullet.kind == "char" else ""


def _type_runs(para: Para, scene: Scene) -> tuple[TypeRun, ...]:
    style, asked, fonts = para.style, para.style.asked, scene.fonts
    if asked is not None:
        family, ea, cs = asked.font, asked.ea_font, asked.cs_font
    elif style.heading:
        family, ea, cs = fonts.major, fonts.major_ea, fonts.major_cs
    else:
        family, ea, cs = fonts.minor, fonts.minor_ea, fonts.minor_cs
    spacing = asked.letter_spacing if asked else 0.0
    return tuple(
        [
            TypeRun(
                run.text,
                style.size * _SCRIPT_SIZE if run.script else style.size,
                fonts.mono if run.code else family,
                ea,
                cs,
                style.bold or run.bold,
                style.italic or run.italic,
                scene.language,
                spacing,
                style.caps,
            )
            for run in shown(para.text)
        ]
    )
