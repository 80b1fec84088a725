"""Lines are as high as the paragraph's rule says (ECMA-376 17.3.1.33, 17.6.5)."""

from __future__ import annotations

import pytest
from lxml import etree

from deckgen.writers.docx.leading import line_height, overhang
from deckgen.writers.docx.looks import BARE, Look, based, on_grid

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def look(properties: str) -> Look:
    """What a style comes to that has these paragraph properties."""
    return based(BARE, None, etree.fromstring(f'<w:pPr xmlns:w="{W}">{properties}</w:pPr>'), {})


def spaced(attributes: str) -> Look:
    return look(f"<w:spacing {attributes}/>")


@pytest.mark.parametrize(
    ("rule", "height"),
    [
        ('w:line="240" w:lineRule="auto"', 12.0),
        ('w:line="360" w:lineRule="auto"', 18.0),
        ('w:line="360"', 18.0),
        ('w:line="280" w:lineRule="exact"', 14.0),
        ('w:line="200" w:lineRule="exact"', 10.0),
        ('w:line="280" w:lineRule="atLeast"', 14.0),
        ('w:line="200" w:lineRule="atLeast"', 12.0),
    ],
)
def test_a_line_of_twelve_points_follows_its_rule(rule: str, height: float) -> None:
    assert line_height(12.0, spaced(rule)) == height


def test_a_rule_of_a_based_style_takes_the_place_of_the_base_styles() -> None:
    exact = spaced('w:line="400" w:lineRule="exact"')
    single = etree.fromstring(
        f'<w:pPr xmlns:w="{W}"><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
    )
    assert line_height(12.0, based(exact, None, single, {})) == 12.0


@pytest.mark.parametrize(
    ("natural", "factor", "height"),
    [(12.0, 240, 15.6), (15.6, 240, 15.6), (15.7, 240, 31.2), (12.0, 360, 23.4), (12.0, 200, 15.6)],
)
def test_on_a_grid_a_line_takes_whole_lines_of_it(
    natural: float, factor: int, height: float
) -> None:
    style = spaced(f'w:line="{factor}" w:lineRule="auto"')
    assert line_height(natural, on_grid(style, 312)) == height


def test_exact_lines_and_those_that_ask_not_to_be_snapped_leave_the_grid() -> None:
    exact = on_grid(spaced('w:line="280" w:lineRule="exact"'), 312)
    free = on_grid(look('<w:snapToGrid w:val="0"/>'), 312)
    assert line_height(12.0, exact) == 14.0
    assert line_height(12.0, free) == 12.0


def test_the_last_line_of_a_page_does_not_need_what_a_factor_adds_to_it() -> None:
    assert overhang(12.0, spaced('w:line="360" w:lineRule="auto"')) == 6.0
    assert overhang(12.0, on_grid(spaced('w:line="360" w:lineRule="auto"'), 312)) == pytest.approx(
        6.0
    )
    assert overhang(12.0, spaced('w:line="216" w:lineRule="auto"')) == 0.0
    assert overhang(12.0, spaced('w:line="360" w:lineRule="exact"')) == 0.0


def test_space_that_programs_leave_by_themselves_holds_against_lengths() -> None:
    spacing = '<w:spacing w:before="0" w:after="60" w:afterAutospacing="0"/>'
    own = etree.fromstring(f'<w:pPr xmlns:w="{W}">{spacing}</w:pPr>')
    automatic = spaced('w:beforeAutospacing="1" w:afterAutospacing="1"')
    closer = based(automatic, None, own, {})
    assert (automatic.before, automatic.after) == (280, 280)
    assert (closer.before, closer.after) == (280, 60)


def test_the_first_line_on_a_grid_adds_the_factor_to_the_text_alone() -> None:
    style = on_grid(spaced('w:line="360" w:lineRule="auto"'), 312)
    assert line_height(12.0, style, first=True) == 15.6 + 6.0
