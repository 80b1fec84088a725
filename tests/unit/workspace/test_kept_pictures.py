"""A picture is made ready once: the next build takes what was made of the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.fields.pictures import field

OUTLINE = """\
talk: {title: Orbits}
slides:
  - {picture: Small, file: small.png, alt: A dot}
  - {picture: Large, file: large.png, alt: A field}
  - {picture: Drawn, file: drawn.svg, alt: A ring}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="20"/></svg>'
Prepared = Callable[..., list[str]]


def draw(path: Path, size: tuple[int, int], colour: str) -> None:
    Image.new("RGB", size, colour).save(path)


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outline.yaml").write_text(OUTLINE)
    draw(tmp_path / "small.png", (40, 30), "navy")
    draw(tmp_path / "large.png", (3_000, 20), "teal")
    (tmp_path / "drawn.svg").write_text(SVG)
    return tmp_path


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> Prepared:
    """Builds the talk; gives the pictures that were made ready for it."""
    prepare = field.prepare
    paths: list[str] = []

    def counted(path: str, data: bytes) -> field.Asset:
        paths.append(path)
        return prepare(path, data)

    monkeypatch.setattr(field, "prepare", counted)

    def build(*, ok: bool = True, **options: bool) -> list[str]:
        paths.clear()
        assert deckgen.build("outline.yaml", force=True, **options).ok is ok
        return sorted(paths)

    return build


ALL = ["drawn.svg", "large.png", "small.png"]


def deck(root: Path) -> bytes:
    (found,) = (root / "build").rglob("deck.pptx")
    return found.read_bytes()


def test_the_next_build_decodes_no_picture_and_gives_the_same_deck(
    talk: Path, prepared: Prepared
) -> None:
    assert prepared() == ALL
    first = deck(talk)

    assert prepared() == []
    assert deck(talk) == first


def test_another_picture_under_the_same_name_is_decoded(talk: Path, prepared: Prepared) -> None:
    prepared()
    draw(talk / "small.png", (40, 30), "red")

    assert prepared() == ["small.png"]


def test_without_a_cache_all_are_decoded_each_time(talk: Path, prepared: Prepared) -> None:
    prepared(cache=False)

    assert prepared(cache=False) == ALL


def test_a_refused_build_keeps_nothing(talk: Path, prepared: Prepared) -> None:
    (talk / "outline.yaml").write_text(OUTLINE + "  - {picture: None, file: gone.png, alt: No}\n")
    prepared(ok=False)

    assert not (talk / "kept").exists()


def test_damaged_entries_are_as_good_as_none(talk: Path, prepared: Prepared) -> None:
    prepared()
    for entry in (talk / "kept").iterdir():
        entry.write_bytes(entry.read_bytes()[:-1])

    assert prepared() == ALL
