"""A quotation that fills the slide."""

from __future__ import annotations

from deckgen.kinds._kind import Kind
from deckgen.kinds._quotation import Quote

KIND = Kind(
    "quote",
    "quote",
    Quote,
    value="text",
    titled=False,
    title_shown=False,
    nested=True,
    short="text",
)
