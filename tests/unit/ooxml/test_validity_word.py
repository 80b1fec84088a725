"""The gate for documents: what Word would refuse or repair is found and named."""

from __future__ import annotations

import io

import pytest
from tests.unit.writers.pptx.stock import TYPES, before, repack

from deckgen.ooxml.validity import faults

MAIN = "word/document.xml"


def sound(*blocks: str) -> bytes:
    """A document with blocks of WordprocessingML at its end."""
    import docx

    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return repack(buffer.getvalue(), {MAIN: before("<w:sectPr", "".join(blocks))})


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def field(*kinds: str) -> str:
    return "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)


def mark(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def unmark(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def link(name: str) -> str:
    return f'<w:hyperlink w:anchor="{name}"><w:r><w:t>x</w:t></w:r></w:hyperlink>'


def cell(content: str) -> str:
    return f"<w:tbl><w:tr><w:tc><w:tcPr/>{content}</w:tc></w:tr></w:tbl>"


def test_a_sound_document_has_no_faults():
    data = sound(
        paragraph(mark(7, "here"), unmark(7), link("here")),
        paragraph(field("begin", "separate", "end")),
        cell(paragraph()),
        cell("<w:p/>"),
        paragraph('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'),
    )

    assert faults(data) == ()


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (paragraph(field("begin", "separate")), "a field that is not closed"),
        (paragraph(field("end", "begin")), "a field that is not closed"),
        (paragraph(link("gone")), "leads to the bookmark gone"),
        (
            paragraph("<w:r><w:instrText> PAGEREF gone \\h </w:instrText></w:r>"),
            "the bookmark gone",
        ),
        (paragraph(mark(7, "here")), "a bookmark that is not closed"),
        (paragraph(mark(7, "a"), unmark(7), mark(7, "b"), unmark(7)), "two with one id"),
        (cell(""), "a table cell that does not end in a paragraph"),
        (cell(cell(paragraph())), "a table cell that does not end in a paragraph"),
        (paragraph('<w:pPr><w:pStyle w:val="Ghost"/></w:pPr>'), "uses the style Ghost"),
        (
            paragraph('<w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr>'),
            "uses the numbering 99",
        ),
        (paragraph('<w:r><w:footnoteReference w:id="5"/></w:r>'), "uses the footnote 5"),
        (paragraph("<w:r><w:t>&#0;</w:t></w:r>"), "a character that XML does not allow"),
    ],
)
def test_a_fault_is_named(block: str, words: str):
    found = faults(sound(block))

    assert any(words in each for each in found), found


def test_two_drawings_with_one_id():
    drawing = '<wp:docPr xmlns:wp="x" id="4" name="d"/>'

    assert any("two drawings" in each for each in faults(sound(drawing, drawing)))


def test_the_type_of_a_part_that_is_absent():
    broken = repack(
        sound(), {TYPES: before("</Types>", '<Override PartName="/word/x.xml" ContentType="x"/>')}
    )

    assert any("word/x.xml" in each for each in faults(broken))
