"""The formula's tree as one line of Unicode text."""

from __future__ import annotations

import unicodedata

from deckgen.text.math.linear import THIN, Leaf, Pieces, Script, linear
from deckgen.text.math.nodes import Node

_SUPERSCRIPTS = dict(
    zip(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ′″∘",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ′″°",
        strict=True,
    )
)
_SUBSCRIPTS = dict(
    zip(
        "0123456789+−=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)


def plain(formula: Node) -> str:
    """Readable in running text: fractions with a slash, scripts as small characters."""
    return unicodedata.normalize("NFC", " ".join(_text(linear(formula)).split()))


def _text(pieces: Pieces) -> str:
    return "".join(piece.text if isinstance(piece, Leaf) else _small(piece) for piece in pieces)


def _small(script: Script) -> str:
    """In small characters if there are such; otherwise after the sign of TeX."""
    text = _text(script.pieces)
    alphabet = _SUPERSCRIPTS if script.raised else _SUBSCRIPTS
    tight = text.replace(" ", "").replace(THIN, "")
    if all(character in alphabet for character in tight):
        return "".join(alphabet[character] for character in tight)
    sign = "^" if script.raised else "_"
    return f"{sign}{tight}" if len(tight) == 1 else f"{sign}({text.strip()})"
