"""The order of rows: numbers by size, dates by time, texts by the alphabet, gaps at the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from deckgen.datasets.dates import as_iso
from deckgen.datasets.rows import Rows, Value, blank

_NUMBER, _DATE, _TEXT = 0, 1, 2
_Key = tuple[int, float, str, str]


def rank(value: Value, rows: Rows) -> _Key:
    """Where a value stands among others; accents and capitals count only between equals."""
    try:
        size = rows.number(value)
    except ValueError:
        size = None
    if size is not None:
        return _NUMBER, size, "", ""
    text = str(value)
    if iso := as_iso(text):
        return _DATE, 0.0, iso, ""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return _TEXT, 0.0, "".join(c for c in letters if not unicodedata.combining(c)), text


def in_order(rows: Rows, by: Sequence[tuple[int, bool]]) -> tuple[int, ...]:
    """The numbers of the rows, sorted by columns; a True sorts downwards."""
    order = list(range(len(rows.rows)))
    for column, downwards in reversed(by):
        ranks = [rank(row[column], rows) for row in rows.rows]
        gaps = [number for number in order if blank(rows.rows[number][column])]
        order = [number for number in order if not blank(rows.rows[number][column])]
        order.sort(key=ranks.__getitem__, reverse=downwards)
        order += gaps
    return tuple(order)


def ordinal(values: Iterable[Value], rows: Rows) -> bool:
    """Whether values have an order of their own: all of them are numbers or dates."""
    return all(rank(value, rows)[0] != _TEXT for value in values if not blank(value))
