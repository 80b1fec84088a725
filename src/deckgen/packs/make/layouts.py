"""The layouts of ordinary slides, the same for every pack; only the grid differs."""

from __future__ import annotations

from deckgen.frozen import Frozen
from deckgen.model.geometry import Box, inches, points
from deckgen.packs.make.grid import Grid
from deckgen.packs.make.markup import Anchor, Holder, Level, Ornament, Plan, rectangle
from deckgen.packs.make.scales import Scales

HEADER, SOURCE, CAPTION, ATTRIBUTION, BYLINE, OCCASION, PART_NUMBER = range(20, 27)
DATE, FOOTER, NUMBER = 10, 11, 12

_HEADING = inches(0.66)
_TEXT_PROMPT = ("Text", "Second level", "Third level", "Fourth level", "Fifth level")


class Kit(Frozen):
    """Makes the placeholders that layouts have in common."""

    grid: Grid
    scales: Scales

    def foot(self, colour: str = "") -> tuple[Holder, ...]:
        """Date, footer and slide number; said in full, since not every reader asks the master."""
        tokens, grid = self.scales.tokens, self.grid
        ink = colour or tokens.colours.muted
        left = self.scales.plain(tokens.sizes.footer, ink)
        right = self.scales.plain(tokens.sizes.footer, ink, align="r")
        low: Anchor = "b" if tokens.slide.title == "side" and not colour else "ctr"
        date, number = DATE_FIELD, NUMBER_FIELD
        return (
            Holder("Date", "dt", DATE, grid.date, (), right, "ctr", quarter=True, field=date),
            Holder("Footer", "ftr", FOOTER, grid.footer, (), left, low, quarter=True),
            Holder(
                "Slide number", "sldNum", NUMBER, grid.number, (), right, "ctr", quarter=True,
                field=number,
            ),
        )  # fmt: skip

    def title(self) -> Holder:
        """The title where the master has it."""
        return Holder("Title", "title", None, prompt=("Title that says the point",))

    def header(self) -> Holder:
        """The running header."""
        beside = self.scales.tokens.slide.title == "side"
        anchor: Anchor = "t" if beside else "b"
        return self.line("Running header", HEADER, self.grid.header, self.scales.header, anchor)

    def source(self) -> Holder:
        """The line of sources and footnotes."""
        return self.line("Source", SOURCE, self.grid.source, self.scales.source, "b")

    def caption(self, box: Box | None = None) -> Holder:
        """A caption."""
        return self.line("Caption", CAPTION, box or self.grid.caption, self.scales.caption, "t")

    def line(
        self, name: str, idx: int, box: Box, levels: tuple[Level, ...], anchor: Anchor = "t"
    ) -> Holder:
        """A text placeholder for one purpose, without bullets."""
        return Holder(name, "body", idx, box, (name,), levels, anchor, quarter=True)

    def content(
        self, idx: int, box: Box, name: str = "Content", levels: tuple[Level, ...] = ()
    ) -> Holder:
        """A placeholder for text, tables, charts and pictures."""
        return Holder(name, "obj", idx, box, _TEXT_PROMPT, levels, "t")

    def framed(self, *inner: Holder) -> tuple[Holder, ...]:
        """Header, title, what is given, source and foot: the frame of every ordinary slide."""
        return (self.title(), self.header(), *inner, self.source(), *self.foot())


DATE_FIELD = (
    '<a:fld id="{5B1E2A0C-6D3F-4C47-9E0B-6A2F1D8C7E10}" type="datetimeFigureOut">'
    '<a:rPr lang="en-US"/><a:t>01/01/2000</a:t></a:fld>'
)
NUMBER_FIELD = (
    '<a:fld id="{9C0D4E6B-2F5A-4B8E-8A17-3D7C5B9F0E21}" type="slidenum">'
    '<a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
)


