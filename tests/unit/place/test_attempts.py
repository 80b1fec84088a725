"""On templates that others made, what does not fit its placeholder finds other room."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.place.stagehand import (
    AREA,
    BODY,
    HERE,
    TITLE,
    items,
    layout,
    outline,
    pack,
    slide,
    slot,
    words,
)

from deckgen.colour import contrast
from deckgen.diagnostics import Diagnostic
from deckgen.model.blocks import Block, Text
from deckgen.model.deck import AutoShape, Deck
from deckgen.model.geometry import Box, inches
from deckgen.model.outline import Role
from deckgen.model.pack import Layout, LevelStyle, Pack
from deckgen.place import place
from deckgen.place.inks import hex_of, style_on

OPENING: tuple[Block, ...] = (
    Text("subtitle", (words("What ten years of satellite passes tell the ports"),), HERE),
    Text("byline", (words("Ada Okafor"), words("Head of Ocean Observation")), HERE),
    Text("occasion", (words("Forum on Coastal Safety"), words("Lisbon, 14 May 2024")), HERE),
)
LINE = Box(inches(0.6), inches(2), inches(12.1), inches(0.6))


def foreign(role: Role, on: Layout) -> Pack:
    """A pack of others whose layout serves a role."""
    bare = pack()
    roles = {**bare.deck.roles, role: on}
    return replace(bare, deck=replace(bare.deck, roles=roles, adopted=True))


def placed(role: Role, on: Layout, *blocks: Block) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    return place(outline(slide(role, *blocks)), foreign(role, on))


def shapes_of(deck: Deck | None) -> list[AutoShape]:
    assert deck is not None
    (only,) = deck.slides
    return [shape for shape in only.shapes if isinstance(shape, AutoShape)]


def said(shape: AutoShape) -> list[str]:
    assert shape.text is not None
    return ["".join(run.text for run in para.runs) for para in shape.text.paragraphs]


def test_a_subtitle_takes_the_room_below_it() -> None:
    subtitle = replace(slot("subtitle", "subTitle", 1, LINE), reach=inches(6.5))
    deck, _ = placed("title", layout("Cover", subtitle), *OPENING)
    filled = shapes_of(deck)[1]
    assert filled.ph is not None
    assert filled.box is not None
    assert filled.box.bottom > LINE.bottom
    assert said(filled)[-1] == "Lisbon, 14 May 2024"


def test_a_title_slide_never_goes_on_over_a_second() -> None:
    subtitle = replace(slot("subtitle", "subTitle", 1, LINE), reach=LINE.bottom)
    deck, _ = placed("title", layout("Cover", subtitle), *OPENING)
    assert len(shapes_of(deck)) > 1


def test_the_first_text_keeps_the_placeholder_and_others_stand_where_room_is() -> None:
    title = replace(TITLE, reach=inches(7))
    subtitle = replace(slot("subtitle", "subTitle", 1, Box(0, 0, inches(12), inches(0.5))))
    cover = replace(layout("Cover"), slots=(title, subtitle))
    shapes = shapes_of(placed("title", cover, *OPENING)[0])
    assert said(shapes[1]) == ["What ten years of satellite passes tell the ports"]
    assert all(shape.ph is None for shape in shapes[2:])
    assert "Ada Okafor" in [line for shape in shapes[2:] for line in said(shape)]


def test_content_too_much_for_a_small_body_stands_on_the_free_area() -> None:
    small = slot("body", "body", 1, Box(inches(1), inches(3), inches(1), inches(0.4)))
    deck, _ = placed("content", layout("Small", small), items("A point that is long", "Another"))
    shapes = shapes_of(deck)
    assert shapes[1].ph is None
    assert shapes[1].box is not None
    assert shapes[1].box.x == AREA.x


def test_a_layout_without_title_gets_one_above_the_content() -> None:
    bare = replace(layout("Bare"), slots=())
    title, text = shapes_of(placed("content", bare, items("A point"))[0])
    assert title.ph is None
    assert title.box is not None
    assert text.box is not None
    assert title.box.bottom <= text.box.y


def test_a_long_title_is_set_smaller_before_it_is_refused() -> None:
    narrow = replace(TITLE, box=Box(inches(1), inches(0.4), inches(4), inches(0.5)))
    on = replace(layout("Narrow"), slots=(narrow,))
    long = slide("diagram", items("A point"), title="A title of some length for so small a box")
    deck, found = place(outline(long), foreign("diagram", on))
    assert deck is not None, found


def test_a_role_without_a_layout_is_said_once() -> None:
    bare = foreign("columns", layout("Text"))
    bare = replace(bare, deck=replace(bare.deck, fallbacks=frozenset({"columns"})))
    slides = [slide("columns", items("x"), title=title) for title in ("One", "Two")]
    _, found = place(outline(*slides), bare)
    assert [each.code for each in found if each.code == "no-layout"] == ["no-layout"]


def test_colours_give_way_to_what_reads_on_the_ground() -> None:
    dark = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "1F497D", "bg2": "EEECE1"}
    accents = {f"accent{at}": "1F3864" for at in range(1, 7)}
    on = replace(
        layout("Dark"), background="101828", ink="FFFFFF", dark=True, colours=dark | accents
    )
    style = style_on(pack().style, on, adopted=True)
    for colour in (style.ink, style.muted, style.accent, style.second):
        assert contrast(hex_of(colour, on), on.background) >= 4.5
        assert contrast(hex_of(colour, on), hex_of(style.panel, on)) >= 4.5


def test_a_placeholder_whose_colour_cannot_be_read_says_another() -> None:
    level = LevelStyle(20, "Calibri", colour="222222", contrast=1.2, ink="bg1")
    body = slot("body", "body", 1, AREA, level)
    shape = shapes_of(placed("content", layout("Dark", body), items("A point"))[0])[1]
    assert shape.text is not None
    (run,) = shape.text.paragraphs[0].runs
    assert run.colour is not None
    assert run.colour.base == "bg1"


def test_a_colour_that_can_be_read_is_left_to_the_template() -> None:
    body = slot("body", "body", 1, AREA, BODY)
    shape = shapes_of(placed("content", layout("Light", body), items("A point"))[0])[1]
    assert shape.text is not None
    assert shape.text.paragraphs[0].runs[0].colour is None


def test_the_lines_below_a_speakers_name_are_of_the_second_level() -> None:
    byline = slot("byline", "body", 20, Box(inches(1), inches(5), inches(8), inches(2)))
    shapes = shapes_of(placed("title", layout("Cover", byline), *OPENING)[0])
    (filled,) = [shape for shape in shapes if "Ada Okafor" in said(shape)]
    assert filled.text is not None
    assert [para.level for para in filled.text.paragraphs[:2]] == [0, 1]
