"""A file that the outline names, read once: its bytes and what was learnt of them."""

from __future__ import annotations

from deckgen.frozen import Frozen


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
