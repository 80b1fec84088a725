"""The placed deck: every position, size and line decided, ready to be serialised."""

from __future__ import annotations

from typing import Literal

from deckgen.frozen import Frozen, field
from deckgen.model.asset import Asset
from deckgen.model.blocks import ChartType, Series
from deckgen.model.geometry import Box, Insets

ThemeSlot = Literal[
    "tx1", "bg1", "tx2", "bg2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
]  # fmt: skip


class Colour(Frozen):
    """A theme colour by its slot, or six hex digits; `lum_mod`, `lum_off`, `alpha` in percent."""

    base: str
    lum_mod: float | None = None
    lum_off: float | None = None
    alpha: float | None = None


class Line(Frozen):
    """An outline or a connector's stroke; `width` in EMU."""

    colour: Colour
    width: int = 12_700
    dash: Literal["solid", "dash", "sysDot", "sysDash"] = "solid"
    head: Literal["none", "triangle", "oval"] = "none"
    tail: Literal["none", "triangle", "oval"] = "none"
    round_caps: bool = False


# -- text ---------------------------------------------------------------------------------------


class TextRun(Frozen):
    """A run as written; what is None comes from the placeholder or the theme.

    `size` is in points; `font` a family or a theme reference (`+mj-lt`, `+mn-lt`); `baseline` in
    percent, positive for superscript; `link` a URL or `#slide-id`; `field` a DrawingML field type.
    A text of "\\n" alone is a forced line break.
    """

    text: str
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    strike: bool = False
    underline: bool | None = None
    baseline: int = 0
    font: str = ""
    colour: Colour | None = None
    link: str = ""
    lang: str = ""
    field: Literal["", "slidenum", "datetime"] = ""
    spacing: float | None = None


class Bullet(Frozen):
    """A paragraph's bullet: none, a character, or numbers in a DrawingML auto-number scheme."""

    kind: Literal["none", "char", "number"]
    char: str = "•"
    scheme: str = "arabicPeriod"
    start: int = 1
    colour: Colour | None = None
    font: str = ""


class TextParagraph(Frozen):
    """A paragraph. None inherits; margins in EMU, spaces in points, `line_spacing` 1.0 = single.

    `math` holds the OMML of a displayed formula, which then stands alone in the paragraph.
    """

    runs: tuple[TextRun, ...]
    level: int = 0
    align: Literal["l", "ctr", "r", "just"] | None = None
    bullet: Bullet | None = None
    margin_left: int | None = None
    indent: int | None = None
    space_before: float | None = None
    space_after: float | None = None
    line_spacing: float | None = None
    rtl: bool | None = None
    tabs: tuple[tuple[int, Literal["l", "ctr", "r", "dec"]], ...] = ()
    end_size: float | None = None
    math: str = ""


class TextBody(Frozen):
    """What a shape says. None inherits from the placeholder; `font_scale` and
    `spacing_reduction` are normAutofit's, in percent (None: not written)."""

    paragraphs: tuple[TextParagraph, ...]
    anchor: Literal["t", "ctr", "b"] | None = None
    insets: Insets | None = None
    wrap: bool = True
    font_scale: float | None = None
    spacing_reduction: float | None = None
    no_autofit: bool = False
    columns: int = 1
    column_gap: int = 0


# -- shapes -------------------------------------------------------------------------------------


class Origin(Frozen):
    """Where a shape comes from and what it is called.

    `node` is the stable path of the outline's node (`white-papers/events/2`), unique on its
    slide; `name` what PowerPoint's selection pane shows; `alt` the alternative text.
    """

    node: str
    name: str
    alt: str = ""
    decorative: bool = False


class Ph(Frozen):
    """A layout's placeholder by `type` (ECMA-376 ST_PlaceholderType) and `idx`."""

    type: str
    idx: int


class Preset(Frozen):
    """A preset geometry (ECMA-376 ST_ShapeType) and its adjust values."""

    name: str = "rect"
    adjust: tuple[tuple[str, int], ...] = ()


class Path(Frozen):
    """A path in its own units: commands M, L (x y), C (three points), Z, each with its numbers."""

    width: int
    height: int
    commands: tuple[tuple[str, tuple[int, ...]], ...]
    filled: bool = True
    stroked: bool = True


class Custom(Frozen):
    """A custom geometry: paths that are scaled to the shape's box."""

    paths: tuple[Path, ...]


class AutoShape(Frozen):
    """A shape with or without text, or the filling of a placeholder.

    With `ph`, `box` and `geometry` of None inherit from the layout. `text_box` marks a pure
    text box. `rotation` in degrees clockwise.
    """

    origin: Origin
    box: Box | None
    geometry: Preset | Custom | None = None
    fill: Colour | None = None
    line: Line | None = None
    text: TextBody | None = None
    ph: Ph | None = None
    text_box: bool = False
    rotation: float = 0.0


