"""How wide a formula's characters stand, in em, as LibreOffice sets them.

LibreOffice brings its own faces for formulas (Liberation Serif, OpenSymbol), so these widths are
the same on every machine. Each includes the room that a slanting letter's overhang takes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_BY_WIDTH: Mapping[float, str] = {
    0.15: "′",
    0.25: "iι. \u00a0",
    0.30: "l",
    0.35: ",/t",
    0.40: ":s∣|",
    0.45: "!;Iefjrzεξτυ⋅",
    0.50: "bchknquvγζηθλνϵℓ∂0123456789",
    0.55: "JSadgoxδκμρ∥",
    0.60: "+<>Lpyαβπσφ∘",
    0.65: "BPTYZΔΣχψϕℏ∃≠",
    0.70: "CEFORw±÷ΓΘΞω≈≤≥⊥",
    0.75: "=AGQVXm×ΛΦΩ∇−∞≡",
    0.80: "%DKNUΨ∀∗∝∩",
    0.85: "HΠ…∈∉∧∨",
    0.95: "W↦⇒∠∪∼⊂⊕⊗",
    1.00: "M⇔",
    1.10: "←→⋯",
    1.15: "≪≫",
}
_WIDTHS = {character: width for width, some in _BY_WIDTH.items() for character in some}
_OTHER = 0.7
# Within a word, letters stand closer than side by side.
_CLOSER = 0.04


def word_width(text: str) -> float:
    """The width of characters that are set together: a number, a name, an operator."""
    widths = [_width(character) for character in text]
    return max(0.0, sum(widths) - _CLOSER * (len(widths) - 1))


def _width(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    known = _WIDTHS.get(character)
    return known or _WIDTHS.get(unicodedata.normalize("NFKC", character), _OTHER)
