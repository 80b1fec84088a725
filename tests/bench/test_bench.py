"""What is measured is the same for every tool, and all of it is counted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.bench.content import make_talk
from tests.bench.forms import MARKDOWN, OUTLINE, SCRIPTED, write_forms
from tests.bench.measured import Usage
from tests.bench.report import markdown
from tests.bench.results import Results, load
from tests.bench.rivals import plain_pptx
from tests.bench.tools import ROOT, expect_slides, pandoc

import deckgen

COUNT = 31
# A program that ends at once, and leaves another behind that works for half a second.
LEAVING = """
import subprocess, sys
work = "import time\\nwhile time.process_time() < 0.5: pass"
subprocess.Popen([sys.executable, "-c", work])
"""
COUNTING = f"""
import os, sys
from pathlib import Path
from tests.bench.measured import Command, measure
used = measure([Command((sys.executable, "-c", {LEAVING!r}), Path(), os.environ)])
print(used.cpu)
"""


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talk")
    write_forms(make_talk(COUNT, seed=1), folder)
    return folder


def test_the_same_seed_gives_the_same_talk() -> None:
    assert make_talk(COUNT, seed=1) == make_talk(COUNT, seed=1)
    assert make_talk(COUNT, seed=1) != make_talk(COUNT, seed=2)


def test_deckgen_makes_all_slides(talk: Path) -> None:
    result = deckgen.build(talk / OUTLINE, to="deck", output=talk / "out", strict=True)

    assert result.ok, result.diagnostics
    expect_slides(result.files[0].path, COUNT)


def test_pandoc_makes_all_slides(talk: Path) -> None:
    words = (pandoc(), "--slide-level=2", MARKDOWN, "-o", "pandoc.pptx")
    subprocess.run(words, cwd=talk, check=True)

    expect_slides(talk / "pandoc.pptx", COUNT)


def test_python_pptx_makes_all_slides(talk: Path) -> None:
    values = json.loads((talk / SCRIPTED).read_text("utf-8"))
    plain_pptx.build(values, talk, talk / "plain.pptx")

    expect_slides(talk / "plain.pptx", COUNT)


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux alone")
def test_processes_that_are_left_behind_are_counted() -> None:
    words = (sys.executable, "-c", COUNTING)
    ended = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)

    assert float(ended.stdout) > 0.45


def test_the_table_has_a_dash_for_a_tool_that_was_left_out(tmp_path: Path) -> None:
    results = Results({"date": "2030-05-06", "processor": "", "system": ""})
    results.machine |= {"load": "0.1", "load afterwards": "0.2"}
    results.tasks["deck 300"] = {"deckgen": [Usage(0.5, 0.4, 1)], "Pandoc": [Usage(5, 4, 1)]}
    results.tasks["deck 3000"] = {"deckgen": [Usage(1.5, 1.4, 1)]}
    results.save(tmp_path / "results.json")

    table = markdown(load(tmp_path / "results.json"))

    assert "| 300 | 0.50 (0.40) | 5.00 (4.00) |" in table
    assert "| 3,000 | 1.50 (1.40) | – |" in table
