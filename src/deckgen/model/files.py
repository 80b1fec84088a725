"""How a stage reads the files that an outline names, without knowing where they stand."""

from __future__ import annotations

from typing import Protocol


class FileRefused(Exception):
    """A file cannot or may not be read; `message` says why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Files(Protocol):
    """The files of one talk."""

    def read(self, path: str) -> bytes:
        """The bytes of a file named relative to the outline.

        Raises FileRefused when it is missing, too large or outside the talk's folder.
        """
        ...
