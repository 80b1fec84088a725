"""A list."""

from __future__ import annotations

from deckgen.fields import Flag, optional, record, required
from deckgen.frozen import replace
from deckgen.kinds._items import Items
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, ItemList


@record
class Bullets(Content):
    """A title and a list, with further lists below its items."""

    items: ItemList = required(Items("The items, each after `- `."))
    ordered: bool = optional(Flag("Number the items."), False)

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The list."""
        return (replace(self.items, ordered=self.ordered),)


KIND = Kind("bullets", "content", Bullets)
