"""The CommonMark parser, with strikethrough and formulas between dollar signs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

# No letter or digit before the opening dollar and no digit after the closing one: "US$5 and US$6"
# is money.
_FORMULA = re.compile(
    r"(?<![^\W_])(?<!\$)(?:"
    r"\$\$(?P<double>(?:[^\\$]|\\.)+)\$\$"
    r"|\$(?![\s$])(?P<single>(?:[^\\$]|\\.)+)(?<!\s)\$"
    r")(?!\d)",
    re.DOTALL,
)


@cache
def parser() -> MarkdownIt:
    """The one parser: CommonMark without HTML, `~~strike~~` and `$formula$`."""
    from markdown_it import MarkdownIt

    md = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    md.inline.ruler.before("escape", "formula", formula)
    return md


def formula(state: StateInline, silent: bool) -> bool:
    """The inline rule for `$x$` and `$$x$$`; the token is `math_inline`."""
    found = _FORMULA.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    latex = " ".join((found["double"] or found["single"]).split())
    if not latex:
        return False
    if not silent:
        state.push("math_inline", "math", 0).content = latex
    state.pos = found.end()
    return True
