"""Which script a text is in: the language each run is tagged with, and how it is set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SCRIPTS = (
    ("ja", r"[぀-ヿㇰ-ㇿｦ-ﾝ]"),
    ("ko", r"[ᄀ-ᇿ㄰-㆏가-힯]"),
    ("zh", r"[⺀-⿟　-〿㐀-䶿一-鿿豈-﫿＀-￯\U00020000-\U0003ffff]"),
    ("ar", r"[؀-ۿݐ-ݿࢠ-ࣿﭐ-﷿ﹰ-﻿]"),
    ("he", r"[֐-׿יִ-ﭏ]"),
    ("th", r"[฀-๿]"),
    ("hi", r"[ऀ-ॿ]"),
    ("ru", r"[Ѐ-ӿ]"),
    ("el", r"[Ͱ-Ͽἀ-῿]"),
)
_REGIONS = {
    "ja": "ja-JP", "ko": "ko-KR", "zh": "zh-CN", "ar": "ar-SA", "he": "he-IL", "th": "th-TH",
    "hi": "hi-IN", "ru": "ru-RU", "el": "el-GR", "en": "en-GB", "fr": "fr-FR", "de": "de-DE",
    "es": "es-ES", "pt": "pt-PT", "it": "it-IT",
}  # fmt: skip
# Languages that share a script with another one, by that.
_SHARED = {
    "zh": frozenset({"ja", "ko"}),
    "ar": frozenset({"ckb", "fa", "ps", "sd", "ug", "ur"}),
    "he": frozenset({"yi"}),
}
_LATIN_ONLY = re.compile(r"[\x00-\u036f\u1e00-\u1eff\u2000-\u2bff]*\Z")
_VARYING = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ANY_LETTER = re.compile(r"[^\W\d_]")


def tag(language: str) -> str:
    """A BCP 47 tag with a region, as Office expects it (`en` becomes `en-GB`)."""
    return language if "-" in language else _REGIONS.get(language, language)


def segments(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The text in stretches of one script, each with its language tag.

    Digits, spaces and punctuation stay with what stands before them.
    """
    if text.isascii() or _LATIN_ONLY.match(text):
        yield text, tag(language)
        return
    start, current = 0, ""
    base = language.split("-", maxsplit=1)[0]
    hint = "ja" if _patterns()[0][1].search(text) else base
    for at, char in enumerate(text):
        script = _script(char, hint)
        if script and script != current:
            if current and at > start:
                yield text[start:at], _tag(current, language)
                start = at
            current = script
    yield text[start:], _tag(current or "latin", language)


def has_varying_face(text: str) -> bool:
    """Whether the text has letters for which applications fall back on faces of their own."""
    return not text.isascii() and bool(_VARYING.search(text))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The scripts' classes, compiled when a text needs them: that takes longer than most texts."""
    return tuple((name, re.compile(letters)) for name, letters in _SCRIPTS)


def _script(char: str, hint: str) -> str:
    if not _ANY_LETTER.match(char) and not "　" <= char <= "〿":
        return ""
    for name, pattern in _patterns():
        if pattern.match(char):
            return hint if hint in _SHARED.get(name, ()) else name
    return "latin"


def _tag(script: str, language: str) -> str:
    base = language.split("-", maxsplit=1)[0]
    if script in {"latin", base}:
        return tag(language) if script == base or base not in _scripts_alone() else "en-GB"
    return _REGIONS[script]


def _scripts_alone() -> frozenset[str]:
    return frozenset(name for name, _ in _SCRIPTS).union(*_SHARED.values())
