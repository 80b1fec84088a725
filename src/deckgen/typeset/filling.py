"""One paragraph filled into lines, first fit, as PowerPoint and LibreOffice do."""

from __future__ import annotations

from deckgen.typeset.pieces import BREAKS, TAB, Cutter, Piece, Word
from deckgen.typeset.setting import SetLine, TypeParagraph, TypeRun

# Renderers round advances to their own grid: the last of a measure is not to be had.
_SAFETY = 0.005
_TAB = 72.0  # the default distance of tab stops (ECMA-376 21.1.2.2.7, defTabSz)
_EMPTY = TypeRun("", 18.0, "Calibri")  # 18 pt is the default size (ECMA-376 21.1.2.3.9, sz)


class Filler:
    """Fills the lines of one paragraph; `broken` collects the words broken inside."""

    __slots__ = ("_cutter", "_ended", "_line", "_lines", "_measure", "_paragraph", "_x", "broken")

    def __init__(self, cutter: Cutter, paragraph: TypeParagraph, width: float) -> None:
        self._cutter = cutter
        self._paragraph = paragraph
        self._measure = usable(paragraph, width)
        self._lines: list[SetLine] = []
        self._line: list[Piece] = []
        self._ended = False
        self._x = first_start(cutter, paragraph)
        self.broken: list[str] = []

    def fill(self) -> list[SetLine]:
        """The paragraph's lines; an empty paragraph has one, and a last break opens one."""
        for word in self._cutter.words(self._paragraph.runs):
            self._ended = word.pieces[-1].text in BREAKS
            if self._ended:
                self._append(word)
                self._finish()
            else:
                self._place(word)
        if self._line or self._ended or not self._lines:
            self._finish()
        return self._lines

    def _place(self, word: Word) -> None:
        if self._fits(word):
            self._append(word)
            self._doubt(word)
            return
        if self._line:
            self._finish()
        if self._fits(word) or word.pieces[-1].text == TAB:
            self._append(word)
            self._doubt(word)
        else:
            self._break_inside(word)

    def _doubt(self, word: Word) -> None:
        """Count a word as broken that may be wider than the measure where its family is missing."""
        reserve = self._cutter.reserve(word)
        if reserve > 1.0 and word.width * reserve > self._measure - self._paragraph.margin_left:
            self.broken.append(word.text.strip())

    def _break_inside(self, word: Word) -> None:
        self.broken.append(word.text.strip())
        for part in self._cutter.parts(word):
            if self._line and not self._fits(part):
                self._finish()
            self._append(part)

    def _fits(self, word: Word) -> bool:
        if word.pieces[-1].text == TAB:
            return self._next_tab() <= self._measure
        return self._x + word.width - word.hang <= self._measure

    def _append(self, word: Word) -> None:
        self._line += word.pieces
        tab = word.pieces[-1].text == TAB
        self._x = self._next_tab() if tab else self._x + word.width + word.space

    def _finish(self) -> None:
        line = self._line
        text = "".join([piece.text for piece in line if piece.text not in BREAKS])
        trailing = line[-1].space if line else 0.0
        self._lines.append(SetLine(text, self._x - trailing, self._height()))
        self._line = []
        self._x = self._paragraph.margin_left

    def _height(self) -> float:
        paragraph = self._paragraph
        if paragraph.exact:
            return paragraph.line_spacing
        if self._line:
            tallest = max([piece.height for piece in self._line])
        else:
            run = paragraph.runs[-1] if paragraph.runs else _EMPTY
            tallest = self._cutter.piece(run, "", "").height
        return tallest * paragraph.line_spacing

    def _next_tab(self) -> float:
        stops = (stop for stop in sorted(self._paragraph.tabs) if stop > self._x)
        return next(stops, (self._x // _TAB + 1) * _TAB)


def usable(paragraph: TypeParagraph, width: float) -> float:
    """How far a line may reach in a measure of `width` points."""
    return width - _SAFETY * max(width - paragraph.margin_left, 0.0)


def first_start(cutter: Cutter, paragraph: TypeParagraph) -> float:
    """Where the first line's text starts: a bullet wider than its hang pushes it on."""
    start = paragraph.margin_left + paragraph.indent
    bullet = paragraph.bullet
    if not bullet or not paragraph.runs:
        return start
    run = paragraph.runs[0]
    end = start + cutter.bullet(run._replace(text=bullet, size=1.0)) * run.size
    return paragraph.margin_left if end <= paragraph.margin_left else end
