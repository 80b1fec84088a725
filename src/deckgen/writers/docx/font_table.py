"""What a document says of its fonts (ECMA-376 17.8.3): which stands for one that is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckgen.typeset.stand_ins import MONO, SERIF, is_known
from deckgen.writers.docx.names import w

_PANOSE = re.compile("[0-9A-Fa-f]{20}")
_LATIN = frozenset({"00", "01", "EE", "CC", "A1", "A2", "BA"})  # and near it, not East Asian
_FIRST_SERIF, _LAST_SERIF = 2, 10  # of the second figure of a Latin face's PANOSE
_MONOSPACED = 9  # the fourth


def stand_ins(table: Any | None) -> Mapping[str, str]:
    """For families (in lower case) that are not known, the one that measures them.

    It is the other name that the document gives, if that is known, as Word replaces it; else the
    kind of face that it describes. Families that it says nothing of are left out.
    """
    found: dict[str, str] = {}
    for font in table.iter(w("font")) if table is not None else ():
        name = font.get(w("name"), "")
        if is_known(name):
            continue
        others = _value(font, "altName").split(",")
        known = next((other.strip() for other in others if is_known(other)), _kind(font))
        if known:
            found[name.casefold()] = known
    return found


def _kind(font: Any) -> str:
    """The generic family of a font by its description, empty where this says nothing of use."""
    if _value(font, "charset") not in _LATIN:
        return ""
    panose = _value(font, "panose1")
    figures = bytes.fromhex(panose) if _PANOSE.fullmatch(panose) else bytes(10)
    latin_text = figures[0] == 2
    if _value(font, "pitch") == "fixed" or (latin_text and figures[3] == _MONOSPACED):
        return MONO
    if latin_text and figures[1] >= _FIRST_SERIF:
        return SERIF if figures[1] <= _LAST_SERIF else ""
    return SERIF if _value(font, "family") == "roman" else ""


def _value(font: Any, name: str) -> str:
    element = font.find(w(name))
    return str(element.get(w("val"), "")) if element is not None else ""
