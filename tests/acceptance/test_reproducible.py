"""The same talk gives the same bytes, wherever and whenever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from deckgen.workspace.jobs import BuildResult


def digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def elsewhere(talk: Path, folder: Path, **environment: str) -> dict[str, str]:
    """The files of a copy of the talk, built in a fresh process in another folder."""
    shutil.copytree(talk, folder / "content" / talk.name)
    command = [sys.executable, "-m", "deckgen", "build", "--quiet"]
    clean = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(command, cwd=folder, env={**clean, **environment}, check=True)
    return digests(folder / "build" / talk.name)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"},
    ],
)
def test_folder_hash_seed_locale_and_time_zone_do_not_matter(
    built: BuildResult, talk: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    assert elsewhere(talk, tmp_path, **environment) == digests(built.files[0].path.parent)


def test_source_date_epoch_changes_the_office_files_alone(
    built: BuildResult, talk: Path, tmp_path: Path
) -> None:
    before = digests(built.files[0].path.parent)
    after = elsewhere(talk, tmp_path, SOURCE_DATE_EPOCH="1700000000")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"deck.pptx", "briefing.docx"}
