"""The units of a body: headings, paragraphs, lists, captioned figures, each a block of Markdown.

While the body is written, a comment before each unit keeps its place; the body is parted at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from deckgen.frozen import Frozen
from deckgen.writers.docx.parsing import container

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

Kind = Literal["paragraph", "more", "listing", "figure", "lead", "note", "bound"]

_PLACE = re.compile(r"<!--unit (\d+)-->")
_BLOCKS: Mapping[str, Kind] = {
    "bullet_list": "more",
    "ordered_list": "more",
    "blockquote": "more",
    "table": "more",
    "math_block": "more",
    "fence": "listing",
    "code_block": "listing",
}
_CONTAINERS: Mapping[str, Kind] = {
    "figure": "figure",
    "table": "figure",
    "timeline": "figure",
    "diagram": "figure",
    "listing": "listing",
    "lead": "lead",
    "note": "note",
}
_COLONS = (":", "\uff1a")


class Unit(Frozen):
    """A block: what and which it is, its slide, the id of the block that it shows.

    A `lead` opens what follows it; a `paragraph` may follow a figure; a `listing` and `more` belong
    to the text before them; figures stay within their `bound`. A unit that `leads` announces the
    next one.
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
    if node.type == "container_box":
        what = container(node)
        return Unit(_CONTAINERS.get(what.name, "bound"), number, slide, what.id)
    return Unit(_BLOCKS.get(node.type, "bound"), number, slide)
