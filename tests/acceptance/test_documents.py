"""The briefing and the summary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pypandoc
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


def test_another_program_reads_the_briefing_back(briefing: Path) -> None:
    document = docx.Document(str(briefing))
    asked = ["--wrap=none"]
    back = pypandoc.convert_file(str(briefing), "json", format="docx", extra_args=asked)
    tree = json.loads(back)["blocks"]
    headings = [
        (int(p.style.name[-1]), p.text)
        for p in document.paragraphs
        if p.style is not None and p.style.name.startswith("Heading ") and p.style.name[-1] in "123"
    ]
    links = {e for e in _targets(document) if e.startswith("http")}

    found = [(each["c"][0], _words(each["c"][2])) for each in _all(tree, "Header")]
    assert found[: len(headings)] == headings
    assert len(_all(tree, "Table")) == len(document.tables)
    assert {each["c"][2][0] for each in _all(tree, "Link")} >= links
    assert len(_all(tree, "OrderedList")[0]["c"][1]) == 4  # the key messages


def _all(tree: object, kind: str) -> list[Any]:
    """The elements of a kind in Pandoc's tree, in their order."""
    if isinstance(tree, list):
        return [each for inner in tree for each in _all(inner, kind)]
    if not isinstance(tree, dict):
        return []
    own = [tree] if tree.get("t") == kind else []
    return own + _all(tree.get("c", []), kind)


def _words(inlines: object) -> str:
    return "".join(e["c"] if e["t"] == "Str" else " " for e in inlines if e["t"] in _TEXT)


_TEXT = {"Str", "Space", "SoftBreak"}


def _targets(document: Any) -> list[str]:
    return [each.target_ref for each in document.part.rels.values() if each.is_external]


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
