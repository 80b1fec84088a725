"""Tables, pictures and text: what is decided about each."""

from __future__ import annotations

import pytest
from tests.unit.place.stagehand import AREA, HERE, items, placed, slide, words

from deckgen.model.asset import Asset
from deckgen.model.blocks import Cell, Picture, Table
from deckgen.model.deck import AutoShape, PictureShape, TableShape
from deckgen.model.geometry import Box
from deckgen.place.blocks.cropping import contained, cropped
from deckgen.place.blocks.table_widths import decimal_places, is_number
from deckgen.place.scripts import segments


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(words(text)) for text in texts)


def table(*rows: tuple[Cell, ...], **options: bool) -> TableShape:
    (page,) = placed(slide("table", Table(row("Name", "Count"), rows, HERE, **options))).slides  # type: ignore[arg-type]
    (shape,) = [shape for shape in page.shapes if isinstance(shape, TableShape)]
    return shape


def picture(width: int, height: int, focus: tuple[float, float] = (0.5, 0.5)) -> Picture:
    return Picture(
        Asset("a.png", "0", "image/png", width, height, b""), "A picture", HERE, focus=focus
    )


def test_numbers_are_set_to_the_right_and_texts_to_the_left() -> None:
    shape = table(row("One", "1.5"), row("Two", "10"))
    aligns = [cell.text.paragraphs[0].align for cell in shape.rows[1]]
    assert aligns == ["l", "r"]


def test_decimals_stand_below_each_other() -> None:
    shape = table(row("One", "1.5"), row("Two", "10"))
    texts = ["".join(run.text for run in r[1].text.paragraphs[0].runs) for r in shape.rows[1:]]
    assert texts == ["1.5", "10\u2008\u2007"]


def test_a_table_is_as_wide_as_its_columns_and_inside_the_area() -> None:
    shape = table(row("One", "1.5"))
    assert shape.box.cx == sum(shape.widths)
    assert shape.box.right <= AREA.right


def test_the_row_of_sums_is_bold() -> None:
    shape = table(row("One", "1"), row("All", "1"), total=True)
    assert shape.rows[-1][0].text.paragraphs[0].runs[0].bold


def test_a_spanning_cell_covers_the_cells_beside_it() -> None:
    wide = (Cell(words("Both"), columns=2),)
    shape = table(wide, row("One", "1"))
    assert [cell.merged_across for cell in shape.rows[1]] == [False, True]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.5", True),
        ("−3 %", True),
        ("€ 12", True),
        ("–", True),
        ("2016 plan", False),
        ("A", False),
    ],
)
def test_what_counts_as_a_number(text: str, number: bool) -> None:
    assert is_number(text) is number


@pytest.mark.parametrize(("text", "places"), [("1.25", 2), ("1,234", 0), ("3,5 %", 1), ("7", 0)])
def test_decimal_places(text: str, places: int) -> None:
    assert decimal_places(text) == places


def test_a_crop_keeps_the_focal_point() -> None:
    left, top, right, bottom = cropped(picture(400, 100, focus=(0.9, 0.5)), Box(0, 0, 100, 100))
    assert (left, top, right, bottom) == (0.75, 0.0, 0.0, 0.0)


def test_a_contained_picture_keeps_its_proportions() -> None:
    box = contained(picture(400, 100), Box(0, 0, 200, 200))
    assert (box.cx, box.cy, box.y) == (200, 50, 75)


def test_a_picture_has_its_text_alternative() -> None:
    (page,) = placed(slide("picture", picture(400, 300))).slides
    (shape,) = [shape for shape in page.shapes if isinstance(shape, PictureShape)]
    assert shape.origin.alt == "A picture"


def test_the_title_comes_first_in_reading_order() -> None:
    (page,) = placed(slide("content", items("One"), title="Point")).slides
    first = page.shapes[0]
    assert isinstance(first, AutoShape)
    assert first.ph is not None
    assert first.ph.type == "title"


def test_each_script_is_tagged_with_its_language() -> None:
    assert list(segments("Space 航天 law", "en")) == [
        ("Space ", "en-GB"), ("航天 ", "zh-CN"), ("law", "en-GB"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "word", "tagged"),
    [("fa", "فضا", "fa"), ("ur", "خلا", "ur"), ("ar", "فضاء", "ar-SA")],
)
def test_a_shared_script_is_in_the_talks_own_language(
    language: str, word: str, tagged: str
) -> None:
    assert list(segments(f"{word} NASA", language)) == [(f"{word} ", tagged), ("NASA", "en-GB")]


def test_han_beside_kana_is_japanese() -> None:
    assert list(segments("宇宙のごみ", "en")) == [("宇宙のごみ", "ja-JP")]
