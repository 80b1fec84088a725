"""Which of a run's three faces sets a character: latin, ea or cs (ECMA-376 21.1.2.3)."""

from __future__ import annotations

from itertools import pairwise

from deckgen.typeset.classes import EAST_ASIAN, entries

LATIN, ASIAN, COMPLEX = "l", "a", "c"

# Hebrew, Arabic and the scripts of South and South East Asia, with presentation forms.
_COMPLEX = (
    (0x0590, 0x08FF),
    (0x0900, 0x109F),
    (0x1780, 0x17FF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFE),
)
# Pictures are wide, but belong to no script.
_PICTURES = ((0x2300, 0x2BFF), (0x1F000, 0x1FFFF))
# Spaces, quotation marks, dashes and signs are set in the face of what they follow.
_FOLLOWING = frozenset(" \u3000“”‘’…—―·×÷§°±→←↑↓■□●○◆◇▲△▼▽★☆※①②③④⑤⑥⑦⑧⑨⑩")
# Digits and marks join complex script only: beside East Asian text they are Latin.
_FOLLOWING_COMPLEX = frozenset("0123456789.,:;!?%()[]/-–«»\"'„")


def scripts(text: str) -> str | None:
    """A letter for every character's script, or None when all of them are Latin."""
    if text.isascii():
        return None
    own = [_own(char, entry) for char, entry in zip(text, entries(text), strict=True)]
    if ASIAN not in own and COMPLEX not in own:
        return None
    previous = next((script for script in own if script), LATIN)
    resolved = []
    for char, script in zip(text, own, strict=True):
        if script and not (previous == COMPLEX and char in _FOLLOWING_COMPLEX):
            previous = script
        resolved.append(previous)
    return "".join(resolved)


def changes(resolved: str) -> int:
    """How often Latin and East Asian text meet."""
    return sum(a != b and COMPLEX not in (a, b) for a, b in pairwise(resolved))


def _own(char: str, entry: int) -> str:
    if char in _FOLLOWING:
        return ""
    code = ord(char)
    if entry & EAST_ASIAN and not _within(code, _PICTURES):
        return ASIAN
    return COMPLEX if _within(code, _COMPLEX) else LATIN


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)
