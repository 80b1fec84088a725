"""The Markdown of a document as a tree of tokens."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from deckgen.frozen import Frozen
from deckgen.text.commonmark import formula, is_harmless
from deckgen.text.references import named

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_INFO = re.compile(r"([a-z][a-z-]*)(?:\s+#(\S+))?$")


class Container(Frozen):
    """What a container's first line says: its name and the id it refers to."""

    name: str
    id: str = ""


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables, notes and containers; `$formulas$` are read as in all texts."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    md = (
        MarkdownIt("commonmark", {"html": True})
        .disable("html_block")
        .enable(["table", "strikethrough"])
        .use(dollarmath_plugin, allow_labels=False)
        .use(footnote_plugin)
        .use(container_plugin, "box", validate=_is_container)
        .disable("math_inline")
    )
    md.inline.ruler.before("escape", "formula", formula)
    md.inline.ruler.before("escape", "reference", named)
    md.validateLink = is_harmless  # type: ignore[method-assign]
    return md


def tree(markdown: str) -> SyntaxTreeNode:
    """The document's tree. HTML stands in it as inline tokens, which a writer may take as text."""
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(_parser().parse(markdown))


def container(node: SyntaxTreeNode) -> Container:
    """What a container node is."""
    found = _INFO.match(node.info.strip())
    return Container(found[1], found[2] or "") if found else Container("")


def _is_container(params: str, *_: object) -> bool:
    return _INFO.match(params.strip()) is not None
