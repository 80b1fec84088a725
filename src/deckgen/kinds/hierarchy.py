"""What belongs below what."""

from __future__ import annotations

from deckgen.fields import Later, ListOf, RecordOf, optional, record, required
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.kinds._nodes import Step
from deckgen.model.blocks import Block, Diagram, Node


@record
class Branch(Step):
    """A place in a hierarchy, and what is below it."""

    children: tuple[Branch, ...] = optional(
        ListOf(
            Later(lambda: _BRANCH),
            "What is below it, each a text or {title, text, icon, children}.",
        ),
        (),
    )

    def node(self) -> Node:
        """The place with all that is below it."""
        below = tuple(child.node() for child in self.children)
        return Node(self.title, self.span, self.text, icon=self.icon, nodes=below)


_BRANCH: RecordOf[Branch] = RecordOf(
    Branch, "A place: text, or {title, text, icon, children}.", short="title"
)


@record
class Hierarchy(Content):
    """What belongs below what: an organisation, a family of terms."""

    root: Branch = required(_BRANCH)

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The diagram."""
        return (Diagram("hierarchy", (self.root.node(),), self.span),)


KIND = Kind("hierarchy", "diagram", Hierarchy, nested=True)
