"""A picture, alone or with text beside it."""

from __future__ import annotations

from deckgen.fields import Paragraphs, optional, record
from deckgen.kinds._items import Items
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.kinds._pictures import PictureKeys
from deckgen.model.blocks import Block, ItemList, Text


@record
class PictureContent(PictureKeys, Content):
    """A picture, alone or with a text or a list beside it."""

    text: Text | None = optional(Paragraphs("body", "What stands beside the picture."), None)
    items: ItemList | None = optional(Items("A list beside the picture."), None)

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The picture, then what stands beside it."""
        beside = tuple(block for block in (self.text, self.items) if block is not None)
        return (self.picture(), *beside)


KIND = Kind("picture", "picture", PictureContent, nested=True)
