"""How wide text is in the faces of one run: Latin, East Asian, complex, and what no face has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from deckgen.typeset.classes import class_of
from deckgen.typeset.faces import MOST_WORDS, Face, Faces, Style
from deckgen.typeset.scripts import ASIAN, COMPLEX, changes
from deckgen.typeset.setting import TypeRun
from deckgen.typeset.stand_ins import ARABIC, east_asian_line, hangul_em, stand_in

_HANGUL = frozenset(("H2", "H3", "JL"))
_NO_WIDTH = frozenset(("CM", "EM", "ZWJ", "ZW", "WJ", "JV", "JT"))
_PICTURES = frozenset(("ID", "EB", "RI"))
_PICTURE, _SIGN, _LETTER = 1.4, 1.0, 0.75
# LibreOffice sets this much between Latin and East Asian text.
_BETWEEN_SCRIPTS = 0.24
_ASIAN_SPACE = 0.27
_KOREAN_QUOTE = 0.5
# Faces for complex script vary, and are seldom those that a deck names.
_COMPLEX_WIDENING = 1.02
_COMPLEX_LINE = 1.32  # the faces that stand in for complex script are tall


class Voice:
    """Measures words as one run sets them; what was measured once is remembered.

    Widths and line heights are in em.
    """

    __slots__ = (
        "_advances", "_asian_line", "_complex", "_face", "_faces", "_hangul", "_korean",
        "_scripted", "_style", "_widening",
    )  # fmt: skip

    def __init__(self, faces: Faces, run: TypeRun) -> None:
        self._faces = faces
        self._style = Style(run.bold, run.italic)
        self._face = faces.find(run.family, self._style)
        self._complex = run.cs_family or run.family
        self._widening = 1.0 if stand_in(self._complex).key == ARABIC else _COMPLEX_WIDENING
        self._korean = run.lang.casefold().startswith("ko")
        self._hangul = hangul_em(run.ea_family)
        self._advances: dict[str, float] = {"": 0.0}
        self._scripted: dict[tuple[str, str], float] = {}
        self._asian_line = east_asian_line(run.ea_family)

    @property
    def reserve(self) -> float:
        """By how much a word that stands alone may be wider than it was measured."""
        return self._face.reserve

    def advance(self, text: str) -> float:
        """The width of Latin text, in em."""
        known = self._advances.get(text)
        if known is None:
            if len(self._advances) >= MOST_WORDS:
                self._advances = {"": 0.0}
            known = self._face.advance(text) if text.isascii() else self._by_face(text, self._latin)
            self._advances[text] = known
        return known

    def advances(self, words: Sequence[str]) -> list[float]:
        """The widths of Latin words, in em."""
        known = self._advances
        try:
            return [known[word] for word in words]
        except KeyError:
            return [self.advance(word) for word in words]

    def scripted(self, text: str, scripts: str) -> float:
        """The width of text in several scripts (one letter a character), in em."""
        known = self._scripted.get((text, scripts))
        if known is None:
            known = between_scripts(scripts)
            at = 0
            for script, group in groupby(scripts):
                end = at + len(list(group))
                known += self._in_script(text[at:end], script)
                at = end
            if len(self._scripted) >= MOST_WORDS:
                self._scripted.clear()
            self._scripted[text, scripts] = known
        return known

    def height(self, scripts: str) -> float:
        """The line height that text in these scripts asks for, in em; none are Latin."""
        latin = self._face.line_height
        if ASIAN in scripts:
            return max(latin, self._asian_line)
        return max(latin, _COMPLEX_LINE) if COMPLEX in scripts else latin

    def _in_script(self, text: str, script: str) -> float:
        if script == ASIAN:
            return sum(self._em(char) for char in text)
        if script == COMPLEX:
            return self._by_face(text, self._cs) * self._widening
        return self.advance(text)

    def _by_face(self, text: str, chosen: Callable[[str], Face | None]) -> float:
        width = 0.0
        for face, group in groupby(text, key=chosen):
            part = "".join(group)
            width += face.advance(part) if face else sum(map(_by_rule, part))
        return width

    def _latin(self, char: str) -> Face | None:
        return self._covering(char, (self._face, self._faces.fallback(self._style)))

    def _cs(self, char: str) -> Face | None:
        own, arabic = self._faces.find(self._complex, self._style), self._faces.arabic(self._style)
        return self._covering(char, (own, arabic, self._faces.fallback(self._style)))

    @staticmethod
    def _covering(char: str, faces: tuple[Face, ...]) -> Face | None:
        return next((face for face in faces if face.covers(char)), None)

    def _em(self, char: str) -> float:
        cls = class_of(char)
        if char == " ":
            return _ASIAN_SPACE
        if "\uff61" <= char <= "\uffdc":
            return 0.5
        if cls in _HANGUL:
            return self._hangul
        if cls in _NO_WIDTH:
            return 0.0
        return _KOREAN_QUOTE if self._korean and char in "“”‘’" else 1.0


def between_scripts(scripts: str) -> float:
    """The space that is set where Latin and East Asian text meet, in em."""
    return changes(scripts) * _BETWEEN_SCRIPTS


def _by_rule(char: str) -> float:
    cls = class_of(char)
    if cls in _NO_WIDTH:
        return 0.0
    if cls in _PICTURES:
        return _PICTURE
    return _LETTER if cls in ("AL", "HL", "SA", "AK", "AS") else _SIGN
