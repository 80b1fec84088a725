"""What the README shows is what deckgen does."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.kinds import KINDS
from deckgen.model.blocks import Chart, Table
from deckgen.model.inline import plain

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([a-z-]+)` \| .* \| `(- .*)` \|$", README, re.MULTILINE)


def block(language: str, first: str) -> str:
    """The fenced block of a language that begins with these words."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return next(text for text in blocks if text.startswith(first))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose talk has the pictures that the README names."""
    figures = tmp_path / "content" / "orbits" / "figures"
    figures.mkdir(parents=True)
    for name in ("moon", "sun"):
        Image.new("RGB", (40, 30)).save(figures / f"{name}.png")
    return tmp_path


def write(project: Path, outline: str) -> Path:
    path = project / "content" / "orbits" / "outline.yaml"
    path.write_text(outline, "utf-8")
    return path


def test_every_kind_is_shown() -> None:
    assert {kind for kind, _ in ROWS} == {*KINDS, "part"}


@pytest.mark.parametrize(("kind", "slide"), ROWS, ids=[kind for kind, _ in ROWS])
def test_the_example_of_a_kind_builds(kind: str, slide: str, project: Path) -> None:
    rest = "- {part: One}\n- {bullets: Three, items: [Four]}"
    slides = f"{slide}\n{rest}".replace("\n", "\n  ")
    outline = write(project, f"talk: {{title: Orbits}}\nslides:\n  {slides}\n")
    result = deckgen.check(outline)

    assert kind in slide
    assert result.ok, result.diagnostics


def test_the_outline_builds_without_a_word_of_warning(project: Path) -> None:
    outline = write(project, block("yaml", "# yaml-language-server"))

    assert deckgen.check(outline, strict=True).ok


def test_the_charts_and_tables_are_made_of_the_data(project: Path) -> None:
    data = project / "content" / "orbits" / "data"
    data.mkdir()
    rows = "China,2015,19,60\nIndia,2015,5,8\nChina,2016,22,70\nIran,2014,1,0.1\nIran,2015,1,0.2\n"
    (data / "launches.csv").write_text(f"country,year,launches,mass\n{rows}", "utf-8")
    outline = write(project, block("yaml", "talk: {title: Launches}"))

    assert deckgen.check(outline, strict=True).ok
    shown, _ = deckgen.load(outline)
    assert shown is not None
    chart, stack, table = (slide.blocks[0] for slide in shown.slides)
    assert isinstance(chart, Chart)
    assert isinstance(stack, Chart)
    assert isinstance(table, Table)
    assert (chart.categories, chart.series[0].values) == (
        ("China", "India", "All others"),
        (41, 5, 1),
    )
    assert [series.name for series in stack.series] == ["China", "India", "Iran"]
    assert [plain(cell.text) for cell in table.rows[-1]] == ["Together", "47", "34.6"]


def test_the_findings_are_printed_as_shown(project: Path) -> None:
    write(project, block("yaml", "talk:\n  titel"))
    command = [sys.executable, "-m", "deckgen", "build", "orbits"]
    ended = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    assert ended.stderr == block("text", "content/orbits")
    assert ended.returncode == 1


def test_the_outline_of_the_batch_makes_its_rows(project: Path) -> None:
    folder = project / "content" / "reports"
    folder.mkdir()
    (folder / "outline.yaml").write_text(block("yaml", "# content/reports"), "utf-8")
    rows = "country,year,author,launches,failures\nChina,2024,A. B.,68,2\nJapan,2024,C. D.,7,0\n"
    (project / "countries.csv").write_text(rows, "utf-8")
    (command,) = re.findall(r"^\$ deckgen (batch reports .* --name .*)$", README, re.MULTILINE)
    subprocess.run(
        [sys.executable, "-m", "deckgen", *shlex.split(command)], cwd=project, check=True
    )

    made = sorted(path.name for path in (project / "build" / "reports").iterdir())
    assert made == ["China-2024", "Japan-2024", "manifest.jsonl"]
    summary = (project / "build" / "reports" / "China-2024" / "summary.md").read_text("utf-8")
    assert "68 launches, 66 of them good" in summary
