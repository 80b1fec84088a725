from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.typeset import Faces, TypeParagraph, TypeRun, Typesetter
from deckgen.typeset.pieces import Cutter

SIZE = 20.0
TYPESETTER = Typesetter()
WORDS = st.lists(
    st.text(st.sampled_from("abcdé-/“”.中、한العר👍🏽\u0301\t"), min_size=1, max_size=14),
    max_size=12,
).map(" ".join)
WIDTHS = st.floats(10, 600)
# Alphabetic text, which is measured without an analysis, and what must not be taken for it.
PROSE = st.lists(
    st.text(st.sampled_from("abéЖ9.,:;!?%'’/\"()-–$“”"), min_size=1, max_size=8), max_size=12
).map(" ".join)


def paragraph(text: str, size: float = SIZE) -> TypeParagraph:
    return TypeParagraph((TypeRun(text, size, "Calibri"),))


def lines(text: str, width: float) -> list[str]:
    return [line.text for line in TYPESETTER.set([paragraph(text)], width).lines]


@given(WORDS, WIDTHS)
def test_no_character_is_lost(text: str, width: float) -> None:
    assert "".join(lines(text, width)) == text


@given(WORDS, WIDTHS)
def test_no_line_is_wider_than_the_measure_but_by_a_mark_or_a_letter(
    text: str, width: float
) -> None:
    found = TYPESETTER.set([paragraph(text)], width)

    for line in found.lines:
        allowed = width + (SIZE if line.text.rstrip().endswith("、") else 0.0)
        assert line.width <= max(allowed, 1.5 * SIZE) or "\t" in line.text


@given(WORDS, WIDTHS)
def test_larger_type_is_never_lower(text: str, width: float) -> None:
    larger = paragraph(text, SIZE * 1.25)

    assert TYPESETTER.set([larger], width).height >= TYPESETTER.set([paragraph(text)], width).height


@given(WORDS)
def test_text_stands_on_one_line_in_the_room_it_needs(text: str) -> None:
    room = TYPESETTER.width(paragraph(text.replace("\t", "")).runs) * 1.01 + 1

    assert len(lines(text.replace("\t", ""), room)) == 1


@given(WORDS)
def test_the_longest_word_is_not_broken_in_the_room_it_needs(text: str) -> None:
    room = TYPESETTER.longest_word(paragraph(text).runs) * 1.01 + 1

    assert TYPESETTER.set([paragraph(text)], room).broken_words == ()


@given(WORDS, WIDTHS)
def test_two_typesetters_agree(text: str, width: float) -> None:
    assert Typesetter().set([paragraph(text)], width) == TYPESETTER.set([paragraph(text)], width)


@given(PROSE | WORDS, st.integers(10, 600), st.sampled_from(("", "In bold", "In bold ")))
def test_the_extent_is_that_of_the_lines(text: str, width: int, bold: str) -> None:
    runs = (TypeRun(text, SIZE, "Calibri"),)
    if bold:
        start = TypeRun(bold, SIZE, "Calibri", bold=True)
        runs = (start, *runs, TypeRun(" end", SIZE, "Calibri", caps=True))
    paragraphs = [
        TypeParagraph(runs, margin_left=9.0, indent=-9.0, bullet="•", space_after=4.0),
        TypeParagraph(runs, line_spacing=1.2, space_before=3.0),
    ]
    found, extent = TYPESETTER.set(paragraphs, width), TYPESETTER.extent(paragraphs, width)

    assert extent.height == pytest.approx(found.height)
    assert extent.broken == bool(found.broken_words)


@given(PROSE)
def test_widths_are_those_of_the_lines(text: str) -> None:
    runs = paragraph(text).runs
    words = Cutter(Faces()).words(runs)

    assert TYPESETTER.longest_word(runs) == pytest.approx(max((w.width for w in words), default=0))
    assert TYPESETTER.width(runs) == pytest.approx(TYPESETTER.set([paragraph(text)], 9_999).width)