class Connector(Frozen):
    """A line between two points, glued to shapes of the same slide when their nodes are named.

    `begin` and `end` are (x, y) in EMU; `begin_node`/`end_node` the origins' nodes, with the
    index of the connection site (0 top, 1 left, 2 bottom, 3 right for rectangles).
    """

    origin: Origin
    begin: tuple[int, int]
    end: tuple[int, int]
    line: Line
    elbow: bool = False
    begin_node: str = ""
    begin_site: int = 0
    end_node: str = ""
    end_site: int = 0


class PictureShape(Frozen):
    """A picture; `crop` is what is cut from left, top, right and bottom, as fractions."""

    origin: Origin
    box: Box
    asset: Asset
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    ph: Ph | None = None
    line: Line | None = None
    geometry: Preset | None = None


class Borders(Frozen):
    """A cell's rules; None draws none."""

    left: Line | None = None
    right: Line | None = None
    top: Line | None = None
    bottom: Line | None = None


class TableCell(Frozen):
    """A cell in the full grid. A cell covered by a span has `merged_across` or `merged_down`."""

    text: TextBody
    fill: Colour | None = None
    borders: Borders = field(default_factory=Borders)
    columns: int = 1
    rows: int = 1
    merged_across: bool = False
    merged_down: bool = False


class TableShape(Frozen):
    """A native table: column widths and row heights in EMU; every row has every grid cell.

    With `rtl` its first column stands on the right.
    """

    origin: Origin
    box: Box
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    header_row: bool = True
    header_column: bool = False
    total_row: bool = False
    banded: bool = False
    ph: Ph | None = None
    rtl: bool = False


class ChartStyle(Frozen):
    """How a chart is drawn: colours in the order of the series (or points), sizes in points.

    `point_colours` is for pie and doughnut, or to highlight single categories of a lone series.
    `inks` are the colours of labels that stand within the marks, in the order of the marks'
    colours: of the points where these have colours of their own, else of the series.
    """

    colours: tuple[Colour, ...]
    text: Colour
    grid: Colour
    size: float = 14.0
    label_size: float = 12.0
    font: str = "+mn-lt"
    point_colours: tuple[Colour, ...] = ()
    inks: tuple[Colour, ...] = ()
    labels: bool = False
    label_position: Literal["", "outEnd", "inEnd", "ctr", "bestFit", "r", "t"] = ""
    legend: Literal["", "b", "t", "r", "l"] = ""
    value_axis: bool = True
    gridlines: bool = True
    gap_width: int = 60
    smooth: bool = False


class ChartShape(Frozen):
    """A native chart with its workbook.

    With `rtl` what is horizontal in it begins on the right, and what is vertical stands there.
    """

    origin: Origin
    box: Box
    type: ChartType
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    style: ChartStyle
    number_format: str = "General"
    unit: str = ""
    x_title: str = ""
    y_title: str = ""
    lang: str = "en"
    ph: Ph | None = None
    rtl: bool = False


class MathShape(Frozen):
    """A formula as OMML; `fallback` is what applications without it show."""

    origin: Origin
    box: Box
    omml: str
    fallback: TextBody
    size: float
    colour: Colour | None = None


class Group(Frozen):
    """Shapes that move as one; children keep slide coordinates."""

    origin: Origin
    box: Box
    shapes: tuple[Shape, ...]


Shape = AutoShape | Connector | PictureShape | TableShape | ChartShape | MathShape | Group


# -- slides -------------------------------------------------------------------------------------


class Reveal(Frozen):
    """One click: the shape of `node`, or only some of its paragraphs (first, last)."""

    node: str
    paragraphs: tuple[int, int] | None = None


class PlacedSlide(Frozen):
    """A slide in its layout (by part name). Shapes stand in reading order, the title first.

    `fullness` is the share of the content area's height that the content needs; `shrunk` by how
    many points its text was set below what the template asks.
    """

    id: str
    layout: str
    title: str
    shapes: tuple[Shape, ...]
    notes: TextBody | None = None
    reveals: tuple[Reveal, ...] = ()
    transition: Literal["", "fade", "push"] = ""
    fullness: float = 0.0
    shrunk: int = 0


class Section(Frozen):
    """A section of the deck and the ids of its slides."""

    id: str
    name: str
    slides: tuple[str, ...]


class Properties(Frozen):
    """Document properties (ECMA-376 part 2, core properties)."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "en"
    company: str = ""
    category: str = ""


class Deck(Frozen):
    """The whole deck, ready for a writer."""

    slides: tuple[PlacedSlide, ...]
    sections: tuple[Section, ...]
    properties: Properties
