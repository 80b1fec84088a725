"""The check that text stays in its box: the words on the page against the shapes of the deck."""

from __future__ import annotations

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
TOUCH = 0.3  # words overlap when they share so much of the smaller one


@dataclass(frozen=True)
class TextShape:
    """A shape that says something: its name, its text folded, its box in points."""

    name: str
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, word: Word) -> bool:
        """Whether the word stands within the shape's box, give or take the renderer's noise."""
        slack = max(LEAST_NOISE, NOISE * (self.bottom - self.top))
        return (
            word.left >= self.left - slack
            and word.right <= self.right + slack
            and word.top >= self.top - slack
            and word.bottom <= self.bottom + slack
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
        found += [f"slide {number}: {fault}" for fault in _page_faults(shapes, page)]
    return found


def _page_faults(shapes: list[TextShape], page: Page) -> Iterator[str]:
    placed: list[tuple[Word, TextShape]] = []
    for word in page.words:
        if not word.text:
            continue
        if word.right > page.width + 1 or word.bottom > page.height + 1 or word.left < -1:
            yield f"'{word.text}' runs off the slide"
            continue
        owners = [shape for shape in shapes if _says(shape, word)]
        if not owners:
            continue  # page furniture of the layout, fallback glyphs, chart texts
        inside = [shape for shape in owners if shape.holds(word)]
        if not inside:
            yield f"'{word.text}' stands outside '{owners[0].name}' ({_where(word)})"
        else:
            placed.append((word, min(inside, key=_area)))
    for (first, one), (second, other) in combinations(placed, 2):
        if one is not other and _overlap(first, second) > TOUCH:
            yield f"'{first.text}' of '{one.name}' lies on '{second.text}' of '{other.name}'"


def _says(shape: TextShape, word: Word) -> bool:
    return word.text in shape.text or sorted(word.text) == sorted(shape.text)


def _area(shape: TextShape) -> float:
    return (shape.right - shape.left) * (shape.bottom - shape.top)


def _where(word: Word) -> str:
    return f"{word.left:.0f},{word.top:.0f} to {word.right:.0f},{word.bottom:.0f}"


def _overlap(one: Word, other: Word) -> float:
    """The share of the smaller word's box that the two boxes have in common.

    Boxes are as high as the font's ascent and descent: only the middle half counts as ink.
    """
    across = min(one.right, other.right) - max(one.left, other.left)
    high_one, high_other = one.bottom - one.top, other.bottom - other.top
    down = min(one.bottom - high_one / 4, other.bottom - high_other / 4) - max(
        one.top + high_one / 4, other.top + high_other / 4
    )
    if across <= 0 or down <= 0:
        return 0.0
    smaller = min(
        (one.right - one.left) * high_one / 2, (other.right - other.left) * high_other / 2
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


def _text_shape(shape: Any) -> TextShape:
    left, top = shape.left / EMU, shape.top / EMU
    right, bottom = left + shape.width / EMU, top + shape.height / EMU
    if round(shape.rotation) % 180 == 90:
        middle, level = (left + right) / 2, (top + bottom) / 2
        half_width, half_height = (bottom - top) / 2, (right - left) / 2
        left, right = middle - half_width, middle + half_width
        top, bottom = level - half_height, level + half_height
    return TextShape(shape.name, folded(shape.text_frame.text), left, top, right, bottom)


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
    return TextShape(f"{name}: {cell.text[:20]}", folded(cell.text), left, top, right, bottom)
