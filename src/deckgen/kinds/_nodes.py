"""Parts of diagrams: a heading, what stands below it, an icon."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.fields import IconName, Lines, Record, Text, optional, record, required
from deckgen.model.blocks import Node
from deckgen.model.inline import Inline


@record
class Step(Record):
    """A part of a diagram."""

    title: Inline = required(Text("The heading: a few words."))
    text: tuple[Inline, ...] = optional(Lines("What stands below the heading."), ())
    icon: str = optional(IconName(), "")


def nodes_of(steps: Sequence[Step], *, numbered: bool = False) -> tuple[Node, ...]:
    """The steps as a diagram's nodes, counted from 1 when `numbered`."""
    return tuple(
        Node(step.title, step.span, step.text, icon=step.icon, number=str(i) if numbered else "")
        for i, step in enumerate(steps, 1)
    )
