"""PNG of the plain kind, found sound without Pillow, whose start alone takes as long as ten slides.

Whatever is odd about a file is left to Pillow, which says what it is.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from zlib import crc32

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">2I5B")
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # a pixel has, by its colour type (PNG, 11.2.2)
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_BY_PALETTE = 3
_MOST_COLOURS = 256
# Beside the picture itself, what neither turns nor hides anything (PNG, 11.3).
_HARMLESS = frozenset((b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"tEXt", b"tIME", b"bKGD", b"sBIT"))
_FILTERS = bytes(range(5))  # a row begins with one of them (PNG, 9.2)


class _Odd(Exception):
    """This is not of the plain kind."""


def plain_png(data: bytes, longest: int) -> tuple[int, int] | None:
    """Width and height of a PNG that is whole, upright and no longer than `longest` pixels.

    None for others. Every checksum is compared, and all rows are unpacked.
    """
    try:
        return _size(data, longest)
    except (_Odd, ValueError, struct.error):  # too few chunks, or a header of another length
        return None


def _size(data: bytes, longest: int) -> tuple[int, int]:
    header, *chunks, (end, nothing) = _chunks(data)
    width, height, depth, colour, *methods = _HEADER.unpack(header[1])
    _want(header[0] == b"IHDR" and end == b"IEND" and not nothing)
    _want(0 < width <= longest and 0 < height <= longest)
    _want(depth in _DEPTHS.get(colour, ()) and methods == [0, 0, 0])  # not interlaced
    if colour == _BY_PALETTE:
        (kind, palette), *chunks = chunks
        _want(kind == b"PLTE" and len(palette) % 3 == 0 and 0 < len(palette) // 3 <= _MOST_COLOURS)
    _want(all(kind == b"IDAT" for kind, _ in chunks))
    row = (width * depth * _SAMPLES[colour] + 7) // 8 + 1
    _unpack(b"".join([packed for _, packed in chunks]), row, height)
    return width, height


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks that matter, up to the last, behind which nothing stands (PNG, 5.3)."""
    _want(data.startswith(_SIGNATURE))
    at, kind = len(_SIGNATURE), b""
    while kind != b"IEND":
        length = int.from_bytes(data[at : at + 4])
        named, at = data[at + 4 : at + 8 + length], at + 12 + length
        _want(at <= len(data) and crc32(named) == int.from_bytes(data[at - 4 : at]))
        kind = named[:4]
        if kind not in _HARMLESS:
            yield kind, named[4:]
    _want(at == len(data))


def _unpack(packed: bytes, row: int, rows: int) -> None:
    from deflate import DeflateError, zlib_decompress

    try:
        unpacked = zlib_decompress(packed, row * rows)
    except DeflateError:
        raise _Odd from None
    _want(len(unpacked) == row * rows and not unpacked[::row].translate(None, _FILTERS))


def _want(holds: bool) -> None:
    if not holds:
        raise _Odd
