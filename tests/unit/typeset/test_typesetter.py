from __future__ import annotations

from importlib.resources import files
from zlib import decompress

import pytest

from deckgen.typeset import Faces, Style, TypeParagraph, TypeRun, Typesetter, Typesetters
from deckgen.typeset.faces import shipped_face

SIZE = 20.0
TYPESETTER = Typesetter()


def run(text: str, **style: object) -> TypeRun:
    return TypeRun(text, SIZE, "Calibri")._replace(**style)  # type: ignore[arg-type]


def paragraph(text: str, **style: object) -> TypeParagraph:
    return TypeParagraph((run(text),), **style)  # type: ignore[arg-type]


def lines(text: str, width: float, **style: object) -> list[str]:
    return [line.text for line in TYPESETTER.set([paragraph(text, **style)], width).lines]


# -- filling ------------------------------------------------------------------------------------


def test_words_go_to_the_next_line_when_they_do_not_fit() -> None:
    both = TYPESETTER.width([run("space law")])

    assert lines("space law", both * 1.02) == ["space law"]
    assert lines("space law", both * 0.98) == ["space ", "law"]


def test_a_space_at_the_end_of_a_line_takes_no_room() -> None:
    assert lines("law ", TYPESETTER.width([run("law")]) * 1.01) == ["law "]


def test_a_break_is_forced() -> None:
    assert lines("one\ntwo", 500) == ["one", "two"]


def test_a_break_at_the_end_opens_another_line() -> None:
    assert lines("one\n", 500) == ["one", ""]


def test_a_break_that_is_a_run_of_its_own_is_forced() -> None:
    text = TypeParagraph((run("one"), run("\n"), run("two")))

    assert [line.text for line in TYPESETTER.set([text], 500).lines] == ["one", "two"]


def test_an_empty_paragraph_is_one_line_high() -> None:
    assert TYPESETTER.set([paragraph("")], 500) == TYPESETTER.set([TypeParagraph((run(""),))], 500)
    assert TYPESETTER.set([paragraph("")], 500).height == pytest.approx(1.22 * SIZE, abs=0.02)


def test_a_word_goes_through_runs() -> None:
    text = TypeParagraph((run("inter"), run("stellar", bold=True), run(" law")))
    word = TYPESETTER.longest_word(text.runs)
    found = TYPESETTER.set([text], word * 1.01)

    assert [line.text for line in found.lines] == ["interstellar ", "law"]


def test_a_word_wider_than_the_measure_is_broken_and_named() -> None:
    found = TYPESETTER.set([paragraph("an antidisestablishmentarian view")], 90)

    assert found.broken_words == ("antidisestablishmentarian",)
    assert found.width <= 90


def test_a_measure_narrower_than_a_letter_takes_a_letter_a_line() -> None:
    assert lines("abc", 1) == ["a", "b", "c"]


def test_the_lines_of_every_paragraph_are_counted() -> None:
    found = TYPESETTER.set([paragraph("one"), paragraph("two\nthree")], 500)

    assert found.paragraphs == (1, 2)


def test_east_asian_punctuation_may_stand_in_the_margin() -> None:
    assert lines("一二三四。", 4 * SIZE * 1.01) == ["一二三四。"]


# -- indents, bullets, tabs ---------------------------------------------------------------------


def test_a_hanging_bullet_leaves_all_lines_at_the_margin() -> None:
    hanging = {"margin_left": 20.0, "indent": -20.0, "bullet": "•"}
    found = TYPESETTER.set([paragraph("space law", **hanging)], 80)

    assert [line.width for line in found.lines] == [
        pytest.approx(20 + TYPESETTER.width([run(word)])) for word in ("space", "law")
    ]


def test_a_bullet_wider_than_its_hang_pushes_the_first_line_on() -> None:
    narrow = {"margin_left": 5.0, "indent": -5.0}
    found = TYPESETTER.set([paragraph("law", bullet="1000.", **narrow)], 500)

    assert found.width == pytest.approx(
        TYPESETTER.width([run("1000.")]) + TYPESETTER.width([run("law")])
    )


def test_a_first_line_indent_moves_the_first_line_only() -> None:
    found = TYPESETTER.set([paragraph("law\nlaw", indent=30.0)], 500)

    assert found.lines[0].width - found.lines[1].width == pytest.approx(30)


def test_a_tab_goes_to_its_stop() -> None:
    found = TYPESETTER.set([paragraph("a\tb", tabs=(100.0,))], 500)

    assert found.width == pytest.approx(100 + TYPESETTER.width([run("b")]))


def test_tabs_without_stops_stand_an_inch_apart() -> None:
    found = TYPESETTER.set([paragraph("a\t\tb")], 500)

    assert found.width == pytest.approx(144 + TYPESETTER.width([run("b")]))


# -- heights ------------------------------------------------------------------------------------


def test_line_spacing_multiplies_the_height() -> None:
    single = TYPESETTER.set([paragraph("law")], 500).height

    assert TYPESETTER.set([paragraph("law", line_spacing=1.5)], 500).height == 1.5 * single


def test_exact_line_spacing_is_the_height() -> None:
    assert TYPESETTER.set([paragraph("a\nb", line_spacing=24.0, exact=True)], 500).height == 48


def test_the_largest_size_sets_the_height_of_a_line() -> None:
    mixed = TypeParagraph((run("small "), run("large", size=40.0)))

    assert (
        TYPESETTER.set([mixed], 500).height
        == TYPESETTER.set([TypeParagraph((run("large", size=40.0),))], 500).height
    )


