"""What a table style adds to the height of rows and takes from the width of cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deckgen.frozen import Frozen, replace
from deckgen.ooxml.attributes import twips, whole
from deckgen.writers.docx.looks import on
from deckgen.writers.docx.names import w

_SIDES = ("top", "left", "bottom", "right")
_OTHER_NAMES = {"start": "left", "end": "right"}


class TableLook(Frozen):
    """Cell margins and the widths of horizontal rules, in twips.

    Where a style says nothing, text stands 108 twips from a cell's sides, as in Word's own table
    style. `header` is the rule below the first row, None where it is like others; `bold` are the
    parts of a table whose text is bold (17.18.89).
    """

    top: int = 0
    left: int = 108
    bottom: int = 0
    right: int = 108
    first: int = 0
    inside: int = 0
    last: int = 0
    header: int | None = None
    bold: frozenset[str] = frozenset()


def table_look(lineage: Iterable[Any]) -> TableLook:
    """The look of a table style, given with all that it is based on, the base first."""
    look = TableLook()
    for style in lineage:
        properties = style.find(w("tblPr"))
        if properties is not None:
            look = replace(look, **_margins(properties.find(w("tblCellMar"))))
            look = replace(look, **_rules(properties.find(w("tblBorders"))))
        for part in style.findall(w("tblStylePr")):
            below = part.find(f"{w('tcPr')}/{w('tcBorders')}/{w('bottom')}")
            if part.get(w("type")) == "firstRow" and below is not None:
                look = replace(look, header=_width(below))
            bold = part.find(f"{w('rPr')}/{w('b')}")
            if bold is not None and on(bold):
                look = replace(look, bold=look.bold | {part.get(w("type"), "")})
    return look


def _margins(margins: Any | None) -> dict[str, Any]:
    """The margins of cells, where they are given as lengths (17.4.42)."""
    found: dict[str, Any] = {}
    for margin in margins if margins is not None else ():
        side = str(margin.tag).rpartition("}")[2]
        side = _OTHER_NAMES.get(side, side)
        if side in _SIDES and margin.get(w("type"), "dxa") == "dxa":
            found[side] = max(0, twips(margin.get(w("w")), 0))
    return found


def _rules(borders: Any | None) -> dict[str, Any]:
    sides = (("top", "first"), ("insideH", "inside"), ("bottom", "last"))
    given = ((key, borders.find(w(side))) for side, key in sides if borders is not None)
    return {key: _width(rule) for key, rule in given if rule is not None}


def _width(rule: Any) -> int:
    """The width of a rule, which is given in eighths of a point (17.18.2)."""
    if rule.get(w("val"), "nil") in {"nil", "none"}:
        return 0
    return whole(rule.get(w("sz")), 0) * 20 // 8
