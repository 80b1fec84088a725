"""Invented words, used as often as real ones: a few all the time, most of them seldom."""

from __future__ import annotations

from itertools import accumulate
from random import Random

ONSETS = ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "cl", "st", "tr")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
ENDS = ("", "", "", "n", "r", "s", "l", "nt", "st")
SYLLABLES = (1, 2, 2, 3, 3, 4)
VOCABULARY = 8_000
BOLD = 0.15
NUMBERS = 0.06

Run = tuple[str, bool]  # words, and whether they are bold


class Writer:
    """Writes phrases and sentences that a seed decides."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        words = dict.fromkeys(self._word() for _ in range(VOCABULARY))
        self.words = list(words)
        # Zipf's law: the n-th word of a language is about 1/n as frequent as its first.
        self.weights = list(accumulate(1 / rank for rank in range(3, len(self.words) + 3)))

    def _word(self) -> str:
        syllables = self.chance.choice(SYLLABLES)
        sounds = (self.chance.choice(ONSETS) + self.chance.choice(VOWELS) for _ in range(syllables))
        return "".join(sounds) + self.chance.choice(ENDS)

    def some(self, least: int, most: int) -> list[str]:
        """Between so many and so many words, a number among them now and then."""
        count = self.chance.randint(least, most)
        chosen = self.chance.choices(self.words, cum_weights=self.weights, k=count)
        if self.chance.random() < NUMBERS * count:
            chosen[-1] = str(self.chance.randint(2, 2_050))
        return chosen

    def phrase(self, least: int, most: int) -> str:
        """Words with a capital."""
        return _capital(" ".join(self.some(least, most)))

    def runs(self, least: int, most: int) -> tuple[Run, ...]:
        """A phrase, one word of which may be bold."""
        words = self.some(least, most)
        if len(words) < 3 or self.chance.random() > BOLD:
            return ((_capital(" ".join(words)), False),)
        at = self.chance.randrange(1, len(words) - 1)
        before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
        return ((f"{_capital(before)} ", False), (words[at], True), (f" {after}", False))

    def sentences(self, least: int, most: int) -> str:
        """Sentences of usual length."""
        count = self.chance.randint(least, most)
        return " ".join(f"{self.phrase(6, 14)}." for _ in range(count))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
