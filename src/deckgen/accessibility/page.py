"""A placed slide beside what it was made from, and the shapes on it in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Span
from deckgen.frozen import Frozen
from deckgen.model.blocks import Block, Columns, Gallery
from deckgen.model.deck import Deck, Group, PlacedSlide, Shape
from deckgen.model.outline import Outline, Slide
from deckgen.model.pack import Layout, Pack

_CONTINUED = re.compile(r"-\d+\Z")
FURNITURE = frozenset(("ftr", "sldNum", "dt"))


class Page(Frozen):
    """One slide as the rules see it. `language` is the talk's."""

    slide: Slide
    placed: PlacedSlide
    layout: Layout
    language: str

    @property
    def span(self) -> Span:
        """The outline's line of the slide."""
        return self.slide.span

    def shapes(self) -> Iterator[Shape]:
        """All shapes in reading order, those of groups behind their group."""
        return flat(self.placed.shapes)

    def blocks(self, *kinds: type[Block]) -> Iterator[Block]:
        """The slide's blocks of these kinds, those within columns too."""
        return (block for block in _blocks(self.slide.blocks) if isinstance(block, kinds))


def pages(outline: Outline, deck: Deck, pack: Pack) -> tuple[Page, ...]:
    """The deck's slides, each beside its slide of the outline."""
    slides = {slide.id: slide for slide in outline.slides}
    layouts = {layout.part: layout for layout in pack.deck.layouts}
    language = outline.talk.language
    return tuple(
        Page(slides[_source(placed.id, slides)], placed, layouts[placed.layout], language)
        for placed in deck.slides
    )


def flat(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    """Shapes in their order, each group followed by what it holds."""
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from flat(shape.shapes)


def _source(name: str, slides: dict[str, Slide]) -> str:
    """The slide that a continuation (`orbits-2`) continues."""
    return name if name in slides else _CONTINUED.sub("", name)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for column in block.columns:
                yield from _blocks(column.blocks)
        if isinstance(block, Gallery):
            yield from block.pictures
