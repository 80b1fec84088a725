"""What stays of a template's own text, and what is filled in."""

from __future__ import annotations

from tests.adoption_word.papers import TITLE, paper, part, words
from tests.adoption_word.promises import W, framed, texts

DOCUMENT = "word/document.xml"


def drawings(name: str) -> int:
    return len(list(part(paper(name), DOCUMENT).iter(f"{W}drawing")))


def test_sample_text_is_dropped() -> None:
    said = texts(paper("several-sections"))
    assert "Sample" not in said
    assert "Annex" not in said


def test_a_cover_keeps_its_logo_and_gets_the_title() -> None:
    root = part(paper("several-sections"), DOCUMENT)
    cover = list(root[0])[:3]
    assert next(cover[0].iter(f"{W}drawing"), None) is not None
    assert words(root[0]).split(TITLE)[0].strip() == ""
    assert "nobody" not in words(root[0])


def test_a_title_on_the_cover_is_not_said_again() -> None:
    assert texts(paper("several-sections")).count(TITLE) == 1


def test_a_cover_before_a_page_break_stays_with_it() -> None:
    root = part(paper("cover-before-a-page-break"), DOCUMENT)
    breaks = [each for each in root.iter(f"{W}br") if each.get(f"{W}type") == "page"]
    assert len(breaks) == 1
    assert texts(paper("cover-before-a-page-break")).count("What ten years of passes") == 1


def test_words_own_cover_shows_the_talk_and_no_prompts() -> None:
    said = texts(paper("words-own-cover"))
    assert TITLE in said
    assert not [
        prompt for prompt in ("[Document title]", "[Subtitle]", "[Address]") if prompt in said
    ]


def test_the_text_stands_where_it_is_marked() -> None:
    said = texts(paper("marked"))
    places = [said.index(each) for each in ("This is a paper", "plain words", "Closing words")]
    assert places == sorted(places)
    assert "body" not in said
    assert "Imprint" in said


def test_a_tag_before_the_text_takes_the_place_of_the_title() -> None:
    assert texts(paper("marked")).count(TITLE) == 1


def test_the_page_is_that_of_the_section_with_the_mark() -> None:
    tables = list(part(paper("marked"), DOCUMENT).iter(f"{W}tblW"))
    assert {int(each.get(f"{W}w")) for each in tables} <= set(range(9_355))


def test_a_mark_at_a_section_s_end_leaves_the_section() -> None:
    root = part(paper("marked-at-a-sections-end"), DOCUMENT)
    assert len(list(root.iter(f"{W}sectPr"))) == 2
    assert words(root).endswith("After")


def test_a_cell_with_the_text_ends_in_a_paragraph() -> None:
    cell = next(part(paper("marked-in-a-cell"), DOCUMENT).iter(f"{W}tc"))
    assert cell[-1].tag == f"{W}p"


def test_tags_are_filled_though_word_has_split_them() -> None:
    assert f"On {TITLE}" in framed(paper("title-page-and-even-pages"))


def test_tags_in_text_boxes_are_filled_in_both_forms() -> None:
    said = framed(paper("title-page-and-even-pages"))
    assert said.count("Ada Okafor, 14 May 2024") == 2


def test_a_header_that_repeats_a_heading_shows_this_one() -> None:
    said = framed(paper("title-page-and-even-pages"))
    assert "Measuring" in said
    assert "Old" not in said


def test_a_control_that_shows_the_title_shows_this_one() -> None:
    header = part(paper("title-page-and-even-pages"), "word/header3.xml")
    assert words(header) == TITLE
    assert next(header.iter(f"{W}showingPlcHdr"), None) is None


def test_the_longest_section_gives_the_page_and_headers_go_on() -> None:
    section = part(paper("several-sections"), DOCUMENT)[0][-1]
    size = section.find(f"{W}pgSz")
    assert size is not None
    assert size.get(f"{W}w") == "16838"
    assert len(section.findall(f"{W}headerReference")) == 1
    assert TITLE in framed(paper("several-sections"))


def test_notes_of_dropped_text_go_and_separators_stay() -> None:
    notes = part(paper("with-all-sorts"), "word/footnotes.xml")
    assert "An old note" not in words(notes)
    assert "At least two metres" in words(notes)
    kinds = [each.get(f"{W}type") for each in notes if each.get(f"{W}type")]
    assert kinds == ["separator", "continuationSeparator"]


def test_the_contents_count_the_cover() -> None:
    root = part(paper("several-sections"), DOCUMENT)
    first = next(link for link in root.iter(f"{W}hyperlink") if "_Toc" in str(link.attrib))
    assert [text.text for text in first.iter(f"{W}t")][-1] == "2"
