"""MathML's token elements: letters, numbers, operators, words, spaces."""

from __future__ import annotations

import re
import unicodedata
from xml.etree.ElementTree import Element

from deckgen.text.math.nodes import Node, Row, Space, Symbol, SymbolStyle

# Spaces that MathML needs around functions and under arrows, and Office makes by itself.
_AUTOMATIC_SPACES = {"0.1667em", "0.4286em", "3.5em"}
_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))


def text_of(element: Element) -> str:
    """The characters without the selectors of one glyph among several."""
    return (element.text or "").translate(_SELECTORS)


def identifier(element: Element) -> Node:
    """A letter, a name, a number or an operator, in the style of its alphabet."""
    text = text_of(element)
    upright = element.get("mathvariant") == "normal" or len(text) > 1
    style: SymbolStyle = "upright" if upright and element.tag == "mi" else ""
    name = unicodedata.name(text[0], "") if text else ""
    if name.startswith("MATHEMATICAL BOLD ITALIC"):
        return Symbol(text, "bold-italic")
    if re.match("MATHEMATICAL BOLD (?!SCRIPT|FRAKTUR)", name):
        return Symbol(text, "bold")
    if name.startswith("MATHEMATICAL ITALIC"):
        return Symbol(unicodedata.normalize("NFKC", text))
    if re.search("DOUBLE-STRUCK|SCRIPT|FRAKTUR|BLACK-LETTER|SANS-SERIF|MONOSPACE", name):
        return Symbol(text, "upright")
    return Symbol(text, style)


def words(element: Element) -> Node:
    """Text, whose blanks must not collapse."""
    return Symbol(text_of(element).replace(" ", "\u00a0"), "text")


def space(element: Element) -> Node:
    """A space that was asked for, or nothing."""
    width = element.get("width", "")
    found = re.fullmatch(r"(\d*\.?\d+)em", width)
    if not found or width in _AUTOMATIC_SPACES:
        return Row()
    return Space(float(found[1]))
