"""The slide that ends the talk."""

from __future__ import annotations

from deckgen.fields import Lines, Paragraphs, optional, record
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Text
from deckgen.model.inline import Inline


@record
class Closing(Content):
    """Ends the talk: thanks, and how to reach the speaker."""

    text: Text | None = optional(Paragraphs("subtitle", "What stands below the title."), None)
    contact: tuple[Inline, ...] = optional(
        Lines("How to reach the speaker: an address, or a list of them."), ()
    )

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The text and the contact."""
        contact = Text("contact", self.contact, self.tree("contact").span)
        text: tuple[Block, ...] = () if self.text is None else (self.text,)
        return (*text, contact) if self.contact else text


KIND = Kind("closing", "closing", Closing)
