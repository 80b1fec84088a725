"""Faces: fonts that can be shaped and measured, shipped with the package or given as bytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from deckgen.frozen import Frozen
from deckgen.typeset.stand_ins import (
    ARABIC,
    NAMES,
    TIGHTEST_LINE,
    StandIn,
    printed,
    replaced,
    stand_in,
)

if TYPE_CHECKING:
    import uharfbuzz


DATA = Path(__file__).parent / "data"
MOST_WORDS = 50_000  # that a face remembers: a process may set any number of talks
_BELOW = 0.21  # how much of a line is below the baseline in most faces
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


class Facts(Struct):
    """What was measured of a font, in em: its line height, and what it says of each word.

    `descent` is how much of the line is below the baseline; `earlier` are the advances that an
    earlier process found.
    """

    line: float | None = None
    descent: float = 0.0
    advances: dict[str, float] = field(default_factory=dict)
    covered: dict[str, bool] = field(default_factory=dict)
    earlier: Mapping[str, float] = field(default_factory=dict)


class Face:
    """One font: advances of shaped text, line height and what is below the baseline, all in em.

    The font is read by `load` when something is asked that `facts` do not say. `shaped` counts
    calls of the shaper: a word is shaped once and then remembered. `standing` says how it stands
    for another family.
    """

    __slots__ = (
        "_facts",
        "_load",
        "_opened",
        "descent",
        "line_height",
        "name",
        "reserve",
        "shaped",
        "widening",
    )

    def __init__(
        self,
        name: str,
        load: Callable[[], bytes],
        standing: StandIn | None = None,
        facts: Facts | None = None,
    ) -> None:
        self._load = load
        self._opened: tuple[uharfbuzz.Font, frozenset[int]] | None = None
        self._facts = facts or Facts()
        self.name = name
        self.widening = standing.widening if standing else 1.0
        self.reserve = standing.reserve if standing else 1.0
        self.shaped = 0
        if self._facts.line is None:
            self._facts.line, self._facts.descent = _line_height(self._open()[0].face)
        least = standing.line_height if standing else TIGHTEST_LINE
        self.line_height = max(self._facts.line, least)
        self.descent = self._facts.descent
        if standing and standing.line:
            self.line_height, self.descent = standing.line, standing.line * _BELOW

    def covers(self, char: str) -> bool:
        """Whether the font has a glyph of its own for a character."""
        known = self._facts.covered.get(char)
        if known is None:
            known = self._facts.covered[char] = ord(char) in self._open()[1]
        return known

    def advance(self, text: str) -> float:
        """The width of a text in em, kerned and with ligatures."""
        advances = self._facts.advances
        known = advances.get(text)
        if known is None:
            if len(advances) >= MOST_WORDS:
                advances.clear()
            known = self._facts.earlier.get(text)
            advances[text] = known = self._shape(text) if known is None else known
        return known * self.widening

    def _open(self) -> tuple[uharfbuzz.Font, frozenset[int]]:
        if self._opened is None:
            import uharfbuzz

            face = uharfbuzz.Face(self._load())
            self._opened = uharfbuzz.Font(face), frozenset(face.unicodes)
        return self._opened

    def _shape(self, text: str) -> float:
        import uharfbuzz

        font, _ = self._open()
        self.shaped += 1
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = "en"  # else the process's locale would choose
        uharfbuzz.shape(font, buffer)
        units = sum(position.x_advance for position in buffer.glyph_positions)
        return float(units) / float(font.face.upem)


class Faces(Struct):
    """Finds the face that measures a family.

    `own` holds fonts given as bytes (embedded in a template), by family in lower case and style;
    all other families are measured with the shipped faces, so that a line breaks at the same
    place on every machine. `cautious` leaves room for what replaces a family that is missing
    where the deck is shown. `written` is for paper: Word sets lines as tight as the face says.
    """

    own: Mapping[tuple[str, Style], bytes] = field(default_factory=dict)
    cautious: bool = False
    written: bool = False
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
            least = 0.0 if self.written else TIGHTEST_LINE
            return Face(family, lambda: given, StandIn("", line_height=least))
        found = stand_in(family)
        if not found.exact and family:
            self._stand_ins.setdefault(family, NAMES[found.key])
        if self.written and (found.exact or not self.cautious):
            found = printed(family)
        elif self.cautious:
            found = replaced(found)
        return shipped_face(found, style)


@lru_cache(maxsize=64)
def shipped_face(found: StandIn, style: Style) -> Face:
    """A face of the package, kept with the words that it has shaped for whoever asks next."""
    upright = Style(bold=style.bold) if found.key == ARABIC else style
    name = f"{found.key}-{upright.key}"
    facts = MEASURED.setdefault(name, Facts())
    return Face(NAMES[found.key], partial(_shipped, name), found, facts)


MEASURED: dict[str, Facts] = {}
"""The facts of the package's own faces, by their names in its data."""


def _shipped(name: str) -> bytes:
    return zlib.decompress((DATA / f"{name}.face").read_bytes())


def _line_height(face: uharfbuzz.Face) -> tuple[float, float]:
    """Ascent plus descent, and the descent alone.

    They are OS/2 win, or hhea with its gap where that is more, or typo if OS/2 says so.
    """

    def signed(table: str, *offsets: int) -> list[int]:
        data = bytes(face.reference_table(table).data)
        return [int.from_bytes(data[at : at + 2], "big", signed=True) for at in offsets]

    em = float(face.upem)
    selection, *typo, win_ascent, win_descent = signed("OS/2", 62, 68, 70, 72, 74, 76)
    if selection & _USE_TYPO_METRICS:
        ascent, descent, gap = typo
        return (ascent - descent + gap) / em, -descent / em
    ascent, descent, gap = signed("hhea", 4, 6, 8)
    if win_ascent + win_descent > ascent - descent + gap:
        return (win_ascent + win_descent) / em, win_descent / em
    return (ascent - descent + gap) / em, -descent / em
