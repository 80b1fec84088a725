"""Whether a row that an earlier run has made is still as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deckgen.model.files import FileRefused
from deckgen.workspace.jail import TalkFiles


class Standing:
    """Compares the files of entries with what is on the disk now."""

    __slots__ = ("_folder", "_inputs", "_talk")

    def __init__(self, folder: Path, talk: Path) -> None:
        self._folder, self._talk = folder, talk
        self._inputs: dict[str, str] = {}

    def holds(self, entry: Mapping[str, Any], names: frozenset[str]) -> bool:
        """Whether the files of these names are there, unchanged, and so is what they came from."""
        try:
            files = {str(file["path"]): str(file["sha256"]) for file in entry["files"]}
            inputs = dict(entry.get("inputs", {}))
        except (KeyError, TypeError, ValueError):
            return False
        if {path.rpartition("/")[2] for path in files} != names:
            return False
        return all(self._input(path) == known for path, known in inputs.items()) and all(
            _hash(self._folder / path) == known for path, known in files.items()
        )

    def _input(self, path: str) -> str:
        if path not in self._inputs:
            try:
                data = TalkFiles(self._talk).read(path)
                self._inputs[path] = hashlib.sha256(data).hexdigest()
            except FileRefused:
                self._inputs[path] = ""
        return self._inputs[path]


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
