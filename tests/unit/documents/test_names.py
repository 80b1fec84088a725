"""The README of the templates names all that a template may use, and nothing else."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from tests.unit.documents.talks import outline

from deckgen.documents import views
from deckgen.documents.context import context
from deckgen.documents.labels import labels
from deckgen.documents.views import DOCUMENTED
from deckgen.documents.words import FILTERS
from deckgen.writers.docx import containers

README = (Path(__file__).parents[3] / "templates" / "README.md").read_text("utf-8")
RECORDS = {
    "talk": views.TalkView,
    "speaker": views.SpeakerView,
    "part": views.PartView,
    "section": views.SectionView,
    "slide": views.SlideView,
    "block": views.BlockView,
    "column": views.ColumnView,
    "list": views.ListView,
    "item": views.ItemView,
    "table": views.TableView,
    "source": views.SourceView,
    "options": views.OptionsView,
}


def first_cells(heading: str) -> list[str]:
    """The first cells of the tables below a heading of level 2."""
    text = README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \|", text, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def test_every_name_is_documented_and_no_other():
    offered = [f"{name}.{one.name}" for name, record in RECORDS.items() for one in fields(record)]
    offered += [f"labels.{name}" for name in labels("en", {})]

    assert sorted(first_cells("What a template may name")) == sorted(offered)


def test_the_context_holds_what_is_documented():
    given = context(outline("  - title-slide\n"), labels("en", {}), numbers=True)

    assert set(given.values) == set(DOCUMENTED)
    assert all(f"`{name}" in README for name in DOCUMENTED)


def test_every_filter_is_documented_and_no_other():
    assert first_cells("Filters") == sorted(FILTERS)


def test_every_container_is_documented_and_no_other():
    known = containers._LINES | containers._WRITERS.keys()

    assert {name.partition(" ")[0] for name in first_cells("Containers")} == known


def test_the_example_of_the_readme_works():
    example = re.search(r"```jinja\n(.*?)```", README, re.DOTALL)
    assert example is not None
    from tests.unit.documents.talks import rendered

    talk = "key_messages: [One thing]"
    paper = rendered("  - title-slide\n", talk=talk, briefing=example[1]).markdown

    assert "# What matters\n\n1. One thing\n" in paper
    assert "::: key-messages" not in paper
    assert paper.endswith("Comments to the secretariat.\n")
