"""Widths of columns from their content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from deckgen.writers.docx.looks import Look

if TYPE_CHECKING:
    from deckgen.typeset import Style, TypeRun, Typesetter

PADDING = 200  # left and right cell margins together, and a little air; twips


@cache
def typesetter() -> Typesetter:
    """The one typesetter, with the faces that come with the package."""
    from deckgen.typeset import Faces, Typesetter

    return Typesetter(Faces(written=True))


def typesetter_with(fonts: Mapping[tuple[str, Style], bytes]) -> Typesetter:
    """A typesetter that has fonts of its own besides."""
    from deckgen.typeset import Faces, Typesetter

    return Typesetter(Faces(own=fonts, written=True)) if fonts else typesetter()


@cache
def figure_typesetter() -> Typesetter:
    """The typesetter for boxes and columns, whose words must fit where the family is missing."""
    from deckgen.typeset import Faces, Typesetter

    return Typesetter(Faces(written=True, cautious=True))


def column_widths(
    columns: Sequence[Sequence[str]],
    look: Look,
    total: int,
    bold_first_row: bool = True,
    bold_first_column: bool = False,
) -> tuple[int, ...]:
    """Twips for each column of texts, `total` together.

    A column gets at least its longest word; what remains is shared in the proportion of what
    the columns would like, the square root tempering long texts. Columns that need less than an
    equal share get just what they need; where there is no room for all, their heads may wrap.
    """
    least, liked, bodies = [], [], []
    for column, texts in enumerate(columns):
        first = bold_first_column and column == 0
        sizes = [
            _sizes(text, look, first or (bold_first_row and i == 0)) for i, text in enumerate(texts)
        ]
        least.append(max((word for word, _ in sizes), default=0) + PADDING)
        liked.append(max((whole for _, whole in sizes), default=0) + PADDING)
        body = max((whole for _, whole in sizes[bold_first_row:]), default=0) + PADDING
        bodies.append(max(body, least[-1]))
    if sum(least) >= total:
        return _scaled(least, total)
    if sum(liked) <= total:
        return _scaled(liked, total)
    return _shared(least, bodies, columns, total)


def hold(columns: Sequence[Sequence[str]], look: Look, total: int) -> bool:
    """Whether columns of `total` twips hold their longest words, all of them bold."""
    return sum(_longest(texts, look) for texts in columns) <= total


def _longest(texts: Sequence[str], look: Look) -> int:
    return max((_sizes(text, look, bold=True)[0] for text in texts), default=0) + PADDING


def asked_widths(
    columns: Sequence[Sequence[str]], shares: Sequence[float], look: Look, total: int
) -> tuple[int, ...]:
    """Twips for each column by its share of `total`, but no less than its longest word."""
    whole = sum(shares)
    asked = [round(total * share / whole) for share in shares]
    least = [
        max((_sizes(text, look, i == 0)[0] for i, text in enumerate(texts)), default=0) + PADDING
        for texts in columns
    ]
    lacking = sum(max(0, low - width) for low, width in zip(least, asked, strict=True))
    spare = sum(max(0, width - low) for low, width in zip(least, asked, strict=True))
    if not lacking or lacking > spare:
        return _scaled(asked, total)
    given = [
        max(low, width - lacking * max(0, width - low) // spare)
        for low, width in zip(least, asked, strict=True)
    ]
    return _scaled(given, total)


def _shared(
    least: Sequence[int], liked: Sequence[int], columns: Sequence[Sequence[str]], total: int
) -> tuple[int, ...]:
    """Small columns as they like; the others share the rest by the amount of their text."""
    widths = list(least)
    open_columns = list(range(len(least)))
    room = total
    for column in sorted(open_columns, key=lambda c: liked[c]):
        share = room / len(open_columns)
        if liked[column] > share:
            break
        widths[column] = liked[column]
        open_columns.remove(column)
        room -= liked[column]
    if open_columns:
        weights = {c: max(1.0, sum(map(len, columns[c]))) ** 0.5 for c in open_columns}
        fixed = sum(least[c] for c in open_columns)
        spare = max(0, room - fixed)
        for column in open_columns:
            share = weights[column] / sum(weights.values())
            widths[column] = least[column] + int(spare * share)
    return _scaled(widths, total)


def _scaled(widths: Sequence[int], total: int) -> tuple[int, ...]:
    """The widths in their proportion, exactly `total` together."""
    together = sum(widths) or 1
    scaled = [width * total // together for width in widths]
    scaled[-1] += total - sum(scaled)
    return tuple(scaled)


def word_width(text: str, look: Look) -> int:
    """How wide a column must be for a bold text on one line, in twips."""
    return round(20 * typesetter().width((type_run(text, look, bold=True),))) + 2 * PADDING


def number_width(text: str, look: Look) -> int:
    """How far a text's tab stop must be for a number on the same line, in twips."""
    return round(20 * (typesetter().width((type_run(text, look),)) + look.size / 2))


def _sizes(text: str, look: Look, bold: bool) -> tuple[int, int]:
    """The longest word, with room for what replaces its family, and the whole text; in twips."""
    runs = (type_run(text, look, bold),)
    longest = figure_typesetter().longest_word(runs)
    return round(20 * longest), max(round(20 * typesetter().width(runs)), round(20 * longest))


def type_run(text: str, look: Look, bold: bool = False) -> TypeRun:
    """A text in a paragraph style's face."""
    from deckgen.typeset import TypeRun

    return TypeRun(
        text,
        look.size,
        look.face or look.family,
        bold=bold or look.bold,
        italic=look.italic,
        letter_spacing=look.spread / 20,
        caps=look.caps,
    )
