"""Where things stand: the zones of a slide that all layouts of a pack share."""

from __future__ import annotations

from deckgen.frozen import Frozen
from deckgen.model.geometry import Box, inches
from deckgen.packs.tokens import Tokens


class Grid(Frozen):
    """The zones of an ordinary slide, in EMU.

    `content` is free for anything, `text` the part of it in which lines stay readable. `caption`
    is the lowest strip of `content`; `source` stands between content and footer.
    """

    width: int
    height: int
    margin: int
    gutter: int
    header: Box
    title: Box
    content: Box
    text: Box
    caption: Box
    source: Box
    footer: Box
    date: Box
    number: Box

    @property
    def above_caption(self) -> Box:
        """The content zone where a caption stands below it."""
        content = self.content
        return Box(content.x, content.y, content.cx, self.caption.y - inches(0.1) - content.y)

    def columns(self, shares: tuple[int, ...], box: Box | None = None) -> tuple[Box, ...]:
        """A box (the content zone) side by side in so many twelfths each, a gutter between."""
        whole = box or self.content
        gutter = round(self.gutter * 1.4)
        free = whole.cx - gutter * (len(shares) - 1)
        widths = [free * share // sum(shares) for share in shares]
        lefts = [whole.x + sum(widths[:at]) + gutter * at for at in range(len(shares))]
        return tuple(
            Box(left, whole.y, width, whole.cy) for left, width in zip(lefts, widths, strict=True)
        )


def grid_for(tokens: Tokens) -> Grid:
    """The grid that the tokens describe."""
    return _title_beside(tokens) if tokens.slide.title == "side" else _title_above(tokens)


def _title_above(tokens: Tokens) -> Grid:
    """Header and title above the content, over the slide's whole width."""
    width, height = tokens.slide.size
    margin = tokens.slide.margin
    live = width - 2 * margin
    unit = height / 7.5  # all heights were drawn on a slide 7.5 in high

    def strip(top: float, tall: float, left: int = margin, wide: int = live) -> Box:
        return Box(left, round(top * unit), wide, round(tall * unit))

    column = (live - 11 * tokens.slide.gutter) / 12
    reading = round(min(live, max(10 * column + 9 * tokens.slide.gutter, inches(8.4))))
    number = inches(0.7)
    date = inches(1.6)
    return Grid(
        width, height, margin, tokens.slide.gutter,
        header=strip(0.4, 0.28),
        title=strip(0.74, 0.94),
        content=strip(1.86, 4.64),
        text=strip(1.86, 4.64, wide=reading),
        caption=strip(6.22, 0.28),
        source=strip(6.58, 0.3),
        footer=strip(7.02, 0.24, wide=live - number - date - 2 * tokens.slide.gutter),
        date=strip(7.02, 0.24, width - margin - number - date - tokens.slide.gutter, date),
        number=strip(7.02, 0.24, width - margin - number, number),
    )  # fmt: skip


def _title_beside(tokens: Tokens) -> Grid:
    """Header and title in a column on the left, the content in the rest of the slide."""
    width, height = tokens.slide.size
    margin = tokens.slide.margin
    gutter = tokens.slide.gutter
    unit = height / 7.5
    column = round(width * 0.235)
    left = margin + column + round(2.9 * gutter)
    wide = width - margin - left
    date = inches(1.6)
    number = inches(0.7)

    def strip(top: float, tall: float, x: int = left, cx: int = wide) -> Box:
        return Box(x, round(top * unit), cx, round(tall * unit))

    return Grid(
        width, height, margin, gutter,
        header=strip(0.62, 0.46, margin, column),
        title=strip(1.2, 4.9, margin, column),
        content=strip(0.62, 5.82),
        text=strip(0.62, 5.82),
        caption=strip(6.12, 0.32),
        source=strip(6.56, 0.3),
        footer=strip(6.62, 0.5, margin, column),
        date=strip(6.98, 0.24, width - margin - number - date - gutter, date),
        number=strip(6.98, 0.24, width - margin - number, number),
    )  # fmt: skip
