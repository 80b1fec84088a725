"""Nothing in the talks and the packs that come with the project keeps anybody out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import deckgen
from deckgen.accessibility.check import RULES

ROOT = Path(__file__).resolve().parents[2]
TALKS = sorted(path.parent.name for path in (ROOT / "content").glob("*/outline.yaml"))
PACKS = sorted(path.parent.name for path in (ROOT / "templates").glob("*/pack.yaml"))
PICTURE = """\
talk: {title: T}
slides:
  - bullets: A
    items: ["[here](https://example.org)"]
  - picture: B
    file: moon.png
    alt: IMG_2041
"""


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("talk", TALKS)
def test_the_talks_have_no_barrier_in_any_pack(talk: str, pack: str) -> None:
    place = ROOT / "content" / talk
    usual = deckgen.check(place, pack=pack, to="deck")
    found = deckgen.check(place, pack=pack, to="deck", accessibility=True)
    assert set(found.diagnostics) - set(usual.diagnostics) == set()


def test_there_are_rules() -> None:
    assert len(RULES) == 9


def test_a_barrier_is_an_error_with_its_line(tmp_path: Path) -> None:
    from PIL import Image

    (tmp_path / "outline.yaml").write_text(PICTURE, "utf-8")
    Image.new("RGB", (90, 60)).save(tmp_path / "moon.png")
    command = [sys.executable, "-m", "deckgen", "check", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    command += ["--accessibility", "--format", "github"]
    ended = subprocess.run(command, capture_output=True, check=False, text=True)
    assert ended.returncode == 1
    assert "line=5,col=5,title=alt-file-name" in ended.stdout
    assert "line=3,col=5,title=link-text" in ended.stdout
