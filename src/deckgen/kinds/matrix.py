"""Four fields between two axes."""

from __future__ import annotations

from deckgen.fields import ListOf, Record, RecordOf, Text, optional, record, required
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.kinds._nodes import Step, nodes_of
from deckgen.model.blocks import Block, Diagram
from deckgen.model.inline import Inline


@record
class MatrixAxes(Record):
    """What a matrix is drawn over."""

    x: Inline = required(Text("What grows from left to right."))
    y: Inline = required(Text("What grows from bottom to top."))


@record
class Matrix(Content):
    """Four fields: top left, top right, bottom left, bottom right."""

    cells: tuple[Step, ...] = required(
        ListOf(
            RecordOf(Step, "A field: text, or {title, text, icon}.", short="title"),
            "The four fields: top left, top right, bottom left, bottom right.",
            minimum=4,
            maximum=4,
        )
    )
    axes: MatrixAxes | None = optional(
        RecordOf(MatrixAxes, "What the two axes mean: {x, y}."), None
    )

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The diagram."""
        axes = None if self.axes is None else (self.axes.x, self.axes.y)
        return (Diagram("matrix", nodes_of(self.cells), self.span, axes=axes),)


KIND = Kind("matrix", "diagram", Matrix, nested=True)
