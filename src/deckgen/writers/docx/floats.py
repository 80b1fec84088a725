"""Figures that do not fit on the rest of their page: set after the text that follows, or before.

A figure that goes to the next page leaves the rest of its own empty. A typesetter sets the text
that follows it first, as far as the page has room, and the figure at the head of the next page;
or, where no text follows in its section, sets it a paragraph earlier. One that is only a little
too high is set lower. Everything stays in the flow of the text: no frames, no anchors. Figures and
tables keep their order, stay within their section, and after a paragraph that leads into them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from deckgen.frozen import Frozen, replace
from deckgen.writers.docx.clearance import touching
from deckgen.writers.docx.flow import Piece
from deckgen.writers.docx.pagination import Spot, filled
from deckgen.writers.docx.template import Page
from deckgen.writers.docx.units import Unit

# Shares of a page. Measured heights are some lines off, so small gaps are left alone, and what has
# to fit must do so with room to spare.
_MUCH, _LITTLE = 0.12, 0.1
_GAIN = 0.05
_SPARE = 0.02
_TWIPS = 20
_LOWER = (0.9, 0.8, 0.7)  # of a figure's height


class Block(Frozen):
    """A unit of the body as it is written, and as it fills pages."""

    unit: Unit
    written: str
    pieces: tuple[Piece, ...]

    @property
    def movable(self) -> bool:
        """Whether it is a figure that can stand elsewhere; its notes would change their order."""
        return (
            self.unit.kind == "figure"
            and "footnoteReference" not in self.written
            and "endnoteReference" not in self.written
        )


class Setting(Frozen):
    """How figures are set: on which page, and whether its text is measured in its own face.

    Where it is not, a figure that was set earlier might still not fit, and leave even more empty.
    `lower` gives a figure a share of its height, None where it has no such form.
    """

    page: Page
    exact: bool
    lower: Callable[[Block, float], Block | None]


def settled(blocks: Iterable[Block], setting: Setting) -> list[Block]:
    """The blocks in an order in which figures leave no page half empty, where there is one."""
    paper = _Paper(_with_notes(blocks), setting)
    for figure in [each for each in paper.order if each.unit.kind == "figure"]:
        paper.settle(figure)
    return paper.order


def _with_notes(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, each figure with the note below it as one."""
    order: list[Block] = []
    for block in blocks:
        if block.unit.kind == "note" and order and order[-1].unit.kind == "figure":
            above = order.pop()
            written, pieces = above.written + block.written, (*above.pieces, *block.pieces)
            order.append(Block(above.unit, written, pieces))
        else:
            order.append(block)
    return order


class _Paper:
    """The blocks in their order, and where they stand, while figures are settled."""

    def __init__(self, order: list[Block], setting: Setting) -> None:
        self.order = order
        self._setting = setting
        self._spots = self._filled(order, 0)

    def settle(self, figure: Block) -> None:
        """Find the first order that fills the page before a figure, or fills it most."""
        at = self.order.index(figure)
        number, empty = _gap(self._spots, _count(self.order[:at]))
        if empty <= _MUCH:
            return
        best, least = self.order, empty - _GAIN
        for tried in self._orders(at):
            if _touching(tried) > _touching(self.order):
                continue
            left = _foot(self._filled(tried, at, number), number)
            if left < least:
                best, least = tried, left
            if least <= _LITTLE:
                break
        if best is not self.order:
            spots = self._filled(best, at)
            self.order, self._spots = best, spots

    def _filled(self, tried: list[Block], at: int, until: int | None = None) -> list[Spot]:
        """Where all stands in an order that begins to differ in the section of a block."""
        pieces = [piece for block in tried for piece in block.pieces]
        while at and self.order[at].unit.kind != "bound":
            at -= 1
        known = _count(self.order[:at])
        while known and pieces[known - 1].keep_next:
            known -= 1
        return filled(pieces, self._setting.page, self._spots[:known] if known else (), until)

    def _orders(self, at: int) -> Iterator[list[Block]]:
        """Orders to try, those first that change least for a reader."""
        order = self.order
        shares = (self._setting.lower(order[at], share) for share in _LOWER)
        low = [each for each in shares if each is not None]
        for figure in low:
            if self._fits(at, figure):
                yield [*order[:at], figure, *order[at + 1 :]]
        if order[at].movable and not order[at - 1].unit.leads:
            yield from _later(order, at)
            for figure in (order[at], *low) if self._setting.exact else ():
                yield from self._earlier(at, figure)

    def _earlier(self, at: int, figure: Block) -> Iterator[list[Block]]:
        """The figure before the paragraph of its slide that it follows, before two, and so on."""
        order = self.order
        for index in range(at - 1, 0, -1):
            above = order[index]
            if above.unit.kind != "paragraph" or above.unit.slide != figure.unit.slide:
                return
            if _parts(order[index - 1], [above]) and self._fits(index, figure):
                yield [*order[:index], figure, *order[index:at], *order[at + 1 :]]

    def _fits(self, at: int, figure: Block) -> bool:
        """Whether a figure has room on the page below what is above, and some to spare."""
        first, *rest = figure.pieces
        more = first.lines[0] + _SPARE * self._setting.page.height / _TWIPS
        spaced = replace(figure, pieces=(replace(first, lines=(more, *first.lines[1:])), *rest))
        spots = self._filled([*self.order[:at], spaced], at)
        return _gap(spots, _count(self.order[:at]))[1] == 0


def _later(order: list[Block], at: int) -> Iterator[list[Block]]:
    """The figure behind one text that follows it, behind two, and so on.

    Figures between these wait with it.
    """
    passed: list[Block] = []
    waiting = [order[at]]
    for index in range(at + 1, len(order)):
        block = order[index]
        if block.unit.kind == "bound" or (block.unit.kind == "figure" and not block.movable):
            return
        if block.unit.kind == "figure":
            if passed and passed[-1].unit.leads:
                return
            waiting.append(block)
            continue
        passed.append(block)
        if _parts(block, order[index + 1 : index + 2]):
            yield [*order[:at], *passed, *waiting, *order[index + 1 :]]


def _parts(above: Block, below: Sequence[Block]) -> bool:
    """Whether a figure may stand between what is above and what is below."""
    if below and below[0].unit.kind in {"more", "note"}:
        return False
    if above.unit.kind in {"bound", "figure"}:
        return True
    kept = bool(above.pieces) and above.pieces[-1].keep_next
    return not (above.unit.leads or kept)


def _count(blocks: Iterable[Block]) -> int:
    return sum(len(block.pieces) for block in blocks)


def _touching(order: Sequence[Block]) -> int:
    return touching([block.written for block in order])


def _gap(spots: Sequence[Spot], at: int) -> tuple[int, float]:
    """The page before a piece that begins a page, and the share of it that stays empty."""
    if not 0 < at < len(spots):
        return 0, 0.0
    above, own = spots[at - 1], spots[at]
    return above.last, above.left if own.page > above.last else 0.0


def _foot(spots: Sequence[Spot], number: int) -> float:
    """The share of a page that is empty at its foot."""
    for above, below in pairwise(spots):
        if above.last == number and below.page > number:
            return above.left
    return 0.0
