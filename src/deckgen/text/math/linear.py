"""The formula's tree on one line: fractions with a slash, scripts as they are.

`plain` and `flat` each write the pieces, as characters alone and as runs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from deckgen.frozen import Frozen
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
    SymbolStyle,
    Table,
)


class Leaf(Frozen):
    """Characters on the line, in the style of their symbol."""

    text: str
    style: SymbolStyle = "upright"


class Script(Frozen):
    """Pieces above the line (`raised`) or below it, after what they belong to."""

    pieces: Pieces
    raised: bool


Pieces = tuple[Leaf | Script, ...]

RELATIONS = frozenset("=≠<>≤≥≪≫≡≢≈≉∼≃≅∝∈∉∋⊂⊃⊆⊇→←↔↦⇒⇐⇔⟹⟸⟺≔+−±∓×÷∪∩∧∨")
"""What has blanks around it: relations, and the signs between terms."""

THIN = "\u2009"
"""A space within a term, as between a number and its unit: no place for a line's end."""

_WIDE, _VISIBLE = 0.3, 0.1
_SIGNS = frozenset("+−±∓")
_LINE_OVER, _LINE_UNDER = "\u0305", "\u0332"


def linear(node: Node) -> Pieces:  # noqa: PLR0911, PLR0912 - one case a node
    """The node's pieces, with blanks and parentheses where reading needs them."""
    match node:
        case Symbol(text, style):
            return (Leaf("".join(_letter(character) for character in text), style),)
        case Space(width):
            return _words(" " if width >= _WIDE else THIN if width >= _VISIBLE else "")
        case Row(children):
            return _row(children)
        case Fraction(numerator, denominator, True):
            return (*_operand(numerator), Leaf("/"), *_divisor(denominator))
        case Fraction(numerator, denominator):
            return (*linear(numerator), Leaf(" ¦ "), *linear(denominator))
        case Root(body, degree):
            return (*_script(degree, True), Leaf("√"), *_factor(body))
        case Scripts(base, sub, sup):
            return (*_factor(base), *_script(sub, False), *_script(sup, True))
        case Prescripts(base, sub, sup):
            return (*_script(sup, True), *_script(sub, False), *linear(base))
        case Limits(Brace(base), under, over):
            return (*_factor(base), Leaf(" ["), *linear(under or over or Row()), Leaf("]"))
        case Limits(base, under, over):
            return (*linear(base), *_script(under, False), *_script(over, True))
        case Nary(operator, lower, upper, _, body):
            bounds = (*_script(lower, False), *_script(upper, True))
            return (Leaf(operator), *bounds, Leaf(" "), *linear(body))
        case Fenced():
            return _fenced(node)
        case Function(name, argument):
            return _function(name, argument)
        case Table(rows) | Equations(rows):
            return _joined([_cells(row, node) for row in rows], "; ")
        case Accent(base, mark):
            return _marked(linear(base), mark)
        case Bar(base, over):
            return _lined(linear(base), _LINE_OVER if over else _LINE_UNDER)
        case Brace(base) | Enclosed(base):
            return linear(base)
        case Phantom():
            return ()


def _letter(character: str) -> str:
    """A bold, sans-serif or typewriter letter as the plain one; ℝ and ℒ stay."""
    name = unicodedata.name(character, "")
    if re.match("MATHEMATICAL (?!DOUBLE|.*(SCRIPT|FRAKTUR))", name):
        return unicodedata.normalize("NFKC", character)
    return character


def _words(text: str) -> Pieces:
    return (Leaf(text),) if text else ()


def _script(node: Node | None, raised: bool) -> Pieces:
    pieces = () if node is None else linear(node)
    return (Script(pieces, raised),) if pieces else ()


def _joined(parts: Sequence[Pieces], separator: str) -> Pieces:
    joined: list[Leaf | Script] = []
    for i, part in enumerate(parts):
        joined += [Leaf(separator), *part] if i else part
    return tuple(joined)


def _marked(pieces: Pieces, mark: str) -> Pieces:
    *before, last = pieces or (Leaf(""),)
    if isinstance(last, Leaf):
        return (*before, Leaf(last.text + mark, last.style))
    return (*pieces, Leaf(mark))


