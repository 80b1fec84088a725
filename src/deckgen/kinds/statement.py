"""One sentence that is the slide."""

from __future__ import annotations

from deckgen.fields import Paragraphs, optional, record, required
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Text
from deckgen.model.inline import Inline, join
from deckgen.model.outline import Talk


@record
class Statement(Content):
    """One sentence that is the whole slide."""

    text: Text = required(Paragraphs("statement", "The sentence."))
    by: Text | None = optional(Paragraphs("attribution", "Who says so."), None)

    def title(self, talk: Talk) -> Inline:
        """The statement itself."""
        return join(self.text.paragraphs, " ")

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The sentence, unless it is the title already, and who says so."""
        sentence: tuple[Block, ...] = (self.text,) if setting.titled else ()
        return sentence if self.by is None else (*sentence, self.by)


KIND = Kind("statement", "statement", Statement, value="text", titled=False)
