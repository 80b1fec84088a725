"""A bare stage for placing tests: one plain layout a role, and outlines of a slide or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.diagnostics import Span
from deckgen.model.blocks import Block, Diagram, DiagramType, Item, ItemList, Node
from deckgen.model.deck import AutoShape, Connector, Deck, Group, PlacedSlide, Shape
from deckgen.model.geometry import Box, inches
from deckgen.model.inline import Inline, Run
from deckgen.model.outline import Fit, Outline, Part, Role, Slide, Talk
from deckgen.model.pack import (
    DeckTemplate,
    DiagramStyle,
    FontScheme,
    Layout,
    LevelStyle,
    Pack,
    Slot,
    SlotRole,
)
from deckgen.place import place

HERE = Span("outline.yaml", 3, 5)
AREA = Box(inches(0.6), inches(1.7), inches(12.1), inches(4.9))
BODY = LevelStyle(20, "Calibri", bullet="•", margin_left=228_600, indent=-228_600, space_before=6)
HEADING = LevelStyle(30, "Cambria", bold=True)


def words(text: str) -> Inline:
    """A text of one plain run."""
    return (Run(text),) if text else ()


def slot(role: SlotRole, ph: str, idx: int, box: Box, level: LevelStyle = BODY) -> Slot:
    """A placeholder with the same style on every level."""
    return Slot(role, ph, idx, role.title(), box, (level,) * 9)


TITLE = slot("title", "title", 0, Box(inches(0.6), inches(0.5), inches(12.1), inches(1)), HEADING)
LIST = slot("body", "body", 1, AREA)


def layout(name: str, *slots: Slot) -> Layout:
    """A light layout with a title and the slots."""
    colours = {"tx1": "1B2733", "bg1": "FFFFFF", "tx2": "5B6875", "bg2": "F4F2ED"}
    colours |= {f"accent{number}": "0B2F5B" for number in range(1, 7)}
    part = f"ppt/slideLayouts/{name}.xml"
    return Layout(part, name, "", (TITLE, *slots), AREA, "FFFFFF", "1B2733", colours)


FREE = layout("Free")
TEXT = layout("Text", LIST)


def pack(**style: float) -> Pack:
    """A pack with the text layout for content and the free one for all else."""
    roles = dict.fromkeys(
        ("title", "agenda", "section", "statement", "quote", "comparison", "columns", "diagram",
         "picture", "gallery", "table", "chart", "code", "math", "closing"), FREE
    )  # fmt: skip
    template = DeckTemplate(
        b"", (12_192_000, 6_858_000), (FREE, TEXT), {**roles, "content": TEXT}, {}, frozenset(),
        FontScheme("Cambria", "Calibri"), "deck.pptx",
    )  # fmt: skip
    return Pack("bare", template, b"", {}, {}, DiagramStyle(**style))  # type: ignore[arg-type]


def served(there: Layout, role: str = "content") -> Pack:
    """The stage with a layout of ours for a role."""
    stage = pack()
    roles = {**stage.deck.roles, role: there}
    return replace(stage, deck=replace(stage.deck, roles=roles, layouts=(FREE, there)))


def slide(
    role: Role, *blocks: Block, title: str = "A point", fit: Fit | None = None, kind: str = ""
) -> Slide:
    """A slide with its blocks."""
    name = title.lower().replace(" ", "-")
    return Slide(name, kind or role, role, words(title), HERE, blocks, fit=fit or Fit())


def items(*texts: str) -> ItemList:
    """A list of plain items."""
    return ItemList(tuple(Item(words(text), HERE) for text in texts), HERE)


def diagram(kind: DiagramType, *titles: str, text: str = "") -> Diagram:
    """A diagram of nodes with titles and, on each, the same text."""
    below = (words(text),) if text else ()
    return Diagram(kind, tuple(Node(words(title), HERE, below) for title in titles), HERE)


def outline(*slides: Slide, parts: tuple[Part, ...] = (), language: str = "en") -> Outline:
    """A talk of these slides."""
    talk = Talk(words("A talk"), HERE, language=language)
    return Outline(talk, parts, slides, (), "", "outline.yaml")


def placed(*slides: Slide, language: str = "en", on: Pack | None = None) -> Deck:
    """The deck of slides that must fit."""
    deck, found = place(outline(*slides, language=language), on or pack())
    assert deck is not None, found
    return deck


def errors(*slides: Slide) -> list[str]:
    """The codes of the errors that the slides make."""
    deck, found = place(outline(*slides), pack())
    assert deck is None
    return [diagnostic.code for diagnostic in found if diagnostic.severity == "error"]


def flat(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    """All shapes, groups opened."""
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from flat(shape.shapes)


def text_of(slide: PlacedSlide) -> str:
    """All that the slide's shapes say."""
    return "\n".join(
        run.text
        for shape in flat(slide.shapes)
        if isinstance(shape, AutoShape) and shape.text
        for paragraph in shape.text.paragraphs
        for run in paragraph.runs
    )


def named(slide: PlacedSlide, name: str) -> list[Shape]:
    """The shapes that the selection pane calls so."""
    return [shape for shape in flat(slide.shapes) if shape.origin.name == name]


def sizes(slide: PlacedSlide, name: str) -> set[float | None]:
    """The sizes of the runs in the shapes of that name."""
    return {
        run.size
        for shape in named(slide, name)
        if isinstance(shape, AutoShape) and shape.text
        for paragraph in shape.text.paragraphs
        for run in paragraph.runs
    }


def boxes(slide: PlacedSlide, name: str) -> list[Box]:
    """The boxes of the shapes of that name."""
    return [
        shape.box
        for shape in named(slide, name)
        if not isinstance(shape, Connector) and shape.box is not None
    ]