def _lined(pieces: Pieces, line: str) -> Pieces:
    return tuple(
        Leaf("".join(character + line for character in piece.text), piece.style)
        if isinstance(piece, Leaf)
        else piece
        for piece in pieces
    )


# -- rows ---------------------------------------------------------------------------------------


def _row(children: Sequence[Node]) -> Pieces:
    """Things side by side, with blanks around relations and around signs between terms."""
    pieces: list[Leaf | Script] = []
    for i, child in enumerate(children):
        before, after = children[i - 1] if i else None, children[i + 1 : i + 2]
        piece = linear(child)
        if _is_relation(child):
            is_prefix = _is_sign(child) and (before is None or _is_operator(before))
            pieces += piece if is_prefix else (Leaf(" "), *piece, Leaf(" "))
        elif isinstance(child, Symbol) and child.text in (",", ";"):
            ends_part = after and not _is_between_digits(before, after[0])
            pieces += (*piece, *_words(" " if ends_part else ""))
        elif isinstance(child, Function | Nary):
            pieces += piece if before is None or _is_operator(before) else (Leaf(" "), *piece)
        elif isinstance(child, Fraction) and after and not _ends_term(after[0]):
            pieces += (Leaf("("), *piece, Leaf(")"))
        else:
            needs_blank = isinstance(before, Function) and not _ends_with_bracket(pieces)
            pieces += (Leaf(" "), *piece) if needs_blank else piece
    return tuple(pieces)


def _is_relation(node: Node) -> bool:
    """A relation or a sign, with or without something over it."""
    symbol = node.base if isinstance(node, Limits) else node
    return isinstance(symbol, Symbol) and symbol.text in RELATIONS


def _is_sign(node: Node) -> bool:
    return isinstance(node, Symbol) and node.text in _SIGNS


def _is_operator(node: Node) -> bool:
    return _is_relation(node) or (isinstance(node, Symbol) and node.text in (",", ";", "/"))


def _is_between_digits(before: Node | None, after: Node) -> bool:
    """Whether a comma stands within a number."""
    return all(isinstance(node, Symbol) and node.text.isdecimal() for node in (before, after))


def _ends_term(node: Node) -> bool:
    return _is_operator(node) or isinstance(node, Space)


def _ends_with_bracket(pieces: Sequence[Leaf | Script]) -> bool:
    last = pieces[-1] if pieces else None
    return isinstance(last, Leaf) and last.text.endswith(")")


def _cells(row: Sequence[Node], table: Table | Equations) -> Pieces:
    cells = [pieces for cell in row if (pieces := linear(cell))]
    return _joined(cells, ", " if isinstance(table, Table) else " ")


def _fenced(node: Fenced) -> Pieces:
    parts = _joined([linear(part) for part in node.parts], f" {node.separator} ")
    return (*_words(node.opening), *parts, *_words(node.closing))


def _function(name: Node, argument: Node) -> Pieces:
    match argument:
        case Fenced() | Row((Fenced(), *_)):
            return (*linear(name), *linear(argument))
        case Fraction():
            return (*linear(name), *_in_parentheses(argument))
    return (*linear(name), Leaf(" "), *linear(argument))


# -- parentheses --------------------------------------------------------------------------------


def _in_parentheses(node: Node) -> Pieces:
    return (Leaf("("), *linear(node), Leaf(")"))


def _operand(node: Node) -> Pieces:
    """A numerator: in parentheses if it is a sum."""
    is_sum = isinstance(node, Row) and any(_is_operator(child) for child in node.children)
    is_compound = is_sum or isinstance(node, Fraction | Nary | Function)
    return _in_parentheses(node) if is_compound else linear(node)


def _divisor(node: Node) -> Pieces:
    """A denominator: in parentheses if it is more than one thing; `dt` is one."""
    match node:
        case Row((Symbol("d" | "∂"), _)):
            return linear(node)
    return _factor(node)


def _factor(node: Node) -> Pieces:
    """The base of a script or the body of a root: in parentheses if more than one thing."""
    is_compound = isinstance(node, Row) and len(node.children) > 1
    is_compound = is_compound or isinstance(node, Fraction | Nary | Function)
    return _in_parentheses(node) if is_compound else linear(node)
