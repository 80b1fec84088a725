"""A new talk."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.model.inline import plain
from deckgen.workspace.starter import new_talk


def test_a_new_talk_builds_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_talk(tmp_path, "orbits", "Orbits: a talk")
    monkeypatch.chdir(tmp_path)
    result = deckgen.build("orbits", strict=True)
    assert [found for found in result.diagnostics if found.severity != "note"] == []
    assert [file.format for file in result.files] == ["deck", "briefing", "summary"]


@pytest.mark.parametrize(
    "title", ["Orbits: a talk", "- [x] \"quoted\" # 'not' a comment", "衛星 🛰"]
)
def test_any_title_survives_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    new_talk(tmp_path, "orbits", title)
    monkeypatch.chdir(tmp_path)
    outline, _ = deckgen.load("orbits")
    assert outline is not None
    assert plain(outline.talk.title) == title


def test_the_outline_names_the_schema_beside_the_talks(tmp_path: Path) -> None:
    made, _ = new_talk(tmp_path, "orbits", "")
    outline = tmp_path / "content" / "orbits" / "outline.yaml"
    modeline = outline.read_text("utf-8").splitlines()[0]
    assert modeline == "# yaml-language-server: $schema=../outline.schema.json"
    assert tmp_path / "content" / "outline.schema.json" in made


def test_a_schema_that_is_there_stays(tmp_path: Path) -> None:
    schema = tmp_path / "content" / "outline.schema.json"
    schema.parent.mkdir()
    schema.write_text("mine", "utf-8")
    new_talk(tmp_path, "orbits", "")
    assert schema.read_text("utf-8") == "mine"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    new_talk(tmp_path, "orbits", "First")
    made, (found,) = new_talk(tmp_path, "orbits", "Second")
    assert made == ()
    assert found.code == "exists"
    assert "First" in (tmp_path / "content" / "orbits" / "outline.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["", ".", "..", "../up", "a/b", ".hidden", "-x", "a\0b"])
def test_a_name_that_is_no_folders_name_is_refused(tmp_path: Path, name: str) -> None:
    made, (found,) = new_talk(tmp_path, name, "")
    assert made == ()
    assert found.code == "bad-name"
    assert list(tmp_path.iterdir()) == []
