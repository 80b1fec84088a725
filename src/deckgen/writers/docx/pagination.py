"""On which page everything will stand: the body set once, by measure.

Word recounts the pages when it prints; until then the contents show these. The page is filled
as Word does it: paragraphs keep two lines together, keep with the next where they say so, and
spaces at a page's head fall away; rows of a table stay whole, and their heads are repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckgen.frozen import Frozen
from deckgen.writers.docx.flow import Flow
from deckgen.writers.docx.pieces import Piece, between
from deckgen.writers.docx.story import Story
from deckgen.writers.docx.template import Page

_TWIPS = 20
_ROUNDED = 0.01  # points by which sums of heights may differ
_RULE = 6.0  # the height of the rule above a page's notes


class Spot(Frozen):
    """Where a piece stands: the page that it begins on and how far down, the page it ends on.

    `left` is the share of that last page that stays free below it; `column`, `used` and `noted`
    (points) say how the pages are filled there.
    """

    page: int
    down: float
    last: int
    left: float
    column: int
    used: float
    noted: float


def pieces(element: Any, story: Story) -> list[Piece]:
    """What fills the pages among an element's blocks, in their order."""
    return Flow(story).pieces(element, story.width)


def places(pieces: Sequence[Piece], page: Page) -> dict[str, float]:
    """For each bookmark its page, and how far down that it stands: 2.5 is the middle of page 2."""
    return {
        bookmark: spot.page + spot.down
        for piece, spot in zip(pieces, filled(pieces, page), strict=True)
        for bookmark in piece.bookmarks
    }


def filled(pieces: Sequence[Piece], page: Page, known: Sequence[Spot] = ()) -> list[Spot]:
    """Where each piece stands when they fill the pages one after the other.

    `known` is where the first ones do.
    """
    return [*known, *_Pages(pieces, page, known).fill()]


class _Pages:
    """Pages while they are filled; `_used` of the current one is taken, `_noted` by its notes."""

    def __init__(self, pieces: Sequence[Piece], page: Page, known: Sequence[Spot] = ()) -> None:
        self._pieces = pieces
        self._page = page
        self._begun = len(known)
        self._column = known[-1].column if known else 1
        self._used = known[-1].used if known else 0.0
        self._noted = known[-1].noted if known else 0.0

    def fill(self) -> list[Spot]:
        """Set all pieces that are not yet set, one after the other."""
        begun = enumerate(self._pieces[self._begun :], self._begun)
        return [self._spot(at, piece) for at, piece in begun]

    def _spot(self, at: int, piece: Piece) -> Spot:
        upper = self._pieces[at - 1] if self._used else None
        broken = False
        if piece.begins_page and self._used:
            self._next()
            upper, broken = None, True
        elif self._used and self._too_high(at):
            self._next(piece.repeated)
            upper = None
        page, down = self._set(piece, self._gap(upper, piece, broken or self._column == 1))
        left = max(0.0, self._height - self._used - self._noted) / self._height
        return Spot(page, down, self._number, left, self._column, self._used, self._noted)

    @property
    def _number(self) -> int:
        return (self._column - 1) // self._page.columns + 1

    @property
    def _height(self) -> float:
        return self._page.room(self._column) / _TWIPS

    @property
    def _left(self) -> float:
        return self._height - self._used - self._noted + _ROUNDED

    def _next(self, repeated: float = 0.0) -> None:
        """Begin a page, or a column, on which a table's head may stand again."""
        self._column += 1
        self._used, self._noted = repeated, 0.0

    @staticmethod
    def _gap(upper: Piece | None, piece: Piece, spaced: bool) -> float:
        """From what stands above to the piece's text; no space at the head of a page."""
        if upper is not None:
            return between(upper, piece)
        return piece.above + (piece.before if spaced else 0.0)

    def _too_high(self, at: int) -> bool:
        """Whether the piece has to begin a page, with those that it must share that with.

        What keeps with it above has settled that for both.
        """
        if self._pieces[at - 1].keep_next:
            return False
        chain = [self._pieces[at]]
        while chain[-1].keep_next and at + len(chain) < len(self._pieces):
            chain.append(self._pieces[at + len(chain)])
            if chain[-1].begins_page:
                chain.pop()
                break
        needed, upper = 0.0, self._pieces[at - 1]
        for piece in chain:
            needed += between(upper, piece)
            lines = piece.lines if piece is not chain[-1] else piece.lines[: _together(piece)]
            needed += sum(lines) + (piece.below if len(lines) == len(piece.lines) else 0.0)
            needed += sum(height for line, height in piece.notes if line < len(lines))
            upper = piece
        needed -= chain[-1].overhang
        return self._left < needed <= self._page.room(self._column + 1) / _TWIPS

    def _set(self, piece: Piece, gap: float) -> tuple[int, float]:
        """Set a piece; its page, and how far down that it begins."""
        self._used += gap
        at, begins = 0, (self._number, min(self._used / self._height, 0.999))
        while at < len(piece.lines):
            count = self._fitting(piece, at)
            if not count and self._used > gap:
                self._next(piece.repeated)
                if not at:
                    begins = self._number, self._used / self._height
                count = self._fitting(piece, at)
            count = max(count, 1)
            self._take(piece, at, count)
            at += count
            if at < len(piece.lines):
                self._next()
        self._used += piece.below
        return begins

    def _fitting(self, piece: Piece, at: int) -> int:
        """How many of the lines from one on may stand on this page, 0 where none should."""
        room, count, noted = self._left, 0, self._noted
        left = len(piece.lines) - at
        for line in range(at, len(piece.lines)):
            notes = sum(height for where, height in piece.notes if where == line)
            rule = _RULE if notes and not noted else 0.0
            below = piece.below if line == len(piece.lines) - 1 else 0.0
            if piece.lines[line] - piece.overhang + notes + rule + below > room:
                break
            room -= piece.lines[line] + notes + rule
            noted += notes + rule
            count += 1
        if count == left:
            return count
        if piece.keep_lines and not at:
            return 0
        if piece.widows:
            count = min(count, left - 2)
            count = 0 if not at and count < 2 else count
        return max(count, 0)

    def _take(self, piece: Piece, at: int, count: int) -> None:
        self._used += sum(piece.lines[at : at + count])
        notes = sum(height for line, height in piece.notes if at <= line < at + count)
        if notes:
            self._noted += notes + (0.0 if self._noted else _RULE)


def _together(piece: Piece) -> int:
    """How many lines at a paragraph's start must stand on one page."""
    if piece.keep_lines or (piece.widows and len(piece.lines) <= 3):
        return len(piece.lines)
    return 2 if piece.widows else 1
