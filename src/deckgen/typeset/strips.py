"""Texts measured once, for every size: lines are counted by bisection, not word by word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

from deckgen.typeset.pieces import BREAKS, TAB, Cutter, Word
from deckgen.typeset.setting import TypeRun
from deckgen.typeset.voices import Voice

_LETTERS = "A-Za-z0-9À-ÖØ-öø-ʯЀ-ҁ"
# A line never ends within such a word. Possessive, so that no text takes more than linear time.
_WORD = rf"""[("']?[{_LETTERS}]++(?:[.,:;'’/][{_LETTERS}]++)*+%?+[.,:;!?]*+['’")]*+[.,:;!?]*+"""
_PLAIN = re.compile(rf"{_WORD}(?: {_WORD})*+")


class Strip:
    """A text as one long line in em: where each word starts, and where it ends.

    `line` is the height of its lines, in em. Only texts whose words are alike make a strip:
    one size, one height, no tabs, forced breaks or marks in the margin. A word that stands alone
    needs `reserve` times its width.
    """

    __slots__ = ("_ends", "_longest", "_starts", "line")

    def __init__(
        self, starts: Sequence[float], ends: Sequence[float], line: float, reserve: float = 1.0
    ) -> None:
        self._starts = starts
        self._ends = ends
        widths = (end - start for start, end in zip(starts, ends, strict=True))
        self._longest = max(widths) * reserve if reserve > 1.0 else 0.0
        self.line = line

    def lines(self, first: float, rest: float, measure: float) -> int:
        """How many lines it takes in a measure, the first of which starts at `first`; all in em.

        0 when a word is wider than the measure and has to be broken inside.
        """
        if self._longest > measure - rest:
            return 0
        starts, ends = self._starts, self._ends
        words, count, at, x = len(ends), 0, 0, first
        while at < words:
            past = bisect_right(ends, measure - x + starts[at], at)
            if past == at:
                return 0
            count, at, x = count + 1, past, rest
        return count

    @property
    def width(self) -> float:
        """The whole text on one line, without the space at its end."""
        return self._ends[-1]

    @property
    def longest_word(self) -> float:
        """The widest stretch that does not break."""
        if self._longest:
            return self._longest
        return max(end - start for start, end in zip(self._starts, self._ends, strict=True))


def plain_strip(run: TypeRun, voice: Voice) -> Strip | None:
    """The strip of alphabetic text with nothing but single spaces to break at; None for others."""
    if not _PLAIN.fullmatch(run.text):
        return None
    text = run.text.upper() if run.caps else run.text
    widths = voice.advances(text.split(" "))
    space = voice.advance(" ")
    starts = [0.0, *accumulate([width + space for width in widths[:-1]])]
    ends = [start + width for start, width in zip(starts, widths, strict=True)]
    return Strip(starts, ends, voice.height(""), voice.reserve)


def plain_strip_of_runs(runs: Sequence[TypeRun], voices: Sequence[Voice]) -> Strip | None:
    """The same of a text in several runs, whose lines are of one height."""
    heights = {voice.height("") for voice in voices}
    if len(heights) != 1 or not _PLAIN.fullmatch("".join([run.text for run in runs])):
        return None
    starts, ends, at = [0.0], [], 0.0
    for run, voice in zip(runs, voices, strict=True):
        text = run.text.upper() if run.caps else run.text
        first, *words = text.split(" ")
        at += voice.advance(first)
        for word in words:
            ends.append(at)
            at += voice.advance(" ")
            starts.append(at)
            at += voice.advance(word)
    reserve = max([voice.reserve for voice in voices])
    return Strip(starts, [*ends, at], heights.pop(), reserve)


def strip_of(words: Sequence[Word], reserve: float = 1.0) -> Strip | None:
    """The strip of words that were measured at one em; None when they are not alike."""
    heights = {piece.height for word in words for piece in word.pieces}
    if len(heights) != 1 or any(word.hang for word in words):
        return None
    if any(piece.text == TAB or piece.text in BREAKS for word in words for piece in word.pieces):
        return None
    starts = [0.0, *accumulate([word.width + word.space for word in words[:-1]])]
    ends = [start + word.width for start, word in zip(starts, words, strict=True)]
    return Strip(starts, ends, heights.pop(), reserve)


class Strips:
    """Makes strips, and remembers the last of them."""

    __slots__ = ("_cutter", "_several", "_single")

    def __init__(self, cutter: Cutter) -> None:
        self._cutter = cutter
        self._single = lru_cache(maxsize=8_192)(self._made)
        self._several = lru_cache(maxsize=1_024)(self._made_of_several)

    def of(self, runs: tuple[TypeRun, ...]) -> Strip | None:
        """The strip of a paragraph's runs; None when they must be set word by word."""
        if not runs or runs[0].letter_spacing:
            return None
        if len(runs) == 1:
            return self._single(runs[0][:1] + runs[0][2:])
        if any(run.size != runs[0].size or run.letter_spacing for run in runs):
            return None
        return self._several(tuple([run._replace(size=1.0) for run in runs]))

    def _made(self, unsized: tuple[Any, ...]) -> Strip | None:
        """The strip of one run, given by its fields without the size."""
        run = TypeRun._make((*unsized[:1], 1.0, *unsized[1:]))
        return plain_strip(run, self._cutter.voice(run)) or self._joined((run,))

    def _made_of_several(self, runs: tuple[TypeRun, ...]) -> Strip | None:
        voices = [self._cutter.voice(run) for run in runs]
        return plain_strip_of_runs(runs, voices) or self._joined(runs)

    def _joined(self, runs: tuple[TypeRun, ...]) -> Strip | None:
        reserve = max([self._cutter.voice(run).reserve for run in runs])
        return strip_of(self._cutter.words(runs), reserve)
