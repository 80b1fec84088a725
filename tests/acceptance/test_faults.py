"""A broken outline leaves what was there before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "deckgen", "build"]
GOOD = """\
talk: {title: Orbits}
slides:
  - title-slide
  - bullets: What goes round
    items: [The Earth, The Moon]
"""
# Line by line: a misspelt key, a key given twice, a wrong type, a file that is not there.
BROKEN = """\
talk:
  titel: Orbits
slides:
  - bullets: What goes round
    items: [The Earth]
    items: [The Moon]
  - table: Numbers
    columns: [One]
    rows: none
  - picture: The Moon
    file: figures/moon.png
    alt: The Moon over the sea
"""
BAD_YAML = "talk: {title: Orbits\nslides: [\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """An outline in a project that was built once."""
    outline = tmp_path / "content" / "orbits" / "outline.yaml"
    outline.parent.mkdir(parents=True)
    outline.write_text(GOOD, "utf-8")
    subprocess.run([*COMMAND, "-q"], cwd=tmp_path, check=True)
    return outline


def outputs(talk: Path) -> dict[str, bytes]:
    folder = talk.parents[2] / "build" / "orbits"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_errors_of_an_outline_come_at_once_and_nothing_is_written(talk: Path) -> None:
    before = outputs(talk)
    talk.write_text(BROKEN, "utf-8")
    ended = subprocess.run(
        COMMAND, cwd=talk.parents[2], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    for place in ("2:3", "6:5", "9:11", "11:11"):
        assert f"content/orbits/outline.yaml:{place}: error[" in ended.stderr
    assert "Did you mean 'title'" in ended.stderr
    assert outputs(talk) == before


def test_bad_yaml_is_an_error_with_a_place(talk: Path) -> None:
    before = outputs(talk)
    talk.write_text(BAD_YAML, "utf-8")
    ended = subprocess.run(
        COMMAND, cwd=talk.parents[2], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "content/orbits/outline.yaml:" in ended.stderr
    assert outputs(talk) == before
