"""Steps that follow each other."""

from __future__ import annotations

from deckgen.fields import Flag, ListOf, RecordOf, optional, record, required
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.kinds._nodes import Step, nodes_of
from deckgen.model.blocks import Block, Diagram


@record
class Process(Content):
    """Two to seven steps that follow each other."""

    steps: tuple[Step, ...] = required(
        ListOf(
            RecordOf(Step, "A step: text, or {title, text, icon}.", short="title"),
            "The steps, each a text or {title, text, icon}.",
            minimum=2,
            maximum=7,
        )
    )
    numbered: bool = optional(Flag("Number the steps."), False)

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The diagram."""
        return (Diagram("process", nodes_of(self.steps, numbered=self.numbered), self.span),)


KIND = Kind("process", "diagram", Process, nested=True)
