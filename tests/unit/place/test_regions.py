"""Where blocks stand among a layout's placeholders."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.place.stagehand import (
    BODY,
    HEADING,
    HERE,
    items,
    layout,
    named,
    outline,
    served,
    slide,
    slot,
    words,
)

from deckgen.model.asset import Asset
from deckgen.model.blocks import Picture
from deckgen.model.deck import PlacedSlide
from deckgen.model.geometry import Box, inches
from deckgen.model.pack import Layout
from deckgen.place import place

SMALL = replace(BODY, size=11, bullet="", margin_left=0, indent=0)
SEEN = Picture(
    Asset("field.png", "0", "image/png", 400, 100, b""), "A field", HERE, caption=words("Spring")
)


def shown(there: Layout, *blocks: object) -> PlacedSlide:
    """A slide with a picture and other blocks on a layout."""
    made, found = place(outline(slide("picture", SEEN, *blocks)), served(there, "picture"))
    assert made is not None, found
    return made.slides[0]


def caption_top(title: Box) -> int:
    """How far down the caption of a flat picture stands below a title's placeholder."""
    frame = slot("picture", "pic", 10, Box(inches(5), inches(1), inches(4), inches(5)))
    below = slot("caption", "body", 12, Box(inches(5), inches(6.1), inches(4), inches(0.3)), SMALL)
    named_there = slot("title", "title", 0, title, HEADING)
    there = replace(layout("Picture", frame, below), slots=(named_there, frame, below))
    (shape,) = named(shown(there), "Caption")
    return shape.box.y


def test_a_caption_stands_below_its_picture_also_beside_a_high_title():
    beside = Box(0, inches(1), inches(4), inches(5.1))

    assert caption_top(beside) < inches(5)


def test_a_caption_does_not_pass_a_title_below_the_picture():
    between = Box(inches(5), inches(5.2), inches(4), inches(0.8))

    assert caption_top(between) == inches(6.1)


def test_text_that_shares_the_room_of_a_picture_at_the_edge_keeps_the_margin():
    bleed = slot("picture", "pic", 10, Box(0, 0, inches(13.333), inches(4.5)))
    title = slot("title", "title", 0, Box(inches(1), inches(5), inches(11), inches(1)), HEADING)
    there = replace(layout("Full", bleed), slots=(title, bleed))
    (shape,) = named(shown(there, items("One", "Two")), "List")

    assert (shape.box.x, shape.box.right) == (inches(1), inches(12))
