from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.typeset import TypeParagraph, TypeRun, Typesetter

SIZE = 20.0
TYPESETTER = Typesetter()
WORDS = st.lists(
    st.text(st.sampled_from("abcdé-/“”.中、한العר👍🏽\u0301\t"), min_size=1, max_size=14),
    max_size=12,
).map(" ".join)
WIDTHS = st.floats(10, 600)


def paragraph(text: str, size: float = SIZE) -> TypeParagraph:
    return TypeParagraph((TypeRun(text, size, "Calibri"),))


def lines(text: str, width: float) -> list[str]:
    return [line.text for line in TYPESETTER.set([paragraph(text)], width).lines]


@settings(deadline=None)
@given(WORDS, WIDTHS)
def test_no_character_is_lost(text: str, width: float) -> None:
    assert "".join(lines(text, width)) == text


@settings(deadline=None)
@given(WORDS, WIDTHS)
def test_no_line_is_wider_than_the_measure_but_by_a_mark_or_a_letter(
    text: str, width: float
) -> None:
    found = TYPESETTER.set([paragraph(text)], width)

    for line in found.lines:
        allowed = width + (SIZE if line.text.rstrip().endswith("、") else 0.0)
        assert line.width <= max(allowed, 1.5 * SIZE) or "\t" in line.text


@settings(deadline=None)
@given(WORDS, WIDTHS)
def test_larger_type_is_never_lower(text: str, width: float) -> None:
    larger = paragraph(text, SIZE * 1.25)

    assert TYPESETTER.set([larger], width).height >= TYPESETTER.set([paragraph(text)], width).height


@settings(deadline=None)
@given(WORDS)
def test_text_stands_on_one_line_in_the_room_it_needs(text: str) -> None:
    room = TYPESETTER.width(paragraph(text.replace("\t", "")).runs) * 1.01 + 1

    assert len(lines(text.replace("\t", ""), room)) == 1


@settings(deadline=None)
@given(WORDS)
def test_the_longest_word_is_not_broken_in_the_room_it_needs(text: str) -> None:
    room = TYPESETTER.longest_word(paragraph(text).runs) * 1.01 + 1

    assert TYPESETTER.set([paragraph(text)], room).broken_words == ()


@settings(deadline=None)
@given(WORDS, WIDTHS)
def test_two_typesetters_agree(text: str, width: float) -> None:
    assert Typesetter().set([paragraph(text)], width) == TYPESETTER.set([paragraph(text)], width)
