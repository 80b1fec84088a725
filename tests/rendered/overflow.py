"""The check that text stays in its box: the words on the page against the shapes of the deck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from pptx import Presentation
from tests.rendered.pdf import Page, Word, folded, pages

EMU = 12_700
NOISE = 0.05  # renderers differ by so much of a box's height
LEAST_NOISE = 3.0  # points: ascenders and overshoots of tight boxes
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MARKUP_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LAM_ALEF = re.compile("(\u0644)([\u0627\u0623\u0625\u0622])")
LIST_NUMBER = re.compile(r"\d+[.)]?")
TOUCH = 0.3  # words overlap when they share so much of the smaller one


@dataclass(frozen=True)
class TextShape:
    """A shape that says something: its name, its text folded, its box in points."""

    name: str
    text: str
    tokens: frozenset[str]
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, word: Word) -> bool:
        """Whether the word stands within the shape's box, give or take the renderer's noise."""
        slack = max(LEAST_NOISE, NOISE * (self.bottom - self.top))
        top, bottom = _ink(word)
        return (
            word.left >= self.left - slack
            and word.right <= self.right + slack
            and top >= self.top - slack
            and bottom <= self.bottom + slack
        )


def faults(deck: Path, pdf: Path) -> list[str]:
    """Everything that a reader of the slides would see as broken, one line each.

    `pdf` is the deck as an office suite of its own renders it.
    """
    rendered = pages(pdf)
    slides = list(Presentation(str(deck)).slides)
    if len(rendered) != len(slides):
        return [f"{len(slides)} slides became {len(rendered)} pages"]
    found: list[str] = []
    for number, (slide, page) in enumerate(zip(slides, rendered, strict=True), 1):
        shapes = list(_shapes(slide.shapes))
        drawn = list(_drawings(slide))
        found += [f"slide {number}: {fault}" for fault in _page_faults(shapes, drawn, page)]
    return found


def _page_faults(shapes: list[TextShape], drawn: list[TextShape], page: Page) -> Iterator[str]:
    placed: list[tuple[Word, TextShape]] = []
    for word in page.words:
        if not word.text:
            continue
        if word.right > page.width + 1 or word.bottom > page.height + 1 or word.left < -1:
            yield f"'{word.text}' runs off the slide"
            continue
        if any(drawing.holds(word) for drawing in drawn):
            continue  # a chart or a formula sets its own text
        if LIST_NUMBER.fullmatch(word.text) and any(shape.holds(word) for shape in shapes):
            continue
        owners = [shape for shape in shapes if _says(shape, word)]
        if not owners:
            continue  # the layout's own texts
        inside = [shape for shape in owners if shape.holds(word)]
        if not inside:
            yield f"'{word.text}' stands outside '{owners[0].name}' ({_where(word)})"
        else:
            placed.append((word, min(inside, key=_area)))
    for (first, one), (second, other) in combinations(placed, 2):
        if one is not other and _overlap(first, second) > TOUCH:
            yield f"'{first.text}' of '{one.name}' lies on '{second.text}' of '{other.name}'"


def _says(shape: TextShape, word: Word) -> bool:
    """Whether the word is one of the shape's; scripts without spaces come in stretches."""
    if word.text.isascii():
        return word.text in shape.tokens
    # Right-to-left words may come out of a PDF backwards, letter by letter or lam with its alef.
    backwards = word.text[::-1]
    return any(
        each in shape.text or each in _LAM_ALEF.sub(r"\2\1", shape.text)
        for each in (word.text, backwards)
    )


def _ink(word: Word) -> tuple[float, float]:
    """Where the letters are: a word's box reaches from the font's ascent to its descent."""
    high = word.bottom - word.top
    return word.top + high / 4, word.bottom - high / 4


def _area(shape: TextShape) -> float:
    return (shape.right - shape.left) * (shape.bottom - shape.top)


def _where(word: Word) -> str:
    return f"{word.left:.0f},{word.top:.0f} to {word.right:.0f},{word.bottom:.0f}"


def _overlap(one: Word, other: Word) -> float:
    """The share of the smaller word's box that the two boxes have in common.

    Only the letters count, not the whole of their lines.
    """
    (top, bottom), (other_top, other_bottom) = _ink(one), _ink(other)
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(bottom, other_bottom) - max(top, other_top)
    if across <= 0 or down <= 0:
        return 0.0
    smaller = min(
        (one.right - one.left) * (bottom - top),
        (other.right - other.left) * (other_bottom - other_top),
    )
    return across * down / smaller if smaller > 0 else 0.0


def _shapes(tree: Any) -> Iterator[TextShape]:
    for shape in tree:
        if shape.shape_type is not None and shape.shape_type == 6:  # a group
            yield from _shapes(shape.shapes)
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield from _cells(shape)
        elif shape.has_text_frame and shape.text_frame.text.strip():
            yield _text_shape(shape)


def _drawings(slide: Any) -> Iterator[TextShape]:
    """The frames of charts and formulas."""
    for shape in slide.shapes:
        if getattr(shape, "has_chart", False) and shape.has_chart:
            yield _frame(shape.left, shape.top, shape.width, shape.height)
    for formula in slide.element.iter(f"{MARKUP_COMPATIBILITY}Choice"):
        for transform in formula.iter(f"{DRAWING}xfrm"):
            off, ext = transform.find(f"{DRAWING}off"), transform.find(f"{DRAWING}ext")
            yield _frame(
                *(int(off.get(name)) for name in "xy"), int(ext.get("cx")), int(ext.get("cy"))
            )


def _frame(left: int, top: int, width: int, height: int) -> TextShape:
    x, y = left / EMU, top / EMU
    return TextShape("drawing", "", frozenset(), x, y, x + width / EMU, y + height / EMU)


def _text_shape(shape: Any) -> TextShape:
    left, top = shape.left / EMU, shape.top / EMU
    right, bottom = left + shape.width / EMU, top + shape.height / EMU
    if round(shape.rotation) % 180 == 90:
        middle, level = (left + right) / 2, (top + bottom) / 2
        half_width, half_height = (bottom - top) / 2, (right - left) / 2
        left, right = middle - half_width, middle + half_width
        top, bottom = level - half_height, level + half_height
    text = shape.text_frame.text
    return _made(shape.name, text, left, top, right, bottom)


def _made(name: str, text: str, *box: float) -> TextShape:
    tokens = frozenset(folded(token) for token in text.split())
    return TextShape(name, folded(text), tokens, *box)


def _cells(shape: Any) -> Iterator[TextShape]:
    """A table's cells; a row that had to grow pushes the last row out of the frame."""
    top = shape.top / EMU
    for row in shape.table.rows:
        left = shape.left / EMU
        bottom = top + row.height / EMU
        for cell, column in zip(row.cells, shape.table.columns, strict=True):
            right = left + column.width / EMU
            if cell.text.strip():
                yield _cell(shape.name, cell, (left, top, right, bottom), shape)
            left = right
        top = bottom


def _cell(name: str, cell: Any, box: tuple[float, float, float, float], shape: Any) -> TextShape:
    left, top, right, bottom = box
    if cell.is_merge_origin:
        right, bottom = (shape.left + shape.width) / EMU, (shape.top + shape.height) / EMU
    return _made(f"{name}: {cell.text[:20]}", cell.text, left, top, right, bottom)
