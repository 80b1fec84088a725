"""Things set against each other."""

from __future__ import annotations

from deckgen.fields import (
    IconName,
    ListOf,
    Paragraphs,
    Reading,
    Record,
    RecordOf,
    optional,
    record,
    required,
)
from deckgen.fields import Text as TextField
from deckgen.kinds._items import Items
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Column, Columns, ItemList, Text
from deckgen.model.inline import Inline


@record
class Side(Record):
    """One of the things compared."""

    title: Inline = required(TextField("What is compared."))
    text: Text | None = optional(Paragraphs("body", "What is to be said of it."), None)
    items: ItemList | None = optional(Items("What is to be said of it, as a list."), None)
    icon: str = optional(IconName(), "")

    def check(self, reading: Reading) -> bool:
        """Whether anything is said of it."""
        if self.text is None and self.items is None:
            hint = "Add `items:` or `text:`."
            message = "this column has a title and no content"
            reading.found.error("missing-key", message, self.span, hint)
            return False
        return True

    def column(self) -> Column:
        """The column."""
        blocks = tuple(block for block in (self.text, self.items) if block is not None)
        return Column(self.title, blocks, self.span, icon=self.icon)


@record
class Comparison(Content):
    """Two or three things set against each other."""

    columns: tuple[Side, ...] = required(
        ListOf(
            RecordOf(Side, "A column: {title, items or text, icon}."),
            "What is compared, each {title, items or text, icon}.",
            minimum=2,
            maximum=3,
        )
    )

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The columns."""
        return (Columns(tuple(side.column() for side in self.columns), self.span, compared=True),)


KIND = Kind("comparison", "comparison", Comparison)
