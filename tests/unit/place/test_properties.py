"""Whatever the outline says: nothing is lost, nothing leaves the slide, errors name a line."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.place.stagehand import HERE, flat, outline, pack, slide, words

from deckgen.model.blocks import Block, Cell, Diagram, DiagramType, Item, ItemList, Node, Table
from deckgen.model.deck import AutoShape, Connector, Deck, Shape, TableShape
from deckgen.model.geometry import Box
from deckgen.model.inline import plain
from deckgen.model.outline import Slide
from deckgen.place import place
from deckgen.text.direction import MARK

SLIDE = Box(0, 0, 12_192_000, 6_858_000)
WORDS = (
    "space", "diplomacy", "Outer", "non-appropriation", "Zusammenarbeitsvereinbarungen", "traité",
    "外空条约", "宇宙のごみ", "우주", "الفضاء", "והחלל", "Космос", "διάστημα", "1,234.5", "https://example.org/a/b",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
SHORT = st.lists(st.sampled_from(WORDS[:-1]), min_size=1, max_size=4).map(" ".join)
KINDS: tuple[DiagramType, ...] = ("cards", "timeline", "process", "cycle", "pyramid", "hierarchy")


@st.composite
def lists(draw: st.DrawFn) -> ItemList:
    below = st.lists(SHORT, max_size=3)
    texts = draw(st.lists(st.tuples(TEXTS, below), min_size=1, max_size=30))
    made = tuple(
        Item(words(text), HERE, tuple(Item(words(sub), HERE) for sub in subs))
        for text, subs in texts
    )
    return ItemList(made, HERE, ordered=draw(st.booleans()))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 6))
    rows = draw(
        st.lists(st.lists(SHORT, min_size=columns, max_size=columns), min_size=1, max_size=40)
    )
    cells = tuple(tuple(Cell(words(text)) for text in row) for row in rows)
    header = tuple(Cell(words(f"column {number}")) for number in range(columns))
    return Table(header, cells, HERE)


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    titles = draw(st.lists(SHORT, min_size=2, max_size=6))
    nodes = tuple(Node(words(title), HERE, (words(draw(TEXTS)),)) for title in titles)
    return Diagram(draw(st.sampled_from(KINDS)), nodes, HERE)


def _slide(block: Block) -> Slide:
    if isinstance(block, ItemList):
        return slide("content", block)
    return slide("table" if isinstance(block, Table) else "diagram", block)


LANGUAGES = st.sampled_from(["en", "ar"])
SLIDES = st.one_of(lists(), tables(), diagrams()).map(_slide)
MANY = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def said_by(block: Block) -> list[str]:
    if isinstance(block, ItemList):
        return [plain(i.text) for item in block.items for i in (item, *item.items)]
    if isinstance(block, Table):
        return [plain(cell.text) for row in block.rows for cell in row]
    assert isinstance(block, Diagram)
    return [plain(text) for node in block.nodes for text in (node.title, *node.text)]


def texts_of(shape: Shape) -> list[str]:
    bodies = []
    if isinstance(shape, AutoShape) and shape.text:
        bodies = [shape.text]
    if isinstance(shape, TableShape):
        bodies = [cell.text for row in shape.rows for cell in row]
    return ["".join(run.text for run in p.runs) for body in bodies for p in body.paragraphs]


def all_text(deck: Deck) -> list[str]:
    return [
        re.sub(rf"[\u2007\u2008{MARK}]", "", text)
        for page in deck.slides
        for shape in flat(page.shapes)
        for text in texts_of(shape)
    ]


@MANY
@given(SLIDES, LANGUAGES)
def test_nothing_is_lost_or_there_is_an_error_with_its_line(
    given_slide: Slide, language: str
) -> None:
    deck, found = place(outline(given_slide, language=language), pack())
    if deck is None:
        assert all(diagnostic.span for diagnostic in found if diagnostic.severity == "error")
        return
    shown = all_text(deck)
    for said in said_by(given_slide.blocks[0]):
        assert said in shown


@MANY
@given(SLIDES, LANGUAGES)
def test_no_shape_leaves_the_slide(given_slide: Slide, language: str) -> None:
    deck, _ = place(outline(given_slide, language=language), pack())
    for page in deck.slides if deck else ():
        for shape in flat(page.shapes):
            if isinstance(shape, Connector) or shape.box is None:
                continue
            assert shape.box.x >= 0
            assert shape.box.y >= 0
            assert shape.box.right <= SLIDE.right + 1
            assert shape.box.bottom <= SLIDE.bottom + 1


@MANY
@given(SLIDES)
def test_stable_names_are_unique_on_their_slide(given_slide: Slide) -> None:
    deck, _ = place(outline(given_slide), pack())
    for page in deck.slides if deck else ():
        nodes = [shape.origin.node for shape in flat(page.shapes)]
        assert len(nodes) == len(set(nodes))


@MANY
@given(SLIDES)
def test_the_same_outline_is_placed_the_same_way(given_slide: Slide) -> None:
    assert place(outline(given_slide), pack()) == place(outline(replace(given_slide)), pack())
