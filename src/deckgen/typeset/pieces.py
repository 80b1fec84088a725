"""Runs cut into words, which stay together on a line, and words into pieces of one run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from deckgen.typeset.breaks import breaks
from deckgen.typeset.clusters import clusters
from deckgen.typeset.faces import Faces
from deckgen.typeset.scripts import scripts
from deckgen.typeset.setting import TypeRun
from deckgen.typeset.voices import Voice, between_scripts

# East Asian marks that may stand in the margin (ECMA-376 21.1.2.2.7, hangingPunct).
_HANGING = frozenset("、。，．！：；")
BREAKS = ("\n", "\v")  # forced line breaks
TAB = "\t"
MOST_TEXTS = 8_192  # that are remembered
_SPACES = " \u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"


class Piece(NamedTuple):
    """A word or part of one, in one run, and the space that follows it.

    `width`, `space` and `height` are in points; `ends` tells whether a line may end after it,
    `hang` how far its last sign may stand out of the measure.
    """

    text: str
    run: TypeRun
    width: float
    space: float
    height: float
    ends: bool
    hang: float = 0.0


class Word(NamedTuple):
    """What stays together on a line: its width, and apart from it the space at its end."""

    pieces: tuple[Piece, ...]
    width: float
    space: float
    hang: float

    @property
    def text(self) -> str:
        """All that the word consists of."""
        return "".join(piece.text for piece in self.pieces)


class Cutter:
    """Cuts runs into measured words, and remembers the last texts and all voices."""

    __slots__ = ("_faces", "_voices", "bullet", "words")

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._voices: dict[tuple[str, str, str, bool, bool, str], Voice] = {}
        self.words = lru_cache(maxsize=1_024)(self._words)
        self.bullet = lru_cache(maxsize=256)(self._bullet)

    def _words(self, runs: tuple[TypeRun, ...]) -> tuple[Word, ...]:
        """The words of a paragraph in order; a word may go through several runs."""
        found: list[Word] = []
        word: list[Piece] = []
        for piece in self._pieces(runs):
            word.append(piece)
            if piece.ends:
                found.append(joined(word))
                word = []
        return tuple(found)

    def _pieces(self, runs: Sequence[TypeRun]) -> Iterator[Piece]:
        text = "".join(run.text for run in runs)
        ends, resolved = _analysed(text)
        at = 0
        for run in runs:
            first, at = at, at + len(run.text)
            cuts = [first, *(cut for cut in range(first + 1, at) if cut in ends), at]
            for start, end in pairwise(cuts):
                if start < end:
                    script = resolved[start : end + 1] if resolved else ""
                    yield self.piece(run, text[start:end], script, end in ends)

    def piece(self, run: TypeRun, text: str, script: str, ends: bool = True) -> Piece:
        """One piece of a run, measured.

        `script` has a letter for each character and for the one that follows
        (`scripts.scripts`); it is empty for Latin text.
        """
        voice = self.voice(run)
        word = text.rstrip(_SPACES)
        shown = word.upper() if run.caps else word
        spaces = text[len(word) :]
        if text in BREAKS or text == TAB:
            width, space = 0.0, 0.0
        elif script and len(shown) == len(word):
            width = voice.scripted(shown, script[: len(word)])
            space = voice.scripted(spaces, script[len(word) : len(text)])
            space += between_scripts(script[max(len(word) - 1, 0) :])
        else:
            width, space = voice.advance(shown), voice.advance(spaces)
        return Piece(
            text,
            run,
            width * run.size + len(shown) * run.letter_spacing,
            space * run.size + len(spaces) * run.letter_spacing,
            voice.height(script[: len(text)]) * run.size,
            ends,
            run.size if word[-1:] in _HANGING else 0.0,
        )

    def _bullet(self, run: TypeRun) -> float:
        """The width of a bullet, or of a number, that is set as the run is."""
        return self.piece(run, run.text, scripts(run.text) or "").width

    def parts(self, word: Word) -> Iterator[Word]:
        """A word's clusters, each as a word of its own."""
        for piece in word.pieces:
            for cluster in clusters(piece.text):
                yield joined([self.piece(piece.run, cluster, scripts(cluster) or "")])

    def reserve(self, word: Word) -> float:
        """By how much a word that stands alone may be wider than it was measured."""
        return max([self.voice(piece.run).reserve for piece in word.pieces])

    def voice(self, run: TypeRun) -> Voice:
        """How the run's faces measure."""
        key = (run.family, run.ea_family, run.cs_family, run.bold, run.italic, run.lang)
        voice = self._voices.get(key)
        if voice is None:
            voice = self._voices[key] = Voice(self._faces, run)
        return voice


def joined(pieces: Sequence[Piece]) -> Word:
    """Pieces that stand on one line together."""
    last = pieces[-1]
    width = sum(piece.width + piece.space for piece in pieces) - last.space
    return Word(tuple(pieces), width, last.space, last.hang)


Analysis = tuple[frozenset[int], str | None]
ANALYSED: dict[str, Analysis] = {}
"""The texts that were analysed, with where their lines may or must end, and the scripts."""
EARLIER: dict[str, Analysis] = {}
"""What an earlier process found of texts."""


def _analysed(text: str) -> Analysis:
    known = ANALYSED.get(text)
    if known is None:
        if len(ANALYSED) >= MOST_TEXTS:
            ANALYSED.clear()
        known = ANALYSED[text] = EARLIER.get(text) or _analysis(text)
    return known


def _analysis(text: str) -> Analysis:
    found = {*breaks(text), len(text)}
    for at, char in enumerate(text):
        if char == TAB or char in BREAKS:
            found.update((at, at + 1))
    return frozenset(found), scripts(text)
