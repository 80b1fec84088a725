"""The formula's tree as one line of Unicode text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

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
_SPACED = frozenset("=≠<>≤≥≪≫≡≢≈≉∼≃≅∝∈∉∋⊂⊃⊆⊇→←↔↦⇒⇐⇔⟹⟸⟺≔+−±∓×÷∪∩∧∨")
_SIGNS = frozenset("+−±∓")
_LINE_OVER, _LINE_UNDER = "\u0305", "\u0332"


def plain(formula: Node) -> str:
    """Readable in running text: fractions with a slash, scripts as small characters."""
    return unicodedata.normalize("NFC", " ".join(_text(formula).split()))


def _text(node: Node) -> str:  # noqa: PLR0911, PLR0912 - one case a node
    match node:
        case Symbol(text):
            return "".join(_letter(character) for character in text)
        case Space(width):
            return " " if width >= 0.1 else ""
        case Row(children):
            return _row(children)
        case Fraction(numerator, denominator, True):
            return f"{_operand(numerator)}/{_divisor(denominator)}"
        case Fraction(numerator, denominator):
            return f"{_text(numerator)} ¦ {_text(denominator)}"
        case Root(body, degree):
            index = "" if degree is None else _raised(degree).removeprefix("^")
            return f"{index}√{_factor(body)}"
        case Scripts(base, sub, sup):
            return f"{_factor(base)}{_lowered(sub)}{_raised(sup)}"
        case Prescripts(base, sub, sup):
            return f"{_raised(sup)}{_lowered(sub)}{_text(base)}"
        case Limits(Brace(base), under, over):
            return f"{_factor(base)} [{_text(under or over or Row())}]"
        case Limits(base, under, over):
            return f"{_text(base)}{_lowered(under)}{_raised(over)}"
        case Nary(operator, lower, upper, _, body):
            return f"{operator}{_lowered(lower)}{_raised(upper)} {_text(body)}"
        case Fenced(opening, closing, parts, separator):
            return opening + f" {separator} ".join(map(_text, parts)) + closing
        case Function(name, argument):
            return _function(_text(name), argument)
        case Table(rows) | Equations(rows):
            return "; ".join(_cells(row, node) for row in rows)
        case Accent(base, mark):
            return _text(base) + mark
        case Bar(base, over):
            line = _LINE_OVER if over else _LINE_UNDER
            return "".join(character + line for character in _text(base))
        case Brace(base) | Enclosed(base):
            return _text(base)
        case Phantom():
            return ""


def _letter(character: str) -> str:
    """A bold, sans-serif or typewriter letter as the plain one; ℝ and ℒ stay."""
    name = unicodedata.name(character, "")
    if re.match("MATHEMATICAL (?!DOUBLE|.*(SCRIPT|FRAKTUR))", name):
        return unicodedata.normalize("NFKC", character)
    return character


def _row(children: Sequence[Node]) -> str:
    """Things side by side, with blanks around relations and around signs between terms."""
    text = ""
    for i, child in enumerate(children):
        before, after = children[i - 1] if i else None, children[i + 1 : i + 2]
        piece = _text(child)
        if _is_relation(child):
            is_prefix = piece in _SIGNS and (before is None or _is_operator(before))
            text += piece if is_prefix else f" {piece} "
        elif isinstance(child, Symbol) and child.text in (",", ";"):
            text += piece + (" " if after and not _is_between_digits(before, after[0]) else "")
        elif isinstance(child, Function | Nary):
            text += piece if before is None or _is_operator(before) else f" {piece}"
        elif isinstance(child, Fraction) and after and not _ends_term(after[0]):
            text += f"({piece})"
        else:
            needs_blank = isinstance(before, Function) and not text.endswith(")")
            text += f" {piece}" if needs_blank else piece
    return text


def _is_relation(node: Node) -> bool:
    """A relation or a sign, with or without something over it."""
    symbol = node.base if isinstance(node, Limits) else node
    return isinstance(symbol, Symbol) and symbol.text in _SPACED


def _is_operator(node: Node) -> bool:
    return _is_relation(node) or (isinstance(node, Symbol) and node.text in (",", ";", "/"))


def _is_between_digits(before: Node | None, after: Node) -> bool:
    """Whether a comma stands within a number."""
    return all(isinstance(node, Symbol) and node.text.isdecimal() for node in (before, after))


def _ends_term(node: Node) -> bool:
    return _is_operator(node) or isinstance(node, Space)


def _cells(row: Sequence[Node], table: Table | Equations) -> str:
    texts = [_text(cell).strip() for cell in row]
    return (", " if isinstance(table, Table) else " ").join(filter(None, texts))


def _function(name: str, argument: Node) -> str:
    match argument:
        case Fenced() | Row((Fenced(), *_)):
            return name + _text(argument)
        case Fraction():
            return f"{name}({_text(argument)})"
    return f"{name} {_text(argument)}"


# -- parentheses --------------------------------------------------------------------------------


def _operand(node: Node) -> str:
    """A numerator: in parentheses if it is a sum."""
    is_sum = isinstance(node, Row) and any(_is_operator(child) for child in node.children)
    return (
        f"({_text(node)})"
        if is_sum or isinstance(node, Fraction | Nary | Function)
        else _text(node)
    )


def _divisor(node: Node) -> str:
    """A denominator: in parentheses if it is more than one thing; `dt` is one."""
    match node:
        case Row((Symbol("d" | "∂"), _)):
            return _text(node)
    return _factor(node)


def _factor(node: Node) -> str:
    """The base of a script or the body of a root: in parentheses if more than one thing."""
    is_compound = isinstance(node, Row) and len(node.children) > 1
    is_compound = is_compound or isinstance(node, Fraction | Nary | Function)
    return f"({_text(node)})" if is_compound else _text(node)


# -- scripts ------------------------------------------------------------------------------------


def _raised(node: Node | None) -> str:
    return "" if node is None else _small(_text(node), "^", _SUPERSCRIPTS)


def _lowered(node: Node | None) -> str:
    return "" if node is None else _small(_text(node), "_", _SUBSCRIPTS)


def _small(text: str, sign: str, alphabet: dict[str, str]) -> str:
    """In small characters if there are such; otherwise after the sign of TeX."""
    tight = text.replace(" ", "")
    if all(character in alphabet for character in tight):
        return "".join(alphabet[character] for character in tight)
    return f"{sign}{tight}" if len(tight) == 1 else f"{sign}({text.strip()})"
