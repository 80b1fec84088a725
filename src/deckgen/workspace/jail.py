"""Reading what an outline names: only regular files of bounded size inside the talk's folder."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from deckgen.diagnostics import did_you_mean
from deckgen.disk import FILE_LIMIT, MEBIBYTE, read_regular, resolved_within
from deckgen.model.files import FileRefused
from deckgen.workspace.fingerprint import digest

OUTLINE_LIMIT = 32 * MEBIBYTE
TALK_LIMIT = 256 * MEBIBYTE
LISTED_FOR_HINTS = 2_000

_OUTSIDE = "Copy the file into the talk's folder, or allow its folder with `--allow FOLDER`."
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_DRIVE = re.compile(r"[A-Za-z]:")


class TalkFiles:
    """The files of one talk; paths are relative to its folder, with `/` between names.

    Whoever builds may have `allowed` other folders: a path may then lead there.
    """

    __slots__ = ("_allowed", "_folder", "_read", "digests")

    def __init__(self, folder: Path, allowed: Sequence[Path] = ()) -> None:
        self._folder = folder
        self._allowed = tuple(each.resolve() for each in allowed)
        self._read = 0
        self.digests: dict[str, str] = {}
        """The hash of every file that was read, by its name; empty for one that was refused."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises FileRefused with one sentence and what to do about it."""
        self.digests[path] = ""
        data = read_regular(self.locate(path), path, FILE_LIMIT)
        self.digests[path] = digest(data)
        self._read += len(data)
        if self._read > TALK_LIMIT:
            raise FileRefused(
                f"The talk's files are larger than {TALK_LIMIT // MEBIBYTE} MiB together.",
                "Make its pictures smaller, or divide the talk.",
            )
        return data

    def locate(self, path: str) -> Path:
        """Where a file of the talk is after all symbolic links; raises FileRefused."""
        if elsewhere := self._elsewhere(path):
            return elsewhere
        _refuse_by_its_words(path)
        try:
            resolved = resolved_within(self._folder, path)
        except OSError as missing:
            raise FileRefused(f"There is no file {path!r}.", self._nearest(path)) from missing
        if resolved is None:
            raise FileRefused(f"{path!r} leads out of the talk's folder.", _OUTSIDE)
        return resolved

    def _elsewhere(self, path: str) -> Path | None:
        """Where a file in an allowed folder is; None for any other."""
        if not self._allowed:
            return None
        try:
            found = (self._folder / path).resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            return None
        return found if any(found.is_relative_to(each) for each in self._allowed) else None

    def _nearest(self, path: str) -> str:
        known: list[str] = []
        for folder, folders, files in os.walk(self._folder):
            folders.sort()
            inside = Path(folder).relative_to(self._folder)
            known += [(inside / name).as_posix() for name in sorted(files)]
            if len(known) > LISTED_FOR_HINTS:
                break
        return did_you_mean(path, known) or "Paths count from the folder of the outline."


def _refuse_by_its_words(path: str) -> None:
    if not path or any(ord(char) < 32 for char in path):
        raise FileRefused(f"{path!r} is not a file's name.", "Name a file in the talk's folder.")
    if _DRIVE.match(path) or path.startswith(("/", "\\", "~")):
        raise FileRefused(
            f"{path!r} is an absolute path.", f"Name it relative to the outline. {_OUTSIDE}"
        )
    if _SCHEME.match(path):
        raise FileRefused(
            f"{path!r} is an address, and nothing is fetched from the network.",
            "Save the file in the talk's folder and name it there.",
        )
    if "\\" in path:
        raise FileRefused(f"{path!r} has backslashes.", "Write / between folder and file.")
    if ".." in path.split("/"):
        raise FileRefused(f"{path!r} leads out of the talk's folder.", _OUTSIDE)
