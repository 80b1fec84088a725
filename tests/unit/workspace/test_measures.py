"""After a change only the words that are new to a talk are measured again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deckgen
from deckgen.typeset import faces, pieces
from deckgen.workspace import measures

OUTLINE = """\
talk: {title: Orbits}
slides:
  - bullets: What stays up
    items: [It falls around, It never lands, Ça tourne à côté, 軌道と重力]
    briefing: Whatever falls fast enough misses the ground.
"""
Count = Callable[..., int]


@pytest.fixture
def outline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outline.yaml").write_text(OUTLINE)
    return tmp_path / "outline.yaml"


@pytest.fixture
def shaped(monkeypatch: pytest.MonkeyPatch) -> Count:
    """Builds the talk as a new process does; gives how many words were shaped for it."""
    shape = faces.Face._shape
    words: list[str] = []

    def counted(face: faces.Face, text: str) -> float:
        words.append(text)
        return shape(face, text)

    monkeypatch.setattr(faces.Face, "_shape", counted)

    def build(**options: bool) -> int:
        faces.shipped_face.cache_clear()
        faces.MEASURED.clear()
        pieces.ANALYSED.clear()
        words.clear()
        assert deckgen.build("outline.yaml", **options).ok
        return len(words)

    return build


def written(root: Path) -> dict[str, bytes]:
    (folder,) = (root / "build").iterdir()
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_same_words_are_not_measured_again(outline: Path, shaped: Count) -> None:
    assert shaped() > 10
    assert shaped(force=True) == 0


def test_after_a_change_of_one_line_its_new_words_are_measured(
    outline: Path, shaped: Count
) -> None:
    shaped()
    outline.write_text(OUTLINE.replace("It never lands", "It never ever lands"))
    assert 1 <= shaped() <= 3  # in the deck's faces and in the paper's
    assert shaped(force=True) == 0


def test_without_the_cache_everything_is_measured(outline: Path, shaped: Count) -> None:
    first = shaped()
    assert shaped(cache=False) == first


def test_what_was_measured_before_changes_no_byte(outline: Path, shaped: Count) -> None:
    shaped(cache=False)
    without = written(outline.parent)
    shaped(force=True)
    shaped(force=True)
    assert written(outline.parent) == without


def test_damaged_measures_are_made_again(outline: Path, shaped: Count) -> None:
    first = shaped()
    for file in (outline.parent / "kept").iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert shaped() == first


@given(st.binary())
def test_whatever_was_kept_is_read_or_left(data: bytes) -> None:
    assert isinstance(measures.decoded(data), measures.Kept)
