"""A pack of our own faces the way the talk's language runs; templates of others stay."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.diagnostics import Diagnostics
from deckgen.model.pack import Pack
from deckgen.ooxml.validity import faults
from deckgen.packs import load_pack
from deckgen.packs.template import read_template
from deckgen.packs.turning import turned

PACKS = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="module", params=["default", "night"])
def pack(request: pytest.FixtureRequest) -> Pack:
    """A pack that comes with deckgen."""
    loaded, _ = load_pack(request.param, [PACKS])
    assert loaded is not None
    return loaded


def test_every_placeholder_stands_on_the_other_side(pack: Pack) -> None:
    width = pack.deck.size[0]
    for one, other in zip(pack.deck.layouts, turned(pack).deck.layouts, strict=True):
        assert [slot.box.x for slot in other.slots] == [
            width - slot.box.right for slot in one.slots
        ]
        assert other.area.x == width - one.area.right


def test_the_file_says_what_was_learnt_of_it(pack: Pack) -> None:
    deck = turned(pack).deck
    again = read_template(deck.data, deck.file, {}, Diagnostics())
    assert again is not None

    assert [layout.slots for layout in again.layouts] == [layout.slots for layout in deck.layouts]
    assert [layout.area for layout in again.layouts] == [layout.area for layout in deck.layouts]


def test_lines_begin_on_the_right(pack: Pack) -> None:
    title = turned(pack).deck.roles["content"].slot("title")
    assert title is not None

    assert {(level.align, level.rtl) for level in title.levels} == {("r", True)}


def test_drawings_turn_with_their_places(pack: Pack) -> None:
    before, after = (
        Presentation(BytesIO(each.deck.data)).slide_layouts for each in (pack, turned(pack))
    )
    width = pack.deck.size[0]
    for one, other in zip(before, after, strict=True):
        for shape, mirrored in zip(one.shapes, other.shapes, strict=True):
            assert shape.left + shape.width + mirrored.left == width
            drawn = "custGeom" in shape._element.xml
            assert ('flipH="1"' in mirrored._element.xml) == drawn


def test_text_boxes_that_are_added_by_hand_begin_on_the_right(pack: Pack) -> None:
    root = Presentation(BytesIO(turned(pack).deck.data)).part._element
    levels = root.xpath("p:defaultTextStyle/*[starts-with(name(), 'a:lvl')]")

    assert root.get("rtl") == "1"
    assert {(level.get("algn"), level.get("rtl")) for level in levels} == {("r", "1")}


def test_the_file_is_sound(pack: Pack) -> None:
    assert faults(turned(pack).deck.data) == faults(pack.deck.data)


def test_a_pack_that_has_been_turned_stays_so(pack: Pack) -> None:
    once = turned(pack)

    assert turned(once) is once


def test_a_template_of_others_stays_as_it_is(pack: Pack) -> None:
    theirs = replace(pack, deck=replace(pack.deck, adopted=True))

    assert turned(theirs) is theirs
