"""The units of a body: headings, paragraphs, lists, captioned figures, each a block of Markdown.

While the body is written, a comment before each unit keeps its place; the body is parted at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from deckgen.frozen import Frozen
from deckgen.writers.docx.parsing import container

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

Kind = Literal["paragraph", "more", "listing", "figure", "note", "bound"]

_PLACE = re.compile(r"<!--unit (\d+)-->")
_FIGURES = frozenset({"figure", "table", "timeline", "diagram"})
_MORE = frozenset({"bullet_list", "ordered_list", "blockquote", "table", "math_block"})
_LISTINGS = frozenset({"fence", "code_block"})
_COLONS = (":", "\uff1a")


class Unit(Frozen):
    """A block: what and which it is, its slide, the id of the block that it shows.

    A `paragraph` may follow a figure, a `listing` and `more` belong to the text before them;
    figures stay within their `bound`. A unit that `leads` announces the next one.
    """

    kind: Kind
    number: int = -1
    slide: str = ""
    block: str = ""
    leads: bool = False


def place(number: int) -> str:
    """What keeps the place of a unit."""
    return f"<!--unit {number}-->"


def parted(text: str, units: Sequence[Unit]) -> Iterator[tuple[Unit, str]]:
    """The units of a text with what each is written as; containers without a word are left out."""
    before, *rest = _PLACE.split(text)
    if before:
        yield Unit("bound"), before
    for number, written in zip(rest[::2], rest[1::2], strict=True):
        if written:
            yield units[int(number)], written


def unit(number: int, node: SyntaxTreeNode, slide: str, words: str) -> Unit:
    """What a block of Markdown is, the how manyth; `words` are its text."""
    if node.type == "paragraph":
        return Unit("paragraph", number, slide, leads=words.rstrip().endswith(_COLONS))
    if node.type in _MORE:
        return Unit("more", number, slide)
    if node.type in _LISTINGS:
        return Unit("listing", number, slide)
    what = container(node) if node.type == "container_box" else None
    if what is not None and what.name in _FIGURES:
        return Unit("figure", number, slide, what.id)
    if what is not None and what.name == "note":
        return Unit("note", number, slide)
    return Unit("bound" if what is None or what.name != "listing" else "listing", number, slide)
