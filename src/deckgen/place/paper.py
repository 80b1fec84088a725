"""Diagrams and charts for a page: composed as for a slide, then made smaller as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.frozen import Frozen, replace
from deckgen.model.blocks import Chart, Diagram
from deckgen.model.deck import (
    AutoShape,
    ChartShape,
    Colour,
    Connector,
    Group,
    PictureShape,
    Shape,
    TextBody,
)
from deckgen.model.geometry import Box
from deckgen.model.pack import DiagramStyle, FontScheme, Layout
from deckgen.place.blocks.table_setting import Settings
from deckgen.place.composers import COMPOSERS
from deckgen.place.diagrams.describe import alternative
from deckgen.place.inks import read_on
from deckgen.place.mirroring import mirrored
from deckgen.place.scene import Scene
from deckgen.text.direction import right_to_left
from deckgen.typeset import Typesetter

SMALLER = 1.8
"""By how much a page sets a diagram smaller than it is composed."""
# In points as composed: Word sets whole half points, and these are 10, 9, 8.5 and 8 on the page.
_STYLE = DiagramStyle(
    body=18.0,
    card_title=18.0,
    card_text=16.2,
    label=15.3,
    caption=15.3,
    floor_body=15.3,
    floor_dense=14.4,
    floor_label=14.4,
    muted=Colour("tx1", lum_mod=65, lum_off=35),
    panel=Colour("bg1", lum_mod=95),
    hairline=Colour("bg1", lum_mod=75),
)
_STEPS = 4
_LARGE, _MUCH = 0.35, 0.7  # of the page, and of a figure's height
_CHART_WORDS = 9.0  # points


class Sheet(Frozen):
    """What a diagram is drawn on: the width in EMU, faces, colours by theme slot, language."""

    width: int
    fonts: FontScheme
    colours: Mapping[str, str]
    language: str


class Figure(Frozen):
    """A drawn diagram: its size in EMU as composed (`SMALLER` times the page's), its shapes."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    alt: str


def figure(block: Diagram, sheet: Sheet, highest: int, setter: Typesetter) -> Figure | None:
    """The diagram as shapes, `highest` EMU at most; None where it has no room.

    One that would take much of the page is set smaller, where that lets it take a lower form.
    """
    scene = _scene(sheet, round(highest * SMALLER), setter)
    width, room = scene.layout.area.cx, scene.layout.area.cy
    composer = scene.composer(block)
    fitting: list[tuple[Scene, int]] = []
    for step in range(_STEPS):
        stepped = replace(scene, step=step)
        need = composer.need(block, width, stepped)
        if not need.broken and need.least <= room:
            fitting.append((stepped, need.least))
    if not fitting:
        return None
    low = [each for each in fitting if each[1] <= _MUCH * fitting[0][1]]
    stepped, high = low[0] if low and fitting[0][1] > _LARGE * room else fitting[0]
    drawn = composer.draw(block, Box(0, 0, width, high), stepped, "figure")
    sided = mirrored(drawn.shapes, Box(0, 0, width, high)) if scene.rtl else drawn.shapes
    shapes, more = _level(_apart(sided), width)
    return Figure(width, high + more, shapes, alternative(block, sheet.language))


def chart(block: Chart, box: Box, sheet: Sheet, setter: Typesetter) -> ChartShape:
    """A chart of the box's size on the page: labelled and coloured as on a slide, set smaller."""
    scene = _scene(sheet, box.cy, setter)
    quiet = read_on((Colour("tx2"), scene.style.muted), (Colour("bg1"),), scene.layout)
    style = replace(scene.style, muted=quiet, label=_CHART_WORDS, floor_dense=_CHART_WORDS)
    scene = replace(scene, style=style)
    drawn = scene.composer(block).draw(block, box, scene, "chart").shapes
    sided = mirrored(drawn, box) if scene.rtl else drawn
    return next(each for each in sided if isinstance(each, ChartShape))


def _scene(sheet: Sheet, height: int, setter: Typesetter) -> Scene:
    layout = Layout(
        part="",
        name="page",
        type="",
        slots=(),
        area=Box(0, 0, round(sheet.width * SMALLER), height),
        background=sheet.colours.get("bg1", "FFFFFF"),
        ink=sheet.colours.get("tx1", "000000"),
        colours=sheet.colours,
    )
    rtl = right_to_left(sheet.language)
    return Scene(
        _STYLE, sheet.fonts, layout, sheet.language, setter, COMPOSERS, Settings(), rtl=rtl
    )


def _level(shapes: tuple[Shape, ...], width: int) -> tuple[tuple[Shape, ...], int]:
    """The shapes with text that ran up set level above them, and how much room that takes.

    Not every program turns text within a group.
    """
    turned = [s for s in shapes if isinstance(s, AutoShape) and s.rotation and s.box]
    if not turned:
        return shapes, 0
    more = max(shape.box.cy for shape in turned if shape.box)
    level: tuple[Shape, ...] = tuple(
        replace(shape, box=Box(0, 0, width, more), rotation=0.0, text=_flush(shape.text))
        for shape in turned
    )
    rest = tuple(_lowered(shape, more) for shape in shapes if shape not in turned)
    return (*level, *rest), more


def _flush(text: TextBody | None) -> TextBody | None:
    if text is None:
        return None
    return replace(
        text, paragraphs=tuple(replace(each, align="l") for each in text.paragraphs), anchor="t"
    )


def _lowered(shape: Shape, by: int) -> Shape:
    if isinstance(shape, Connector):
        (x1, y1), (x2, y2) = shape.begin, shape.end
        return replace(shape, begin=(x1, y1 + by), end=(x2, y2 + by))
    if isinstance(shape, AutoShape | PictureShape) and shape.box is not None:
        box = shape.box
        return replace(shape, box=Box(box.x, box.y + by, box.cx, box.cy))
    return shape


def _apart(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """The shapes without groups: a page has one for the whole."""
    return tuple(
        inner
        for shape in shapes
        for inner in (_apart(shape.shapes) if isinstance(shape, Group) else (shape,))
    )
