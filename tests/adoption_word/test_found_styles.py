"""Styles are found by what they are, and added in the document's own face."""

from __future__ import annotations

import pytest
from tests.adoption_word.papers import paper, part, style_of
from tests.adoption_word.promises import W

STYLES = "word/styles.xml"


def added(name: str, style: str) -> str:
    """The XML of a style by its name."""
    from lxml import etree

    for each in part(paper(name), STYLES).iter(f"{W}style"):
        found = each.find(f"{W}name")
        if found is not None and found.get(f"{W}val") == style:
            return etree.tostring(each, encoding="unicode")
    raise AssertionError(f"there is no style {style!r}")


@pytest.mark.parametrize(
    ("template", "text", "style"),
    [
        ("shown-in-german", "Measuring", "Überschrift 1"),
        ("shown-in-german", "Radar sees the roughness of the sea.", "Textkörper"),
        ("shown-in-german", "the radar sees both", "Aufzählungszeichen"),
        ("official-chinese", "Measuring", "标题 1"),
        ("official-chinese", "Harbour winds: measuring the coast from orbit", "标题"),
        ("only-ids-are-words", "Measuring", "Firma Kapitel"),
        ("only-levels", "Measuring", "Firm A"),
        ("only-levels", "Two satellites", "Firm C"),
        ("only-levels", "Radar sees the roughness of the sea.", "Firm text"),
        ("only-latent", "Measuring", "heading 1"),
    ],
)
def test_a_paragraph_has_the_template_s_own_style(template: str, text: str, style: str) -> None:
    assert style_of(paper(template), text)[1] == style


def test_a_built_in_style_that_is_added_is_word_s_own() -> None:
    assert "customStyle" not in added("only-latent", "heading 1")
    assert "customStyle" in added("only-latent", "Key Message")


def test_added_styles_undo_first_lines_that_are_set_back() -> None:
    assert 'firstLineChars="0"' in added("official-chinese", "Table Text")


def test_added_styles_are_measured_by_the_text() -> None:
    assert 'w:sz w:val="28"' in added("official-chinese", "Table Text")
    assert 'w:sz w:val="17"' in added("no-styles", "Table Text")


def test_added_headings_take_the_face_of_those_that_are_there() -> None:
    assert "outlineLvl" in added("official-chinese", "heading 3")
    assert "仿宋" in added("official-chinese", "heading 3")


def test_pictures_never_stand_on_lines_of_one_height() -> None:
    assert 'w:lineRule="auto"' in added("official-chinese", "Figure")


def test_headings_get_the_number_that_the_template_gives_by_hand() -> None:
    root = part(paper("numbered-beside-the-style"), "word/document.xml")
    numbered = [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in root.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}numPr") is not None
    ]
    assert numbered[0] == "Ports can plan with it"
    assert [each for each in numbered if each in ("Measuring", "Using it")] == [
        "Measuring",
        "Using it",
    ]


@pytest.mark.parametrize(
    ("template", "entry"),
    [("numbered-beside-the-style", "II.2"), ("official-chinese", "（四）")],
)
def test_the_contents_show_numbers_as_the_template_writes_them(template: str, entry: str) -> None:
    root = part(paper(template), "word/document.xml")
    lines = [
        next((text.text for text in link.iter(f"{W}t")), "") for link in root.iter(f"{W}hyperlink")
    ]
    assert entry in lines


def test_the_heading_of_the_contents_has_no_number() -> None:
    name, _ = style_of(paper("numbered-beside-the-style"), "Contents")
    assert name != "TOCHeading"


def test_a_bullet_style_that_counts_is_not_taken_at_its_word() -> None:
    root = part(paper("lists-of-its-own"), "word/numbering.xml")
    marks = [each.get(f"{W}val") for each in root.iter(f"{W}lvlText")]
    assert "•" in marks


def test_tables_have_the_template_s_only_table_style() -> None:
    root = part(paper("a-table-style-of-its-own"), "word/document.xml")
    assert "FirmTable" in {each.get(f"{W}val") for each in root.iter(f"{W}tblStyle")}


def test_both_copies_of_the_styles_stay_alike() -> None:
    ids = [
        {each.get(f"{W}styleId") for each in part(paper("pythons"), name).iter(f"{W}style")}
        for name in (STYLES, "word/stylesWithEffects.xml")
    ]
    assert ids[0] <= ids[1]
