"""Formulas on slides, displayed and within text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.unit.place.stagehand import AREA, HERE, errors, items, placed, slide, words

from deckgen.model.blocks import Column, Columns, Item, ItemList, Math, Text
from deckgen.model.deck import AutoShape, MathShape, PlacedSlide, TextRun
from deckgen.model.geometry import EMU_PER_POINT, Box
from deckgen.model.inline import Run
from deckgen.text.math import size

ROCKET = r"\Delta v = v_e \ln \frac{m_0}{m_1}"
KEPLER = r"\frac{T_1^2}{T_2^2} = \frac{a_1^3}{a_2^3}"


def formula(latex: str) -> Math:
    return Math(latex, HERE)


def long(terms: int) -> str:
    return "+".join(["abc"] * terms)


def within(box: Box) -> bool:
    return AREA.x <= box.x and box.right <= AREA.right


def shapes(slide: PlacedSlide) -> list[MathShape]:
    return [shape for shape in slide.shapes if isinstance(shape, MathShape)]


def math(*latex: str) -> list[MathShape]:
    """The shapes of a slide of nothing but formulas."""
    return shapes(placed(slide("math", *map(formula, latex))).slides[0])


def runs(text: tuple[Run, ...]) -> tuple[TextRun, ...]:
    """What a list item with that text is written as."""
    block = ItemList((Item(text, HERE),), HERE)
    body = placed(slide("content", block)).slides[0].shapes[1]
    assert isinstance(body, AutoShape)
    assert body.text is not None
    return body.text.paragraphs[0].runs


@pytest.mark.parametrize("latex", [ROCKET, KEPLER, "x"])
def test_a_formula_has_a_box_of_its_own_size(latex: str) -> None:
    (shape,) = math(latex)
    em = shape.size * EMU_PER_POINT
    assert shape.box.cx == pytest.approx(size(latex).width * em, abs=1)
    assert shape.box.cy == pytest.approx(size(latex).height * em, abs=1)


def test_a_formula_stands_in_the_middle_with_more_room_below_than_above() -> None:
    (shape,) = math(ROCKET)
    assert shape.box.x - AREA.x == pytest.approx(AREA.right - shape.box.right, abs=1)
    assert 0 < shape.box.y - AREA.y < AREA.bottom - shape.box.bottom


def test_a_formula_in_a_column_stands_on_its_edge() -> None:
    columns = tuple(Column(words("One"), (block,), HERE) for block in (formula("x"), items("y")))
    (shape,) = shapes(placed(slide("columns", Columns(columns, HERE))).slides[0])
    assert shape.box.x == AREA.x


def test_formulas_below_each_other_have_one_size_and_do_not_touch() -> None:
    found = math(ROCKET, KEPLER, "x = y", KEPLER)
    assert len({shape.size for shape in found}) == 1
    assert all(a.box.bottom < b.box.y for a, b in pairwise(found))


def test_many_formulas_are_set_smaller_but_not_below_the_floor() -> None:
    assert {shape.size for shape in math(*[KEPLER] * 4)} < {*range(16, 28)}


def test_a_wide_formula_is_set_smaller_and_stays_within_the_area() -> None:
    (shape,) = math(long(18))
    assert shape.size < 28
    assert within(shape.box)


def test_a_formula_wider_than_the_area_at_any_legible_size_does_not_fit() -> None:
    assert errors(slide("math", formula(long(60)))) == ["does-not-fit"]


def test_what_has_no_formulas_shows_runs_with_scripts() -> None:
    (shape,) = math("v_e")
    written = shape.fallback.paragraphs[0].runs
    assert [(run.text, run.baseline < 0, run.italic) for run in written] == [
        ("v", False, True),
        ("e", True, True),
    ]


def test_an_explained_formula_stands_above_its_text() -> None:
    text = Text("body", (words("It says what speed costs."),), HERE)
    found = placed(slide("math", formula(ROCKET), text)).slides[0]
    (shape,) = shapes(found)
    below = found.shapes[-1]
    assert isinstance(below, AutoShape)
    assert below.box is not None
    assert shape.box.bottom < below.box.y


def test_a_formula_in_a_text_is_written_as_runs() -> None:
    found = runs((Run("speed "), Run("v_1", math=True), Run(" grows")))
    assert [(run.text, bool(run.italic), run.baseline) for run in found] == [
        ("speed ", False, 0),
        ("v", True, 0),
        ("1", False, -25),
        (" grows", False, 0),
    ]


def test_a_formula_keeps_the_emphasis_and_the_link_of_its_text() -> None:
    (run,) = runs((Run("x", math=True, bold=True, strike=True, link="https://example.org"),))
    assert (run.bold, run.strike, run.link) == (True, True, "https://example.org")


def test_scripts_take_less_room_than_what_stands_on_the_line() -> None:
    def fullness(latex: str) -> float:
        text = (Run(latex, math=True), Run(" ")) * 60
        block = ItemList((Item(text, HERE),), HERE)
        return placed(slide("content", block)).slides[0].fullness

    assert fullness("x^{abcdef}") < fullness("xabcdef")
