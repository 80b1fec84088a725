"""Column widths from what the columns hold, as a typesetter would give them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.model.blocks import Table
from deckgen.model.inline import plain
from deckgen.place.blocks.table_grid import Place
from deckgen.place.scene import Scene
from deckgen.place.textset import INSETS_OF_CELL, Para, widths_of

_NUMBER = re.compile(
    r"[+\-−–]?\s*[€$£¥]?\s*\d[\d\s.,'’\u2009\u202f\u00a0]*\s*(%|‰|[×x]|[A-Za-z°µ]{1,3})?"
)
_DECIMALS = re.compile(r"[.,](\d+)\D*$")
_NO_VALUE = frozenset({"", "-", "–", "—", "n/a", "n.a."})
_SLACK = 1.04
_SLACK_OF_FALLBACKS = 1.15  # which face sets other scripts is the application's choice
_LATIN = re.compile(r"[\x00-\u024f\u2000-\u22ff]*\Z")


def is_number(text: str) -> bool:
    """Whether the text is a number with at most a sign, a currency and a short unit."""
    return text.strip() in _NO_VALUE or bool(_NUMBER.fullmatch(text.strip()))


def decimal_places(text: str) -> int:
    """The digits after the decimal point; a group of exactly three counts as thousands."""
    found = _DECIMALS.search(text)
    if found is None or (len(found[1]) == 3 and "," in text and "." not in text):
        return 0
    return len(found[1])


def column_widths(
    block: Table, cells: Sequence[tuple[Place, Para]], count: int, width: int, scene: Scene
) -> list[int]:
    """The widths in EMU; together `width`, or less when the content is small.

    Asked widths are shares of the table's width. Otherwise each column gets its longest word at
    least, and the rest in proportion to what its content would like.
    """
    if block.widths and len(block.widths) == count:
        whole = sum(block.widths)
        return [round(width * block.width * share / whole) for share in block.widths]
    least, liked = _wishes(cells, count, scene)
    if sum(liked) <= width:
        return _filled(liked, width)
    if sum(least) >= width:
        return [round(width * wish / max(1, sum(least))) for wish in least]
    spare = width - sum(least)
    more = [wish - small for wish, small in zip(liked, least, strict=True)]
    return [
        small + round(spare * wish / sum(more)) for small, wish in zip(least, more, strict=True)
    ]


def _wishes(
    cells: Sequence[tuple[Place, Para]], count: int, scene: Scene
) -> tuple[list[int], list[int]]:
    least, liked = [0] * count, [0] * count
    margins = INSETS_OF_CELL.left + INSETS_OF_CELL.right
    for place, para in cells:
        if place.cell.columns > 1 or not para.text:
            continue
        text = plain(para.text)
        slack = _SLACK if text.isascii() or _LATIN.match(text) else _SLACK_OF_FALLBACKS
        word, line = widths_of(para, scene)
        least[place.column] = max(least[place.column], round(word * slack) + margins)
        liked[place.column] = max(liked[place.column], round(line * slack) + margins)
    floor = margins * 2
    return [max(w, floor) for w in least], [max(w, floor) for w in liked]


def _filled(liked: Sequence[int], width: int) -> list[int]:
    """Small content is spread over the width, but never so far that rows fall apart."""
    whole = sum(liked)
    share = min(width, round(whole * 2.2)) - whole
    return [wish + round(share * wish / whole) for wish in liked]
