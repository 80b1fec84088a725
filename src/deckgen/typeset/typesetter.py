"""Sets paragraphs into a measure as office suites do, and says how much room they take."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.typeset.faces import Faces, Style
from deckgen.typeset.filling import Filler, first_start, usable
from deckgen.typeset.pieces import Cutter
from deckgen.typeset.setting import Extent, SetLine, SetText, TypeParagraph, TypeRun
from deckgen.typeset.strips import Strips


class Typesetter:
    """Measures text with the given faces; by default those shipped, never the machine's."""

    __slots__ = ("_cutter", "_faces", "_strips")

    def __init__(self, faces: Faces | None = None) -> None:
        self._faces = faces if faces is not None else Faces()
        self._cutter = Cutter(self._faces)
        self._strips = Strips(self._cutter)

    def set(self, paragraphs: Sequence[TypeParagraph], width: float) -> SetText:
        """Break paragraphs into lines no wider than `width` points and add up their heights.

        Space before the first paragraph and after the last counts as nothing, as on a slide.
        """
        lines: list[SetLine] = []
        broken: list[str] = []
        counts: list[int] = []
        height = 0.0
        for at, paragraph in enumerate(paragraphs):
            filler = Filler(self._cutter, paragraph, width)
            found = filler.fill()
            lines += found
            broken += filler.broken
            counts.append(len(found))
            height += sum(line.height for line in found)
            if at:
                height += paragraphs[at - 1].space_after + paragraph.space_before
        widest = max((line.width for line in lines), default=0.0)
        return SetText(tuple(lines), height, widest, tuple(broken), tuple(counts))

    def extent(self, paragraphs: Sequence[TypeParagraph], width: float) -> Extent:
        """The height that `set` finds, and whether it breaks words, without the lines' texts."""
        height, broken, after = 0.0, False, None
        for paragraph in paragraphs:
            high, whole = self._extent(paragraph, width)
            height += high
            broken = broken or not whole
            if after is not None:
                height += after + paragraph.space_before
            after = paragraph.space_after
        return Extent(height, broken)

    def _extent(self, paragraph: TypeParagraph, width: float) -> tuple[float, bool]:
        """One paragraph's height, and whether all its words are whole."""
        runs = paragraph.runs
        strip = self._strips.of(runs)
        if strip is not None:
            size = runs[0].size
            lines = strip.lines(
                first_start(self._cutter, paragraph) / size,
                paragraph.margin_left / size,
                usable(paragraph, width) / size,
            )
            if lines:
                line = 1.0 if paragraph.exact else strip.line * size
                return lines * line * paragraph.line_spacing, True
        filler = Filler(self._cutter, paragraph, width)
        return sum([line.height for line in filler.fill()]), not filler.broken

    def width(self, runs: Sequence[TypeRun]) -> float:
        """The natural width in points on one line, without trailing spaces."""
        return self.widths(runs)[1]

    def longest_word(self, runs: Sequence[TypeRun]) -> float:
        """The width in points of the widest stretch that does not break."""
        return self.widths(runs)[0]

    def widths(self, runs: Sequence[TypeRun]) -> tuple[float, float]:
        """The widths in points of the widest stretch that does not break, and of one line."""
        strip = self._strips.of(tuple(runs))
        if strip is not None:
            return strip.longest_word * runs[0].size, strip.width * runs[0].size
        found = self._cutter.words(tuple(runs))
        trailing = found[-1].space if found else 0.0
        whole = sum(word.width + word.space for word in found) - trailing
        widest = max((word.width * self._cutter.reserve(word) for word in found), default=0.0)
        return widest, whole

    def leading(self, run: TypeRun) -> tuple[float, float]:
        """How much a line of the run's Latin text takes above and below the baseline, in points."""
        face = self._faces.find(run.family, Style(run.bold, run.italic))
        below = face.descent * run.size
        return face.line_height * run.size - below, below

    @property
    def stand_ins(self) -> tuple[tuple[str, str], ...]:
        """Families measured by a face with other advances: (asked family, used face), sorted."""
        return self._faces.stand_ins


class Typesetters:
    """Keeps a typesetter, with all that it has measured, for one talk after the other."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[bool, Typesetter] = {}

    def get(self, *, cautious: bool) -> Typesetter:
        """A typesetter that has found no family without a face of its own: it will say of one."""
        kept = self._kept.get(cautious)
        if kept is None or kept.stand_ins:
            kept = self._kept[cautious] = Typesetter(Faces(cautious=cautious))
        return kept
