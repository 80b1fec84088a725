"""Each barrier is found, and what is no barrier is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.accessibility.looks import (
    BOX,
    box,
    cell,
    chart,
    codes,
    findings,
    picture,
    placed,
    table,
    title,
)
from tests.unit.place.stagehand import HERE

from deckgen.model.deck import Colour, Group, Origin
from deckgen.model.geometry import Box, inches

GREY, WHITE = Colour("999999"), Colour("FFFFFF")


def test_a_plain_slide_has_no_barrier() -> None:
    shapes = (box("Some words", size=20.0), picture("The Moon over the sea"))
    assert findings(placed(*shapes)) == ()


def test_every_finding_has_a_line_and_a_hint() -> None:
    (found,) = findings(placed(picture("")))
    assert found.span == HERE
    assert found.hint


# -- pictures -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("alt", "code"),
    [
        ("", "alt-missing"),
        ("moon.png", "alt-file-name"),
        ("IMG_2041", "alt-file-name"),
        ("My photo (1).JPG", "alt-file-name"),
        ("Picture of the Moon", "alt-redundant"),
        ("an image showing the Moon", "alt-redundant"),
        ("word " * 60, "alt-too-long"),
    ],
)
def test_a_picture_is_described(alt: str, code: str) -> None:
    assert codes(placed(picture(alt))) == [code]


@pytest.mark.parametrize("alt", ["Imaging the Moon", "Photo editors at work", "The file moon.png"])
def test_words_that_only_look_like_a_file_or_a_phrase_are_good(alt: str) -> None:
    assert codes(placed(picture(alt))) == []


def test_a_decorative_picture_needs_no_words() -> None:
    assert codes(placed(picture("", decorative=True))) == []


# -- titles -------------------------------------------------------------------------------------


def test_a_slide_has_a_title() -> None:
    assert codes(replace(placed(said=""), shapes=())) == ["title-missing"]


def test_a_title_outside_of_a_placeholder_is_none() -> None:
    slide = placed()
    assert codes(replace(slide, shapes=(box("A point", size=30.0),))) == ["title-missing"]


def test_titles_differ_by_more_than_their_letters_case() -> None:
    assert codes(placed(said="One"), placed(name="b", said="ONE ")) == ["title-not-unique"]


def test_the_title_is_read_first() -> None:
    slide = placed()
    before = replace(slide, shapes=(box("Before", size=20.0), title("A point")))
    assert "title-not-first" in codes(before)


# -- reading order ------------------------------------------------------------------------------

ABOVE = Box(inches(1), inches(2), inches(3), inches(1))
BELOW = Box(inches(1), inches(4), inches(3), inches(1))
BESIDE = Box(inches(6), inches(2), inches(3), inches(1))


def order(*boxes: Box, language: str = "en") -> list[str]:
    shapes = [box(f"Text {number}", at, size=20.0) for number, at in enumerate(boxes)]
    return codes(placed(*shapes), language=language)


def test_what_stands_above_is_read_before() -> None:
    assert order(ABOVE, BELOW) == []
    assert order(BELOW, ABOVE) == ["reading-order"]


def test_what_stands_on_the_left_is_read_before() -> None:
    assert order(ABOVE, BESIDE) == []
    assert order(BESIDE, ABOVE) == ["reading-order"]


def test_arabic_is_read_from_the_right() -> None:
    assert order(BESIDE, ABOVE, language="ar") == []
    assert order(ABOVE, BESIDE, language="ar") == ["reading-order"]


def test_columns_are_read_one_after_the_other() -> None:
    assert order(ABOVE, BELOW, BESIDE) == []


def test_the_order_within_a_group_counts_too() -> None:
    inner = (box("Low", BELOW, size=20.0), box("High", ABOVE, size=20.0))
    assert codes(placed(Group(Origin("a/1", "Cards"), BOX, inner))) == ["reading-order"]


# -- tables -------------------------------------------------------------------------------------

HEADER = (cell("Year"), cell("Launches"))
ROW = (cell("2016"), cell("22"))


def test_a_table_has_a_header_row() -> None:
    assert codes(placed(table(HEADER, ROW))) == []
    assert codes(placed(table(HEADER, ROW, header=False))) == ["table-without-header"]
    assert codes(placed(table((cell(""), cell(" ")), ROW)))[0] == "table-without-header"


def test_blank_rows_and_columns_are_found() -> None:
    assert codes(placed(table(HEADER, (cell(""), cell("")), ROW))) == ["table-blank-row"]
    blank = ((cell("Year"), cell("")), (cell("2016"), cell("")))
    assert codes(placed(table(*blank))) == ["table-blank-column"]


def test_merged_cells_are_found() -> None:
    rows = (HEADER, (cell("2016", rows=2), cell("22")), (cell("", merged_down=True), cell("23")))
    assert codes(placed(table(*rows))) == ["table-merged-cells"]


# -- contrast -----------------------------------------------------------------------------------


def contrast(**looks: object) -> list[str]:
    return codes(placed(box("Words", **looks)))  # type: ignore[arg-type]


def test_small_text_needs_more_contrast_than_large_text() -> None:
    tint = Colour("767676")  # 4.54 : 1 on white
    assert contrast(size=14.0, colour=tint) == []
    assert contrast(size=14.0, colour=Colour("777777")) == ["low-contrast"]
    assert contrast(size=18.0, colour=Colour("777777")) == []
    assert contrast(size=14.0, bold=True, colour=Colour("777777")) == []
    assert contrast(size=24.0, colour=GREY) == ["low-contrast"]


def test_text_is_held_against_its_own_shape() -> None:
    assert contrast(size=20.0, colour=WHITE, fill=Colour("0B2F5B")) == []
    assert contrast(size=20.0, colour=WHITE) == ["low-contrast"]


def test_translucent_and_modified_colours_are_resolved() -> None:
    ink = Colour("tx1", lum_mod=50, lum_off=50)
    assert contrast(size=14.0, colour=ink) == ["low-contrast"]
    assert contrast(size=14.0, colour=Colour("tx1", alpha=30)) == ["low-contrast"]
    assert contrast(size=14.0, colour=WHITE, fill=Colour("tx1", alpha=20)) == ["low-contrast"]
    assert contrast(size=14.0, colour=WHITE, fill=Colour("tx1", alpha=90)) == []


def test_the_shape_that_lies_under_a_text_is_its_ground() -> None:
    panel = box("", BOX, fill=Colour("0B2F5B"))
    inner = Box(BOX.x + 9, BOX.y + 9, BOX.cx - 18, BOX.cy - 18)
    assert codes(placed(panel, box("Words", inner, size=20.0, colour=WHITE))) == []
    assert codes(placed(panel, box("Words", inner, size=20.0))) == ["low-contrast"]


def test_a_picture_under_a_text_is_not_judged() -> None:
    assert codes(placed(picture("A dark sky"), box("Words", size=20.0, colour=WHITE))) == []


def test_what_many_slides_have_in_common_is_said_once() -> None:
    slides = (placed(said="One"), placed(name="b", said="Two"))
    grey = [
        replace(each, shapes=(replace(each.shapes[0], fill=Colour("1B2733")),))  # type: ignore[type-var]
        for each in slides
    ]
    assert codes(*grey) == ["low-contrast"]


# -- sizes, charts, links, language -------------------------------------------------------------


def test_small_print_is_found() -> None:
    assert contrast(size=11.0) == ["small-text"]
    source = replace(box("Words", size=10.0), origin=Origin("a/foot", "Source"))
    assert codes(placed(source)) == []


def test_series_differ_by_more_than_their_hue() -> None:
    assert codes(placed(chart("column", "0B2F5B", "B16D1B"))) == []
    assert codes(placed(chart("column", "C0392B", "27783F"))) == ["colour-alone"]
    assert codes(placed(chart("column", "0B2F5B"))) == []


def test_slices_with_names_beside_them_may_be_alike() -> None:
    assert codes(placed(chart("pie", "C0392B", "27783F"))) == ["colour-alone"]
    assert codes(placed(chart("pie", "C0392B", "27783F", labels=True))) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("White Paper of 2016", []),
        ("here", ["link-text"]),
        ("Click here.", ["link-text"]),
        ("https://www.unoosa.org/oosa/en/ourwork/spacelaw.html", ["bare-link"]),
        ("example.org", []),
    ],
)
def test_a_link_says_where_it_leads(said: str, expected: list[str]) -> None:
    linked = box(said, size=20.0, link="https://example.org", colour=Colour("0B2F5B"))
    assert codes(placed(linked)) == expected


def test_the_language_is_that_of_the_titles() -> None:
    assert codes(placed(said="中国的空间外交政策与实践")) == ["language-doubtful"]
    assert codes(placed(said="中国的空间外交政策与实践"), language="zh-Hans") == []
    assert codes(placed(), language="") == ["language-missing"]
