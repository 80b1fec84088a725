"""Values of data as text and as parts of an outline."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from datetime import date, datetime, time
from decimal import Decimal

from deckgen.diagnostics import Span
from deckgen.documents.bounds import text_of
from deckgen.fields.core_schema import as_number
from deckgen.model.tree import Mapping, Scalar, Sequence, Tree

LARGEST_EXACT = 2**53
MOST_VALUES = 100_000


class Markdown(str):
    """A text whose Markdown signs mean what they mean."""

    __slots__ = ()


class TooManyValues(Exception):
    """A value holds more than any slide shows."""


def as_text(value: object) -> str:
    """A value as it is written: nothing for none, 3 for 3.0, ISO days. Lists write nothing."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < LARGEST_EXACT
        return str(int(value)) if whole else repr(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return text_of(value)


def as_tree(value: object, at: Scalar) -> Tree:
    """A value in the place of the scalar that asked for it, as a list or a mapping if it is one.

    A number stays one, also when a CSV file can only give it as text; no value is `null`.
    Raises TooManyValues.
    """
    return _tree(value, at.span, [MOST_VALUES])


def _tree(value: object, span: Span, left: list[int]) -> Tree:
    left[0] -= 1
    if left[0] < 0:
        raise TooManyValues
    if isinstance(value, AbstractMapping):
        entries = {as_text(key): each for key, each in value.items()}
        return Mapping(
            tuple((_scalar(key, span), _tree(each, span, left)) for key, each in entries.items()),
            span,
        )
    if isinstance(value, list | tuple):
        return Sequence(tuple(_tree(each, span, left) for each in value), span)
    return _scalar(value, span)


def _scalar(value: object, span: Span) -> Scalar:
    text = as_text(value)
    if isinstance(value, Markdown):
        return Scalar(text, span, "quoted")
    plain = Scalar(text, span)
    if not text or isinstance(value, bool | int | float | Decimal) or as_number(plain) is not None:
        return plain
    return Scalar(text, span, "quoted", 0, ((0, len(text)),))
