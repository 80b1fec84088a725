"""Paragraphs."""

from __future__ import annotations

from deckgen.fields import Paragraphs, record, required
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Text


@record
class Body(Content):
    """A title and one or more paragraphs."""

    body: Text = required(Paragraphs("body", "The paragraphs, with blank lines between them."))

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The paragraphs."""
        return (self.body,)


KIND = Kind("text", "content", Body)
