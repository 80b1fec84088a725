"""Reading back a zip as this package writes it: one entry behind the other and nothing else.

The library's reader takes a hundred times as long over an entry, since it is ready for all that a
zip may be.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
_UTF8 = 0x800
_MOST = 0xFFFF  # more entries need the fields of zip64


class Entry(NamedTuple):
    """A file of the archive: how it is packed, and where its bytes stand."""

    name: str
    method: int
    crc: int
    size: int
    start: int
    end: int


def plain_entries(data: bytes) -> tuple[Entry, ...] | None:
    """All entries of a zip; None where it is not of the plain form, or too large for it."""
    try:
        return tuple(_entries(data))
    except (struct.error, UnicodeDecodeError, ValueError):
        return None


def _entries(data: bytes) -> Iterator[Entry]:
    """Raises ValueError, UnicodeDecodeError or struct.error for other forms."""
    end = len(data) - END.size
    mark, _, _, _, count, length, directory, comment = END.unpack_from(data, end)
    _want(mark == b"PK\x05\x06" and not comment and count < _MOST and directory + length == end)
    at, expected = directory, 0
    for _ in range(count):
        mark, _, *shared, name_length, extra, note, _, _, _, start = CENTRAL.unpack_from(data, at)
        at += CENTRAL.size
        name = data[at : at + name_length]
        at += name_length
        head, *repeated, local_length, local_extra = LOCAL.unpack_from(data, start)
        _want(mark == b"PK\x01\x02" and head == b"PK\x03\x04" and shared == repeated)
        _want(start == expected and not (extra or note or local_extra))
        _, flags, method, _, _, crc, packed, size = shared
        _want(method in (0, 8) and (flags == _UTF8 or (flags == 0 and name.isascii())))
        begins = start + LOCAL.size + local_length
        expected = begins + packed
        _want(data[start + LOCAL.size : begins] == name)
        yield Entry(name.decode(), method, crc, size, begins, expected)
    _want(at == end and expected == directory)


def _want(holds: bool) -> None:
    if not holds:
        raise ValueError
