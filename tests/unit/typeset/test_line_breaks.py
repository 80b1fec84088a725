from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker, LineBreaker

from deckgen.typeset.breaks import UAX14, breaks
from deckgen.typeset.classes import CLASSES, class_of
from deckgen.typeset.clusters import clusters

# One character or more of every class; Thai needs a dictionary, which only the oracle has.
ALPHABET = "".join(
    next(chr(code) for code in range(0x1FFFF) if class_of(chr(code)) == name)
    for name in CLASSES
    if name != "SA"
)
LIKELY = (
    "aA1 -–—‐\u00a0\u00ad/.,:;!?%$€()[]«»“”‘’„\"'…中あァー、。（）「」한글ㄱ\u0301\u200d🇫🇷👍🏽אב◌"
)
TEXT = st.text(st.sampled_from(ALPHABET + LIKELY), max_size=12)


def parted(text: str, offsets: tuple[int, ...]) -> list[str]:
    return [text[a:b] for a, b in zip((0, *offsets), (*offsets, len(text)), strict=True)]


def oracle(breaker: LineBreaker | CharacterBreaker, text: str) -> list[str]:
    units = text.encode("utf-16-le")
    return [units[2 * a : 2 * b].decode("utf-16-le") for a, b in breaker.segments()]


@given(TEXT)
def test_lines_break_where_unicode_says(text: str) -> None:
    assert parted(text, breaks(text, UAX14)) == (oracle(LineBreaker(text, "en"), text) or [""])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("well-known fact", ["well-", "known ", "fact"]),
        ("and/or not", ["and/or ", "not"]),
        ("https://example.org/a/b", ["https://example.org/a/b"]),
        ("3 % of $4.2", ["3 ", "% ", "of ", "$4.2"]),
        ("huis clos\u00a0; non", ["huis ", "clos\u00a0; ", "non"]),
        ("pages 3–5", ["pages ", "3–", "5"]),
        ("「誰も」と、言", ["「誰", "も」", "と、", "言"]),
        ("データベース", ["デー", "タ", "ベー", "ス"]),
        ("한국어 문자", ["한국어 ", "문자"]),
        ("GPS한국", ["GPS", "한국"]),
        ("ข้อความ", ["ข้", "อ", "ค", "ว", "า", "ม"]),
    ],
)
def test_office_suites_break_here(text: str, expected: list[str]) -> None:
    assert parted(text, breaks(text)) == expected


LETTERS = ["a", "é", "\u0301", "한", "ㄱ", "🇫🇷", "👍", "🏽", "❤\ufe0f", "👩\u200d🚀"]


@given(st.lists(st.sampled_from(LETTERS), max_size=10).map("".join))
def test_clusters_are_what_a_reader_counts(text: str) -> None:
    assert list(clusters(text)) == (oracle(CharacterBreaker(text, "en"), text) or [""] * bool(text))
