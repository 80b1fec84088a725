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
    "paragraph": "paragraph",
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


def kind(node: SyntaxTreeNode) -> Kind:
    """What kind of unit a block of Markdown is."""
    if node.type == "container_box":
        return _CONTAINERS.get(container(node).name, "bound")
    return _BLOCKS.get(node.type, "bound")


def unit(number: int, node: SyntaxTreeNode, slide: str, words: str) -> Unit:
    """A block of Markdown as the how manyth unit; `words` are its text."""
    shown = container(node).id if node.type == "container_box" else ""
    leads = node.type == "paragraph" and words.rstrip().endswith(_COLONS)
    return Unit(kind(node), number, slide, shown, leads)
