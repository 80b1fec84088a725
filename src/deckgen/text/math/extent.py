"""How much room a formula takes: its tree laid out in em."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from deckgen.text.math.advances import word_width
from deckgen.text.math.boxes import (
    NOTHING,
    FormulaSize,
    accented,
    beside,
    braced,
    centred,
    fraction,
    limits,
    line,
    root,
    scripts,
    small,
)
from deckgen.text.math.nodes import (
    Accent,
    Bar,
    Brace,
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
    Space,
    Symbol,
    Table,
)

_GAP, _FUNCTION_GAP, _NARY_GAP = 0.08, 0.18, 0.21
_SPACE = 0.16
_COLUMN_GAP, _ROW_GAP, _LINE_GAP = 0.93, 0.0875, 0.05
_BRACKET, _TALL_BRACKET, _TALL = 0.25, 0.39, 1.5
_BARS = {"|": 0.33, "∣": 0.33, "‖": 0.52, "∥": 0.52}
_BRACKET_OVER = 0.05
_NARY_WIDTHS = {"∫": 0.84, "∮": 0.9, "∬": 1.25, "∭": 1.65, "∏": 1.28, "∐": 1.3}
_SUM_WIDTH = 1.16
_INTEGRALS = "∫∮∬∭∯∰⨌"
_INTEGRAL_HEIGHT, _SUM_HEIGHT = 1.51, 1.38


def extent(node: Node) -> FormulaSize:  # noqa: PLR0911, PLR0912 - one case a node
    """The size of a formula's tree."""
    match node:
        case Symbol(text):
            return line(word_width(text))
        case Space():
            return line(_SPACE)
        case Row(children):
            return _row(children)
        case Fraction(numerator, denominator):
            return fraction(extent(numerator), extent(denominator))
        case Root(body, degree):
            return root(extent(body), _small(degree))
        case Scripts(base, sub, sup) | Prescripts(base, sub, sup):
            return scripts(extent(base), _small(sub), _small(sup))
        case Limits(base, under, over):
            return limits(extent(base), _small(under), _small(over))
        case Nary(operator, lower, upper, _, body):
            sign = limits(_sign(operator), _small(lower), _small(upper))
            return beside((sign, extent(body)), _NARY_GAP)
        case Fenced():
            return _fenced(node)
        case Function(name, argument):
            return beside((extent(name), extent(argument)), _FUNCTION_GAP)
        case Table(rows):
            return _grid(rows, _ROW_GAP)
        case Equations(rows):
            return _grid(rows, _ROW_GAP if rows and len(rows[0]) > 1 else _LINE_GAP)
        case Brace(base, _, over):
            return braced(extent(base), over)
        case Accent(base) if not (isinstance(base, Symbol) and base.text.islower()):
            return accented(extent(base))
        case Accent(base) | Bar(base) | Phantom(base) | Enclosed(base):
            return extent(base)


def _small(node: Node | None) -> FormulaSize:
    return NOTHING if node is None else small(extent(node))


def _row(children: Sequence[Node]) -> FormulaSize:
    """Things side by side; letters of one style make a word, and digits a number."""
    sizes: list[FormulaSize] = []
    for (kind, _), group in groupby(enumerate(children), _word):
        nodes = [node for _, node in group]
        if kind:
            text = "".join(node.text for node in nodes if isinstance(node, Symbol))
            sizes.append(line(word_width(text)))
        else:
            sizes += map(extent, nodes)
    return beside(sizes, _GAP)


def _word(numbered: tuple[int, Node]) -> tuple[str, str | int]:
    """What a node has in common with those that it is set together with."""
    index, node = numbered
    if isinstance(node, Symbol) and node.text.isalpha():
        return "letters", node.style
    if isinstance(node, Symbol) and node.text[:1].isdecimal():
        return "digits", ""
    return "", index


def _sign(operator: str) -> FormulaSize:
    height = _INTEGRAL_HEIGHT if operator in _INTEGRALS else _SUM_HEIGHT
    return centred(_NARY_WIDTHS.get(operator, _SUM_WIDTH), height)


def _fenced(node: Fenced) -> FormulaSize:
    parts = [extent(part) for part in node.parts]
    brackets = [node.opening, node.closing, *[node.separator] * (len(parts) - 1)]
    body = beside(parts, 0.0)
    bracket = _TALL_BRACKET if body.height > _TALL else _BRACKET
    width = sum(_BARS.get(each, bracket) for each in brackets if each)
    over = _BRACKET_OVER * body.height
    return FormulaSize(body.width + width, body.ascent + over, body.descent + over)


def _grid(rows: Sequence[Sequence[Node]], gap: float) -> FormulaSize:
    """Rows of cells, about the axis."""
    cells = [[extent(cell) for cell in row] for row in rows]
    wide = [max(cell.width for cell in column) for column in zip(*cells, strict=True)]
    high = [beside(row, 0.0).height for row in cells]
    width = sum(wide) + _COLUMN_GAP * max(0, len(wide) - 1)
    return centred(width, sum(high) + gap * max(0, len(high) - 1))
