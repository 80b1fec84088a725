"""All of a talk's files are replaced, or none."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from deckgen.workspace import lock
from deckgen.workspace.lock import locked
from deckgen.workspace.publish import publish, publish_folder, remove_staged

OLD = {"deck.pptx": b"old deck", "briefing.docx": b"old briefing"}
NEW = {"deck.pptx": b"new deck", "briefing.docx": b"new briefing", "summary.md": b"new summary"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert publish(tmp_path / "build" / "talk", OLD) == ()
    return tmp_path / "build" / "talk"


def failing(call: int, code: int) -> object:
    """os.replace that fails at the given call, counted from 1."""
    real, calls = os.replace, iter(range(1, 100))

    def replace(source: str, target: str) -> None:
        if next(calls) == call:
            raise OSError(code, os.strerror(code), str(target))
        real(source, target)

    return replace


def test_makes_the_folder_and_writes_the_files(folder: Path) -> None:
    assert contents(folder) == OLD


def test_replaces_files_and_leaves_nothing_else_behind(folder: Path) -> None:
    assert publish(folder, NEW) == ()
    assert contents(folder) == NEW


def test_leaves_other_files_alone(folder: Path) -> None:
    (folder / "mine.txt").write_bytes(b"mine")
    publish(folder, NEW)
    assert contents(folder) == {**NEW, "mine.txt": b"mine"}


@pytest.mark.parametrize("call", [1, 2, 3])
def test_gives_every_file_its_old_content_back_when_one_cannot_be_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    monkeypatch.setattr(os, "replace", failing(call, errno.EACCES))
    (found,) = publish(folder, NEW)
    assert contents(folder) == OLD
    assert found.code == "cannot-write"
    assert "untouched" in found.message
    assert found.hint is not None
    assert "Close it" in found.hint


def test_works_without_hard_links(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "replace", failing(2, errno.EIO))
    publish(folder, NEW)
    assert contents(folder) == OLD


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only disk"),
        (errno.EACCES, "may not be written"),
        (errno.EIO, "cannot be written"),
    ],
)
def test_a_fault_while_writing_leaves_the_old_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, says: str
) -> None:
    def fails(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fails)
    (found,) = publish(folder, NEW)
    assert contents(folder) == OLD
    assert says in found.message


def test_says_when_a_file_stands_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"a file")
    (found,) = publish(tmp_path / "build" / "talk", NEW)
    assert "is a file where a folder should be" in found.message


def test_says_when_a_folder_stands_where_a_file_should_be(folder: Path) -> None:
    (folder / "summary.md").mkdir()
    (found,) = publish(folder, NEW)
    assert "is a folder where a file should be" in found.message
    assert (folder / "deck.pptx").read_bytes() == b"old deck"


def test_sweeps_away_what_a_killed_build_left(folder: Path) -> None:
    (folder / ".deckgen-new-deck.pptx").write_bytes(b"half a de")
    publish(folder, NEW)
    assert contents(folder) == NEW


def test_waits_for_another_build(folder: Path) -> None:
    with locked(folder):
        writer = threading.Thread(target=publish, args=(folder, NEW))
        writer.start()
        writer.join(0.2)
        assert contents(folder) == OLD
    writer.join(10)
    assert contents(folder) == NEW


def test_gives_up_when_another_build_does_not_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with locked(folder):
        (found,) = publish(folder, NEW)
    assert found.code == "busy"
    assert contents(folder) == OLD


def test_two_builds_at_once_do_not_mix(folder: Path) -> None:
    versions = [{name: bytes([65 + n]) * 50_000 for name in NEW} for n in range(4)]
    writers = [threading.Thread(target=publish, args=(folder, files)) for files in versions]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert contents(folder) in versions


def test_a_new_folder_appears_with_all_its_files(tmp_path: Path) -> None:
    assert publish_folder(tmp_path / "Kenya", {"a": b"1", "b": b"2"}) == ()
    assert {path.name: path.read_bytes() for path in (tmp_path / "Kenya").iterdir()} == {
        "a": b"1",
        "b": b"2",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["Kenya"]


def test_a_folder_that_is_there_takes_the_new_files_over(tmp_path: Path) -> None:
    publish_folder(tmp_path / "Kenya", {"a": b"1"})
    (tmp_path / "Kenya" / "own notes.txt").write_bytes(b"mine")
    assert publish_folder(tmp_path / "Kenya", {"a": b"2"}) == ()
    assert (tmp_path / "Kenya" / "a").read_bytes() == b"2"
    assert (tmp_path / "Kenya" / "own notes.txt").read_bytes() == b"mine"


def test_what_a_killed_writer_left_of_a_folder_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".staged.Kenya").mkdir()
    (tmp_path / ".staged.Kenya" / "a").write_bytes(b"half")
    assert publish_folder(tmp_path / "Kenya", {"a": b"whole"}) == ()
    assert (tmp_path / "Kenya" / "a").read_bytes() == b"whole"
    (tmp_path / ".staged.Peru").mkdir()
    remove_staged(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["Kenya"]
