"""The CommonMark parser, with strikethrough, formulas between dollar signs, and references."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from deckgen.text.references import cited, named

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
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OPENED = frozenset(("http:", "https:", "mailto:", "tel:"))


@cache
def parser() -> MarkdownIt:
    """The one parser: CommonMark without HTML, `~~strike~~`, `$formula$`, `@table:name`."""
    from markdown_it import MarkdownIt

    md = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    md.inline.ruler.before("escape", "formula", formula)
    md.inline.ruler.before("escape", "reference", named)
    md.inline.ruler.before("escape", "citation", cited)
    md.validateLink = is_harmless  # type: ignore[method-assign]
    return md


def is_harmless(url: str) -> bool:
    """Whether a click opens a page, a message, a call or what lies beside: no program, no share."""
    if scheme := _SCHEME.match(url):
        return scheme[0].lower() in _OPENED
    return not url.startswith(("\\", "%5C", "//"))


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