def text_plans(kit: Kit) -> tuple[Plan, ...]:
    """Layouts that hold text, alone or side by side."""
    grid, column = kit.grid, kit.scales.column
    halves, thirds = grid.columns((1, 1)), grid.columns((1, 1, 1))
    return (
        Plan("Title and content", "obj", kit.framed(kit.content(1, grid.text))),
        Plan("Comparison", "twoTxTwoObj", kit.framed(*_compared(kit, halves)),
             ornaments=_ruled(kit, halves)),
        Plan("Comparison, three", "", kit.framed(*_compared(kit, thirds)),
             ornaments=_ruled(kit, thirds)),
        Plan("Columns", "twoObj", kit.framed(
            kit.content(1, halves[0], levels=column),
            kit.content(2, halves[1], "Content 2", column),
        )),
        Plan("Columns, three", "", kit.framed(
            kit.content(1, thirds[0], levels=column),
            kit.content(2, thirds[1], "Content 2", column),
            kit.content(3, thirds[2], "Content 3", column),
        )),
    )  # fmt: skip


def _compared(kit: Kit, boxes: tuple[Box, ...]) -> list[Holder]:
    """A heading over each column; indices run as PowerPoint's own comparison has them."""
    holders: list[Holder] = []
    tall, gap = _HEADING, inches(0.28)
    for at, box in enumerate(boxes):
        suffix = f" {at + 1}" if at else ""
        head = Box(box.x, box.y, box.cx, tall)
        below = Box(box.x, box.y + tall + gap, box.cx, box.cy - tall - gap)
        prompt = ("Heading",)
        holders.append(
            Holder(f"Heading{suffix}", "body", 2 * at + 1, head, prompt, kit.scales.label, "b")
        )
        holders.append(kit.content(2 * at + 2, below, f"Content{suffix}", kit.scales.column))
    return holders


def _ruled(kit: Kit, boxes: tuple[Box, ...]) -> tuple[Ornament, ...]:
    """A rule below each heading: it holds the column together."""
    colour = kit.scales.paints.xml(kit.scales.tokens.colours.second)
    down, thick = _HEADING + inches(0.09), points(1.5)
    return tuple(
        rectangle(f"Rule {at}", Box(box.x, box.y + down, box.cx, thick), colour)
        for at, box in enumerate(boxes, 1)
    )


def object_plans(kit: Kit) -> tuple[Plan, ...]:
    """Layouts for pictures, tables, charts, diagrams, listings and formulas."""
    grid = kit.grid
    whole = grid.above_caption
    beside, text = grid.columns((7, 5))
    under = Box(beside.x, grid.caption.y, beside.cx, grid.caption.cy)
    shown = Box(beside.x, beside.y, beside.cx, whole.cy)
    picture = ("Picture",)
    return (
        Plan("Diagram", "titleOnly", kit.framed()),
        Plan("Picture", "", kit.framed(
            Holder("Picture", "pic", 1, whole, picture, kit.scales.caption), kit.caption(),
        )),
        Plan("Picture with text", "picTx", kit.framed(
            Holder("Picture", "pic", 1, shown, picture, kit.scales.caption),
            kit.content(2, text, levels=kit.scales.column),
            kit.caption(under),
        )),
        Plan("Gallery", "", kit.framed(kit.caption())),
        Plan("Table", "tbl", kit.framed(
            Holder("Table", "tbl", 1, whole, ("Table",), kit.scales.caption), kit.caption(),
        )),
        Plan("Chart", "chart", kit.framed(
            Holder("Chart", "chart", 1, whole, ("Chart",), kit.scales.caption), kit.caption(),
        )),
        Plan("Code", "", kit.framed(_listing(kit, whole), kit.caption())),
        Plan("Formula", "", kit.framed(kit.caption())),
    )  # fmt: skip


def _listing(kit: Kit, box: Box) -> Holder:
    panel = kit.scales.paints.xml(kit.scales.tokens.colours.panel)
    prompt = ("Listing",)
    return Holder(
        "Content", "body", 1, box, prompt, kit.scales.code, "t", fill=panel, inset=inches(0.2)
    )


def plain_plans(kit: Kit) -> tuple[Plan, ...]:
    """What a person expects at the end of the list."""
    return (
        Plan("Title only", "titleOnly", (kit.title(), *kit.foot())),
        Plan("Blank", "blank", kit.foot()),
    )
