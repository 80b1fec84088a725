"""A deck by python-pptx as its documentation shows it: python plain_pptx.py TALK.json OUT.pptx."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.util import Inches

Values = dict[str, Any]
LAYOUTS = {"title": 0, "agenda": 1, "part": 2, "bullets": 1, "table": 5, "picture": 5}


def build(talk: Values, folder: Path, out: Path) -> None:
    """Write the deck; pictures lie under the folder."""
    deck = Presentation()
    for values in talk["slides"]:
        slide = deck.slides.add_slide(deck.slide_layouts[LAYOUTS[values["kind"]]])
        slide.shapes.title.text = values["title"]
        FILL[values["kind"]](slide, values, talk, folder)
        if values["notes"]:
            slide.notes_slide.notes_text_frame.text = values["notes"]
    deck.save(str(out))


def _title(slide: Any, _: Values, talk: Values, __: Path) -> None:
    slide.placeholders[1].text = f"{talk['speaker']}\n{talk['date']}"


def _part(*_: Any) -> None:
    """A part's slide has its title alone."""


def _bullets(slide: Any, values: Values, _: Values, __: Path) -> None:
    frame = slide.placeholders[1].text_frame
    paragraph = frame.paragraphs[0]
    for number, bullet in enumerate(values["bullets"]):
        paragraph = frame.add_paragraph() if number else paragraph
        _runs(paragraph, bullet["text"])
        for text in bullet["below"]:
            below = frame.add_paragraph()
            below.level = 1
            _runs(below, text)


def _runs(paragraph: Any, text: list[tuple[str, bool]]) -> None:
    for words, bold in text:
        run = paragraph.add_run()
        run.text = words
        if bold:
            run.font.bold = True


def _table(slide: Any, values: Values, _: Values, __: Path) -> None:
    rows = values["rows"]
    place = (Inches(0.5), Inches(1.8), Inches(9), Inches(3))
    table = slide.shapes.add_table(len(rows), len(rows[0]), *place).table
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text


def _picture(slide: Any, values: Values, _: Values, folder: Path) -> None:
    path = str(folder / values["picture"])
    shape = slide.shapes.add_picture(path, Inches(1), Inches(1.8), width=Inches(8))
    shape._element.nvPicPr.cNvPr.set("descr", values["alt"])


FILL: dict[str, Callable[..., None]] = {
    "title": _title,
    "agenda": _bullets,
    "part": _part,
    "bullets": _bullets,
    "table": _table,
    "picture": _picture,
}

if __name__ == "__main__":
    source = Path(sys.argv[1])
    build(json.loads(source.read_text("utf-8")), source.parent, Path(sys.argv[2]))
