"""Names that stay the same from build to build."""

from __future__ import annotations

import re
import unicodedata

_NOT_NAME = re.compile(r"[^\w]+|_+")
_KEBAB = re.compile(r"[^\W_]+(?:-[^\W_]+)*\Z")
_LONGEST = 60


def is_id(text: str) -> bool:
    """Whether a text is in kebab-case: letters and digits, parted by single hyphens."""
    return text == text.lower() and _KEBAB.match(text) is not None


def slug(text: str) -> str:
    """A text in kebab-case; Latin letters lose their accents, other scripts stay."""
    if text.isascii():
        plain = text
    else:
        decomposed = unicodedata.normalize("NFKD", text)
        marked = unicodedata.combining
        plain = unicodedata.normalize("NFC", "".join(c for c in decomposed if not marked(c)))
    words = _NOT_NAME.sub("-", plain.replace("'", "").replace("’", "").lower()).strip("-")
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    return words or "slide"


def unique(name: str, taken: set[str]) -> str:
    """The name, with the first free number behind it when it is taken; takes it."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free
