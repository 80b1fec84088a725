"""A file that the outline names, read once: its bytes and what was learnt of them."""

from __future__ import annotations

from typing import Protocol

from deckgen.frozen import Frozen


class Prepared(Protocol):
    """The pictures that were made ready in earlier runs."""

    def get(self, path: str, data: bytes) -> Asset | None:
        """The picture in a file's bytes; None when it was not made ready before."""
        ...

    def put(self, data: bytes, asset: Asset) -> None:
        """Take note of what was made of a file's bytes."""
        ...


class Asset(Frozen):
    """A picture: bytes ready to be written, pixels after EXIF rotation.

    `svg` holds the vector original when `data` is its PNG fallback. `digest` is the SHA-256 of
    `data` in hex: equal pictures are one part of the package.
    """

    path: str
    digest: str
    content_type: str
    width: int
    height: int
    data: bytes
    svg: bytes | None = None
