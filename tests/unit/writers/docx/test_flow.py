"""Paragraphs and tables are as high as their styles, their words and what they hold make them."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from tests.unit.writers.docx.papers import W

from deckgen.ooxml import xml
from deckgen.ooxml.package import Draft
from deckgen.writers.docx.flow import Flow
from deckgen.writers.docx.numbering import EMPTY, Numbering
from deckgen.writers.docx.pieces import Piece, stacked
from deckgen.writers.docx.story import Links, Story
from deckgen.writers.docx.styles import Styles

NAMESPACE = W[1:-1]
SINGLE = 11.5  # a line of Arial in 10 points
WIDTH = 4_000  # twips


def styled(*styles: str) -> Story:
    """A story in these styles; text is Arial in 10 points unless they say otherwise."""
    face = '<w:rFonts w:ascii="Arial"/><w:sz w:val="20"/>'
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{face}</w:rPr></w:rPrDefault></w:docDefaults>"
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    sheet = f'<w:styles xmlns:w="{NAMESPACE}">{defaults}{normal}{"".join(styles)}</w:styles>'
    made = Styles(etree.fromstring(sheet))
    numbers = Numbering(xml.parse(EMPTY, "word/numbering.xml"), made, {})
    return Story(
        styles=made, numbering=numbers, draft=Draft(), lang="", rtl=False, width=WIDTH,
        height=10_000, blocks={}, labels={}, anchors=frozenset(), body_links=Links(),
    )  # fmt: skip


def style(name: str, properties: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}">{properties}</w:style>'


def measured(story: Story, body: str) -> list[Piece]:
    root: Any = etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{body}</w:body>')
    return Flow(story).pieces(root, WIDTH)


def p(text: str, named: str = "Normal", more: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{named}"/>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
    )


def table(*rows: tuple[str, ...], width: int = 2_000, named: str = "Ruled") -> str:
    cells = (
        "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}"/></w:tcPr>{cell}</w:tc>' for cell in row)
        for row in rows
    )
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="{named}"/></w:tblPr>{lines}</w:tbl>'


def heights(pieces: list[Piece]) -> list[float]:
    return [pytest.approx(sum(piece.lines)) for piece in pieces]


def test_text_takes_as_many_lines_as_its_measure_asks_for() -> None:
    (short, long) = measured(styled(), p("Word") + p("Many words that wrap. " * 8))
    assert short.lines == (SINGLE,)
    assert len(long.lines) > 3
    assert set(long.lines) == {SINGLE}


def test_a_paragraph_may_say_itself_how_it_is_spaced() -> None:
    own = '<w:keepNext/><w:spacing w:before="100" w:after="60" w:line="400" w:lineRule="exact"/>'
    (piece,) = measured(styled(), p("Word", more=own))
    assert (piece.before, piece.after, piece.lines) == (5.0, 3.0, (20.0,))
    assert piece.keep_next


def test_text_in_a_wider_face_of_a_character_style_takes_more_lines() -> None:
    code = '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'
    story = styled(style("Code", code, "character"))
    words = "Words that nearly fill their whole line"
    (plain,) = measured(story, p(words))
    set_apart = p(words).replace("<w:r>", '<w:r><w:rPr><w:rStyle w:val="Code"/></w:rPr>')
    assert len(measured(story, set_apart)[0].lines) > len(plain.lines)


def narrowest(story: Story, text: str) -> int:
    """The least measure that keeps a paragraph on one line, in twips."""
    root: Any = etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{text}</w:body>')
    return next(
        width for width in range(1_000, WIDTH) if len(Flow(story).pieces(root, width)[0].lines) == 1
    )


def test_italics_have_room_to_lean_into_at_the_end_of_a_line() -> None:
    story = styled(style("Leaning", "<w:rPr><w:i/></w:rPr>"))
    upright, leaning = (
        narrowest(story, p("As wide as the line", named)) for named in ("Normal", "Leaning")
    )
    assert leaning - upright == pytest.approx(SINGLE * 20 / 12, abs=1)


def test_a_row_is_as_high_as_its_highest_cell_with_margins_and_rules() -> None:
    borders = "".join(f'<w:{side} w:val="single" w:sz="8"/>' for side in ("top", "insideH"))
    margins = '<w:top w:w="60" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    ruled = (
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>"
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    )
    story = styled(style("Ruled", ruled, "table"))
    rows = measured(story, table((p("One"), p("One") + p("Two")), (p("Three"), p("Four"))))
    assert heights(rows) == [2 * SINGLE + 5.0 + 1.0, SINGLE + 5.0 + 1.0]


def test_a_cell_that_goes_on_below_makes_its_last_row_as_high_as_it_needs() -> None:
    story = styled(style("Ruled", "", "table"))
    rows = table((p("One") + p("Two") + p("Three"), p("a")), (p(""), p("b")))
    first, second = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    head, tail = rows.split("</w:tr>", 1)
    merged = "</w:tr>".join(
        part.replace("</w:tcPr>", f"{mark}</w:tcPr>", 1)
        for part, mark in ((head, first), (tail, second))
    )
    assert heights(measured(story, merged)) == [SINGLE, 2 * SINGLE]


def test_a_tables_head_is_what_later_pages_repeat() -> None:
    story = styled(style("Ruled", "", "table"))
    rows = table((p("Head"),), (p("One"),)).replace(
        "<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1
    )
    assert [piece.repeated for piece in measured(story, rows)] == [0.0, SINGLE]


def test_space_between_is_the_larger_one_and_none_is_lost_at_the_ends() -> None:
    spacing = '<w:pPr><w:spacing w:before="100" w:after="200"/></w:pPr>'
    story = styled(style("Spaced", spacing))
    assert stacked(measured(story, p("One", "Spaced") * 2)) == 5.0 + SINGLE + 10.0 + SINGLE + 10.0


def test_a_run_in_number_takes_room_from_the_first_line() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:suff w:val="space"/>'
        '<w:lvlText w:val="Article number %1"/></w:lvl>'
    )
    numbers = etree.fromstring(
        f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0">{level}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    story = styled()
    story.numbering = Numbering(numbers, story.styles, {})
    words = "Words that nearly fill their whole line"
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    (plain, numbered) = measured(story, p(words) + p(words, more=number))
    assert (len(plain.lines), len(numbered.lines)) == (1, 2)
