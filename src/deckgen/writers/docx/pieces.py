"""What fills pages: paragraphs and rows of tables with their heights, and what is between them."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.frozen import Frozen


class Piece(Frozen):
    """A paragraph or a table row as it fills a page; lengths in points.

    `before` and `after` are its spaces; `lines` the heights that may be parted; `notes` what
    footnotes take from the page, each with the index of the line that refers to it. `above` and
    `below` are what rules add, which paragraphs of one `frame` share. `repeated` is the height of
    the rows that a table shows anew on each page, `overhang` what a page's last line does not need
    of its height.
    """

    lines: tuple[float, ...]
    before: float = 0.0
    after: float = 0.0
    above: float = 0.0
    below: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    begins_page: bool = False
    widows: bool = True
    bookmarks: tuple[str, ...] = ()
    notes: tuple[tuple[int, float], ...] = ()
    style: str = ""
    contextual: bool = False
    frame: str = ""
    repeated: float = 0.0
    overhang: float = 0.0


def stacked(pieces: Sequence[Piece]) -> float:
    """The height of pieces one below the other where no page ends, spaces at both ends included."""
    height, space = 0.0, 0.0
    for at, piece in enumerate(pieces):
        height += between(pieces[at - 1], piece) if at else piece.before + piece.above
        height += sum(piece.lines) + piece.below
        space = piece.after
    return height + space


def between(upper: Piece, lower: Piece) -> float:
    """From one piece's text to the next one's: the larger of their spaces, and rules.

    Of two paragraphs of one style that say so, none has space to the other (17.3.1.9); of one
    frame, no rule (17.3.1.24), so `below` of the upper has to be taken back.
    """
    alike = bool(upper.style) and upper.style == lower.style
    after = 0.0 if upper.contextual and alike else upper.after
    before = 0.0 if lower.contextual and alike else lower.before
    gap = max(after, before)
    if upper.frame and upper.frame == lower.frame:
        return gap - upper.below
    return gap + lower.above
