"""Type is measured here: shaping, line breaking and line heights, the same on every machine.

Families are measured with shipped faces, never with the machine's fonts: exactly where a shipped
face has the family's advances, else with the nearest one, widened. East Asian text stands on the
em. Lines break by UAX #14 with own tables (4 kB; the library that could do it brings 42 MB).
Whatever cannot be known is taken for wider and taller: text may be given too much room, but never
too little.
"""

from __future__ import annotations

from deckgen.typeset.faces import Faces, Style
from deckgen.typeset.setting import SetLine, SetText, TypeParagraph, TypeRun
from deckgen.typeset.typesetter import Typesetter, Typesetters

__all__ = [
    "Faces",
    "SetLine",
    "SetText",
    "Style",
    "TypeParagraph",
    "TypeRun",
    "Typesetter",
    "Typesetters",
]
