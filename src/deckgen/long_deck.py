"""A long deck, made by two processes: each places and writes one half of the slides.

The halves need little of each other: which sizes occur, so that slides of a kind become alike, how
many slides and charts stand before, and at the end the written parts. The bytes are those that one
process would make.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostic
from deckgen.frozen import Frozen
from deckgen.model.deck import ChartShape, PlacedSlide
from deckgen.model.outline import Outline, Slide
from deckgen.model.pack import Pack
from deckgen.place.drawing import page_id
from deckgen.place.stage import Plan, Sizes, Stage, properties, sections, sizes_of
from deckgen.twin import both
from deckgen.writers.pptx import Writing
from deckgen.writers.pptx.page import walk
from deckgen.writers.pptx.writing import Put

if TYPE_CHECKING:
    from deckgen.twin import Peer

LONG = 600
"""So many slides are worth a second process."""

Made = tuple[bytes, int, tuple[Diagnostic, ...]]
Faces = tuple[tuple[str, str], ...]


class _Known(Frozen):
    """What one half tells the other of its plans: sizes, slides made of each, faces missing."""

    sizes: Sizes
    pages: tuple[int, ...]
    stand_ins: Faces


class _Alone(Exception):
    """This is no work for two: there is an error to be told."""


def long_deck(outline: Outline, pack: Pack, epoch: int) -> Made | None:
    """The file, the number of its slides and the findings.

    None where two processes cannot make it, and where it has an error: one then tells more.
    Raises PackageRefused as the writer does.
    """
    stage = Stage(outline, pack)
    halves = _Halves(stage, pack)
    try:
        made = both(halves.first, halves.second)
    except _Alone:
        return None
    if made is None:
        return None
    (writing, ids, known), (put, findings) = made
    writing.take(put)
    stage.found.extend(findings)
    stage.say_stand_ins(known)
    told = properties(stage.outline)
    data = writing.sealed(sections(stage.outline, ids), told, epoch)
    return data, sum(map(len, ids)), stage.found.as_tuple()


class _Halves:
    """What each of the two processes does."""

    def __init__(self, stage: Stage, pack: Pack) -> None:
        self._stage = stage
        self._pack = pack
        self._slides = stage.outline.slides
        # The copy has its parts to hand over as well.
        self._middle = len(self._slides) * 52 // 100

    def first(self, peer: Peer) -> tuple[Writing, list[list[str]], Faces]:
        """Places and writes the first half; gives the writing that the second is added to."""
        plans, mine = self._planned(self._slides[: self._middle])
        theirs = _exchanged(peer, mine)
        placed = self._stage.drawn(plans, _together(mine.sizes, theirs.sizes))
        peer.send(_charts(placed))
        ids = self._ids(mine.pages + theirs.pages)
        writing = self._writing(ids, 0)
        writing.put(slide for group in placed for slide in group)
        return writing, ids, tuple(sorted({*mine.stand_ins, *theirs.stand_ins}))

    def second(self, peer: Peer) -> tuple[Put, tuple[Diagnostic, ...]]:
        """Places and writes the second half; gives its parts and its findings."""
        plans, mine = self._planned(self._slides[self._middle :])
        theirs = _exchanged(peer, mine)
        placed = self._stage.drawn(plans, _together(theirs.sizes, mine.sizes))
        writing = self._writing(self._ids(theirs.pages + mine.pages), peer.recv())
        writing.put((slide for group in placed for slide in group), sum(theirs.pages) + 1)
        return writing.parts(), self._stage.found.as_tuple()

    def _planned(self, slides: Sequence[Slide]) -> tuple[list[Plan], _Known]:
        plans = self._stage.planned(slides)
        if self._stage.found.failed:
            raise _Alone
        pages = tuple(len(plan.content.pages) for plan in plans)
        return plans, _Known(sizes_of(plans), pages, self._stage.stand_ins)

    def _ids(self, pages: Sequence[int]) -> list[list[str]]:
        """The ids of all placed slides, by the slides of the outline."""
        return [
            [page_id(slide.id, number) for number in range(1, count + 1)]
            for slide, count in zip(self._slides, pages, strict=True)
        ]

    def _writing(self, ids: Iterable[Iterable[str]], charts: int) -> Writing:
        language = self._stage.outline.talk.language
        return Writing(self._pack.deck, language, [each for group in ids for each in group], charts)


def _exchanged(peer: Peer, mine: _Known) -> _Known:
    peer.send(mine)
    theirs: _Known = peer.recv()
    return theirs


def _together(one: Sizes, other: Sizes) -> Sizes:
    none: frozenset[int] = frozenset()
    return Sizes(
        {
            group: one.titles.get(group, none) | other.titles.get(group, none)
            for group in {**one.titles, **other.titles}
        },
        {
            group: one.contents.get(group, none) | other.contents.get(group, none)
            for group in {**one.contents, **other.contents}
        },
    )


def _charts(placed: Iterable[Iterable[PlacedSlide]]) -> int:
    shapes = (shape for group in placed for slide in group for shape in walk(slide.shapes))
    return sum(isinstance(shape, ChartShape) for shape in shapes)
