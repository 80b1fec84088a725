"""A long deck is made by two processes, and is the deck that one would make."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX")

# Builds with the bounds given, and says on stdout how often the process was copied.
SCRIPT = """
import os, sys
from deckgen import build, long_deck, twin
from deckgen.ooxml import validity

long_deck.LONG, validity._MANY = int(sys.argv[1]), int(sys.argv[1])
twin._possible = lambda: True
copies, fork = [], os.fork

def counted():
    copies.append(1)
    return fork()

os.fork = counted
if sys.argv[4:] == ["dying"]:
    long_deck._Halves.second = lambda self, peer: os._exit(9)
result = build(sys.argv[2], to="deck", output=sys.argv[3], cache=False)
for found in result.diagnostics:
    print(found.severity.name, found.code, found.span and found.span.line)
print(len(copies))
"""
ALONE, TOGETHER = "100000", "2"


def built(talk: Path, folder: Path, bound: str, *more: str) -> tuple[bytes, list[str]]:
    """The deck (empty when there is none), and what was said."""
    words = [sys.executable, "-c", SCRIPT, bound, str(talk), str(folder), *more]
    said = subprocess.run(words, check=True, capture_output=True, text=True, timeout=60).stdout
    deck = folder / talk.name / "deck.pptx"
    return deck.read_bytes() if deck.is_file() else b"", said.splitlines()


@pytest.mark.parametrize("name", ["tour", "space-diplomacy"])
def test_two_processes_make_the_bytes_that_one_makes(name: str, tmp_path: Path) -> None:
    talk = Path("content") / name
    alone, said_alone = built(talk, tmp_path / "alone", ALONE)
    together, said_together = built(talk, tmp_path / "together", TOGETHER)

    assert together == alone != b""
    assert said_together[:-1] == said_alone[:-1]
    # One copy for the slides and one for looking them through, beside what puts files in place.
    assert int(said_together[-1]) == int(said_alone[-1]) + 2


def test_a_process_that_dies_leaves_the_work_to_the_other(tmp_path: Path) -> None:
    talk = Path("content/tour")
    alone, _ = built(talk, tmp_path / "alone", ALONE)

    assert built(talk, tmp_path / "dying", TOGETHER, "dying")[0] == alone


def test_errors_of_both_halves_are_told(tmp_path: Path) -> None:
    long = " ".join(["unendingly"] * 90)
    titles = (f"{long} {number}" if number in (1, 6) else f"Slide {number}" for number in range(8))
    slides = "\n".join(f"  - bullets: {title}\n    items: [One]" for title in titles)
    talk = tmp_path / "long"
    talk.mkdir()
    (talk / "outline.yaml").write_text(f"talk: {{title: T}}\nslides:\n{slides}\n", "utf-8")
    deck, said = built(talk, tmp_path / "out", TOGETHER)

    assert deck == b""
    assert [line for line in said if line.startswith("ERROR")] == [
        "ERROR title-too-long 5",
        "ERROR title-too-long 15",
    ]
