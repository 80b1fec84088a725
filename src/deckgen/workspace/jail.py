"""Reading what an outline names: only regular files of bounded size inside the talk's folder."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from deckgen.diagnostics import did_you_mean
from deckgen.model.files import FileRefused

MEBIBYTE = 1 << 20
OUTLINE_LIMIT = 32 * MEBIBYTE
FILE_LIMIT = 64 * MEBIBYTE
TALK_LIMIT = 256 * MEBIBYTE
LISTED_FOR_HINTS = 2_000

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_DRIVE = re.compile(r"[A-Za-z]:")


class TalkFiles:
    """The files of one talk; paths are relative to its folder, with `/` between names."""

    __slots__ = ("_folder", "_read")

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read = 0

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises FileRefused with one sentence and what to do about it."""
        data = read_regular(self.locate(path), path, FILE_LIMIT)
        self._read += len(data)
        if self._read > TALK_LIMIT:
            raise FileRefused(
                f"The talk's files are larger than {TALK_LIMIT // MEBIBYTE} MiB together.",
                "Make its pictures smaller, or divide the talk.",
            )
        return data

    def locate(self, path: str) -> Path:
        """Where a file of the talk is after all symbolic links; raises FileRefused."""
        _refuse_by_its_words(path)
        folder = self._folder.resolve()
        try:
            resolved = (folder / path).resolve(strict=True)
        except (OSError, RuntimeError) as missing:  # RuntimeError: a circle of links
            raise FileRefused(f"There is no file {path!r}.", self._nearest(path)) from missing
        if not resolved.is_relative_to(folder):
            raise FileRefused(
                f"{path!r} leads out of the talk's folder.", "Copy the file into the folder."
            )
        return resolved

    def _nearest(self, path: str) -> str:
        known: list[str] = []
        for folder, folders, files in os.walk(self._folder):
            folders.sort()
            inside = Path(folder).relative_to(self._folder)
            known += [(inside / name).as_posix() for name in sorted(files)]
            if len(known) > LISTED_FOR_HINTS:
                break
        return did_you_mean(path, known) or "Paths count from the folder of the outline."


def read_regular(path: Path, name: str, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; raises FileRefused."""
    # Opening a named pipe would wait for its writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise FileRefused(
            f"{name!r} cannot be read: {reason}.", "Check its name and its permissions."
        ) from fault
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise FileRefused(f"{name!r} is not an ordinary file.", "Name a file, not a folder.")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(limit + 1)
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise FileRefused(
            f"{name!r} is larger than {limit // MEBIBYTE} MiB.", "Use a smaller file."
        )
    return data


def _refuse_by_its_words(path: str) -> None:
    if not path or any(ord(char) < 32 for char in path):
        raise FileRefused(f"{path!r} is not a file's name.", "Name a file in the talk's folder.")
    if _DRIVE.match(path) or path.startswith(("/", "\\", "~")):
        raise FileRefused(
            f"{path!r} is an absolute path.", "Name a file relative to the folder of the outline."
        )
    if _SCHEME.match(path):
        raise FileRefused(
            f"{path!r} is an address, and nothing is fetched from the network.",
            "Save the file in the talk's folder and name it there.",
        )
    if "\\" in path:
        raise FileRefused(f"{path!r} has backslashes.", "Write / between folder and file.")
    if ".." in path.split("/"):
        raise FileRefused(
            f"{path!r} leads out of the talk's folder.", "Copy the file into the folder."
        )
