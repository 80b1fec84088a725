"""The formula's tree as Office MathML (ECMA-376 part 1, clause 22.1)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

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
    Space,
    Strike,
    Symbol,
    SymbolStyle,
    Table,
    row_of,
)

_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_STYLES: dict[SymbolStyle, str] = {
    "": "",
    "upright": '<m:rPr><m:sty m:val="p"/></m:rPr>',
    "bold": '<m:rPr><m:sty m:val="b"/></m:rPr>',
    "bold-italic": '<m:rPr><m:sty m:val="bi"/></m:rPr>',
    "text": "<m:rPr><m:nor/></m:rPr>",
}
# An empty argument shows a dotted box; a character without width keeps it away.
_NOTHING = "\u200b"
_SPACES = ((2.0, "\u2003\u2003"), (1.0, "\u2003"), (0.5, "\u2002"), (0.27, "\u2004"),
           (0.21, "\u205f"), (0.1, "\u2009"))  # fmt: skip
_STRIKE_SIDES = "".join(f'<m:hide{side} m:val="1"/>' for side in ("Top", "Bot", "Left", "Right"))
_STRIKE_LINES: dict[Strike, str] = {
    "box": "",
    "horizontal": _STRIKE_SIDES + '<m:strikeH m:val="1"/>',
    "up": _STRIKE_SIDES + '<m:strikeBLTR m:val="1"/>',
    "down": _STRIKE_SIDES + '<m:strikeTLBR m:val="1"/>',
}


def omml(formula: Node, display: bool) -> str:
    """`m:oMathPara` or `m:oMath`, with its namespace."""
    declared = f'xmlns:m="{_NAMESPACE}"'
    content = _xml(formula)
    if display:
        return f"<m:oMathPara {declared}><m:oMath>{content}</m:oMath></m:oMathPara>"
    return f"<m:oMath {declared}>{content}</m:oMath>"


def _xml(node: Node) -> str:  # noqa: PLR0911, PLR0912 - one case a node
    match node:
        case Symbol(text, style):
            return _run(text, style)
        case Space(width):
            return _run(next((s for least, s in _SPACES if width >= least), "\u200a"), "text")
        case Row(children):
            return _row(children)
        case Fraction(numerator, denominator, bar):
            kind = "" if bar else _value("type", "noBar")
            return _object("f", kind, num=numerator, den=denominator)
        case Root(body, None):
            return _object("rad", _value("degHide", "1"), deg=None, e=body)
        case Root(body, degree):
            return _object("rad", "", deg=degree, e=body)
        case Scripts():
            return _scripts(node)
        case Prescripts(base, sub, sup):
            return _object("sPre", "", sub=sub, sup=sup, e=base)
        case Limits():
            return _limits(node)
        case Nary():
            return _nary(node)
        case Fenced():
            return _fenced(node)
        case Function(name, argument):
            return _object("func", "", fName=name, e=argument)
        case Table():
            return _table(node)
        case Equations():
            return _equations(node)
        case _:
            return _decorated(node)


def _decorated(node: Accent | Bar | Brace | Phantom | Enclosed) -> str:
    match node:
        case Accent(base, mark):
            return _object("acc", _value("chr", mark), e=base)
        case Bar(base, over):
            return _object("bar", _value("pos", "top" if over else "bot"), e=base)
        case Brace(base, brace, over):
            place = _value("pos", "top" if over else "bot")
            align = _value("vertJc", "bot" if over else "top")
            return _object("groupChr", _value("chr", brace) + place + align, e=base)
        case Phantom(body):
            return _object("phant", _value("show", "0"), e=body)
        case Enclosed(body, strike):
            return _object("borderBox", _STRIKE_LINES[strike], e=body)


# -- runs and objects ---------------------------------------------------------------------------


def _run(text: str, style: SymbolStyle) -> str:
    return f"<m:r>{_STYLES[style]}<m:t>{escape(text)}</m:t></m:r>"


def _value(name: str, value: str) -> str:
    return f"<m:{name} m:val={quoteattr(value)}/>"


def _object(name: str, properties: str, **arguments: Node | None) -> str:
    """An object with its arguments in the order given; None is one that is hidden."""
    inner = "".join(_argument(key, value) for key, value in arguments.items())
    return f"<m:{name}><m:{name}Pr>{properties}<m:ctrlPr/></m:{name}Pr>{inner}</m:{name}>"


def _argument(name: str, node: Node | None) -> str:
    if node is None:
        return f"<m:{name}/>"
    return f"<m:{name}>{_xml(node) or _run(_NOTHING, 'text')}</m:{name}>"


def _row(children: Sequence[Node]) -> str:
    """Things side by side; symbols of one style share a run."""
    parts: list[str] = []
    i = 0
    while i < len(children):
        child = children[i]
        text, i = "", i + 1
        if not isinstance(child, Symbol):
            parts.append(_xml(child))
            continue
        text = child.text
        while i < len(children):
            after = children[i]
            if not isinstance(after, Symbol) or after.style != child.style:
                break
            text, i = text + after.text, i + 1
        parts.append(_run(text, child.style))
    return "".join(parts)


# -- scripts, operators, brackets ---------------------------------------------------------------


def _scripts(node: Scripts) -> str:
    if node.sup is None:
        return _object("sSub", "", e=node.base, sub=node.sub)
    if node.sub is None:
        return _object("sSup", "", e=node.base, sup=node.sup)
    return _object("sSubSup", "", e=node.base, sub=node.sub, sup=node.sup)


def _limits(node: Limits) -> str:
    if node.over is None:
        return _object("limLow", "", e=node.base, lim=node.under)
    base = node.base if node.under is None else Limits(node.base, node.under)
    return _object("limUpp", "", e=base, lim=node.over)


def _nary(node: Nary) -> str:
    properties = _value("chr", node.operator)
    properties += _value("limLoc", "undOvr" if node.stacked else "subSup")
    if node.lower is None:
        properties += _value("subHide", "1")
    if node.upper is None:
        properties += _value("supHide", "1")
    return _object("nary", properties, sub=node.lower, sup=node.upper, e=node.body)


def _fenced(node: Fenced) -> str:
    properties = _value("begChr", node.opening)
    if len(node.parts) > 1:
        properties += _value("sepChr", node.separator)
    properties += _value("endChr", node.closing)
    parts = "".join(_argument("e", part) for part in node.parts)
    return f"<m:d><m:dPr>{properties}<m:ctrlPr/></m:dPr>{parts}</m:d>"


# -- tables -------------------------------------------------------------------------------------


def _table(node: Table) -> str:
    return _matrix(node.rows, node.aligns, "")


def _equations(node: Equations) -> str:
    """Lines with their cells in columns without gaps, right and left of each common edge.

    An `m:eqArr` aligns only at `&` characters, which some applications show as such.
    """
    columns = len(node.rows[0]) if node.rows else 0
    if columns < 2:
        lines = "".join(_argument("e", row_of(row)) for row in node.rows)
        return f"<m:eqArr><m:eqArrPr><m:ctrlPr/></m:eqArrPr>{lines}</m:eqArr>"
    aligns: list[ColumnAlign] = ["right" if i % 2 == 0 else "left" for i in range(columns)]
    gap = _value("cGpRule", "3") + _value("cGp", "0")
    return _matrix(_spread(node.rows), aligns, gap)


def _spread(rows: Sequence[Sequence[Node]]) -> list[list[Node]]:
    """The rows with room between the pairs, and something before each relation to relate."""
    nothing = Symbol(_NOTHING, "text")
    return [
        [
            Row((nothing, cell)) if i % 2 else Row((Space(2.0), cell)) if i else cell
            for i, cell in enumerate(row)
        ]
        for row in rows
    ]


def _matrix(rows: Sequence[Sequence[Node]], aligns: Sequence[ColumnAlign], gap: str) -> str:
    columns = "".join(
        f'<m:mc><m:mcPr><m:count m:val="1"/>{_value("mcJc", align)}</m:mcPr></m:mc>'
        for align in aligns
    )
    cells = "".join(
        "<m:mr>" + "".join(_argument("e", cell) for cell in row) + "</m:mr>" for row in rows
    )
    properties = f"{_value('plcHide', '1')}{gap}<m:mcs>{columns}</m:mcs><m:ctrlPr/>"
    return f"<m:m><m:mPr>{properties}</m:mPr>{cells}</m:m>"
