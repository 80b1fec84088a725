"""Sets paragraphs into a measure as office suites do, and says how much room they take."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.typeset.faces import Faces
from deckgen.typeset.filling import Filler
from deckgen.typeset.pieces import Cutter
from deckgen.typeset.setting import SetLine, SetText, TypeParagraph, TypeRun


class Typesetter:
    """Measures text with the given faces; by default those shipped, never the machine's."""

    __slots__ = ("_cutter", "_faces")

    def __init__(self, faces: Faces | None = None) -> None:
        self._faces = faces if faces is not None else Faces()
        self._cutter = Cutter(self._faces)

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

    def width(self, runs: Sequence[TypeRun]) -> float:
        """The natural width in points on one line, without trailing spaces."""
        found = self._cutter.words(tuple(runs))
        trailing = found[-1].space if found else 0.0
        return sum(word.width + word.space for word in found) - trailing

    def longest_word(self, runs: Sequence[TypeRun]) -> float:
        """The width in points of the widest stretch that does not break."""
        return max((word.width for word in self._cutter.words(tuple(runs))), default=0.0)

    @property
    def stand_ins(self) -> tuple[tuple[str, str], ...]:
        """Families measured by a face with other advances: (asked family, used face), sorted."""
        return self._faces.stand_ins
