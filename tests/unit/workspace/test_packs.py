"""Where packs are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.workspace.packs import pack_folders, pack_names
from deckgen.workspace.talks import find_talks


def project(folder: Path, pack: str) -> Path:
    (folder / "templates" / pack).mkdir(parents=True)
    (folder / "templates" / pack / "pack.yaml").touch()
    (folder / "content" / "orbits").mkdir(parents=True)
    (folder / "content" / "orbits" / "outline.yaml").touch()
    return folder


def test_the_working_folders_packs_come_before_the_talks_and_deckgens(tmp_path: Path) -> None:
    here, there = project(tmp_path / "here", "calm"), project(tmp_path / "there", "bold")
    (talk,), _ = find_talks([str(there / "content" / "orbits")], here)
    folders = pack_folders(talk, here)
    assert folders[:2] == (here / "templates", there / "templates")
    assert (folders[2] / "default" / "pack.yaml").is_file()


def test_a_folder_is_looked_into_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = project(tmp_path, "calm")
    (talk,), _ = find_talks([], here)
    assert len(pack_folders(talk, here)) == 2


def test_names_for_completion(tmp_path: Path) -> None:
    names = pack_names(project(tmp_path, "calm"))
    assert "calm" in names
    assert "default" in names
