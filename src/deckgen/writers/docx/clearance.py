"""The space below tables, which the paragraph after a table keeps for it: tables have none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from deckgen.writers.docx.story import AFTER_TABLE, Story

_END, _START = "</w:tbl>", "<w:tbl>"
_KEPT = f' w:before="{AFTER_TABLE}"'
_FIRST = re.compile(
    r'<w:p><w:pPr><w:pStyle w:val="([^"]*)"/>(?:(?!<w:(?:spacing|ind|jc)\b|</w:pPr>).)*'
    r"(<w:spacing[^>]*/>)?"
)


def cleared(story: Story, written: Iterable[str]) -> Iterator[str]:
    """Blocks in a new order: what came to stand below a table keeps clear of it, and no other."""
    above = ""
    for block in written:
        first = _FIRST.match(block)
        if first is None:
            yield block
        else:
            yield _spaced(story, first, above.endswith(_END)) + block[first.end() :]
        above = block or above


def _spaced(story: Story, first: re.Match[str], below: bool) -> str:
    """The beginning of a paragraph with as much space above it as it needs there."""
    spacing = first[2] or "<w:spacing/>"
    bare = spacing.replace(_KEPT, "")
    if below and story.styles.look_of(first[1]).before < AFTER_TABLE:
        bare = bare.replace("<w:spacing", f"<w:spacing{_KEPT}", 1)
    head = first[0].removesuffix(first[2] or "")
    return head if bare == "<w:spacing/>" else head + bare


def touching(written: Sequence[str]) -> int:
    """How many tables stand right below another one: Word makes one of the two."""
    pairs = pairwise(each for each in written if each)
    return sum(upper.endswith(_END) and lower.startswith(_START) for upper, lower in pairs)
