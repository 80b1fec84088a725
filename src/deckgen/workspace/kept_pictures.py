"""The pictures of a talk as they were made ready for its last build, so that none is decoded twice.

What is kept is known by the hash of the file: another picture under the same name is a new one.
"""

from __future__ import annotations

import msgspec

from deckgen.frozen import Frozen, replace
from deckgen.model.asset import Asset
from deckgen.workspace.cache import Cache, unpacked
from deckgen.workspace.fingerprint import digest, tool
from deckgen.workspace.talks import TalkFile

MOST = 5_000  # pictures of a talk


class Size(Frozen):
    """What was learnt of a picture that could stay as it is; sides in pixels."""

    content_type: str
    width: int
    height: int


class KeptPictures:
    """Gives what earlier builds of a talk made of its pictures, and keeps what this one makes."""

    __slots__ = ("_cache", "_key", "_known", "_made", "_seen", "_tool")

    def __init__(self, talk: TalkFile, cache: Cache) -> None:
        self._cache = cache
        self._tool = tool() if cache else ""
        self._key = self._named(str(talk.outline), "pictures") if cache else ""
        known = unpacked(cache.get(self._key), dict[str, Size]) if cache else None
        self._known = known or {}
        self._seen: dict[str, Size] = {}
        self._made: dict[str, Asset] = {}

    def get(self, path: str, data: bytes) -> Asset | None:
        """The picture in a file's bytes; None when it was not made ready before."""
        if not self._cache:
            return None
        mark = digest(data)
        size = self._known.get(mark)
        if size is not None:
            self._seen[mark] = size
            return Asset(path, mark, size.content_type, size.width, size.height, data)
        made = unpacked(self._cache.get(self._named(mark, "picture")), Asset)
        return None if made is None else replace(made, path=path)

    def put(self, data: bytes, asset: Asset) -> None:
        """Take note of what was made of a file's bytes."""
        if not self._cache:
            return
        if asset.data == data and asset.svg is None:
            self._seen[asset.digest] = Size(asset.content_type, asset.width, asset.height)
        else:
            self._made[self._named(digest(data), "picture")] = asset

    def keep(self) -> None:
        """Keep what was learnt of this build's pictures, where some of it is new."""
        for key, asset in self._made.items():
            self._cache.put(key, msgspec.msgpack.encode(asset))
        if self._cache and self._seen != self._known and len(self._seen) <= MOST:
            self._cache.put(self._key, msgspec.msgpack.encode(self._seen))

    def _named(self, origin: str, kind: str) -> str:
        named = f"{origin}\0{self._tool}"
        return f"{kind}-{digest(named.encode('utf-8', 'surrogateescape'))}"
