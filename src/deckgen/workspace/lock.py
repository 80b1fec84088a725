"""A lock on an output folder that a killed process cannot leave behind."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 10.0  # seconds; writing takes a fraction of one
PAUSE = 0.02


class BusyError(Exception):
    """Another process has held the folder for longer than we wait."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for one writer; raises BusyError after `PATIENCE` seconds."""
    descriptor = _open(folder)
    try:
        _wait(descriptor, time.monotonic() + PATIENCE)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, deadline: float) -> None:
    while not _taken(descriptor):
        if time.monotonic() > deadline:
            raise BusyError
        time.sleep(PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        # Windows locks bytes of files, not folders.
        return os.open(folder / ".deckgen.lock", os.O_RDWR | os.O_CREAT)

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as fault:
            if fault.errno in (errno.EACCES, errno.EDEADLOCK):
                return False
            raise
        return True

else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            if fault.errno in (errno.EWOULDBLOCK, errno.EACCES):
                return False
            if fault.errno in (errno.ENOLCK, errno.EOPNOTSUPP, errno.EBADF):
                return True  # a network file system without locks: the renames stay atomic
            raise
        return True
