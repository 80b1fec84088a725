"""A formula as a tree: what the writers of mathematics need to know, grouped as it is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from deckgen.frozen import Frozen

SymbolStyle = Literal["", "upright", "bold", "bold-italic", "text"]
ColumnAlign = Literal["left", "center", "right"]
Strike = Literal["box", "up", "down", "horizontal"]


class Symbol(Frozen):
    """A letter, number, operator or word. The style "" sets letters italic, all else upright."""

    text: str
    style: SymbolStyle = ""


class Space(Frozen):
    """A horizontal space in em."""

    width: float


class Row(Frozen):
    """Things side by side."""

    children: tuple[Node, ...] = ()


class Fraction(Frozen):
    """A fraction, or without `bar` two things stacked, as in a binomial."""

    numerator: Node
    denominator: Node
    bar: bool = True


class Root(Frozen):
    """A square root, or with `degree` another."""

    body: Node
    degree: Node | None = None


class Scripts(Frozen):
    """A base with what stands beside it below and above."""

    base: Node
    sub: Node | None = None
    sup: Node | None = None


class Prescripts(Frozen):
    """A base with what stands before it below and above."""

    base: Node
    sub: Node
    sup: Node


class Limits(Frozen):
    """A base with what stands right under and over it."""

    base: Node
    under: Node | None = None
    over: Node | None = None


class Nary(Frozen):
    """A sum, an integral: an operator with its bounds and what it applies to.

    `stacked` bounds stand under and over the operator, others beside it.
    """

    operator: str
    lower: Node | None = None
    upper: Node | None = None
    stacked: bool = False
    body: Node = Row()


class Fenced(Frozen):
    """Parts between brackets, any of which may be empty, apart by `separator`."""

    opening: str
    closing: str
    parts: tuple[Node, ...]
    separator: str = "|"


class Accent(Frozen):
    """A base under a combining character."""

    base: Node
    mark: str


class Bar(Frozen):
    """A line over a base, or under it."""

    base: Node
    over: bool


class Brace(Frozen):
    """A brace over a base, or under it."""

    base: Node
    brace: str
    over: bool


class Function(Frozen):
    """A named function and its argument."""

    name: Node
    argument: Node


class Table(Frozen):
    """A matrix: rows of cells, and how each column is aligned."""

    rows: tuple[tuple[Node, ...], ...]
    aligns: tuple[ColumnAlign, ...]


class Equations(Frozen):
    """Lines whose cells are aligned in pairs, right and left of a common edge."""

    rows: tuple[tuple[Node, ...], ...]


class Phantom(Frozen):
    """Room for something that is not shown."""

    body: Node


class Enclosed(Frozen):
    """Something in a box, or struck out."""

    body: Node
    strike: Strike


Node = (
    Symbol | Space | Row | Fraction | Root | Scripts | Prescripts | Limits | Nary | Fenced
    | Accent | Bar | Brace | Function | Table | Equations | Phantom | Enclosed
)  # fmt: skip


def row_of(nodes: tuple[Node, ...]) -> Node:
    """One node for several."""
    return nodes[0] if len(nodes) == 1 else Row(nodes)


def depth(node: Node) -> int:
    """How many nodes lie inside each other at most."""
    found, level = 0, [node]
    while level:
        found += 1
        level = [child for parent in level for child in _children(parent)]
    return found


def _children(node: Node) -> Iterator[Node]:
    """The nodes right inside a node, whether in fields, in tuples or in tuples of tuples."""
    values: list[object] = [getattr(node, name) for name in node.__struct_fields__]
    while values:
        value = values.pop()
        if isinstance(value, tuple):
            values += value
        elif isinstance(value, Node):
            yield value
