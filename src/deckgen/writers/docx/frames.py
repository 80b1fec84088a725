"""Headers and footers of the template, their tags filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckgen.writers.docx.names import w

_TAG = re.compile(r"\{\{\s*([a-z_.]+)\s*\}\}")


def fill(root: Any, tags: Mapping[str, str]) -> bool:
    """Replace `{{ talk.title }}` and its like in every paragraph; whether anything changed.

    Word splits text over runs as it pleases: a tag may begin in one and end in another. What
    replaces it takes the looks of the run in which it began; a tag that is not known goes away.
    """
    changed = False
    for paragraph in root.iter(w("p")):
        texts = list(paragraph.iter(w("t")))
        whole = "".join(text.text or "" for text in texts)
        for found in reversed(list(_TAG.finditer(whole))):
            _replace(texts, found.start(), found.end(), tags.get(found[1], ""))
            changed = True
    return changed


def _replace(texts: list[Any], start: int, end: int, words: str) -> None:
    position = 0
    for element in texts:
        text = element.text or ""
        first, last = max(start - position, 0), min(end - position, len(text))
        position += len(text)
        if first >= len(text) or last <= 0:
            continue
        element.text = text[:first] + words + text[last:]
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words = ""
