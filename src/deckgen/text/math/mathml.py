"""MathML Core elements to the formula's tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from deckgen.text.math.grouping import BARS, CLOSING, NARY, OPENING, Token, group
from deckgen.text.math.nodes import (
    Accent,
    Bar,
    Brace,
    ColumnAlign,
    Enclosed,
    Equations,
    Fenced,
    Fraction,
    Function,
    Limits,
    Nary,
    Node,
    Phantom,
    Prescripts,
    Root,
    Row,
    Scripts,
    Strike,
    Symbol,
    Table,
    row_of,
)
from deckgen.text.math.symbols import identifier, space, text_of, words

_APPLY = "\u2061"
_INVISIBLE = "\u2063"
_FENCES = OPENING | CLOSING | BARS | {_INVISIBLE, "/", "\\", "↑", "↓", "↕", "⇑", "⇓", "⇕"}
_LINE = "\u0332"
_BRACES = {"⏞", "⏟", "⏜", "⏝", "⎴", "⎵"}
_COMBINING = {
    "ˆ": "\u0302", "^": "\u0302", "¯": "\u0305", "‾": "\u0305", "˜": "\u0303", "~": "\u0303",
    "→": "\u20d7", "⃗": "\u20d7", "←": "\u20d6", "↔": "\u20e1", "˙": "\u0307", "¨": "\u0308",
    "ˇ": "\u030c", "˘": "\u0306", "´": "\u0301", "`": "\u0300", "˚": "\u030a",
}  # fmt: skip
_STRIKES: dict[str, Strike] = {
    "box": "box",
    "updiagonalstrike": "up",
    "downdiagonalstrike": "down",
    "horizontalstrike": "horizontal",
}


def read(math: Element, numbered: bool) -> Node:
    """The tree of a `math` element; automatic equation numbers go unless `numbered`."""
    if not numbered:
        for row in math.iter("mtr"):
            if len(row) > 2 and "width: 50%" in row[-1].get("style", ""):
                row[-1].clear()
    return _row(list(math))


def _row(elements: Sequence[Element]) -> Node:
    return row_of(group(list(_tokens(elements))))


def _tokens(elements: Sequence[Element]) -> Iterator[Token]:
    """Nodes side by side, those of plain rows among them, with their part as brackets."""
    for element in elements:
        if element.tag in ("mrow", "mstyle", "mpadded") and not _is_unit(element):
            yield from _tokens(list(element))
        else:
            node = _node(element)
            if node != Row():
                yield Token(node, _fence(element))


def _is_unit(row: Element) -> bool:
    """Whether a row is one thing: a function with its argument, or stretched brackets."""
    return any(_is_operator(child, _APPLY) for child in row) or _is_stretched(row)


def _is_stretched(row: Element) -> bool:
    return len(row) > 1 and all(
        end.tag == "mo" and end.get("stretchy") != "false" and text_of(end) in _FENCES
        for end in (row[0], row[-1])
    )


def _is_operator(element: Element, text: str) -> bool:
    return element.tag == "mo" and text_of(element) == text


def _fence(element: Element) -> str:
    """The part of a bracket, which may carry scripts: opening, closing, bar or none."""
    if element.tag in ("msub", "msup", "msubsup"):
        element = element[0]
    text = text_of(element)
    if element.tag != "mo":
        return ""
    if text in BARS:
        return {"prefix": "opening", "postfix": "closing"}.get(element.get("form", ""), "bar")
    return "opening" if text in OPENING else "closing" if text in CLOSING else ""


def _node(element: Element) -> Node:
    reader = _READERS.get(element.tag)
    return reader(element) if reader else _row(list(element))


# -- rows and scripts ---------------------------------------------------------------------------


def _unit(row: Element) -> Node:
    children = list(row)
    applied = next((i for i, child in enumerate(children) if _is_operator(child, _APPLY)), 0)
    if applied:
        return Function(_row(children[:applied]), _row(children[applied + 1 :]))
    if not _is_stretched(row):
        return _row(children)
    opening, closing = (text_of(end).replace(_INVISIBLE, "") for end in (row[0], row[-1]))
    if not opening and not closing:
        return _row(children[1:-1])
    parts: list[list[Element]] = [[]]
    separator = "|"
    for child in children[1:-1]:
        if child.tag == "mo" and child.get("stretchy") == "true":
            separator = text_of(child)
            parts.append([])
        else:
            parts[-1].append(child)
    return Fenced(opening, closing, tuple(_row(part) for part in parts), separator)


def _operator(element: Element) -> str:
    """The sum or integral that carries the bounds of `element`, or nothing."""
    text = text_of(element[0])
    return text if element[0].tag == "mo" and text in NARY else ""


def _scripts(element: Element) -> Node:
    base, *scripts = map(_node, element)
    below = scripts[0] if element.tag != "msup" else None
    above = scripts[-1] if element.tag != "msub" else None
    if operator := _operator(element):
        return Nary(operator, below, above)
    if isinstance(base, Symbol) and base.text.startswith("lim") and base.style == "upright":
        return Limits(base, below, above)
    return Scripts(base, below, above)


def _limits(element: Element) -> Node:
    if element.get("accent") == "true" or element.get("accentunder") == "true":
        return _accent(element)
    base, *limits = map(_node, element)
    under = limits[0] if element.tag != "mover" and limits[0] != Row() else None
    over = limits[-1] if element.tag != "munder" and limits[-1] != Row() else None
    if operator := _operator(element):
        return Nary(operator, under, over, stacked=True)
    return Limits(base, under, over) if under or over else base


def _accent(element: Element) -> Node:
    base, over = _node(element[0]), element.tag == "mover"
    mark = text_of(element[1])
    if mark == _LINE:
        return Bar(base, over)
    if mark in _BRACES or not over:
        return Brace(base, mark, over)
    return Accent(base, _COMBINING.get(mark, mark))


def _multiscripts(element: Element) -> Node:
    children = list(element)
    split = next((i for i, c in enumerate(children) if c.tag == "mprescripts"), len(children))
    base, *post = map(_node, children[:split])
    if len(post) >= 2:
        base = Scripts(base, post[0], post[1])
    before = [_node(child) for child in children[split + 1 :]]
    return Prescripts(base, before[0], before[1]) if len(before) >= 2 else base


# -- tables and the rest ------------------------------------------------------------------------


def _table(element: Element) -> Node:
    rows = [_cells(row) for row in element]
    columns = max(map(len, rows), default=0)
    nodes = tuple(
        tuple(_row(list(row[i])) if i < len(row) else Row() for i in range(columns)) for row in rows
    )
    if element.get("displaystyle") == "true":
        return Equations(nodes)
    first = rows[0] if rows else []
    return Table(nodes, tuple(_align(cell) for cell in first))


def _cells(row: Element) -> list[Element]:
    """A row's cells, without the empty ones that only push the others to the middle."""
    cells = list(row)
    if cells and "width: 50%" in cells[0].get("style", ""):
        cells.pop(0)
    while cells and len(cells[-1]) == 0 and "text-align" not in cells[-1].get("style", ""):
        cells.pop()
    return cells


