"""A slide that announces what comes next."""

from __future__ import annotations

from deckgen.fields import Paragraphs, optional, record
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Text


@record
class Section(Content):
    """Announces what comes next, in large type."""

    text: Text | None = optional(Paragraphs("subtitle", "What stands below the title."), None)

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The text below the title."""
        return () if self.text is None else (self.text,)


KIND = Kind("section", "section", Section)
