"""The characters of a page that has a grid for them (ECMA-376 17.6.5), as LibreOffice sets them.

Lines begin at a cell, and each East Asian sign takes as many whole cells as it needs; other text
runs on as it would without a grid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from deckgen.writers.docx.looks import Look

if TYPE_CHECKING:
    from deckgen.typeset import TypeRun

_TWIPS = 20


def starts(look: Look, first: int) -> tuple[int, int]:
    """Where the first line of a paragraph and the other ones begin, in twips.

    `first` is how far from the others the first one begins.
    """
    return _whole(look.left + first, look.cell), _whole(look.left, look.cell)


def in_cells(runs: Iterable[TypeRun], cell: int) -> Iterator[TypeRun]:
    """The runs with East Asian signs as wide as the cells of so many twips that they take."""
    for run in runs:
        if run.text.isascii():
            yield run
            continue
        wide = _whole(round(run.size * _TWIPS), cell) / _TWIPS
        for at, text in enumerate(_signs().split(run.text)):
            if text:
                more = wide - run.size if at % 2 else run.letter_spacing
                yield run._replace(text=text, letter_spacing=more)


@cache
def _signs() -> re.Pattern[str]:
    """East Asian signs, compiled when a page has a grid: that takes longer than many a page."""
    return re.compile("([\u2e80-\ufefe\uff00-\uffef]+)")


def _whole(length: int, cell: int) -> int:
    """The length, up to the end of its last cell; no length is less than none."""
    return max(0, -(-length // cell) * cell) if cell else length
