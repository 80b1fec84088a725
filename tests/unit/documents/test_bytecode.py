"""A template is compiled once, and again whenever its code is not there or not sound."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from deckgen.documents import bytecode, environment

SOURCE = "{{ given }} and {% for each in range(3) %}{{ each }}{% endfor %}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bytecode, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path / "kept"


def rendered(source: str = SOURCE) -> str:
    """What a new process renders."""
    environment._CODE.clear()
    made = environment.DocumentEnvironment({"a.md.j2": source}, {"a.md.j2": "pack/a.md.j2"}, {})
    return made.get_template("a.md.j2").render(given="One")


def test_code_is_kept_and_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered()
    assert len(list(folder.iterdir())) == 1
    monkeypatch.setattr(environment.DocumentEnvironment, "_parse", None)
    assert rendered() == first == "One and 012"


def test_a_changed_template_is_compiled(folder: Path) -> None:
    rendered()
    assert rendered(SOURCE + "!") == "One and 012!"


@pytest.mark.parametrize("damaged", [b"", b"\xff\x00", marshal.dumps("no code"), b"c\x00\x00"])
def test_damaged_code_is_made_again(folder: Path, damaged: bytes) -> None:
    rendered()
    (kept,) = folder.iterdir()
    kept.write_bytes(damaged)
    assert rendered() == "One and 012"
    assert kept.read_bytes() != damaged


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    rendered()
    assert not folder.exists()


def test_texts_without_a_name_are_not_kept(folder: Path) -> None:
    made = environment.DocumentEnvironment({}, {}, {})
    assert made.from_string(SOURCE).render(given="One") == "One and 012"
    assert not folder.exists()
