"""How blocks of a section may stand: figures after the text that follows, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.frozen import Frozen, replace
from deckgen.writers.docx.pieces import Piece
from deckgen.writers.docx.units import Unit

_KEPT = re.compile(r"(<w:pStyle [^>]*/>)(?:<w:keepNext/>)?")
_FAR = 4  # how many texts a figure may stand behind
_ROW, _ROWS = "<w:tr>", 3  # of a table that stay together at its head, and at its foot
_MERGED = "<w:vMerge/>"  # in a row that goes on with a cell of the row above
_LOOSE = r'\1<w:keepNext w:val="0"/><w:keepLines w:val="0"/>'


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


Blocks = tuple[Block, ...]


def later(order: Blocks, at: int) -> Iterator[Blocks]:
    """The figure behind one text that follows it, behind two, and so on.

    Figures between these wait with it.
    """
    if not _free(order, at):
        return
    passed: list[Block] = []
    waiting = [order[at]]
    for index in range(at + 1, len(order)):
        block = order[index]
        if block.unit.kind == "figure":
            if not _free(order, index):
                return
            waiting.append(block)
            continue
        if len(passed) == _FAR:
            return
        passed.append(block)
        if _parts(block, order[index + 1 : index + 2]):
            yield (*order[:at], *passed, *waiting, *order[index + 1 :])


def earlier(order: Blocks, at: int) -> Iterator[tuple[int, Blocks]]:
    """The figure before the paragraph of its slide that it follows, before two, and so on.

    With each order comes the place of the figure.
    """
    if not _free(order, at):
        return
    figure = order[at]
    for index in range(at - 1, 0, -1):
        above = order[index]
        if above.unit.kind != "paragraph" or above.unit.slide != figure.unit.slide:
            return
        if _parts(order[index - 1], [above]):
            yield index, (*order[:index], figure, *order[index:at], *order[at + 1 :])


def loosened(listing: Block) -> Block:
    """The listing as one that may be parted between two pages."""
    first, *rest = listing.pieces
    loose = replace(first, keep_lines=False, keep_next=False)
    return Block(listing.unit, _KEPT.sub(_LOOSE, listing.written, count=1), (loose, *rest))


def parted(table: Block) -> Block | None:
    """The table as one that may be parted, but for three rows at its head and three at its foot.

    The rows of a merged cell stay together. None for what is no table, or has too few rows.
    """
    head, *rows = table.written.split(_ROW)
    heads = sum("<w:tblHeader/>" in row for row in rows)
    ends = range(heads + _ROWS - 1, len(rows) - _ROWS)
    inner = [row for row in ends if _MERGED not in rows[row + 1]]
    if not inner or "<w:drawing>" in table.written:
        return None
    begun = head.count("<w:p>")
    pieces = list(table.pieces)
    for row in inner:
        rows[row] = rows[row].replace("<w:keepNext/>", "")
        pieces[begun + row] = replace(pieces[begun + row], keep_next=False)
    return Block(table.unit, _ROW.join([head, *rows]), tuple(pieces))


def _free(order: Blocks, at: int) -> bool:
    """Whether a figure may leave its place: no words lead into it."""
    return order[at].movable and not (at and order[at - 1].unit.leads)


def _parts(above: Block, below: Sequence[Block]) -> bool:
    """Whether a figure may stand between what is above and what is below."""
    if below and below[0].unit.kind in {"more", "listing", "note"}:
        return False
    if above.unit.kind in {"bound", "figure"}:
        return True
    kept = bool(above.pieces) and above.pieces[-1].keep_next
    return not (above.unit.leads or kept)
