"""A paper by python-docx as its documentation shows it: python plain_docx.py TALK.json OUT.docx."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Inches

Values = dict[str, Any]


def build(talk: Values, folder: Path, out: Path) -> None:
    """Write the paper; pictures lie under the folder."""
    paper = Document()
    paper.add_heading(talk["title"], 0)
    paper.add_paragraph(f"{talk['speaker']}, {talk['date']}")
    for values in talk["slides"][1:]:
        paper.add_heading(values["title"], 1 if values["kind"] == "part" else 2)
        for bullet in values["bullets"]:
            _item(paper, "List Bullet", bullet["text"])
            for text in bullet["below"]:
                _item(paper, "List Bullet 2", text)
        if values["rows"]:
            _table(paper, values["rows"])
        if values["picture"]:
            paper.add_picture(str(folder / values["picture"]), width=Inches(5))
    paper.save(str(out))


def _item(paper: Any, style: str, text: list[tuple[str, bool]]) -> None:
    paragraph = paper.add_paragraph(style=style)
    for words, bold in text:
        paragraph.add_run(words).bold = bold or None


def _table(paper: Any, rows: list[list[str]]) -> None:
    table = paper.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for cell, text in zip(table.rows[number].cells, row, strict=True):
            cell.text = text


if __name__ == "__main__":
    source = Path(sys.argv[1])
    build(json.loads(source.read_text("utf-8")), source.parent, Path(sys.argv[2]))
