"""The finished file as other programs see it: a schema validator, LibreOffice."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from tests.unit.writers.pptx import stock
from tests.unit.writers.pptx.stock import asset, body, card, origin, run, slide, written
from tests.unit.writers.pptx.test_math import OMML

from deckgen.model.blocks import ChartType, Series
from deckgen.model.deck import (
    AutoShape,
    Bullet,
    ChartShape,
    ChartStyle,
    Colour,
    Connector,
    Custom,
    Group,
    Line,
    MathShape,
    Ph,
    PictureShape,
    PlacedSlide,
    Reveal,
    Section,
    TableCell,
    TableShape,
    TextBody,
    TextParagraph,
)
from deckgen.model.deck import (
    Path as DrawnPath,
)
from deckgen.model.geometry import Box, inches
from deckgen.ooxml.validity import faults

BOX = Box(inches(1), inches(2), inches(6), inches(4))
STROKE = Line(Colour("tx1"), 19_050, "dash", tail="triangle", round_caps=True)
LOOK = ChartStyle(
    (Colour("accent1"), Colour("accent2")), Colour("tx1"), Colour("bg2"), labels=True, legend="b"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>'


def text_slide() -> PlacedSlide:
    lines = TextBody(
        (
            TextParagraph((run("A link", link="https://a.example"), run(" 漢字"), run("\n"))),
            TextParagraph((run("numbered"),), level=1, bullet=Bullet("number", start=2)),
            TextParagraph((run("there", link="#charts-bar", colour=Colour("accent1")),)),
        ),
        font_scale=90.0,
        spacing_reduction=10.0,
    )
    shape = AutoShape(origin("body"), None, text=lines, ph=Ph("obj", 1))
    reveals = (Reveal("body", (0, 0)), Reveal("body", (1, 2)))
    return slide(shape, name="text", notes=lines, reveals=reveals, transition="push")


def shape_slide() -> PlacedSlide:
    icon = Custom((DrawnPath(24, 24, (("M", (0, 0)), ("L", (24, 24)), ("Z", ()))),))
    glued = {"begin_node": "a", "begin_site": 2, "end_node": "b", "end_site": 0}
    return slide(
        card("a"),
        card("b", 4, 4),
        Connector(
            origin("l"), (inches(2), inches(3)), (inches(5), inches(4)), STROKE, True, **glued
        ),
        AutoShape(origin("icon"), BOX, icon, line=STROKE),
        Group(origin("g", alt="Two"), BOX, (card("g/a"), card("g/b", 5))),
        PictureShape(origin("p", alt="Red"), BOX, asset("red", SVG), crop=(0.1, 0.0, 0.1, 0.0)),
        PictureShape(origin("d", decorative=True), BOX, asset("blue"), line=STROKE),
        name="shapes",
        reveals=(Reveal("a"), Reveal("g"), Reveal("p")),
        transition="fade",
    )


def table_slide() -> PlacedSlide:
    plain, over = TableCell(body("x"), Colour("bg2")), TableCell(body(""), merged_across=True)
    rows = ((replace(plain, columns=2), over), (plain, plain))
    table = TableShape(origin("t"), BOX, (BOX.cx // 2,) * 2, (BOX.cy // 2,) * 2, rows)
    formula = MathShape(origin("m", alt="x"), BOX, OMML, body("x = y²"), 24.0)
    return slide(table, formula, name="table", reveals=(Reveal("t"), Reveal("m")))


def chart_slide(kind: ChartType) -> PlacedSlide:
    series = (
        Series("North", (1.0, None, 3.0), x=(1.0, 2.0, 3.0)),
        Series("South", (2.0, 3.0, 1.0), x=(1.0, 2.0, 4.0), line=True),
    )
    chart = ChartShape(
        origin("chart", alt="A chart"), BOX, kind, ("a", "b", "c"),
        series[:1] if kind in ("pie", "doughnut") else series, LOOK, unit="things",
    )  # fmt: skip
    return slide(chart, name=f"charts-{kind}", reveals=(Reveal("chart"),))


def everything() -> stock.Written:
    charts = [chart_slide(kind) for kind in get_args(ChartType)]
    slides = (text_slide(), shape_slide(), table_slide(), *charts)
    ids = tuple(each.id for each in slides)
    sections = (Section("a", "Words", ids[:2]), Section("b", "Numbers", ids[2:]))
    return written(*slides, sections=sections)


def test_a_schema_validator_finds_nothing(tmp_path: Path):
    from openxml_audit import FileFormat, OpenXmlValidator

    made = everything()
    file = tmp_path / "deck.pptx"
    file.write_bytes(made.data)

    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(file).errors
    assert [str(each) for each in found] == []


def test_the_gate_finds_nothing():
    assert faults(everything().data) == ()


def test_another_library_reads_every_shape():
    slides = everything().reopened().slides

    assert len(slides) == 14
    assert slides[0].shapes[1].text_frame.paragraphs[1].level == 1
    assert [shape.has_chart for shape in slides[3].shapes] == [False, True]


@pytest.mark.office
def test_an_office_suite_shows_every_slide(tmp_path: Path, to_pdf: Callable[[Path], Path]):
    file = tmp_path / "deck.pptx"
    file.write_bytes(everything().data)

    pdf = to_pdf(file)
    words = subprocess.run(
        ["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = words.split("\f")
    assert len(pages) == 15
    assert "numbered" in pages[0]
    assert "North" in pages[3]
