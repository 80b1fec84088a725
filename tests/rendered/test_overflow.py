"""Rendered by another program, every word stands in its own shape and on no other word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches, Pt
from tests.rendered.overflow import faults

import deckgen

ROOT = Path(__file__).parents[2]
ToPdf = Callable[[Path], Path]

pytestmark = pytest.mark.office


def slide_with(text: str, folder: Path, *, second: str = "") -> Path:
    """A deck of one slide with a box of 2 by 1 inches, and perhaps another on top of it."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for words in filter(None, (text, second)):
        box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
        box.text_frame.word_wrap = True
        box.text_frame.text = words
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(20)
        box.text_frame.paragraphs[0].runs[0].font.name = "Calibri"
    path = folder / "deck.pptx"
    deck.save(str(path))
    return path


def test_the_check_passes_a_text_that_fits(tmp_path: Path, to_pdf: ToPdf) -> None:
    deck = slide_with("Two short lines of text", tmp_path)
    assert faults(deck, to_pdf(deck)) == []


def test_the_check_catches_text_that_runs_out_of_its_box(tmp_path: Path, to_pdf: ToPdf) -> None:
    deck = slide_with("Far too many words for so small a box " * 4, tmp_path)
    assert any("stands outside" in fault for fault in faults(deck, to_pdf(deck)))


def test_the_check_catches_text_on_text(tmp_path: Path, to_pdf: ToPdf) -> None:
    deck = slide_with("Underneath", tmp_path, second="Lying above")
    assert any(" lies on " in fault for fault in faults(deck, to_pdf(deck)))


@pytest.mark.parametrize("pack", ["default", "night"])
@pytest.mark.parametrize("talk", ["space-diplomacy", "tour"])
def test_every_word_of_a_talk_stands_where_it_should(
    talk: str, pack: str, tmp_path: Path, to_pdf: ToPdf
) -> None:
    result = deckgen.build(ROOT / "content" / talk, to=["deck"], pack=pack, output=tmp_path)
    (deck,) = [Path(file.path) for file in result.files]
    assert faults(deck, to_pdf(deck)) == []
