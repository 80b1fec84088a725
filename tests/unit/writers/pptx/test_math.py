"""Formulas, and what applications without them show."""

from __future__ import annotations

import pytest
from tests.unit.writers.pptx.stock import body, origin, run, slide, written

from deckgen.model.deck import AutoShape, Colour, MathShape, TextBody, TextParagraph
from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.ooxml.validity import faults

OMML = (
    f'<m:oMath xmlns:m="{names.M}"><m:r><m:t>x</m:t></m:r>'
    '<m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>=</m:t></m:r>'
    "<m:sSup><m:sSupPr><m:ctrlPr/></m:sSupPr><m:e><m:r><m:t>y</m:t></m:r></m:e>"
    "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
)
BOX = Box(0, 0, 900, 300)
FORMULA = MathShape(origin("f"), BOX, OMML, body("x = y²"), 28.0, Colour("accent1"))


def test_a_formula_has_a_fallback_with_the_same_id():
    made = written(slide(FORMULA))

    shapes = made.find("//p:cNvPr[@id='3']")
    assert [each.get("name") for each in shapes] == ["F", "F"]
    assert made.find("//*[local-name()='Fallback']//a:t")[0].text == "x = y²"
    assert faults(made.data) == ()


def test_a_displayed_formula_is_wrapped_once():
    made = written(slide(FORMULA))
    wrapped = written(
        slide(MathShape(origin("f"), BOX, f'<m:oMathPara xmlns:m="{names.M}">{OMML}</m:oMathPara>',
                        body("x"), 28.0))
    )  # fmt: skip

    assert made.slide().count("<m:oMathPara ") == wrapped.slide().count("<m:oMathPara ") == 1


def test_a_formula_takes_size_colour_and_face_from_its_list_style():
    (style,) = written(slide(FORMULA)).find("//*[local-name()='Choice']//a:lvl1pPr/a:defRPr")

    assert style.get("sz") == "2800"
    assert style.find(f"{{{names.A}}}latin").get("typeface") == "Cambria Math"


def test_the_runs_of_a_formula_hold_nothing_that_is_not_mathematics():
    assert not written(slide(FORMULA)).find("//*[local-name()='oMath']//a:rPr")


def test_a_formula_among_paragraphs():
    text = TextBody(
        (TextParagraph((run("Words"),)), TextParagraph((run("x = y²", size=20.0),), math=OMML))
    )
    made = written(slide(AutoShape(origin("b"), BOX, text=text, text_box=True)))

    choice = made.find("//*[local-name()='Choice']//a:p")
    fallback = made.find("//*[local-name()='Fallback']//a:p")
    assert len(choice) == len(fallback) == 2
    assert choice[1].find(f"{{{names.A14}}}m") is not None
    assert fallback[1].find(f".//{{{names.A}}}t").text == "x = y²"


@pytest.mark.parametrize("omml", ["<m:r>", "<n:oMath/>"])
def test_a_broken_formula_does_not_pass_the_gate(omml: str):
    made = written(slide(MathShape(origin("f"), BOX, omml, body("x"), 20.0)))

    assert any("not well formed" in each for each in faults(made.data))
