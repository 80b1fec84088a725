"""A deck for each row by python-pptx: python plain_batch.py ROWS.csv TEMPLATE.pptx OUT."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from pptx import Presentation
from pptx.util import Inches

TITLE, CONTENT, ONLY = "Title slide", "Title and content", "Title only"


def build(row: dict[str, str], template: str, out: Path) -> None:
    """Write one deck: a title, bullets, a table."""
    deck = Presentation(template)
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    first = deck.slides.add_slide(layouts[TITLE])
    first.shapes.title.text = f"Report on {row['country']}"
    first.placeholders[1].text = "Ada Example"
    second = deck.slides.add_slide(layouts[CONTENT])
    second.shapes.title.text = f"What {row['country']} did in {row['year']}"
    body = next(holder for holder in second.placeholders if holder.placeholder_format.idx)
    body.text_frame.text = row["first"]
    for key in ("second", "third"):
        body.text_frame.add_paragraph().text = row[key]
    second.notes_slide.notes_text_frame.text = row["notes"]
    third = deck.slides.add_slide(layouts[ONLY])
    third.shapes.title.text = f"Figures of {row['country']}"
    place = (Inches(0.6), Inches(1.7), Inches(12), Inches(1))
    table = third.shapes.add_table(2, 3, *place).table
    for column, key in enumerate(("year", "launches", "satellites")):
        table.cell(0, column).text = key.title()
        table.cell(1, column).text = row[key]
    third.notes_slide.notes_text_frame.text = row["notes"]
    deck.save(str(out))


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as stream:
        for number, values in enumerate(csv.DictReader(stream)):
            build(values, sys.argv[2], Path(sys.argv[3]) / f"{number}.pptx")
