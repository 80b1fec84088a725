"""The deck, read back by another library than the one that wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from pptx import Presentation
from pptx.util import Emu

SLIDES = 31
SECTIONS = ["Opening", "Stick to Commitments", "Strengthen Cooperation", "Achieve Win-Win Results"]
FACTS: dict[int, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("facts.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def slides(deck: Path) -> list[Any]:
    return list(Presentation(str(deck)).slides)


def folded(text: str) -> str:
    """The text without case, and with one kind of dash, quotation mark and space."""
    text = re.sub(r"[‐‑‒–—−]", "-", text)
    text = re.sub(r"[‘’‚‛′]", "'", text)
    text = re.sub(r"[“”„‟″]", '"', text)
    return re.sub(r"\s+", " ", text).casefold()


def words(shapes: Any) -> Iterator[str]:
    """Every text of the shapes, groups and tables included."""
    for shape in shapes:
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from words(shape.shapes)
        if shape.has_text_frame:
            yield shape.text_frame.text
        if getattr(shape, "has_table", False):
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def said(slide: Any) -> str:
    return folded(" ".join(words(slide.shapes)))


def test_has_all_slides(slides: list[Any]) -> None:
    assert len(slides) == SLIDES


def test_every_title_is_there_once(slides: list[Any]) -> None:
    titles = [slide.shapes.title.text_frame.text.strip() for slide in slides]
    assert all(titles)
    assert len({folded(title) for title in titles}) == SLIDES


def test_every_slide_has_notes_that_can_be_spoken(slides: list[Any]) -> None:
    short = [
        number
        for number, slide in enumerate(slides, 1)
        if not slide.has_notes_slide or len(slide.notes_slide.notes_text_frame.text.split()) < 8
    ]
    assert short == []


def test_the_parts_are_sections(deck: Path) -> None:
    with ZipFile(deck) as archive:
        presentation = archive.read("ppt/presentation.xml").decode()
    names = re.findall(r'<p14:section [^>]*?name="([^"]*)"', presentation)
    slides = re.findall(r'<p14:sldId id="(\d+)"', presentation)
    assert len(names) == len(SECTIONS)
    assert names[1:] == SECTIONS[1:]
    assert len(slides) == len(set(slides)) == SLIDES


@pytest.mark.parametrize("number", sorted(FACTS))
def test_every_fact_is_on_its_slide(slides: list[Any], number: int) -> None:
    wanted = [*FACTS[number]["facts"], *filter(None, [FACTS[number].get("title")])]
    shown = said(slides[number - 1])
    assert [fact for fact in wanted if folded(fact) not in shown] == []


@pytest.mark.parametrize("number", [n for n, slide in FACTS.items() if "header" in slide])
def test_every_running_header_is_on_its_slide(slides: list[Any], number: int) -> None:
    assert folded(FACTS[number]["header"]) in said(slides[number - 1])


def test_no_shape_leaves_its_slide(deck: Path) -> None:
    presentation = Presentation(str(deck))
    width, height = presentation.slide_width, presentation.slide_height
    assert width is not None
    assert height is not None
    outside = [
        (number, shape.name)
        for number, slide in enumerate(presentation.slides, 1)
        for shape in slide.shapes
        if shape.left < 0
        or shape.top < 0
        or shape.left + shape.width > width + Emu(1)
        or shape.top + shape.height > height + Emu(1)
    ]
    assert outside == []


def test_every_run_says_its_language(deck: Path) -> None:
    with ZipFile(deck) as archive:
        slides = [
            archive.read(name).decode()
            for name in archive.namelist()
            if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
        ]
    assert len(slides) == SLIDES
    bare = [run for slide in slides for run in re.findall(r"<a:rPr(?![^>]*\blang=)[^>]*>", slide)]
    assert bare == []


def test_the_document_properties_are_set(deck: Path) -> None:
    properties = Presentation(str(deck)).core_properties
    assert properties.title == "China’s Space Diplomacy: Policies and Practices"
    assert "Xinmin MA" in properties.author
    assert properties.language == "en"
    assert properties.subject
