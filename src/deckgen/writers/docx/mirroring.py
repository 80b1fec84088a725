"""A template made for text from left to right, for text from right to left (ECMA-376 17.3.1.6)."""

from __future__ import annotations

import re
from typing import Any

from deckgen.writers.docx.names import w

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def mirror_styles(styles: Any) -> None:
    """Let bars at the text's side change sides, as indents do by themselves.

    Letters that join have no air between them.
    """
    for style in styles.findall(w("style")):
        ppr, rpr = style.find(w("pPr")), style.find(w("rPr"))
        if ppr is not None and ppr.find(w("bidi")) is not None:
            continue
        borders = ppr.find(w("pBdr")) if ppr is not None else None
        if borders is not None:
            _swap(borders)
        for air in rpr.findall(w("spacing")) if rpr is not None else ():
            rpr.remove(air)


def _swap(borders: Any) -> None:
    """Exchange left and right; the schema has left before right (17.3.1.24)."""
    left, right = borders.find(w("left")), borders.find(w("right"))
    if left is None and right is None:
        return
    for one, name in ((left, "right"), (right, "left")):
        if one is not None:
            one.tag = w(name)
    order = ("top", "left", "bottom", "right", "between", "bar")
    borders[:] = sorted(borders, key=lambda each: order.index(each.tag.rpartition("}")[2]))


def turn_sections(root: Any) -> None:
    """Let sections run that way: their columns, their gutter, the rule above notes (17.6.1)."""
    from lxml import etree

    for section in root.iter(w("sectPr")):
        if section.find(w("bidi")) is not None:
            continue
        mark = etree.Element(w("bidi"))
        later = next((each for each in section if each.tag in _AFTER_SECTIONS), None)
        if later is None:
            section.append(mark)
        else:
            later.addprevious(mark)


# What the schema has behind `w:bidi` (17.6.17).
_AFTER_SECTIONS = frozenset(map(w, ("rtlGutter", "docGrid", "printerSettings", "sectPrChange")))


def turn(root: Any) -> bool:
    """Let lines of a header or footer that say something in such a script run that way."""
    from lxml import etree

    changed = False
    for paragraph in root.iter(w("p")):
        words = "".join(text.text or "" for text in paragraph.iter(w("t")))
        ppr = paragraph.find(w("pPr"))
        if not _RIGHT_TO_LEFT.search(words) or (
            ppr is not None and ppr.find(w("bidi")) is not None
        ):
            continue
        if ppr is None:
            ppr = etree.Element(w("pPr"))
            paragraph.insert(0, ppr)
        later = next((each for each in ppr if each.tag in _AFTER), None)
        mark = etree.Element(w("bidi"))
        if later is None:
            ppr.append(mark)
        else:
            later.addprevious(mark)
        changed = True
    return changed


# What the schema has behind `w:bidi` (17.3.1.26).
_AFTER = frozenset(
    w(name)
    for name in (
        "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
        "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap",
        "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    )
)  # fmt: skip
