"""A maker remembers much from row to row, and no file differs by it."""

from __future__ import annotations

import gc
import tracemalloc
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.frozen import replace
from deckgen.model.deck import PlacedSlide
from deckgen.model.outline import Slide
from deckgen.ooxml.validity import deck
from deckgen.packs import load_pack
from deckgen.place import stage
from deckgen.place.drawing import Furnishing
from deckgen.readers import slides
from deckgen.workspace.batch.job import Job, Made, Task
from deckgen.workspace.batch.maker import Maker
from deckgen.workspace.batch.rows import Row
from deckgen.writers.pptx import Writing

OUTLINE = """\
talk: {title: "Report on {{ country }}", speaker: Ada Example, language: en}
slides:
  - title-slide
  - part: "{{ part }}"
  - bullets: What {{ country }} did
    items: "{{ items }}"
    notes: "{{ notes }}"
    sources: law
  - table: Figures
    columns: [Year, Launches]
    rows: [[2001, "{{ number }}"], [2002, "{{ notes }}"]]
  - statement: The same for all
    notes: And [said](https://example.org) so.
  - bullets: Where to look
    items: ["[figures](#figures)", "@slide:figures"]
sources:
  law: Outer Space Treaty
"""
TEMPLATES = Path(__file__).parents[4] / "templates"
WORDS = st.text(st.sampled_from("abc é*_<&|日本\u05d0"), min_size=1, max_size=60).filter(str.strip)
ROWS = st.fixed_dictionaries(
    {
        "country": st.sampled_from(["Kenya", "Peru & Chile", "日本"]),
        "part": st.sampled_from(["One", "Two"]),
        "items": st.lists(WORDS, min_size=1, max_size=25),
        "notes": WORDS,
        "number": st.integers(-9, 10**9),
    }
)


@cache
def job(*formats: str) -> Job:
    pack, _ = load_pack("default", [TEMPLATES])
    assert pack is not None
    return Job(OUTLINE.encode(), "outline.yaml", str(TEMPLATES), {("", ""): pack}, formats)


def tasks(rows: list[dict[str, Any]]) -> list[Task]:
    return [Task(Row(number, 0, values), f"{number}") for number, values in enumerate(rows, 1)]


def row(**values: Any) -> dict[str, Any]:
    usual = {"country": "Kenya", "part": "One", "items": ["a"], "notes": "b", "number": 1}
    return {**usual, **values}


@settings(max_examples=12)
@given(st.lists(ROWS, min_size=2, max_size=5))
def test_rows_made_together_are_as_each_is_alone(rows: list[dict[str, Any]]) -> None:
    formats = ("deck", "briefing", "summary")
    together = Maker(job(*formats))
    made = [*together.make(tasks(rows)), *together.make(tasks(rows))]

    alone: list[Made] = [Maker(job(*formats)).make([task])[0] for task in tasks(rows)]

    assert made == [*alone, *alone]
    assert [len(each.files) for each in alone] == [3] * len(rows)


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> list[Any]:
    """The ids of the slides for which a function is called from now on."""
    calls: list[str] = []
    real = getattr(owner, name)

    def noted(*given: Any) -> Any:
        slide = next(each for each in given if isinstance(each, Slide | PlacedSlide | Furnishing))
        calls.append(slide.slide.id if isinstance(slide, Furnishing) else slide.id)
        return real(*given)

    monkeypatch.setattr(owner, name, noted)
    return calls


def test_a_slide_without_expressions_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    real = slides._entry

    def noted(tree: Any, reading: Any) -> Any:
        read.append(tree.span.line)
        return real(tree, reading)

    monkeypatch.setattr(slides, "_entry", noted)
    maker = Maker(job("deck"))
    maker.make(tasks([row(number=number) for number in range(3)]))
    constant = {line for line in read if read.count(line) == 1}
    text = OUTLINE.splitlines()

    assert {text[line - 1].strip() for line in constant} == {
        "- title-slide", "- statement: The same for all", "- bullets: Where to look",
    }  # fmt: skip


def test_a_slide_with_a_file_takes_it_for_every_row(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text("a = 1", "utf-8")
    outline = OUTLINE + "  - code: A program\n    file: program.py\n"
    outline = outline.replace("sources:\n  law: Outer Space Treaty\n", "", 1)
    outline = outline.replace("    sources: law\n", "")
    made = Maker(replace(job("deck"), outline=outline.encode(), folder=str(tmp_path))).make(
        tasks([row(), row(number=2)])
    )

    assert [list(each.outcome.reads) for each in made] == [["program.py"], ["program.py"]]


def test_a_row_that_changes_one_slide_has_one_placed_and_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    maker = Maker(job("deck"))
    maker.make(tasks([row()]))
    planned = counted(monkeypatch, stage, "_plan")
    drawn = counted(monkeypatch, stage, "draw_slide")
    written = counted(monkeypatch, Writing, "_write_slide")
    maker.make(tasks([row(number=2)]))

    assert planned == drawn == ["figures"]
    assert written == ["figures", "where-to-look"]  # the second leads to another slide


def test_a_talk_with_another_title_is_planned_as_before_and_drawn_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    maker = Maker(job("deck"))
    maker.make(tasks([row()]))
    planned = counted(monkeypatch, stage, "_plan")
    drawn = counted(monkeypatch, stage, "draw_slide")
    maker.make(tasks([row(country="Peru")]))

    assert planned == ["report-on-peru", "what-peru-did"]
    assert {"figures", "the-same-for-all"} <= set(drawn)


def test_a_file_of_a_row_is_looked_at_where_it_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    maker = Maker(job("deck"))
    maker.make(tasks([row()]))
    looked: list[str] = []
    real = deck._slide_faults

    def noted(part: str, *rest: Any) -> Any:
        looked.append(part)
        return real(part, *rest)

    monkeypatch.setattr(deck, "_slide_faults", noted)
    maker.make(tasks([row(number=2)]))

    assert looked == ["ppt/slides/slide3.xml"]


def test_what_a_maker_remembers_is_bounded() -> None:
    maker = Maker(job("deck"))

    def made(first: int, last: int) -> int:
        """The bytes that are held once these rows are made."""
        for start in range(first, last, 10):
            rows = [row(country=f"Land {number % 7}", number=number) for number in range(10)]
            maker.make(Task(Row(start + n, 0, each), f"{start + n}") for n, each in enumerate(rows))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        before = made(0, 100)
        assert made(100, 200) - before < 100_000
    finally:
        tracemalloc.stop()
