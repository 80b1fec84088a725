"""Spaces at which no line may end, by the customs of a language."""

from __future__ import annotations

import re

_NO_BREAK = "\u00a0"
# French sets marks off from words, and hundreds from thousands.
_FRENCH = re.compile(r" (?=[;:!?»%‰€])|(?<=«) |(?<=\d) (?=\d{3}(?!\d))")


def bound(text: str, language: str) -> str:
    """The text with spaces that hold where its language (a BCP 47 tag) lets no line end."""
    if " " not in text or language.partition("-")[0].lower() != "fr":
        return text
    return _FRENCH.sub(_NO_BREAK, text)
