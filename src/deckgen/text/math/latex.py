"""LaTeX to MathML, and what is refused before and after."""

from __future__ import annotations

import re
from functools import cache
from html.entities import html5
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from deckgen.ooxml.xml import clean
from deckgen.text.math.error import MathError
from deckgen.text.math.mathml import read
from deckgen.text.math.nodes import Node, Row, depth

if TYPE_CHECKING:
    from math_core import LatexToMathML

# The parser recurses on the C stack, and the writers here on Python's.
_LONGEST = 2000
_DEEPEST_BRACES = 60
_DEEPEST_ELEMENTS = 100
_DEEPEST_NODES = 60

# The parser's time doubles with every opening bracket that nothing closes.
_MOST_OPEN = 16
_NAMES = (
    "Angle|Brace|Vert|ang|angle|brace|brack|ceil|floor|group|{0}angle|{0}bracket|{0}parenthesis"
    "|moustache|paren|vert"
)
_BRACKET = re.compile(
    rf"(?P<opens>\\(?:\{{|(?:l(?:{_NAMES.format('l')})|[ul]lcorner|mathopen|[bB]igg?l)(?![A-Za-z]))"
    r"|[(\[⌈⌊⌜⌞⎰❲⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼])"
    rf"|(?P<closes>\\(?:\}}|(?:r(?:{_NAMES.format('r')})|[ul]rcorner|mathclose|[bB]igg?r)(?![A-Za-z]))"
    r"|[)\]⌉⌋⌝⌟⎱❳⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦎⦐⦒⦔⦖⦘⧙⧛⧽])"
    r"|\\."  # any other command, and a line's end
)

_MACROS = {"substack": r"\begin{matrix}#1\end{matrix}"}
_DEFINITION = re.compile(r"\\(?:(?:re)?newcommand|providecommand|Declare\w+|[gex]?def|let)\b")
_ERROR = re.compile(r"(\d+): (.*)", re.DOTALL)
_HTML_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)(\w+;)")


def formula(latex: str, display: bool) -> Node:
    """The tree of a formula; raises MathError."""
    from math_core import LatexError

    _refuse_unsafe(latex)
    try:
        mathml = _converter().convert_with_local_state(latex, displaystyle=display)
    except LatexError as error:
        raise _math_error(str(error), latex) from None
    try:
        root = ElementTree.fromstring(_HTML_ENTITY.sub(_character, mathml))
    except ElementTree.ParseError:  # the converter passes on some characters that XML refuses
        raise MathError("The formula holds a character that cannot be set.", 0) from None
    if _levels(root) > _DEEPEST_ELEMENTS:
        raise MathError("The formula is nested too deeply.", 0)
    tree = read(root, numbered=r"\tag" in latex)
    if depth(tree) > _DEEPEST_NODES:
        raise MathError("The formula is nested too deeply.", 0)
    if tree == Row():
        raise MathError("The formula is empty.", 0)
    return tree


@cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML

    return LatexToMathML(
        fancy_error=False,
        macros=_MACROS,
        allow_unreliable_rendering=True,
        max_expansions=20,
    )


def _refuse_unsafe(latex: str) -> None:
    if not latex.strip():
        raise MathError("The formula is empty.", 0)
    if len(latex) > _LONGEST:
        raise MathError(f"The formula is longer than {_LONGEST} characters.", _LONGEST)
    if definition := _DEFINITION.search(latex):
        raise MathError("A formula cannot define commands.", definition.start())
    if _unclosed(latex) > _MOST_OPEN:
        raise MathError("The formula has many brackets that nothing closes.", 0)
    braces = 0
    for offset, character in enumerate(latex):
        if not clean(character):
            raise MathError("The formula holds a control character.", offset)
        braces += {"{": 1, "}": -1}.get(character, 0)
        if braces > _DEEPEST_BRACES:
            raise MathError("The formula is nested too deeply.", offset)


def _unclosed(latex: str) -> int:
    """How many opening brackets are still open at the end."""
    depth = 0
    for found in _BRACKET.finditer(latex):
        if found["opens"]:
            depth += 1
        elif found["closes"]:
            depth = max(0, depth - 1)
    return depth


def _math_error(message: str, latex: str) -> MathError:
    found = _ERROR.fullmatch(message)
    if not found:
        return MathError(message, 0)
    return MathError(found[2], min(int(found[1]), len(latex)))


def _character(entity: re.Match[str]) -> str:
    """MathML comes with HTML's named characters, which XML does not know."""
    return html5.get(entity[1], entity[0])


def _levels(root: ElementTree.Element) -> int:
    found, level = 0, [root]
    while level:
        found += 1
        level = [child for element in level for child in element]
    return found
