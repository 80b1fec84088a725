"""A shape's words: each run with its size, its weight and its colours, all inheritance resolved."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.accessibility.page import Page
from deckgen.colour import mixed
from deckgen.frozen import Frozen
from deckgen.model.deck import (
    AutoShape,
    Colour,
    Connector,
    Group,
    MathShape,
    PictureShape,
    Shape,
    TableShape,
    TextBody,
    TextRun,
)
from deckgen.model.geometry import Box
from deckgen.model.pack import LevelStyle, Slot
from deckgen.place.inks import hex_of

_COVERS = 0.9  # the share of a text's box that a ground has to lie under
_USUAL_SIZE = 18.0  # DrawingML's, for text that says none (ECMA-376 part 1, 21.1.2.3.9)


class Words(Frozen):
    """A run as it is seen. `ground` is empty when what lies under it has no one colour."""

    text: str
    size: float
    bold: bool
    ink: str
    ground: str
    link: str
    shape: Shape


def words(page: Page) -> Iterator[Words]:
    """Every run of the slide that shows something."""
    for shape in page.shapes():
        if isinstance(shape, AutoShape) and shape.text is not None:
            yield from _body(shape.text, shape, _ground(shape, page), page)
        elif isinstance(shape, TableShape):
            under = _under(shape.box, shape, page)
            for cell in (cell for row in shape.rows for cell in row):
                ground = under if cell.fill is None else over(cell.fill, under, page)
                yield from _body(cell.text, shape, ground, page)
        elif isinstance(shape, MathShape):
            ink = hex_of(shape.colour or Colour("tx1"), page.layout)
            ground = _under(shape.box, shape, page)
            yield Words(shape.origin.alt, shape.size, False, ink, ground, "", shape)


def slot_of(shape: Shape, page: Page) -> Slot | None:
    """The layout's placeholder that a shape fills."""
    ph = getattr(shape, "ph", None)
    if ph is None:
        return None
    same = (slot for slot in page.layout.slots if (slot.type, slot.idx) == (ph.type, ph.idx))
    return next(same, None)


def over(colour: Colour, under: str, page: Page) -> str:
    """A colour as it looks on a ground; empty when it lets an unknown one through."""
    solid = hex_of(Colour(colour.base, colour.lum_mod, colour.lum_off), page.layout)
    if colour.alpha is None or colour.alpha >= 100:
        return solid
    return mixed(solid, under, colour.alpha / 100) if under else ""


def _body(body: TextBody, shape: Shape, ground: str, page: Page) -> Iterator[Words]:
    slot = slot_of(shape, page)
    for paragraph in body.paragraphs:
        level = slot.levels[min(paragraph.level, 8)] if slot is not None else None
        for run in paragraph.runs:
            if run.text.strip():
                yield _words(run, level, (body, shape, ground), page)


def _words(
    run: TextRun,
    level: LevelStyle | None,
    around: tuple[TextBody, Shape, str],
    page: Page,
) -> Words:
    body, shape, ground = around
    size = run.size or (level.size if level is not None else _USUAL_SIZE)
    bold = run.bold if run.bold is not None else level is not None and level.bold
    if run.colour is not None:
        ink = over(run.colour, ground, page)
    elif run.link:
        ink = page.layout.colours.get("hlink", page.layout.ink)
    elif level is not None:
        ink = level.colour
    else:
        ink = page.layout.colours.get("tx1", page.layout.ink)
    scaled = size * (body.font_scale or 100.0) / 100
    return Words(run.text, scaled, bold, ink, ground, run.link, shape)


# -- grounds ------------------------------------------------------------------------------------


def _ground(shape: AutoShape, page: Page) -> str:
    """What a shape's text stands on: its fill, its placeholder's, or what lies under it."""
    slot = slot_of(shape, page)
    box = shape.box or (slot.box if slot is not None else None)
    inherits = slot is not None and (box is None or box == slot.box)
    under = slot.ground if slot is not None and inherits and slot.ground else ""
    under = under or (_under(box, shape, page) if box is not None else page.layout.background)
    return under if shape.fill is None else over(shape.fill, under, page)


def _under(box: Box, shape: Shape, page: Page) -> str:
    """The colour under a box: of the last shape drawn before that covers it, else the layout's."""
    ground = page.layout.background
    for before in page.shapes():
        if before is shape:
            break
        if isinstance(before, Group | Connector):
            continue
        if before.box is None or _covered(box, before.box) < _COVERS:
            continue
        if isinstance(before, PictureShape):
            ground = ""
        elif isinstance(before, AutoShape) and before.fill is not None:
            ground = over(before.fill, ground, page)
    return ground


def _covered(box: Box, by: Box) -> float:
    """Which share of a box another covers."""
    across = min(box.right, by.right) - max(box.x, by.x)
    down = min(box.bottom, by.bottom) - max(box.y, by.y)
    area = box.cx * box.cy
    return across * down / area if across > 0 and down > 0 and area else 0.0
