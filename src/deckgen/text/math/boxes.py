"""How the sizes of a formula's parts make the size of the whole, in em.

The measures are LibreOffice's, which stretches a formula to its shape; other applications set it
at its own size, and a little wider.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.frozen import Frozen


class FormulaSize(Frozen):
    """Width, and height above and below the baseline, in em."""

    width: float
    ascent: float
    descent: float

    @property
    def height(self) -> float:
        """The height from the lowest to the highest line."""
        return self.ascent + self.descent


NOTHING = FormulaSize(0.0, 0.0, 0.0)
"""The size of what is not there."""

AXIS = 0.3
"""How far above the baseline the bars of fractions stand, and what is centred on them."""

_ASCENT, _DESCENT = 0.891, 0.223
_SCRIPT = 0.6
# Where a superscript's box begins above the baseline and a subscript's below it.
_SUP_RISE, _SUB_DROP, _SCRIPT_GAP = 0.35, -0.32, 0.04
_FRACTION_SIDES, _FRACTION_GAP = 0.2, 0.15
_ROOT_SIGN, _ROOT_OVER = 0.63, 0.08
_BEFORE_ROOT_SIGN, _DEGREE_OVER = 0.35, 0.09
_BRACE = 0.44
_ACCENT = 0.12


def line(width: float) -> FormulaSize:
    """Characters side by side: even the lowest take a line's whole height."""
    return FormulaSize(width, _ASCENT, _DESCENT)


def beside(sizes: Iterable[FormulaSize], gap: float) -> FormulaSize:
    """Things on one baseline."""
    parts = [*sizes]
    return FormulaSize(
        sum(part.width for part in parts) + gap * max(0, len(parts) - 1),
        max([_ASCENT, *(part.ascent for part in parts)]),
        max([_DESCENT, *(part.descent for part in parts)]),
    )


def centred(width: float, height: float) -> FormulaSize:
    """Something that stands with its middle on the axis."""
    return FormulaSize(width, height / 2 + AXIS, height / 2 - AXIS)


def small(size: FormulaSize) -> FormulaSize:
    """The same as a script or a bound."""
    return FormulaSize(size.width * _SCRIPT, size.ascent * _SCRIPT, size.descent * _SCRIPT)


def scripts(base: FormulaSize, sub: FormulaSize, sup: FormulaSize) -> FormulaSize:
    """A base with its scripts beside it."""
    return FormulaSize(
        base.width + _SCRIPT_GAP + max(sub.width, sup.width),
        max(base.ascent, _SUP_RISE + sup.height),
        max(base.descent, _SUB_DROP + sub.height),
    )


def limits(base: FormulaSize, under: FormulaSize, over: FormulaSize) -> FormulaSize:
    """A base with something right under and over it."""
    width = max(base.width, under.width, over.width)
    return FormulaSize(width, base.ascent + over.height, base.descent + under.height)


def fraction(numerator: FormulaSize, denominator: FormulaSize) -> FormulaSize:
    """Two things above each other, apart at the axis."""
    return FormulaSize(
        max(numerator.width, denominator.width) + _FRACTION_SIDES,
        numerator.height + _FRACTION_GAP / 2 + AXIS,
        denominator.height + _FRACTION_GAP / 2 - AXIS,
    )


def root(body: FormulaSize, degree: FormulaSize) -> FormulaSize:
    """A root sign over its body, and its degree, which may be nothing, before it."""
    before = max(0.0, degree.width - _BEFORE_ROOT_SIGN)
    over = _ROOT_OVER * body.height + (_DEGREE_OVER if degree.height else 0.0)
    return FormulaSize(before + _ROOT_SIGN + body.width, body.ascent + over, body.descent)


def braced(base: FormulaSize, over: bool) -> FormulaSize:
    """A base with a brace over or under it."""
    above, below = (_BRACE, 0.0) if over else (0.0, _BRACE)
    return FormulaSize(base.width, base.ascent + above, base.descent + below)


def accented(base: FormulaSize) -> FormulaSize:
    """A capital, or several letters, under an accent; over a small letter there is room for it."""
    return FormulaSize(base.width, base.ascent + _ACCENT, base.descent)
