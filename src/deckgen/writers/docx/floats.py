"""Figures that do not fit on the rest of their page: set after the text that follows, or before.

A figure that goes to the next page leaves the rest of its own empty. A typesetter sets the text
that follows it first, as far as the page has room, and the figure at the head of the next page;
or sets it a paragraph earlier. One that is only a little too high is set lower, and a listing goes
on over the page. Everything stays in the flow of the text: no frames, no anchors. Figures and
tables keep their order, stay within their section, and after a paragraph that leads into them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from deckgen.frozen import Frozen, replace
from deckgen.writers.docx.clearance import touching
from deckgen.writers.docx.moves import Block, Blocks, earlier, later, loosened, parted
from deckgen.writers.docx.pagination import Spot, filled
from deckgen.writers.docx.pieces import Piece
from deckgen.writers.docx.template import Page

__all__ = ["Block", "Setting", "settled"]

# Shares of a page. Measured heights are some lines off, so small gaps are left alone, and what has
# to fit must do so with room to spare, the more where the face is not known.
_MUCH, _MUCH_CODE = 0.12, 0.2
_SPARE, _SPARE_UNKNOWN = 0.02, 0.1
_HARDLY, _HARDLY_UNKNOWN = 0.012, 0.05
_RISK = 0.5  # how likely it is that what hardly fits does not
_LOWER = (0.9, 0.8, 0.7)  # of a figure's height
# What a change costs, in squares of shares: for a text passed, for a tenth of a figure's height.
_LATER, _EARLIER, _LOWERED = 0.004, 0.01, 0.003
_PARTED = 0.03  # what it costs to part a short table
_DRAFTS = 2  # orders that are pursued, those best so far and those best in all
_LONGEST = 24  # blocks of a section that are weighed against each other
_AHEAD = 3  # blocks below a section that may have to share a page with its last ones
_TOGETHER = frozenset({("lead", "figure"), ("figure", "note")})
_TWIPS = 20


class Setting(Frozen):
    """How figures are set: on which page, and whether its text is measured in its own face.

    A figure that is set earlier and does not fit there leaves even more empty. `lower` gives a
    figure a share of its height, None where it has no such form.
    """

    page: Page
    exact: bool
    lower: Callable[[Block, float], Block | None]


def settled(blocks: Iterable[Block], setting: Setting) -> list[Block]:
    """The blocks in an order in which figures leave no page half empty, where there is one."""
    sections = _sections(_joined(blocks))
    done: list[Block] = []
    above: Piece | None = None
    spot: Spot | None = None
    for number, section in enumerate(sections):
        below = [block for each in sections[number + 1 : number + 1 + _AHEAD] for block in each]
        frame = _Section(section, below[:_AHEAD], above, spot, setting)
        order, spots = frame.settled()
        done += order
        pieces = _pieces(order)
        above, spot = (pieces[-1], spots[-1]) if pieces else (above, spot)
    return done


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, each figure with the sentence that opens it and the note below it as one."""
    order: list[Block] = []
    for block in blocks:
        above = order[-1].unit if order else None
        if above and (above.kind, block.unit.kind) in _TOGETHER:
            upper = order.pop()
            unit = block.unit if block.unit.kind == "figure" else upper.unit
            pieces = (*upper.pieces, *block.pieces)
            order.append(Block(unit, upper.written + block.written, pieces))
        else:
            order.append(block)
    return order


def _sections(blocks: Iterable[Block]) -> list[Blocks]:
    """The blocks by what figures must not leave; long sections in parts, to be looked through."""
    found: list[list[Block]] = []
    for block in blocks:
        new = block.unit.kind == "bound" or not found
        if new or (len(found[-1]) >= _LONGEST and _begins(found[-1][-1], block)):
            found.append([])
        found[-1].append(block)
    return [tuple(section) for section in found]


def _begins(above: Block, block: Block) -> bool:
    """Whether a block begins another slide."""
    return block.unit.kind == "paragraph" and above.unit.slide != block.unit.slide


class _Draft(Frozen):
    """A section in an order, what the changes cost that led there, and where its pieces stand."""

    order: Blocks
    cost: float
    spots: list[Spot]


