"""The line-breaking class of every character (UAX #14, Unicode 17), from package data."""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "line-break.classes"

# The classes that are left after LB1, with quotation marks told apart by general category.
CLASSES = (
    "AL", "AK", "AP", "AS", "B2", "BA", "BB", "BK", "CB", "CL", "CM", "CP", "CR", "EB", "EM",
    "EX", "GL", "H2", "H3", "HH", "HL", "HY", "ID", "IN", "IS", "JL", "JT", "JV", "LF", "NL",
    "NS", "NU", "OP", "PO", "PR", "QU", "QU_PI", "QU_PF", "RI", "SA", "SP", "SY", "VF", "VI",
    "WJ", "ZW", "ZWJ",
)  # fmt: skip

CLASS = 0x3F  # the bits of a table entry that hold the index into CLASSES
EAST_ASIAN = 0x80  # East_Asian_Width is F, W or H
UNASSIGNED_EMOJI = 0x40  # reserved for future emoji (LB30b)

TABLE_END = 0x20000  # above it: ideographs up to 0x3FFFF, then marks of plane 14
_IDEOGRAPH = CLASSES.index("ID") | EAST_ASIAN
_MARK = CLASSES.index("CM")
_OTHER = CLASSES.index("AL")


@cache
def _table() -> bytes:
    packed = zlib.decompress(DATA.read_bytes())
    return b"".join(
        packed[at + 3 : at + 4] * int.from_bytes(packed[at : at + 3], "big")
        for at in range(0, len(packed), 4)
    )


def entries(text: str) -> list[int]:
    """The table entries of a text's characters: class index and flags."""
    table = _table()
    return [table[code] if (code := ord(char)) < TABLE_END else _beyond(code) for char in text]


def class_of(char: str) -> str:
    """The resolved class of one character."""
    return CLASSES[entries(char)[0] & CLASS]


def _beyond(code: int) -> int:
    if code < 0x40000:
        return _IDEOGRAPH
    return _MARK if 0xE0001 <= code <= 0xE01EF else _OTHER
