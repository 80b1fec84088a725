"""Which way a talk runs, and which way texts of another script run within it (UAX #9)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

MARK = "\u200e"
"""The left-to-right mark: no sign of its own, but as strong as a Latin letter."""

_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
_SCRIPTS = frozenset({"arab", "hebr", "nkoo", "syrc", "thaa"})
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER = rf"(?![{_RTL}])[^\W\d_]"


def right_to_left(tag: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left."""
    language, *others = tag.lower().split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), "")
    return script in _SCRIPTS if script else language in _LANGUAGES


def is_rtl(text: str) -> bool:
    """Whether the first strong character runs right to left (UAX #9, rule P2)."""
    return _first_strong(text) in {"R", "AL"}


def runs_rtl(text: str, *, rtl: bool) -> bool | None:
    """Whether a paragraph of a talk runs right to left; None where that goes without saying.

    In a talk from right to left all do, also those that begin with a Latin name, except sentences
    of another script.
    """
    if not rtl:
        return True if is_rtl(text) else None
    return not (foreign(text) and _sentence().match(text.strip(f"{MARK} ")))


def foreign(text: str) -> bool:
    """Whether the text has letters, none of them of a script from right to left."""
    directions = {unicodedata.bidirectional(char) for char in text}
    return "L" in directions and not directions & {"R", "AL"}


def marked(text: str, *, code: bool = False) -> str:
    """A text for a paragraph from right to left, with marks that keep signs at Latin words.

    `code` says that all of it is one such word.
    """
    before, after, letter = _signs()
    if not letter.search(text):
        return text
    if code:
        return f"{MARK}{text}{MARK}"
    return after.sub(rf"\1{MARK}", before.sub(rf"{MARK}\1", text))


def parted(text: str, *, code: bool = False) -> list[tuple[str, bool]]:
    """A text of a paragraph from right to left in stretches, each with whether it runs so.

    What is one sentence of another script, or `code`, is not parted.
    """
    if foreign(text) and (code or _sentence().match(text.strip())):
        return [(marked(text, code=True), False)]
    parts = _others().split(marked(text))
    return [(part, at % 2 == 0) for at, part in enumerate(parts) if part]


def _first_strong(text: str) -> str:
    if text.isascii():
        return ""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in {"L", "R", "AL"}:
            return direction
    return ""


# The patterns are compiled when a talk needs them: few do.


@cache
def _sentence() -> re.Pattern[str]:
    """Some words with a stop at their end, whatever marks stand behind it; or words in quotes."""
    return re.compile(r".*\s.*[.!?…]['\"’”»)\]]*\Z|[\"“”«„].*\s", re.DOTALL)


@cache
def _signs() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Signs before and after the Latin word that they belong to (C++, @handle, https://host/)."""
    before = re.compile(r"(?<![^\s(\[«“\"'])([@#/.~+-]+)(?=[A-Za-z])")
    after = re.compile(r"(?<=[A-Za-z0-9])([+#/]+)(?![A-Za-z0-9])")
    return before, after, re.compile("[A-Za-z]")


@cache
def _others() -> re.Pattern[str]:
    """From a letter of another script to the last before a bracket, or one of the talk's own."""
    return re.compile(
        rf"((?:{MARK}?[@#/.~+-]+(?={_LETTER}))?{_LETTER}"
        rf"(?:[^{_RTL}()\[\]{{}}«»]*(?:\d|{_LETTER}))?[+#/]*{MARK}?)"
    )
