"""What a document's theme gives to its styles: two faces and its colours (ECMA-376 20.1.6)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckgen.frozen import Frozen, field
from deckgen.ooxml.names import A

_HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")


class Theme(Frozen):
    """The faces `major` and `minor`, and the colours by slot as hex; both empty without a theme."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    def colour(self, slot: str, name: str) -> str:
        """The attributes of a `w:color` of a slot that Word calls `name`; empty for no slot."""
        found = self.colours.get(slot)
        return f'w:val="{found}" w:themeColor="{name}"' if found else ""


def read_theme(root: Any | None) -> Theme:
    """The theme in an `a:theme` element."""
    if root is None:
        return Theme()
    fonts, colours = {}, {}
    for name in ("major", "minor"):
        latin = root.find(f".//{{{A}}}{name}Font/{{{A}}}latin")
        if latin is not None and latin.get("typeface"):
            fonts[name] = latin.get("typeface")
    scheme = root.find(f".//{{{A}}}clrScheme")
    for slot in scheme if scheme is not None else ():
        for shown in slot:
            value = shown.get("lastClr") or shown.get("val", "")
            if isinstance(slot.tag, str) and _HEX.match(value):
                colours[slot.tag.rpartition("}")[2]] = value.upper()
    return Theme(fonts, colours)
