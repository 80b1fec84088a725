"""What is worth keeping between runs: in a folder of the user's own, by the hash of its origin.

Entries are data and never code; one that is damaged, foreign or old is as good as none, and so is
a folder that cannot be read or written.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic_ns
from typing import TypeVar

from deckgen.disk import read_regular
from deckgen.model.files import FileRefused

VARIABLE = "DECKGEN_CACHE"
LARGEST = 32 << 20  # bytes of one entry
LIMIT = 256 << 20  # bytes of all entries
_MAGIC = b"deckgen-cache-1\n"
_DIGEST = 32

T = TypeVar("T")


class Cache:
    """Entries by their key; without a folder it keeps nothing."""

    __slots__ = ("_folder",)

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def __bool__(self) -> bool:
        return self._folder is not None

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; None for nothing, or nothing sound."""
        if self._folder is None:
            return None
        try:
            data = read_regular(self._folder / key, key, LARGEST)
        except FileRefused:
            return None
        start = len(_MAGIC)
        kept = data[start + _DIGEST :]
        sound = data[:start] == _MAGIC and data[start : start + _DIGEST] == _mark(key, kept)
        return kept if sound else None

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry, whole or not at all; nothing is said where that cannot be."""
        if self._folder is None or len(data) > LARGEST // 2:
            return
        with suppress(OSError):
            # Not before: a build that is refused leaves nothing anywhere.
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(self._folder.stat()):
                return
            _write(self._folder / key, _MAGIC + _mark(key, data) + data)
            _prune(self._folder)


def cache(environment: Mapping[str, str]) -> Cache:
    """The user's cache: $DECKGEN_CACHE, else `deckgen` where the system keeps caches."""
    folder = _place(environment)
    try:
        own = _is_own(folder.stat())
    except FileNotFoundError:
        own = True  # it is made when there is something to keep
    except OSError:
        own = False
    return Cache(folder if own else None)


def unpacked(data: bytes | None, kind: type[T]) -> T | None:
    """An entry in MessagePack as a value of its type; None where there is nothing sound."""
    import msgspec

    try:
        return None if data is None else msgspec.msgpack.decode(data, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _place(environment: Mapping[str, str]) -> Path:
    if chosen := environment.get(VARIABLE):
        return Path(chosen).absolute()
    if sys.platform == "win32" and (local := environment.get("LOCALAPPDATA")):
        return Path(local) / "deckgen" / "cache"
    base = environment.get("XDG_CACHE_HOME", "")
    if not base.startswith("/"):  # the XDG Base Directory Specification ignores relative paths
        home = environment.get("HOME") or os.path.expanduser("~")
        base = os.path.join(home, ".cache")
    return Path(base) / "deckgen"


def _is_own(found: os.stat_result) -> bool:
    """Whether nobody else can have put something into the folder."""
    if not stat.S_ISDIR(found.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022


def _write(path: Path, data: bytes) -> None:
    """Write beside the place and rename, so that no reader sees a part."""
    beside = path.with_name(f".new-{os.getpid()}-{monotonic_ns()}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mark(key: str, data: bytes) -> bytes:
    return sha256(key.encode() + b"\0" + data).digest()


def _prune(folder: Path) -> None:
    """Drop the entries that were written longest ago, down to half of what is allowed."""
    with os.scandir(folder) as entries:
        found = [(entry.stat(follow_symlinks=False), entry.path) for entry in entries]
    total = sum(each.st_size for each, _ in found)
    if total <= LIMIT:
        return
    for each, path in sorted(found, key=lambda pair: pair[0].st_mtime_ns):
        if total <= LIMIT // 2:
            break
        with suppress(OSError):
            os.unlink(path)
            total -= each.st_size


NO_CACHE = Cache(None)
"""What keeps nothing."""
