"""Makes the shipped table of line-breaking classes (UAX #14, property Line_Break).

Run: python -m deckgen.typeset.make_classes. Needs the regex package, whose Unicode version is the
one that gets shipped; only developers install it.
"""

from __future__ import annotations

import zlib
from itertools import groupby

from deckgen.typeset.classes import CLASSES, DATA, EAST_ASIAN, TABLE_END, UNASSIGNED_EMOJI

_TEXT = "".join(map(chr, range(TABLE_END)))


def main() -> int:
    """Write the table as runs of equal bytes: three bytes of length, one of class and flags."""
    table = class_table()
    runs = ((value, len(list(same))) for value, same in groupby(table))
    packed = b"".join(length.to_bytes(3, "big") + bytes([value]) for value, length in runs)
    DATA.write_bytes(zlib.compress(packed, 9))
    return 0


def class_table() -> bytearray:
    """The resolved class (LB1) and flags of every code point below TABLE_END."""
    import regex

    table = bytearray([CLASSES.index("AL")]) * TABLE_END

    def mark(pattern: str, value: str) -> None:
        for found in regex.finditer(f"{pattern}+", _TEXT, regex.V1):
            first, last = found.span()
            table[first:last] = bytes([CLASSES.index(value)]) * (last - first)

    for name in CLASSES:
        if name not in ("QU_PI", "QU_PF"):
            mark(rf"\p{{Line_Break={name}}}", name)
    mark(r"\p{Line_Break=CJ}", "NS")
    mark(r"[\p{Line_Break=SA}&&[\p{Mn}\p{Mc}]]", "CM")
    mark(r"[\p{Line_Break=QU}&&\p{Pi}]", "QU_PI")
    mark(r"[\p{Line_Break=QU}&&\p{Pf}]", "QU_PF")
    wide = r"\p{East_Asian_Width=F}\p{East_Asian_Width=W}\p{East_Asian_Width=H}"
    _flag(table, rf"[[{wide}]--\p{{Cn}}]", EAST_ASIAN)
    _flag(table, r"[\p{Extended_Pictographic}&&\p{Cn}]", UNASSIGNED_EMOJI)
    return table


def _flag(table: bytearray, pattern: str, flag: int) -> None:
    import regex

    for found in regex.finditer(pattern, _TEXT, regex.V1):
        table[found.start()] |= flag


if __name__ == "__main__":
    raise SystemExit(main())
