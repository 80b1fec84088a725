"""Names that stay the same from build to build."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

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


class Names:
    """Names of which each is given once."""

    __slots__ = ("_next", "_taken")

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def unique(self, name: str) -> str:
        """The name, with the first free number behind it when it is taken; takes it."""
        free, number = name, self._next.get(name, 2)
        while free in self._taken:
            free, number = f"{name}-{number}", number + 1
        self._next[name] = number
        self._taken.add(free)
        return free
