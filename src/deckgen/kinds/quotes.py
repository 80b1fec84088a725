"""Quotations side by side."""

from __future__ import annotations

from deckgen.fields import ListOf, RecordOf, record, required
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.kinds._quotation import Quote
from deckgen.model.blocks import Block, Column, Columns


@record
class Quotes(Content):
    """Two to four quotations side by side."""

    items: tuple[Quote, ...] = required(
        ListOf(
            RecordOf(Quote, "A quotation: text, or {text, by}.", short="text"),
            "The quotations.",
            minimum=2,
            maximum=4,
        )
    )

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """A column each."""
        columns = tuple(Column((), (quote.quotation(),), quote.span) for quote in self.items)
        return (Columns(columns, self.span),)


KIND = Kind("quotes", "columns", Quotes)
