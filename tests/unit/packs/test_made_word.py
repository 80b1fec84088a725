"""Word templates made from tokens."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from deckgen.colour import contrast
from deckgen.ooxml.validity import faults
from deckgen.packs.make import make_word
from deckgen.packs.make.word_palette import paper
from deckgen.packs.tokens import Colours, PageGrid, Tokens

NIGHT = Tokens(
    colours=Colours(ink="F2F4F8", ground="0B1020", muted="A9B4C6", accent="7FB2FF", second="FFD27F")
)


def test_word_has_nothing_to_repair():
    assert faults(make_word(Tokens())) == ()


def test_a_pack_is_made_the_same_way_every_time():
    assert make_word(NIGHT) == make_word(NIGHT)


def test_the_page_is_the_tokens_page():
    page = PageGrid(size="Letter")
    section = docx.Document(io.BytesIO(make_word(replace(Tokens(), page=page)))).sections[0]

    assert (section.page_width.inches, section.page_height.inches) == (8.5, 11)


def test_headings_leave_twice_the_space_above_them():
    styles = docx.Document(io.BytesIO(make_word(Tokens()))).styles

    for name in ("Heading 1", "Heading 2", "Heading 3"):
        look = styles[name].paragraph_format
        assert look.space_before == 2 * look.space_after
        assert look.keep_with_next


@pytest.mark.parametrize("tokens", [Tokens(), NIGHT])
def test_every_colour_of_text_can_be_read_on_paper(tokens: Tokens):
    shown = paper(tokens)

    for colour in (shown.ink, shown.muted, shown.accent, shown.second, shown.link):
        assert contrast(colour, "FFFFFF") >= 4.5