def test_space_stands_between_paragraphs_only() -> None:
    bare = TYPESETTER.set([paragraph("a"), paragraph("b")], 500).height
    spaced = [paragraph(text, space_before=5.0, space_after=3.0) for text in "ab"]

    assert TYPESETTER.set(spaced, 500).height == pytest.approx(bare + 8)


def test_east_asian_lines_are_taller() -> None:
    latin = TYPESETTER.set([paragraph("law")], 500).height

    assert TYPESETTER.set([paragraph("法律")], 500).height > latin


# -- widths -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "em"),
    [("中文字符", 4), ("한글", 2), ("ｱｲ", 1), ("か\u3099", 1), ("ab", None)],
)
def test_east_asian_characters_are_an_em_wide(text: str, em: float | None) -> None:
    assert (TYPESETTER.width([run(text)]) == (em or 0) * SIZE) is (em is not None)


def test_latin_stands_apart_from_east_asian() -> None:
    parts = sum(TYPESETTER.width([run(text)]) for text in ("中", "GPS", "文"))

    assert TYPESETTER.width([run("中GPS文")]) == pytest.approx(parts + 2 * 0.24 * SIZE)


def test_letters_are_kerned() -> None:
    assert TYPESETTER.width([run("AV")]) < sum(TYPESETTER.width([run(char)]) for char in "AV")


def test_arabic_letters_join() -> None:
    apart = sum(TYPESETTER.width([run(char)]) for char in "ععع")

    assert TYPESETTER.width([run("ععع")]) != pytest.approx(apart)


def test_capitals_are_measured_as_capitals() -> None:
    assert TYPESETTER.width([run("law", caps=True)]) == TYPESETTER.width([run("LAW")])


def test_letter_spacing_widens_every_letter() -> None:
    assert TYPESETTER.width([run("law", letter_spacing=2.0)]) == pytest.approx(
        TYPESETTER.width([run("law")]) + 6
    )


def test_what_no_face_covers_is_taken_for_wide() -> None:
    assert TYPESETTER.width([run("😀")]) >= 1.3 * SIZE


def test_arial_is_measured_as_arial() -> None:
    assert TYPESETTER.width([run("Hg", family="Arial")]) == pytest.approx(
        (1479 + 1139) / 2048 * SIZE
    )


# -- faces --------------------------------------------------------------------------------------


def test_families_with_other_advances_are_named() -> None:
    typesetter = Typesetter()
    for family in ("Verdana", "Georgia", "Calibri", "Frutiger Serif"):
        typesetter.width([run("law", family=family)])

    assert typesetter.stand_ins == (
        ("Frutiger Serif", "Liberation Serif"),
        ("Georgia", "Liberation Serif"),
        ("Verdana", "Liberation Sans"),
    )


def test_a_font_that_is_given_measures_its_family() -> None:
    packed = files("deckgen.typeset").joinpath("data", "liberation-mono-regular.face")
    mono = decompress(packed.read_bytes())
    typesetter = Typesetter(Faces({("house sans", Style()): mono}))

    assert typesetter.width([run("iiii", family="House Sans")]) == pytest.approx(
        4 * 1229 / 2048 * SIZE
    )
    assert typesetter.stand_ins == ()


def test_a_word_is_shaped_once_however_often_it_is_set() -> None:
    shipped_face.cache_clear()
    faces = Faces()
    typesetter = Typesetter(faces)
    for slide in range(200):
        text = f"Policies and practices of space diplomacy, {slide % 3} papers " * 5
        typesetter.set([TypeParagraph((run(text, size=12.0 + slide % 7),))], 100.0 + slide)

    assert faces.shaped <= 12


def test_a_talk_is_told_of_its_own_families_only() -> None:
    setters = Typesetters()

    def told(family: str) -> tuple[tuple[str, str], ...]:
        setter = setters.get(cautious=False)
        setter.width((TypeRun("word", 12.0, family),))
        return setter.stand_ins

    assert told("Calibri") == ()
    assert [asked for asked, _ in told("Nowhere Sans")] == ["Nowhere Sans"]
    assert told("Calibri") == ()


def test_what_one_talk_has_measured_is_known_for_the_next() -> None:
    setters = Typesetters()

    assert setters.get(cautious=False) is setters.get(cautious=False)
    assert setters.get(cautious=False) is not setters.get(cautious=True)


def height(family: str) -> float:
    """The height of a line of ten points on paper."""
    run = TypeRun("x", 10.0, family)
    return Typesetter(Faces(written=True)).set([TypeParagraph((run,))], 100.0).height


def test_on_paper_a_known_family_is_as_high_as_it_is_and_others_as_what_replaces_them() -> None:
    assert height("Calibri") == pytest.approx(12.21, abs=0.01)
    assert height("Georgia") == pytest.approx(11.36)
    assert height("Corporate Grotesk") == height("Noto Sans") == pytest.approx(13.62)


def test_a_word_that_may_be_wider_where_its_family_is_missing_counts_as_broken() -> None:
    def broken(family: str, setter: Typesetter) -> bool:
        run = TypeRun("Implementation", 10.0, family, bold=True)
        room = setter.width((run,)) * 1.08
        return setter.extent([TypeParagraph((run,))], room).broken

    cautious = Typesetter(Faces(written=True, cautious=True))
    assert broken("Corporate Grotesk", cautious)
    assert not broken("Arial", cautious)
    assert not broken("Corporate Grotesk", Typesetter(Faces(written=True)))
