"""The closed union of blocks that every slide kind lowers to, and every format writes."""

from __future__ import annotations

from typing import Literal

from deckgen.diagnostics import Span
from deckgen.frozen import Frozen
from deckgen.model.asset import Asset
from deckgen.model.inline import Inline

TextRole = Literal[
    "body",  # ordinary paragraphs
    "lead",  # one sentence that opens the content
    "statement",  # the one sentence that is the slide
    "subtitle",
    "byline",  # speaker, role, organisation
    "occasion",  # event, place, dates
    "contact",
    "attribution",  # who is quoted
    "caption",
    "source",  # where the content comes from
    "footnote",
]


class Text(Frozen):
    """Paragraphs that play one role on the slide."""

    role: TextRole
    paragraphs: tuple[Inline, ...]
    span: Span


class Item(Frozen):
    """A list item and the items below it."""

    text: Inline
    span: Span
    items: tuple[Item, ...] = ()


class ItemList(Frozen):
    """Bulleted or numbered items; `start` numbers the first."""

    items: tuple[Item, ...]
    span: Span
    ordered: bool = False
    start: int = 1


class Cell(Frozen):
    """A table cell. `rows` and `columns` are what it spans."""

    text: Inline
    rows: int = 1
    columns: int = 1


Alignment = Literal["auto", "left", "centre", "right", "decimal"]


class Table(Frozen):
    """A table: `header` may be empty; `total` marks the last row as a sum.

    Cells that a spanning cell covers are absent from `rows`. `widths` are relative, or empty for
    widths from the content; `width` is the share of the measure that they fill. `header_column`
    says that the first column heads its rows.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    align: tuple[Alignment, ...] = ()
    widths: tuple[float, ...] = ()
    width: float = 1.0
    caption: Inline = ()
    total: bool = False
    header_column: bool = False


ChartType = Literal[
    "bar", "column", "stacked-bar", "stacked-column", "line", "area", "stacked-area",
    "pie", "doughnut", "scatter", "combo",
]  # fmt: skip


class Series(Frozen):
    """One row of numbers; None is a gap. `x` is for scatter; `line` is for a combo."""

    name: str
    values: tuple[float | None, ...]
    x: tuple[float, ...] = ()
    highlight: bool = False
    line: bool = False


class Chart(Frozen):
    """A chart and its data. `number_format` is Excel's; `unit` names what the values count."""

    type: ChartType
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    span: Span
    unit: str = ""
    number_format: str = ""
    labels: bool | None = None
    legend: bool | None = None
    highlight: tuple[str, ...] = ()
    x_title: str = ""
    y_title: str = ""
    caption: Inline = ()


class Picture(Frozen):
    """A picture. `focus` is the point that a crop keeps, as fractions from the left and top."""

    asset: Asset
    alt: str
    span: Span
    decorative: bool = False
    fit: Literal["fill", "contain"] = "contain"
    focus: tuple[float, float] = (0.5, 0.5)
    caption: Inline = ()
    credit: Inline = ()


class Gallery(Frozen):
    """Pictures of equal rank."""

    pictures: tuple[Picture, ...]
    span: Span


class Quotation(Frozen):
    """Words of others, as they stand, without outer quotation marks, and who said them."""

    text: Inline
    span: Span
    by: Inline = ()


class Code(Frozen):
    """A listing. `language` is a Pygments alias or empty; `highlight` counts lines from `first`."""

    source: str
    span: Span
    language: str = ""
    numbered: bool = False
    first: int = 1
    highlight: tuple[int, ...] = ()
    caption: Inline = ()


class Math(Frozen):
    """A displayed formula in LaTeX; `alt` says it in words."""

    latex: str
    span: Span
    alt: str = ""
    caption: Inline = ()


DiagramType = Literal["timeline", "process", "cards", "cycle", "hierarchy", "matrix", "pyramid"]


class Node(Frozen):
    """A part of a diagram: an event, a step, a card, a person in a hierarchy.

    `when` is an event's date as written; `moment` the same as a year with a fraction, where it
    can be read as one. `title` is the node's heading, `text` what stands below it.
    """

    title: Inline
    span: Span
    text: tuple[Inline, ...] = ()
    when: Inline = ()
    moment: float | None = None
    icon: str = ""
    number: str = ""
    picture: Picture | None = None
    emphasis: bool = False
    nodes: tuple[Node, ...] = ()


class Diagram(Frozen):
    """Nodes and how they stand to each other. `axes` names a matrix' two axes (x, y)."""

    type: DiagramType
    nodes: tuple[Node, ...]
    span: Span
    alt: str = ""
    scale: Literal["auto", "even", "proportional"] = "auto"
    axes: tuple[Inline, Inline] | None = None
    caption: Inline = ()


class Column(Frozen):
    """A column of blocks; `width` is relative to its siblings'."""

    title: Inline
    blocks: tuple[Block, ...]
    span: Span
    width: float = 1.0
    icon: str = ""


class Columns(Frozen):
    """Blocks side by side. `compared` sets them against each other, as equals."""

    columns: tuple[Column, ...]
    span: Span
    compared: bool = False


Block = (
    Text
    | ItemList
    | Table
    | Chart
    | Picture
    | Gallery
    | Quotation
    | Code
    | Math
    | Diagram
    | Columns
)
