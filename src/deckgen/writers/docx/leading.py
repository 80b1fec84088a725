"""How high lines are: what the face asks for, under the rule of the paragraph (17.3.1.33)."""

from __future__ import annotations

from math import ceil

from deckgen.frozen import replace
from deckgen.writers.docx.looks import Look

_TWIPS = 20
_SINGLE = 240  # what `w:line` says for a factor of one


def line_height(natural: float, look: Look, first: bool = False) -> float:
    """The height of a line in points whose faces ask for `natural` points.

    Office suites count in twips, and a factor in whole percents. On a grid a line takes as many of
    the grid's lines as it needs; the factor counts on top of them, but in the `first` line of a
    paragraph only on the text's own height (17.6.5).
    """
    twips = round(natural * _TWIPS)
    if look.exact:
        return look.line / _TWIPS
    if look.pitch:
        on_grid = ceil(twips / look.pitch) * look.pitch
        more = max(_percent(look) - 100, 0) / 100
        return int(max(on_grid + (twips if first else on_grid) * more, look.least)) / _TWIPS
    return int(max(twips * _percent(look) / 100, look.least)) / _TWIPS


def overhang(natural: float, look: Look) -> float:
    """How much of a line may hang out below a page: what a factor adds to it."""
    if look.exact or look.line <= 1.0:
        return 0.0
    single = replace(look, line=1.0)
    return line_height(natural, look, first=True) - line_height(natural, single, first=True)


def _percent(look: Look) -> int:
    """The factor in whole percents, counted in hundredths of a millimetre as LibreOffice does."""
    return int(look.line * _SINGLE * 127 / 72 + 0.5) * 100 // round(_SINGLE * 127 / 72)
