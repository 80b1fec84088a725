"""Which way a talk runs, and which way texts of another script run within it (UAX #9)."""

from __future__ import annotations

import re
import unicodedata

MARK = "\u200e"
"""The left-to-right mark: no sign of its own, but as strong as a Latin letter."""

_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
_SCRIPTS = frozenset({"arab", "hebr", "nkoo", "syrc", "thaa"})
# Some words with a stop at their end, whatever marks stand behind it; or words that are quoted.
_SENTENCE = re.compile(r".*\s.*[.!?…]['\"’”»)\]]*\Z|[\"“”«„].*\s", re.DOTALL)
# Signs that belong to the Latin word that they touch: C++, @handle, /path, https://host/.
_BEFORE = re.compile(r"(?<![^\s(\[«“\"'])([@#/.~+-]+)(?=[A-Za-z])")
_AFTER = re.compile(r"(?<=[A-Za-z0-9])([+#/]+)(?![A-Za-z0-9])")
_LATIN = re.compile(r"[A-Za-z]")
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER = rf"(?![{_RTL}])[^\W\d_]"
# From one letter of another script to the last before a bracket, or a letter of the talk's own.
_OTHER = re.compile(
    rf"((?:{MARK}?[@#/.~+-]+(?={_LETTER}))?{_LETTER}"
    rf"(?:[^{_RTL}()\[\]{{}}«»]*(?:\d|{_LETTER}))?[+#/]*{MARK}?)"
)


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
    return not (foreign(text) and _SENTENCE.match(text.strip(f"{MARK} ")))


def foreign(text: str) -> bool:
    """Whether the text has letters, none of them of a script from right to left."""
    directions = {unicodedata.bidirectional(char) for char in text}
    return "L" in directions and not directions & {"R", "AL"}


def marked(text: str, *, code: bool = False) -> str:
    """A text for a paragraph from right to left, with marks that keep signs at Latin words.

    `code` says that all of it is one such word.
    """
    if not _LATIN.search(text):
        return text
    if code:
        return f"{MARK}{text}{MARK}"
    return _AFTER.sub(rf"\1{MARK}", _BEFORE.sub(rf"{MARK}\1", text))


def parted(text: str, *, code: bool = False) -> list[tuple[str, bool]]:
    """A text of a paragraph from right to left in stretches, each with whether it runs so.

    What is one sentence of another script, or `code`, is not parted.
    """
    if foreign(text) and (code or _SENTENCE.match(text.strip())):
        return [(marked(text, code=True), False)]
    parts = _OTHER.split(marked(text))
    return [(part, at % 2 == 0) for at, part in enumerate(parts) if part]


def _first_strong(text: str) -> str:
    if text.isascii():
        return ""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in {"L", "R", "AL"}:
            return direction
    return ""
