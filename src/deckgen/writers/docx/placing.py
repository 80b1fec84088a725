"""The body on its pages: figures where they leave none half empty, contents with page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from deckgen.ooxml import names, xml
from deckgen.typeset.stand_ins import stand_in
from deckgen.writers.docx import floats, head_room, pagination
from deckgen.writers.docx import names as word
from deckgen.writers.docx.clearance import cleared
from deckgen.writers.docx.contents import LISTS, MARK, PLACE, captions, contents, list_place
from deckgen.writers.docx.floats import Block
from deckgen.writers.docx.lowering import lowered
from deckgen.writers.docx.pieces import Piece
from deckgen.writers.docx.story import Story
from deckgen.writers.docx.template import Page, Template
from deckgen.writers.docx.units import Unit, parted

_NAMESPACES = (
    f'xmlns:w="{word.W}" xmlns:r="{names.R}" xmlns:m="{names.M}" xmlns:wp="{word.WP}"'
    f' xmlns:a="{names.A}" xmlns:pic="{word.PIC}"'
)
_BEGUN = re.compile(r"<w:pStyle [^>]*/>(?:<w:keepNext/>)?")
# How far down a page contents that do not fit may begin the next: a cover may end early.
_COVER_ENDS, _PAGE_ENDS = 0.6, 0.85


def placed(story: Story, base: Template, text: str, marking: str = "") -> str:
    """The text with its figures settled and its contents filled in.

    Their page numbers are as near as measuring gets. `marking` is what will mark each page.
    """

    def lower(block: Block, share: float) -> Block | None:
        written = lowered(story, block.unit, block.written, share)
        return next(_measured(story, [(block.unit, written)]), None) if written else None

    page = head_room.text_area(story, base, marking)
    exact = stand_in(story.styles.look("body").family).exact
    setting = floats.Setting(page, exact, lower)
    blocks = floats.settled(_with_contents(story, page, text), setting)
    pieces = _pieces(blocks)
    written = "".join(cleared(story, [block.written for block in blocks]))
    if written != "".join(block.written for block in blocks):  # what moved has other spaces
        pieces = pagination.pieces(_parsed([_filled(story, written, {})]), story)
    pages = pagination.places(pieces, page)
    numbers = {mark: int(place) + base.pages_before for mark, place in pages.items()}
    return _filled(story, written, numbers)


def _with_contents(story: Story, page: Page, text: str) -> list[Block]:
    """The blocks of the text, as they fill pages when its contents are filled in.

    Contents that would be parted begin a page, where that does not leave much of it empty. Others
    may be parted, should a program set them higher than they were measured: some would leave their
    heading behind.
    """
    blocks = list(_blocks(story, text))
    if PLACE not in text:
        return blocks
    pages = pagination.places(_pieces(blocks), page)
    before = list(_blocks(story, text.partition(PLACE)[0] + story.contents_heading))
    here = pagination.places(_pieces(before), page).get(MARK, 1.0)
    fit = int(pages.get(MARK, 1)) <= int(here)
    if fit or here % 1 < (_COVER_ENDS if here < 2 else _PAGE_ENDS):
        story.contents_parted = True
    else:
        story.contents_heading = _BEGUN.sub(
            r"\g<0><w:pageBreakBefore/>", story.contents_heading, count=1
        )
    return list(_blocks(story, text))


def _pieces(blocks: list[Block]) -> list[Piece]:
    return [piece for block in blocks for piece in block.pieces]


def _blocks(story: Story, text: str) -> Iterator[Block]:
    return _measured(story, list(parted(text, story.units)))


def _measured(story: Story, units: list[tuple[Unit, str]]) -> Iterator[Block]:
    """The units as blocks; what was measured before is not measured again."""
    shown = [_filled(story, written, {}) for _, written in units]
    new = [text for text in dict.fromkeys(shown) if text not in story.measured]
    for text, element in zip(new, _parsed(new), strict=True):
        story.measured[text] = tuple(pagination.pieces(element, story))
    for (unit, written), text in zip(units, shown, strict=True):
        yield Block(unit, written, story.measured[text])


def _parsed(texts: Iterable[str]) -> Any:
    """A body that holds each text in an element of its own."""
    body = f"<w:body {_NAMESPACES}>{''.join(f'<s>{each}</s>' for each in texts)}</w:body>".encode()
    return xml.parse(body, "word/document.xml", most=len(body))


def _filled(story: Story, text: str, pages: Mapping[str, int]) -> str:
    """The text with its contents and lists of captions in their places."""
    shown = text.replace(PLACE, contents(story, pages)) if PLACE in text else text
    for sequence in LISTS:
        if sequence in story.list_headings:
            shown = shown.replace(list_place(sequence), captions(story, sequence, pages))
    return shown