def _align(cell: Element) -> ColumnAlign:
    found = re.search(r"text-align: (left|right)", cell.get("style", ""))
    return "center" if not found else "left" if found[1] == "left" else "right"


def _fraction(element: Element) -> Node:
    bar = element.get("linethickness") != "0"
    return Fraction(_node(element[0]), _node(element[1]), bar)


def _enclosed(element: Element) -> Node:
    strike = _STRIKES.get(element.get("notation", "").split(" ")[0], "box")
    return Enclosed(_row(list(element)), strike)


_READERS: dict[str, Callable[[Element], Node]] = {
    "mi": identifier,
    "mn": identifier,
    "mo": identifier,
    "mtext": words,
    "mspace": space,
    "mrow": _unit,
    "mstyle": _unit,
    "mpadded": _unit,
    "msub": _scripts,
    "msup": _scripts,
    "msubsup": _scripts,
    "munder": _limits,
    "mover": _limits,
    "munderover": _limits,
    "mmultiscripts": _multiscripts,
    "mtable": _table,
    "mfrac": _fraction,
    "msqrt": lambda element: Root(_row(list(element))),
    "mroot": lambda element: Root(_node(element[0]), _node(element[1])),
    "mphantom": lambda element: Phantom(_row(list(element))),
    "menclose": _enclosed,
}
