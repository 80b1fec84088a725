"""Reading from a disk that others filled: ordinary files of bounded size, and none from outside."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from deckgen.model.files import FileRefused

MEBIBYTE = 1 << 20
FILE_LIMIT = 64 * MEBIBYTE


def resolved_within(folder: Path, name: str) -> Path | None:
    """Where a file of the folder is after all symbolic links; None when that is outside of it.

    Raises OSError when there is no such file.
    """
    base = folder.resolve()
    try:
        path = (base / name).resolve(strict=True)
    except RuntimeError as circle:  # of links
        raise FileNotFoundError(str(circle)) from circle
    return path if path.is_relative_to(base) else None


def read_within(folder: Path, name: str, limit: int = FILE_LIMIT) -> bytes:
    """The bytes of a folder's own file; raises FileRefused."""
    shown = str(folder / name)
    try:
        path = resolved_within(folder, name)
    except OSError as missing:
        raise FileRefused(f"{shown!r} is not there.", "Check the link that it is.") from missing
    if path is None:
        raise FileRefused(f"{shown!r} leads out of its folder.", "Put a copy in the place of it.")
    return read_regular(path, shown, limit)


def read_regular(path: Path, name: str, limit: int = FILE_LIMIT) -> bytes:
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
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise FileRefused(f"{name!r} is not an ordinary file.", "Name a file, not a folder.")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            # Python makes room for all that is asked for, so that the limit alone is too much.
            data = file.read(min(status.st_size, limit) + 1)
            if len(data) > status.st_size:  # it has grown since, or tells no size
                data += file.read(limit + 1 - len(data))
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise FileRefused(
            f"{name!r} is larger than {limit // MEBIBYTE} MiB.", "Use a smaller file."
        )
    return data
