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

Kind = Literal["paragraph", "more", "figure", "note", "bound"]

_PLACE = re.compile(r"<!--unit (\d+)-->")
_FIGURES = frozenset({"figure", "table", "timeline", "diagram"})
_MORE = frozenset(
    {"bullet_list", "ordered_list", "blockquote", "fence", "code_block", "table", "math_block"}
)
_COLONS = (":", "\uff1a")


class Unit(Frozen):
    """A block: what it is, the slide that it belongs to, the id of the block that it shows.

    A `paragraph` may follow a figure, `more` belongs to the text before it; figures stay within
    their `bound`. A unit that `leads` announces the next one.
    """

    kind: Kind
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


def unit(node: SyntaxTreeNode, slide: str, words: str) -> Unit:
    """What a block of Markdown is; `words` are its text."""
    if node.type == "paragraph":
        return Unit("paragraph", slide, leads=words.rstrip().endswith(_COLONS))
    if node.type in _MORE:
        return Unit("more", slide)
    what = container(node) if node.type == "container_box" else None
    if what is not None and what.name in _FIGURES:
        return Unit("figure", slide, what.id)
    if what is not None and what.name in {"note", "listing"}:
        return Unit("note" if what.name == "note" else "more", slide)
    return Unit("bound", slide)
