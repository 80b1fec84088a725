"""Language tags as Office writes them, and the language that a text's script asks for."""

from __future__ import annotations

import re
from functools import cache

# The culture that Office means by a bare language; it knows proofing tools by culture only.
_CULTURES = {
    "ar": "ar-SA", "bg": "bg-BG", "ca": "ca-ES", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE",
    "el": "el-GR", "en": "en-US", "es": "es-ES", "et": "et-EE", "eu": "eu-ES", "fa": "fa-IR",
    "fi": "fi-FI", "fr": "fr-FR", "ga": "ga-IE", "gl": "gl-ES", "he": "he-IL", "hi": "hi-IN",
    "hr": "hr-HR", "hu": "hu-HU", "id": "id-ID", "is": "is-IS", "it": "it-IT", "ja": "ja-JP",
    "ko": "ko-KR", "lt": "lt-LT", "lv": "lv-LV", "ms": "ms-MY", "nb": "nb-NO", "nl": "nl-NL",
    "nn": "nn-NO", "no": "nb-NO", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU",
    "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-Latn-RS", "sv": "sv-SE", "th": "th-TH",
    "tr": "tr-TR", "uk": "uk-UA", "ur": "ur-PK", "vi": "vi-VN", "zh": "zh-CN", "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
}  # fmt: skip

EAST_ASIAN = frozenset({"ja", "ko", "zh"})

_COMMON = re.compile(r"[\0-\u058f\u1e00-\u2bff]*\Z")  # Latin, Greek, Cyrillic and symbols
_SCRIPTS = (
    ("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]", "ja", ("ja",)),
    ("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]", "ko", ("ko",)),
    ("[\u2e80-\u2fdf\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
     "\U00020000-\U0003ffff]", "zh", ("zh", "ja", "ko")),
    ("[\u0590-\u05ff]", "he", ("he", "yi")),
    ("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]", "ar",
     ("ar", "fa", "ps", "sd", "ug", "ur")),
    ("[\u0900-\u097f]", "hi", ("hi", "mr", "ne", "sa")),
    ("[\u0e00-\u0e7f]", "th", ("th",)),
)  # fmt: skip


def culture(tag: str) -> str:
    """A BCP 47 tag as an Office culture: `en` is `en-US`, `zh-Hant` is `zh-TW`."""
    return _CULTURES.get(tag.lower(), tag)


def primary(tag: str) -> str:
    """The language alone, without script and region."""
    return tag.partition("-")[0].lower()


def script_language(text: str, tag: str) -> str:
    """The language of a text in a script that `tag` is not written in; empty when it is."""
    if text.isascii() or _COMMON.match(text):
        return ""
    written = primary(tag)
    for pattern, language, users in _patterns():
        if pattern.search(text):
            return "" if written in users else language
    return ""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...]:
    """The scripts' classes, compiled when a text needs them: that takes longer than most texts."""
    return tuple((re.compile(letters), language, users) for letters, language, users in _SCRIPTS)
