"""Faces: fonts that can be shaped and measured, shipped with the package or given as bytes."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.frozen import Frozen
from deckgen.typeset.stand_ins import ARABIC, NAMES, TIGHTEST_LINE, replaced, stand_in

if TYPE_CHECKING:
    import uharfbuzz


DATA = Path(__file__).parent / "data"
MOST_WORDS = 50_000  # that a face remembers: a process may set any number of talks
_USE_TYPO_METRICS = 1 << 7  # OS/2 fsSelection


class Style(Frozen):
    """A face's style within its family."""

    bold: bool = False
    italic: bool = False

    @property
    def key(self) -> str:
        """The style's name in the package data."""
        if self.bold:
            return "bold-italic" if self.italic else "bold"
        return "italic" if self.italic else "regular"


class Face:
    """One font: advances of shaped text, and line height, both in em.

    `shaped` counts calls of the shaper: a word is shaped once and then remembered.
    """

    __slots__ = ("_advances", "_covered", "_font", "line_height", "name", "shaped", "widening")

    def __init__(
        self, name: str, data: bytes, widening: float = 1.0, line_height: float = TIGHTEST_LINE
    ) -> None:
        import uharfbuzz

        face = uharfbuzz.Face(data)
        self._font: uharfbuzz.Font = uharfbuzz.Font(face)
        self._covered = frozenset(face.unicodes)
        self._advances: dict[str, float] = {}
        self.name = name
        self.widening = widening
        self.line_height = max(_line_height(face), line_height)
        self.shaped = 0

    def covers(self, char: str) -> bool:
        """Whether the font has a glyph of its own for a character."""
        return ord(char) in self._covered

    def advance(self, text: str) -> float:
        """The width of a text in em, kerned and with ligatures."""
        known = self._advances.get(text)
        if known is None:
            if len(self._advances) >= MOST_WORDS:
                self._advances.clear()
            known = self._advances[text] = self._shape(text)
        return known

    def _shape(self, text: str) -> float:
        import uharfbuzz

        self.shaped += 1
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = "en"  # else the process's locale would choose
        uharfbuzz.shape(self._font, buffer)
        units = sum(position.x_advance for position in buffer.glyph_positions)
        return float(units) / float(self._font.face.upem) * self.widening


@dataclass(slots=True)
class Faces:
    """Finds the face that measures a family.

    `own` holds fonts given as bytes (embedded in a template), by family in lower case and style;
    all other families are measured with the shipped faces, so that a line breaks at the same
    place on every machine. `cautious` leaves room for what replaces a family that is missing
    where the deck is shown.
    """

    own: Mapping[tuple[str, Style], bytes] = field(default_factory=dict)
    cautious: bool = False
    _loaded: dict[tuple[str, Style], Face] = field(default_factory=dict)
    _stand_ins: dict[str, str] = field(default_factory=dict)

    def find(self, family: str, style: Style) -> Face:
        """The face for a family's alphabetic text; never fails."""
        asked = (family.casefold(), style)
        face = self._loaded.get(asked)
        if face is None:
            face = self._loaded[asked] = self._load(family, style)
        return face

    def arabic(self, style: Style) -> Face:
        """The face for Arabic letters, which no European face covers."""
        return self.find(NAMES[ARABIC], Style(bold=style.bold))

    def fallback(self, style: Style) -> Face:
        """The face for letters that a family's own face does not cover: an unnamed wide one."""
        return self.find("", style)

    @property
    def shaped(self) -> int:
        """How often the shaper ran."""
        return sum(face.shaped for face in self._loaded.values())

    @property
    def stand_ins(self) -> tuple[tuple[str, str], ...]:
        """The families measured by a face with other advances: (asked family, used face)."""
        return tuple(sorted(self._stand_ins.items()))

    def _load(self, family: str, style: Style) -> Face:
        given = self.own.get((family.casefold(), style))
        if given is not None:
            return Face(family, given)
        found = stand_in(family)
        if not found.exact and family:
            self._stand_ins.setdefault(family, NAMES[found.key])
        if self.cautious:
            found = replaced(found)
        return shipped_face(found.key, style, found.widening, found.line_height)


@lru_cache(maxsize=64)
def shipped_face(key: str, style: Style, widening: float, line_height: float) -> Face:
    """A face of the package, kept with the words that it has shaped for whoever asks next."""
    upright = Style(bold=style.bold) if key == ARABIC else style
    name = f"{key}-{upright.key}.face"
    packed = (DATA / name).read_bytes()
    return Face(NAMES[key], zlib.decompress(packed), widening, line_height)


def _line_height(face: uharfbuzz.Face) -> float:
    """Ascent plus descent: OS/2 win, or hhea with its gap where more, or typo if it says so."""

    def signed(table: str, *offsets: int) -> list[int]:
        data = bytes(face.reference_table(table).data)
        return [int.from_bytes(data[at : at + 2], "big", signed=True) for at in offsets]

    selection, *typo, win_ascent, win_descent = signed("OS/2", 62, 68, 70, 72, 74, 76)
    if selection & _USE_TYPO_METRICS:
        ascent, descent, gap = typo
        return (ascent - descent + gap) / float(face.upem)
    ascent, descent, gap = signed("hhea", 4, 6, 8)
    return max(win_ascent + win_descent, ascent - descent + gap) / float(face.upem)
