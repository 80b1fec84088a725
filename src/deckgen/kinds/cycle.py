"""Steps that come round again."""

from __future__ import annotations

from deckgen.fields import ListOf, RecordOf, record, required
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.kinds._nodes import Step, nodes_of
from deckgen.model.blocks import Block, Diagram


@record
class Cycle(Content):
    """Three to eight steps of which the last leads to the first."""

    steps: tuple[Step, ...] = required(
        ListOf(
            RecordOf(Step, "A step: text, or {title, text, icon}.", short="title"),
            "The steps, each a text or {title, text, icon}.",
            minimum=3,
            maximum=8,
        )
    )

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The diagram."""
        return (Diagram("cycle", nodes_of(self.steps), self.span),)


KIND = Kind("cycle", "diagram", Cycle, nested=True)
