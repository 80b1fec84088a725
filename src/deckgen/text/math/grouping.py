"""What belongs together in a row: brackets and their content, operators and their operands.

MathML leaves most of it flat; Office wants it nested, and shows an empty box where an operand
is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.frozen import Frozen, replace
from deckgen.text.math.nodes import (
    Fenced,
    Nary,
    Node,
    Prescripts,
    Row,
    Scripts,
    Space,
    Symbol,
    row_of,
)

OPENING = frozenset("([{⟨⌈⌊⟦⟮⎰")
CLOSING = frozenset(")]}⟩⌉⌋⟧⟯⎱")
BARS = frozenset("|‖")
NARY = frozenset("∑∏∐∫∬∭⨌∮∯∰⋀⋁⋂⋃⨀⨁⨂⨄⨆")
# Where the operand of a sum ends: relations, signs and separators.
_ENDS = frozenset("=≠<>≤≥≪≫≡≢≈≉∼≃≅∝∈∉∋⊂⊃⊆⊇→←↔↦⇒⇐⇔⟹⟸⟺≔+−±∓,;:")
_WIDE = 0.5


class Token(Frozen):
    """A node of a flat row; `fence` says what part a bracket plays: opening, closing or bar."""

    node: Node
    fence: str = ""


def group(tokens: Sequence[Token]) -> tuple[Node, ...]:
    """A flat row as nested nodes. Brackets without their partner stay symbols."""
    levels: list[list[Token]] = [[]]
    for token in tokens:
        if token.fence == "opening" and isinstance(token.node, Symbol):
            levels.append([token])
        elif token.fence == "closing" and len(levels) > 1:
            opening, *inner = levels.pop()
            levels[-1].append(Token(_fenced(opening, inner, token.node)))
        else:
            levels[-1].append(token)
    flat = [token for level in levels for token in level]
    return _operands(_prescripts(_bars(flat)))


def _fenced(opening: Token, inner: Sequence[Token], closing: Node) -> Node:
    """Brackets with their content; scripts on the closing one belong to the whole."""
    content = row_of(_operands(_prescripts(_bars(inner))))
    return _closed(_symbol(opening.node), content, closing)


def _closed(opening: str, content: Node, closing: Node) -> Node:
    fenced = Fenced(opening, _symbol(closing), (content,))
    return replace(closing, base=fenced) if isinstance(closing, Scripts) else fenced


def _symbol(node: Node) -> str:
    """The bracket itself, with or without scripts."""
    base = node.base if isinstance(node, Scripts) else node
    return base.text if isinstance(base, Symbol) else ""


def _bars(tokens: Sequence[Token]) -> list[Node]:
    """Bars in pairs are brackets; an odd one out, as in P(A|B), makes all of them symbols."""
    nodes = [token.node for token in tokens]
    places = [i for i, token in enumerate(tokens) if token.fence == "bar"]
    if len(places) % 2 or any(_symbol(nodes[a]) != _symbol(nodes[b]) for a, b in _pairs(places)):
        return nodes
    paired: list[Node] = []
    done = 0
    for a, b in _pairs(places):
        if not isinstance(nodes[a], Symbol) or b == a + 1:
            return nodes
        content = row_of(_operands(_prescripts(nodes[a + 1 : b])))
        paired += [*nodes[done:a], _closed(_symbol(nodes[a]), content, nodes[b])]
        done = b + 1
    return paired + nodes[done:]


def _pairs(places: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip(places[::2], places[1::2], strict=True))


def _prescripts(nodes: Sequence[Node]) -> list[Node]:
    """Scripts on nothing belong before what follows them, as in {}^{14}_6 C."""
    joined: list[Node] = []
    for node in nodes:
        before = joined[-1] if joined else None
        if isinstance(before, Scripts) and before.base == Row():
            joined[-1] = Prescripts(node, before.sub or Row(), before.sup or Row())
        else:
            joined.append(node)
    return joined


def _operands(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Operators take what follows them, up to the next sign or relation, as their body."""
    done: list[Node] = []
    for node in reversed(nodes):
        operator = Nary(node.text) if isinstance(node, Symbol) and node.text in NARY else node
        if isinstance(operator, Nary) and operator.body == Row():
            end = next((i for i, later in enumerate(done) if _ends_operand(later)), len(done))
            done[:end] = [replace(operator, body=row_of(tuple(done[:end])))]
        else:
            done.insert(0, node)
    return tuple(done)


def _ends_operand(node: Node) -> bool:
    if isinstance(node, Space):
        return node.width >= _WIDE
    return isinstance(node, Symbol) and node.text in _ENDS
