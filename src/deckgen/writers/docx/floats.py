"""Figures that do not fit on the rest of their page: set after the text that follows, or before.

A figure that goes to the next page leaves the rest of its own empty. A typesetter sets the text
that follows it first, as far as the page has room, and the figure at the head of the next page;
or, where no text follows in its section, sets it a paragraph earlier. One that is only a little
too high is set lower. Everything stays in the
flow of the text: no frames, no anchors. Figures and tables keep their order, stay within their
section, and after a paragraph that leads into them.
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
_MUCH, _LITTLE = 0.12, 0.07
_GAIN = 0.05
_SPARE = 0.03
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


Lower = Callable[[Block, float], Block | None]
"""A figure with a share of its height, None where it has no such form."""


def settled(blocks: Iterable[Block], page: Page, lower: Lower) -> list[Block]:
    """The blocks in an order in which figures leave no page half empty, where there is one."""
    order = _with_notes(blocks)
    for figure in [each for each in order if each.unit.kind == "figure"]:
        at = order.index(figure)
        number, empty = _gap(order, at, page)
        if empty > _MUCH:
            order = _best(order, at, number, empty, page, lower)
    return order


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


def _best(
    order: list[Block], at: int, number: int, empty: float, page: Page, lower: Lower
) -> list[Block]:
    """The first order that fills the page, or the one that fills it most, if it is worth it."""
    best, least = order, empty - _GAIN
    most = touching([each.written for each in order])
    for tried in _orders(order, at, page, lower):
        if touching([each.written for each in tried]) > most:
            continue
        left = _foot(_spots(tried, page), number)
        if left < least:
            best, least = tried, left
        if least <= _LITTLE:
            break
    return best


def _orders(order: list[Block], at: int, page: Page, lower: Lower) -> Iterator[list[Block]]:
    """Orders to try, those first that change least for a reader."""
    low = [each for share in _LOWER if (each := lower(order[at], share)) is not None]
    for figure in low:
        if _fits(order[:at], figure, page):
            yield [*order[:at], figure, *order[at + 1 :]]
    if not order[at].movable or order[at - 1].unit.leads:
        return
    yield from _later(order, at)
    for figure in (order[at], *low):
        yield from _earlier(order, at, figure, page)


def _fits(above: list[Block], figure: Block, page: Page) -> bool:
    """Whether a figure has room on the page below what is above, and some to spare."""
    first, *rest = figure.pieces
    more = first.lines[0] + _SPARE * page.height / 20
    spaced = replace(figure, pieces=(replace(first, lines=(more, *first.lines[1:])), *rest))
    return _gap([*above, spaced], len(above), page)[1] == 0


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


def _earlier(order: list[Block], at: int, figure: Block, page: Page) -> Iterator[list[Block]]:
    """The figure before the paragraph of its slide that it follows, before two, and so on."""
    for index in range(at - 1, 0, -1):
        above = order[index]
        if above.unit.kind != "paragraph" or above.unit.slide != figure.unit.slide:
            return
        if _parts(order[index - 1], [above]) and _fits(order[:index], figure, page):
            yield [*order[:index], figure, *order[index:at], *order[at + 1 :]]


def _parts(above: Block, below: Sequence[Block]) -> bool:
    """Whether a figure may stand between what is above and what is below."""
    if below and below[0].unit.kind in {"more", "note"}:
        return False
    if above.unit.kind in {"bound", "figure"}:
        return True
    kept = bool(above.pieces) and above.pieces[-1].keep_next
    return not (above.unit.leads or kept)


def _spots(order: Sequence[Block], page: Page) -> list[Spot]:
    return filled([piece for block in order for piece in block.pieces], page)


def _gap(order: Sequence[Block], at: int, page: Page) -> tuple[int, float]:
    """The page before a block that begins a page, and the share of it that it leaves empty."""
    index = sum(len(block.pieces) for block in order[:at])
    spots = _spots(order[: at + 3], page)
    if not 0 < index < len(spots):
        return 0, 0.0
    above, own = spots[index - 1], spots[index]
    return above.last, above.left if own.page > above.last else 0.0


def _foot(spots: Sequence[Spot], number: int) -> float:
    """The share of a page that is empty at its foot."""
    for above, below in pairwise(spots):
        if above.last == number and below.page > number:
            return above.left
    return 0.0
