"""Levels that rest on each other."""

from __future__ import annotations

from deckgen.fields import ListOf, RecordOf, record, required
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.kinds._nodes import Step, nodes_of
from deckgen.model.blocks import Block, Diagram


@record
class Pyramid(Content):
    """Two to six levels that rest on each other, the top first."""

    levels: tuple[Step, ...] = required(
        ListOf(
            RecordOf(Step, "A level: text, or {title, text, icon}.", short="title"),
            "The levels, each a text or {title, text, icon}.",
            minimum=2,
            maximum=6,
        )
    )

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The diagram."""
        return (Diagram("pyramid", nodes_of(self.levels), self.span),)


KIND = Kind("pyramid", "diagram", Pyramid, nested=True)
