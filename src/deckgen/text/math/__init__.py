"""LaTeX formulas, as Office's own mathematics and as readable text.

`latex` has MathML made of the LaTeX and groups it into the tree of `nodes`: brackets with what
they hold, operators with what they apply to. `omml` writes that tree, `plain` and `flat` what
`linear` makes of it, and `extent` measures it.
"""

from __future__ import annotations

from functools import lru_cache

from deckgen.model.inline import Inline, Run
from deckgen.text.math.boxes import FormulaSize
from deckgen.text.math.error import MathError

__all__ = ["FormulaSize", "MathError", "runs", "size", "to_omml", "to_plain"]


@lru_cache(maxsize=256)
def to_omml(latex: str, display: bool) -> str:
    """Office MathML (ECMA-376 part 1, 22.1): `m:oMathPara` if `display`, else `m:oMath`.

    The `m` namespace is declared on the outermost element. Text stands in `<m:t>`, written
    so and no other way, and every object has its `<m:ctrlPr/>`: the places where a host
    format's run properties belong. Raises MathError.
    """
    from deckgen.text.math.latex import formula
    from deckgen.text.math.omml import omml

    return omml(formula(latex, display), display)


@lru_cache(maxsize=256)
def to_plain(latex: str) -> str:
    """The formula on one line of Unicode text: `Δv = vₑ ln(m₀/m₁)`. Raises MathError."""
    from deckgen.text.math.latex import formula
    from deckgen.text.math.plain import plain

    return plain(formula(latex, True))


@lru_cache(maxsize=256)
def runs(latex: str) -> Inline:
    """The formula within a line of text: variables italic, scripts as runs of their own.

    One run of `to_plain`'s text where scripts stand on scripts. Raises MathError.
    """
    from deckgen.text.math.flat import flat
    from deckgen.text.math.latex import formula

    return flat(formula(latex, False)) or (Run(to_plain(latex), italic=True),)


@lru_cache(maxsize=256)
def size(latex: str) -> FormulaSize:
    """The room that the displayed formula takes, in em. Raises MathError."""
    from deckgen.text.math.extent import extent
    from deckgen.text.math.latex import formula

    return extent(formula(latex, True))
