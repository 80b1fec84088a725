"""User-perceived characters, for words that must be broken inside (after UAX #29)."""

from __future__ import annotations

from deckgen.typeset.gaps import Gap, gaps, units

_PICTURES = frozenset(("ID", "EB", "EM"))


def clusters(text: str) -> tuple[str, ...]:
    """A text's clusters: a base with its marks, a syllable block, a flag, a joined emoji.

    They follow from the line-breaking classes, which join the same characters.
    """
    if text.isascii():
        return tuple(text)
    found, starts = units(text)
    cuts = [start for start, gap in zip(starts[1:], gaps(found), strict=True) if not _joined(gap)]
    return tuple(text[a:b] for a, b in zip((0, *cuts), (*cuts, len(text)), strict=True))


def _joined(gap: Gap) -> bool:
    left, right = gap.left.cls, gap.right.cls
    return (
        (gap.left.joiner and left in _PICTURES and right in _PICTURES)
        or (left == "JL" and right in ("JL", "JV", "H2", "H3"))
        or (left in ("JV", "H2") and right in ("JV", "JT"))
        or (left in ("JT", "H3") and right == "JT")
        or (left == right == "RI" and gap.odd)
        or (right == "EM" and left not in ("CR", "LF", "BK", "NL"))
    )
