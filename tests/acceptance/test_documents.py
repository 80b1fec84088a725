"""The briefing and the summary."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from markdown_it import MarkdownIt

PARTS = ["Stick to Commitments", "Strengthen Cooperation", "Achieve Win-Win Results"]


def test_the_briefing_has_the_parts_as_headings(briefing: Path) -> None:
    paragraphs = docx.Document(str(briefing)).paragraphs
    headings = [p.text for p in paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert [part for part in PARTS if any(part in heading for heading in headings)] == PARTS


def test_the_briefing_reads_as_a_paper(briefing: Path) -> None:
    document = docx.Document(str(briefing))
    assert sum(len(paragraph.text.split()) for paragraph in document.paragraphs) > 1_500
    assert document.tables
    assert document.core_properties.title == "China’s Space Diplomacy: Policies and Practices"


def test_the_summary_has_one_title_and_the_parts_below_it(summary: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(summary)
    headings = [
        (token.tag, tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert [tag for tag, _ in headings].count("h1") == 1
    chapters = [text for tag, text in headings if tag == "h2"]
    assert [part for part in PARTS if any(part in chapter for chapter in chapters)] == PARTS


@pytest.mark.parametrize("mark", ["{{", "}}", ":::", "None"])
def test_no_template_mark_is_left(summary: str, mark: str) -> None:
    assert mark not in summary
