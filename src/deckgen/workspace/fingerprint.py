"""Telling whether files are still as they were."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

MOST = 5_000  # files of a folder that are looked at
DEEPEST = 6
LARGEST = 64 << 20  # bytes of a folder whose content is read


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return sha256(data).hexdigest()


def digest_of(path: Path) -> str:
    """The SHA-256 of a regular file of any size, in hex; empty when it cannot be read."""
    try:
        if not S_ISREG(path.stat().st_mode):
            return ""
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def state(path: Path) -> str:
    """What changes whenever a file, or anything in a folder, does: by names, sizes and times.

    The time of the last change (ctime) cannot be set back. Empty for a folder too large to watch.
    """
    seen = sha256()
    for count, line in enumerate(_lines(str(path), 0)):
        if count == MOST:
            return ""
        seen.update(line.encode("utf-8", "surrogateescape"))
    return seen.hexdigest()


def content(path: Path) -> str:
    """What changes whenever the content of a file, or of anything in a folder, does.

    Empty for a folder too large to read for that.
    """
    seen = sha256()
    size = 0
    for count, line in enumerate(_lines(str(path), 0)):
        name, _, rest = line.rpartition(": ")
        hashed = rest
        if rest[0].isdigit():
            size += int(rest.split()[1])
            hashed = digest_of(Path(name)) if size <= LARGEST else ""
        if count == MOST or size > LARGEST:
            return ""
        seen.update(f"{name} {hashed}\n".encode("utf-8", "surrogateescape"))
    return seen.hexdigest()


def _lines(path: str, depth: int) -> Iterator[str]:
    try:
        found = os.stat(path)
    except (OSError, ValueError):  # also a name that no file can have
        yield f"{path}: none\n"
        return
    if depth and not S_ISDIR(found.st_mode) and _leads_out(path):
        yield f"{path}: elsewhere\n"  # nobody reads it as a part of this folder
    elif not S_ISDIR(found.st_mode):
        times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
        yield f"{path}: {found.st_ino} {found.st_size} {times}\n"
    elif depth < DEEPEST:
        yield f"{path}: folder\n"
        with suppress(OSError):
            for name in sorted(os.listdir(path)):
                if name != "__pycache__":
                    yield from _lines(os.path.join(path, name), depth + 1)


def _leads_out(path: str) -> bool:
    """Whether a file is a link to another folder."""
    if not os.path.islink(path):
        return False
    folder = os.path.join(os.path.realpath(os.path.dirname(path)), "")
    return not os.path.realpath(path).startswith(folder)


@cache
def tool() -> str:
    """What changes whenever deckgen, Python or a library that it uses does."""
    import deckgen

    libraries = [place for place in sys.path if place.endswith(("-packages", "site"))]
    times = [os.stat(place).st_mtime_ns for place in libraries if os.path.isdir(place)]
    code = state(Path(deckgen.__file__).parent)
    return digest(f"{deckgen.__version__} {sys.version} {times} {code}".encode())
