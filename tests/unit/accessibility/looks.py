"""Placed slides made by hand, to be held against the rules."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.place.stagehand import FREE, HERE, outline, pack, slide

from deckgen.accessibility import check
from deckgen.diagnostics import Diagnostic
from deckgen.model.asset import Asset
from deckgen.model.blocks import Series
from deckgen.model.deck import (
    AutoShape,
    ChartShape,
    ChartStyle,
    Colour,
    Deck,
    Origin,
    Ph,
    PictureShape,
    PlacedSlide,
    Properties,
    Shape,
    TableCell,
    TableShape,
    TextBody,
    TextParagraph,
    TextRun,
)
from deckgen.model.geometry import Box, inches

BOX = Box(inches(1), inches(2), inches(5), inches(3))
ASSET = Asset("figures/img_01.png", "d", "image/png", 9, 9, b"")


def text(*runs: TextRun) -> TextBody:
    """One paragraph of the runs."""
    return TextBody((TextParagraph(runs),))


def words(said: str, **looks: object) -> TextBody:
    """One paragraph of one run."""
    return text(TextRun(said, **looks))  # type: ignore[arg-type]


def title(said: str) -> AutoShape:
    """The filling of the title's placeholder."""
    return AutoShape(Origin("a/title", "Title"), None, text=words(said), ph=Ph("title", 0))


def box(said: str, at: Box = BOX, *, fill: Colour | None = None, **looks: object) -> AutoShape:
    """A text box."""
    return AutoShape(Origin(f"a/{said}", said), at, text=words(said, **looks), fill=fill)


def picture(alt: str, *, decorative: bool = False) -> PictureShape:
    """A picture with this alternative text."""
    return PictureShape(Origin("a/1", "Picture", alt, decorative), BOX, ASSET)


def cell(said: str, **spans: int) -> TableCell:
    """A table's cell."""
    return TableCell(words(said, size=14.0), **spans)  # type: ignore[arg-type]


def table(*rows: tuple[TableCell, ...], header: bool = True) -> TableShape:
    """A table of cells."""
    size = inches(1)
    origin = Origin("a/1", "Table", "Two columns of numbers")
    widths, heights = (size,) * len(rows[0]), (size,) * len(rows)
    return TableShape(origin, BOX, widths, heights, rows, header_row=header)


def chart(kind: str, *colours: str, labels: bool = False) -> ChartShape:
    """A chart of as many series, or slices, as colours."""
    shown = tuple(Colour(each) for each in colours)
    whole = kind == "pie"
    series = (Series("s", (1.0,) * len(colours)),) if whole else tuple(
        Series(f"s{number}", (1.0,)) for number in range(len(colours))
    )  # fmt: skip
    names = tuple(f"c{number}" for number in range(len(colours))) if whole else ("c",)
    style = ChartStyle(
        shown, Colour("tx1"), Colour("tx1"), labels=labels, point_colours=shown if whole else ()
    )
    origin = Origin("a/1", "Chart", "Numbers that rise")
    return ChartShape(origin, BOX, kind, names, series, style)  # type: ignore[arg-type]


def placed(*shapes: Shape, name: str = "a", said: str = "A point") -> PlacedSlide:
    """A slide of the shapes, below a title."""
    return PlacedSlide(name, FREE.part, said, (title(said), *shapes))


def findings(*slides: PlacedSlide, language: str = "en") -> tuple[Diagnostic, ...]:
    """What the rules say of a deck of these slides."""
    made = [replace(slide("content", title=each.title), id=each.id) for each in slides]
    talk = outline(*made)
    talk = replace(talk, talk=replace(talk.talk, language=language, span=HERE))
    return check(talk, Deck(slides, (), Properties("T", language=language)), pack())


def codes(*slides: PlacedSlide, language: str = "en") -> list[str]:
    """The codes of what the rules say."""
    return [found.code for found in findings(*slides, language=language)]
