"""A talk is built again when, and only when, something that it is made of has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import deckgen
from deckgen.workspace.jobs import BuildResult

OUTLINE = """\
talk: {title: Orbits}
slides:
  - text: What stays up
    body: It falls around.
  - code: How
    file: listing.py
"""
Build = Callable[..., BuildResult]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "kept"))
    talk = tmp_path / "content" / "orbits"
    talk.mkdir(parents=True)
    (talk / "outline.yaml").write_text(OUTLINE)
    (talk / "listing.py").write_text("print(1)\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(**options: Any) -> list[bool]:
    """Whether each file was kept."""
    result = deckgen.build("orbits", to=("summary",), **options)
    assert result.ok, result.diagnostics
    return [file.kept for file in result.files]


def test_a_second_build_does_nothing(folder: Path) -> None:
    assert build() == [False]
    written = folder / "build" / "orbits" / "summary.md"
    before = written.stat()
    assert build() == [True]
    assert written.stat() == before


def test_a_second_build_does_nothing_from_another_folder_either(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    talk = folder / "content" / "orbits"

    kept = [
        [file.kept for file in deckgen.build(talk, to=("summary",), output=folder / "out").files]
        for _ in range(2)
    ]

    assert kept == [[False], [True]]


def test_a_second_build_says_what_the_first_one_said(folder: Path) -> None:
    first = deckgen.build("orbits")
    second = deckgen.build("orbits")
    assert first.diagnostics
    assert [file.kept for file in second.files] == [True, True, True]
    assert second.diagnostics == first.diagnostics
    assert [(file.path.name, file.count) for file in second.files] == [
        (file.path.name, file.count) for file in first.files
    ]


def _edit(folder: Path) -> None:
    outline = folder / "content" / "orbits" / "outline.yaml"
    outline.write_text(outline.read_text().replace("around", "for ever"))


def _listing(folder: Path) -> None:
    (folder / "content" / "orbits" / "listing.py").write_text("print(2)\n")


def _output(folder: Path) -> None:
    with (folder / "build" / "orbits" / "summary.md").open("a") as file:
        file.write("edited by hand\n")


def _lost(folder: Path) -> None:
    (folder / "build" / "orbits" / "summary.md").unlink()


def _pack(folder: Path) -> None:
    (folder / "templates" / "default").mkdir(parents=True)
    (folder / "templates" / "default" / "summary.md.j2").write_text("# Mine\n")


def _damage(folder: Path) -> None:
    for file in (folder / "kept").iterdir():
        file.write_bytes(file.read_bytes()[:-3])


@pytest.mark.parametrize("change", [_edit, _listing, _output, _lost, _pack, _damage])
def test_what_has_changed_is_built(folder: Path, change: Callable[[Path], None]) -> None:
    build()
    change(folder)
    assert build() == [False]
    assert build() == [True]


@pytest.mark.parametrize(
    "options",
    [{"force": True}, {"cache": False}, {"strict": True}, {"audience": "press"}, {"pack": "night"}],
    ids=lambda options: next(iter(options)),
)
def test_another_request_is_built(folder: Path, options: dict[str, Any]) -> None:
    build()
    assert build(**options) == [False]


def test_the_time_that_files_carry_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert build() == [False]


def test_a_shared_template_that_changed_counts(folder: Path) -> None:
    shared = folder / "templates" / "_shared"
    shared.mkdir(parents=True)
    (shared / "extra.md.j2").write_text("one")
    build()
    (shared / "extra.md.j2").write_text("two")
    assert build() == [False]


def test_a_template_in_the_talks_folder_counts(folder: Path) -> None:
    talk = folder / "content" / "orbits"
    (talk / "outline.yaml").write_text(OUTLINE + "pack: own/house.pptx\n")
    (talk / "own").mkdir()
    default = deckgen.workspace.packs.own_packs() / "default" / "deck.pptx"
    (talk / "own" / "house.pptx").write_bytes(default.read_bytes())
    assert build() == [False]
    assert build() == [True]
    (talk / "own" / "house.pptx").write_bytes(default.read_bytes())
    assert build() == [False]


def test_a_talk_with_an_error_is_looked_at_again(folder: Path) -> None:
    build()
    outline = folder / "content" / "orbits" / "outline.yaml"
    outline.write_text(OUTLINE + "  - unknown: kind\n")
    assert not deckgen.build("orbits", to=("summary",)).ok
    assert not deckgen.build("orbits", to=("summary",)).ok
    outline.write_text(OUTLINE)
    assert build() == [True]
