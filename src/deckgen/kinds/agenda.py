"""The talk's parts at a glance."""

from __future__ import annotations

from deckgen.fields import ListOf, Text, optional, record
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Item, ItemList
from deckgen.model.inline import Inline


@record
class Agenda(Content):
    """Lists the talk's parts, or its own `items`."""

    items: tuple[Inline, ...] = optional(
        ListOf(Text("An entry."), "Entries of your own, instead of the talk's parts."), ()
    )

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """A numbered list."""
        entries = self.items or tuple(part.title for part in setting.parts)
        if not entries:
            hint = "Open parts with `- part: ...`, or give the agenda `items:`."
            setting.found.error("empty-agenda", "the talk has no parts to list", self.span, hint)
        items = tuple(Item(entry, self.span) for entry in entries)
        return (ItemList(items, self.span, ordered=True),)


KIND = Kind("agenda", "agenda", Agenda)