class _Section:
    """A section between what stands above it, at a known place, and what follows."""

    def __init__(
        self,
        blocks: Blocks,
        below: list[Block],
        above: Piece | None,
        spot: Spot | None,
        setting: Setting,
    ) -> None:
        self._blocks = blocks
        self._below = _pieces(below)
        self._above = [above] if above else []
        self._known = [spot] if spot else []
        self._setting = setting
        self._most = _touching(blocks)

    def settled(self) -> tuple[Blocks, list[Spot]]:
        """The order that leaves least empty, and where its pieces stand."""
        drafts = [self._draft(self._blocks, 0.0)]
        for high in self._blocks:
            if high.unit.kind in {"figure", "listing"}:
                tried = [each for draft in drafts for each in self._tried(draft, high)]
                drafts = self._best(tried, high)
        best = min(drafts, key=self._loss) if len(drafts) > 1 else drafts[0]
        return best.order, best.spots[: _count(best.order)]

    def _draft(self, order: Blocks, cost: float) -> _Draft:
        return _Draft(order, cost, self._filled(order))

    def _filled(self, order: Blocks, alone: bool = False) -> list[Spot]:
        """Where the pieces of an order stand, and with them those below."""
        pieces = [*self._above, *_pieces(order), *([] if alone else self._below)]
        return filled(pieces, self._setting.page, self._known)[len(self._known) :]

    def _tried(self, draft: _Draft, high: Block) -> Iterator[_Draft]:
        """The draft, and what may be changed in it where a block leaves much of a page empty."""
        yield draft
        at = _place(draft.order, high)
        limit = _MUCH_CODE if high.unit.kind == "listing" else _MUCH
        lost = self._gap(draft.spots, _count(draft.order[:at])), self._risked(draft, at)
        if max(lost) <= limit:
            return
        for cost, order in self._orders(draft.order, at):
            if _touching(order) <= self._most:
                yield self._draft(order, draft.cost + cost)

    def _best(self, drafts: list[_Draft], high: Block) -> list[_Draft]:
        """Those drafts that leave least empty, in all and up to a block."""
        if len(drafts) <= _DRAFTS:
            return drafts
        best = sorted(drafts, key=self._loss)[:_DRAFTS]
        so_far = sorted(drafts, key=lambda draft: self._loss(draft, high))[:_DRAFTS]
        return best + [each for each in so_far if each not in best]

    def _loss(self, draft: _Draft, until: Block | None = None) -> float:
        """What a draft costs and leaves empty, up to the page of a block: large gaps weigh more."""
        spots = draft.spots
        last = spots[_count(draft.order[: _place(draft.order, until)])] if until else spots[-1]
        places = range(min(_count(draft.order) + 1, len(spots)))
        gaps = (self._gap(spots, at) for at in places if spots[at].page <= last.page)
        risks = (self._risked(draft, at) for at in range(len(draft.order)))
        lost = sum(gap**2 for gap in gaps) + _RISK * sum(risk**2 for risk in risks)
        return draft.cost + lost

    def _gap(self, spots: Sequence[Spot], at: int) -> float:
        """The share that stays empty of the page before a piece, where that begins a page."""
        before = spots[at - 1] if at else self._known[-1] if self._known else spots[at]
        return before.left if spots[at].page > before.last else 0.0

    def _risked(self, draft: _Draft, at: int) -> float:
        """The share of a page that stays empty if a figure that hardly fits does not."""
        block = draft.order[at]
        if block.unit.kind != "figure":
            return 0.0
        begun = _count(draft.order[:at])
        first, last = draft.spots[begun], draft.spots[begun + len(block.pieces) - 1]
        least = _HARDLY if self._setting.exact else _HARDLY_UNKNOWN
        hardly = first.page == last.last and last.left < least
        return (1 - first.down) * hardly * (first.down > 0)

    def _orders(self, order: Blocks, at: int) -> Iterator[tuple[float, Blocks]]:
        """Orders to try with what the change costs."""
        if order[at].unit.kind == "listing":
            yield 0.0, (*order[:at], loosened(order[at]), *order[at + 1 :])
            return
        for number, tried in enumerate(later(order, at), 1):
            yield number * _LATER, tried
        if (table := parted(order[at])) is not None:
            yield _PARTED, (*order[:at], table, *order[at + 1 :])
        for share in (1.0, *_LOWER):
            figure = order[at] if share == 1.0 else self._setting.lower(order[at], share)
            if figure is None:
                continue
            lowered = (*order[:at], figure, *order[at + 1 :])
            cost = 10 * (1 - share) * _LOWERED
            if share < 1.0 and self._fits(order[:at], figure, _SPARE):
                yield cost, lowered
            spare = _SPARE if self._setting.exact else _SPARE_UNKNOWN
            for place, tried in earlier(lowered, at):
                if self._fits(tried[:place], figure, spare):
                    yield cost + (at - place) * _EARLIER, tried

    def _fits(self, above: Blocks, figure: Block, spare: float) -> bool:
        """Whether a figure has room on the page below what is above, and some to spare."""
        first, *rest = figure.pieces
        more = first.lines[0] + spare * self._setting.page.height / _TWIPS
        spaced = replace(figure, pieces=(replace(first, lines=(more, *first.lines[1:])), *rest))
        return self._gap(self._filled((*above, spaced), alone=True), _count(above)) == 0


def _place(order: Blocks, block: Block) -> int:
    """Where a block stands, in whatever form."""
    return next(at for at, each in enumerate(order) if each.unit == block.unit)


def _pieces(blocks: Iterable[Block]) -> list[Piece]:
    return [piece for block in blocks for piece in block.pieces]


def _count(blocks: Iterable[Block]) -> int:
    return sum(len(block.pieces) for block in blocks)


def _touching(order: Sequence[Block]) -> int:
    return touching([block.written for block in order])
