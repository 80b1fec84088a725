"""Characters on a grid, as LibreOffice 7.4 sets them (ECMA-376 17.6.5)."""

from __future__ import annotations

import pytest
from lxml import etree

from deckgen.frozen import replace
from deckgen.typeset import TypeRun
from deckgen.writers.docx.cells import in_cells, starts
from deckgen.writers.docx.looks import BARE, Look, based, on_grid
from deckgen.writers.docx.names import W
from deckgen.writers.docx.sections import Page, read_page

CELL = 315  # twips


def indented(attributes: str, look: Look = BARE) -> Look:
    element = etree.fromstring(f'<w:pPr xmlns:w="{W}"><w:ind {attributes}/></w:pPr>')
    return based(look, None, element, {})


def section(properties: str) -> Page:
    """The page of a section with these properties."""
    return read_page(
        etree.fromstring(
            f'<w:sectPr xmlns:w="{W}"><w:pgSz w:w="11906" w:h="16838"/>'
            f'<w:pgMar w:top="0" w:right="1474" w:bottom="0" w:left="1588"/>{properties}</w:sectPr>'
        )
    )


@pytest.mark.parametrize(
    ("left", "first", "begin"),
    [(0, 0, (0, 0)), (0, 632, (945, 0)), (630, 630, (1260, 630)), (100, -300, (0, 315))],
)
def test_lines_begin_at_a_cell(left: int, first: int, begin: tuple[int, int]) -> None:
    assert starts(replace(BARE, left=left, cell=CELL), first) == begin


def test_without_cells_lines_begin_where_they_are_told_to() -> None:
    assert starts(replace(BARE, left=100), -300) == (-200, 100)


@pytest.mark.parametrize(("size", "taken"), [(15.5, 15.75), (16.0, 31.5), (32.0, 47.25)])
def test_an_east_asian_sign_takes_whole_cells_and_other_text_none(
    size: float, taken: float
) -> None:
    run = TypeRun("\u4e00\u3001Words \u4e2d", size, "Arial")
    found = [(each.text, each.letter_spacing) for each in in_cells([run], CELL)]
    more = taken - size
    assert found == [("\u4e00\u3001", more), ("Words ", 0.0), ("\u4e2d", more)]


@pytest.mark.parametrize(("space", "cell"), [(-849, 315), (0, 320), (4096, 340), (6144, 350)])
def test_a_cell_is_as_wide_as_a_character_of_the_text_and_its_space(space: int, cell: int) -> None:
    grid = f'<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="{space}"/>'
    page = section(grid).in_characters(16.0)
    assert page.cell == cell
    assert page.width == 8844 // cell * cell


def test_a_paragraph_that_leaves_the_grid_has_no_cells() -> None:
    free = etree.fromstring(f'<w:pPr xmlns:w="{W}"><w:snapToGrid w:val="0"/></w:pPr>')
    left = based(on_grid(BARE, 579, CELL), None, free, {})
    assert (left.pitch, left.cell) == (0, 0)


@pytest.mark.parametrize(
    ("attributes", "first"),
    [
        ('w:firstLineChars="200" w:firstLine="632"', 632),
        ('w:firstLineChars="200"', 400),
        ('w:firstLineChars="0" w:firstLine="0"', 0),
        ('w:firstLineChars="0"', 500),
    ],
)
def test_an_indent_of_no_characters_leaves_the_length(attributes: str, first: int) -> None:
    base = indented('w:firstLine="500"')
    assert -indented(attributes, base).hanging == first


def test_columns_are_no_cells() -> None:
    page = section('<w:cols w:num="2"/>')
    assert (page.columns, page.cell) == (2, 0)
