"""An outline may name only what lies in its own folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from deckgen.model.files import FileRefused
from deckgen.workspace import jail
from deckgen.workspace.jail import TalkFiles

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "talk"
    (folder / "figures").mkdir(parents=True)
    (folder / "figures" / "orbit.png").write_bytes(b"picture")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    return folder


def refusal(talk: Path, path: str) -> FileRefused:
    with pytest.raises(FileRefused) as refused:
        TalkFiles(talk).read(path)
    assert refused.value.hint
    return refused.value


def test_reads_a_file_of_the_talk(talk: Path) -> None:
    assert TalkFiles(talk).read("figures/orbit.png") == b"picture"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/etc/passwd", "absolute path"),
        ("\\\\server\\share\\file", "absolute path"),
        ("C:\\file.png", "absolute path"),
        ("~/file.png", "absolute path"),
        ("../../secret.txt", "out of the talk's folder"),
        ("figures/../figures/orbit.png", "out of the talk's folder"),
        ("https://example.org/a.png", "nothing is fetched"),
        ("file:///etc/passwd", "nothing is fetched"),
        ("data:image/png;base64,AAAA", "nothing is fetched"),
        ("figures\\orbit.png", "backslashes"),
        ("", "not a file's name"),
        ("a\0b", "not a file's name"),
    ],
)
def test_refuses_a_path_by_its_words(talk: Path, path: str, says: str) -> None:
    assert says in refusal(talk, path).message


@posix
def test_refuses_a_link_that_leads_out(talk: Path) -> None:
    (talk / "link.txt").symlink_to(talk.parent.parent / "secret.txt")
    assert "out of the talk's folder" in refusal(talk, "link.txt").message


@posix
def test_refuses_a_folder_that_is_a_link_out(talk: Path) -> None:
    (talk / "up").symlink_to(talk.parent.parent, target_is_directory=True)
    assert "out of the talk's folder" in refusal(talk, "up/secret.txt").message


@posix
def test_follows_a_link_that_stays_inside(talk: Path) -> None:
    (talk / "link.png").symlink_to(talk / "figures" / "orbit.png")
    assert TalkFiles(talk).read("link.png") == b"picture"


@posix
def test_refuses_a_circle_of_links(talk: Path) -> None:
    (talk / "a").symlink_to(talk / "b")
    (talk / "b").symlink_to(talk / "a")
    assert "no file" in refusal(talk, "a").message


@posix
def test_refuses_a_named_pipe_without_waiting_for_it(talk: Path) -> None:
    os.mkfifo(talk / "pipe")
    assert "not an ordinary file" in refusal(talk, "pipe").message


def test_refuses_a_folder(talk: Path) -> None:
    assert "figures" in refusal(talk, "figures").message


def test_names_the_nearest_file_for_a_missing_one(talk: Path) -> None:
    refused = refusal(talk, "figures/orbits.png")
    assert "There is no file 'figures/orbits.png'" in refused.message
    assert "figures/orbit.png" in refused.hint


def test_refuses_a_file_that_is_too_large(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jail, "FILE_LIMIT", 6)
    assert "larger than" in refusal(talk, "figures/orbit.png").message


def test_refuses_files_that_are_too_large_together(
    talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jail, "TALK_LIMIT", 10)
    files = TalkFiles(talk)
    files.read("figures/orbit.png")
    with pytest.raises(FileRefused, match="together"):
        files.read("figures/orbit.png")
