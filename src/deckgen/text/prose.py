"""Block Markdown as a flat sequence of paragraphs, as speaker notes need it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from deckgen.frozen import Frozen
from deckgen.model.inline import Inline, Run
from deckgen.text.commonmark import parser
from deckgen.text.inline import inline_of, is_literal

if TYPE_CHECKING:
    from markdown_it.token import Token

# One line that begins with a letter is a paragraph, unless something in it is marked up.
_LITERAL = re.compile(r"[^\W\d_][^\n]*\S")
Marker = Literal["", "bullet", "number"]


class ProseParagraph(Frozen):
    """A paragraph and its place in lists: `level` 0 is the outermost.

    `number` counts if the marker is "number". A further paragraph of a list item keeps its
    level and has no marker. A line of a code block is a paragraph of its own.
    """

    runs: Inline
    level: int = 0
    marker: Marker = ""
    number: int = 0
    heading: bool = False
    code: bool = False


class _List(Struct):
    """An open list: the number of its next item, or None for bullets."""

    next_number: int | None


class _Place(Struct):
    """Where in the document the reader stands."""

    lists: list[_List] = field(default_factory=list)
    item_begins: bool = False
    heading: bool = False


@lru_cache(maxsize=1024)
def paragraphs(source: str) -> tuple[ProseParagraph, ...]:
    """The paragraphs of block Markdown, in order; rules between them fall away."""
    line = source.rstrip("\n")
    if _LITERAL.fullmatch(line) and is_literal(line):
        return (ProseParagraph((Run(line),)),)
    place = _Place()
    return tuple(paragraph for token in parser().parse(source) for paragraph in _read(token, place))


def _read(token: Token, place: _Place) -> Iterator[ProseParagraph]:
    match token.type:
        case "bullet_list_open":
            place.lists.append(_List(None))
        case "ordered_list_open":
            place.lists.append(_List(int(token.attrs.get("start", 1))))
        case "bullet_list_close" | "ordered_list_close":
            place.lists.pop()
        case "list_item_open":
            place.item_begins = True
        case "list_item_close":
            place.item_begins = False
            _count(place.lists[-1])
        case "heading_open" | "heading_close":
            place.heading = token.nesting == 1
        case "inline":
            yield _paragraph(inline_of(token.children or ()), place, code=False)
        case "fence" | "code_block":
            for line in token.content.rstrip("\n").split("\n"):
                runs = (Run(line.expandtabs(4), code=True),) if line else ()
                yield _paragraph(runs, place, code=True)


def _count(opened: _List) -> None:
    if opened.next_number is not None:
        opened.next_number += 1


def _paragraph(runs: Inline, place: _Place, *, code: bool) -> ProseParagraph:
    marker: Marker = ""
    number = 0
    if place.item_begins:
        item = place.lists[-1]
        marker = "bullet" if item.next_number is None else "number"
        number = item.next_number or 0
        place.item_begins = False
    level = max(0, len(place.lists) - 1)
    return ProseParagraph(runs, level, marker, number, place.heading, code)
