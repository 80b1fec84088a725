"""What a house's Word file keeps when a paper is written on it, and what gives way."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from tests.unit.writers.docx.papers import W, opened, paper, part

TAGS = {"talk.title": "Orbits", "talk.speakers": "Ada Example"}


def house(*write: Callable[[Any], object]) -> bytes:
    """A Word file of somebody else: python-docx's own, with what `write` puts into it."""
    file = docx.Document()
    for each in write:
        each(file)
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def lines(*texts: str) -> Callable[[Any], None]:
    """Paragraphs; one that begins with # is a chapter, one in square brackets a title."""

    def write(file: Any) -> None:
        for text in texts:
            style = (
                "Heading 1" if text.startswith("#") else "Title" if text.startswith("[") else None
            )
            file.add_paragraph(text.strip("#[] "), style)

    return write


def page_break(file: Any) -> None:
    file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def text(base: bytes, markdown: str = "The text.\n") -> list[str]:
    """The lines of a paper on the file, empty ones left out."""
    made = opened(paper(markdown, base=base, tags=TAGS))
    return [each.text for each in made.paragraphs if each.text.strip()]


# -- a letter with a place for the text ---------------------------------------------------------


def test_a_letters_own_words_stay_around_the_text():
    letter = house(lines("Dear reader,", "{{ body }}", "Yours faithfully"))

    assert text(letter) == ["Dear reader,", "The text.", "Yours faithfully"]


def test_words_beside_the_mark_stay_before_the_text():
    assert text(house(lines("Summary: {{ body }}"))) == ["Summary: ", "The text."]


def test_a_second_mark_is_taken_away_and_the_text_not_said_twice():
    letter = house(lines("{{ body }}", "Annex", "{{ body }}"))

    assert text(letter) == ["The text.", "Annex"]


def test_a_letter_that_names_the_speaker_shows_this_talks():
    letter = house(lines("From {{ talk.speakers }}", "{{ body }}"))

    assert text(letter)[0] == "From Ada Example"


def test_a_field_of_another_program_in_double_braces_stays():
    letter = house(lines("To {{ customer.name }}", "{{ body }}"))

    assert text(letter)[0] == "To {{ customer.name }}"


def test_the_text_takes_the_page_on_which_its_mark_stands():
    def turn(file: Any) -> None:
        section = file.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)

    letter = house(lines("A letter"), turn, lines("{{ body }}"))
    tables = part(paper("| a | b |\n|---|---|\n| 1 | 2 |\n", base=letter)).iter(f"{W}tblW")

    assert next(int(each.get(f"{W}w")) for each in tables) > Mm(210).twips


# -- a file without a place for it --------------------------------------------------------------


def test_sample_text_gives_way():
    assert text(house(lines("# How to use this template", "Lorem ipsum"))) == ["The text."]


def test_a_title_page_stays_and_shows_the_talks_title():
    sample = house(lines("[Title of the report]"), page_break, lines("# Chapter", "Lorem ipsum"))

    assert text(sample) == ["Orbits", "The text."]


def test_sample_words_on_a_title_page_go():
    sample = house(lines("[Title]", "Client, place, date"), page_break, lines("Lorem ipsum"))

    assert "Client, place, date" not in text(sample)


def test_the_text_begins_on_the_page_after_the_cover():
    sample = house(lines("[Title]"), page_break, lines("Lorem ipsum"))
    root = part(paper("The text.\n", base=sample, tags=TAGS))
    turns = [each for each in root.iter(f"{W}br") if each.get(f"{W}type") == "page"]

    assert len(turns) == 1


def test_a_first_page_with_a_chapter_is_no_cover():
    sample = house(lines("[Title]", "# Introduction"), page_break, lines("Lorem ipsum"))

    assert text(sample) == ["The text."]


def test_a_first_page_full_of_text_is_no_cover():
    sample = house(lines("[Title]", "Lorem ipsum " * 100), page_break, lines("More"))

    assert text(sample) == ["The text."]


def test_a_first_page_without_title_or_picture_is_no_cover():
    sample = house(lines("Notes for users"), page_break, lines("More"))

    assert text(sample) == ["The text."]


# -- letterheads --------------------------------------------------------------------------------


def head(file: Any) -> None:
    file.sections[0].header.paragraphs[0].text = "Office of Examples"
    file.sections[0].footer.paragraphs[0].text = "1 Example Street"


def test_a_letterhead_stays_though_its_sample_letter_goes():
    section = opened(paper("The text.\n", base=house(head, lines("Dear Sir")))).sections[0]

    assert section.header.paragraphs[0].text == "Office of Examples"
    assert section.footer.paragraphs[0].text == "1 Example Street"


def test_a_letterhead_of_the_first_section_goes_on_where_the_text_stands():
    def more(file: Any) -> None:
        file.add_section(WD_SECTION.NEW_PAGE)

    letter = house(head, lines("Contents"), more, lines("Lorem ipsum " * 50))
    section = opened(paper("The text.\n", base=letter)).sections[-1]

    assert section.header.paragraphs[0].text == "Office of Examples"


def test_the_houses_margins_stay():
    def narrow(file: Any) -> None:
        file.sections[0].left_margin = Mm(40)

    section = opened(paper("The text.\n", base=house(narrow))).sections[0]

    assert round(section.left_margin.mm) == 40


def test_the_houses_headings_look_as_they_did():
    def paint(file: Any) -> None:
        file.styles["Heading 1"].font.color.rgb = RGBColor(0xAA, 0, 0)
        file.styles["Heading 1"].font.size = Pt(17)

    heading = opened(paper("# One\n", base=house(paint))).paragraphs[0]

    assert heading.style.font.size == Pt(17)
    assert heading.style.font.color.rgb == RGBColor(0xAA, 0, 0)


def facts(file: Any) -> None:
    """A title, and a table with what the sample is."""
    file.add_paragraph("A sample", "Title")
    table = file.add_table(2, 2)
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.text = "Some fact"


def test_a_cover_s_table_goes_with_its_words():
    base = house(facts, page_break, lines("# One", "Lorem ipsum " * 90))

    assert text(base) == ["Orbits", "The text."]
    assert opened(paper("The text.\n", base=base, tags=TAGS)).tables == []


def test_a_cover_s_table_without_words_is_part_of_its_design():
    def bars(file: Any) -> None:
        file.add_paragraph("A sample", "Title")
        file.add_table(1, 3)

    base = house(bars, page_break, lines("# One", "Lorem ipsum " * 90))

    assert len(opened(paper("The text.\n", base=base, tags=TAGS)).tables) == 1


LONG = "The budget of 2031: " + "priorities and trade-offs on the way to balance, " * 2


def running(line: str) -> str:
    """A header's line as it runs along in a paper with a long title."""
    base = house(lambda file: file.sections[0].header.paragraphs[0].add_run(line))
    made = opened(paper("The text.\n", base=base, tags={**TAGS, "talk.title": LONG.strip()}))
    return made.sections[0].header.paragraphs[0].text


def test_a_long_title_leaves_room_for_what_shares_its_line():
    assert running("{{ talk.title }}\tPart") == "The budget of 2031\tPart"
    assert running("{{ talk.title }}") == LONG.strip()


def loose(file: Any) -> None:
    """Headings that do not stay with what follows."""
    for name in ("Heading 1", "TOC Heading"):
        file.styles[name].paragraph_format.keep_with_next = None


def test_headings_stay_with_their_text_also_where_the_house_s_do_not():
    paragraphs = opened(paper("# One\n\nText\n", base=house(loose))).paragraphs

    assert [each.paragraph_format.keep_with_next for each in paragraphs] == [True, None]


def test_contents_that_begin_a_page_say_so_in_the_schemas_order():
    cover = "::: about\n" + "Words that fill the cover. " * 120 + "\n:::\n\n"
    chapters = "".join(f"# Chapter {number}\n\nText\n\n" for number in range(30))
    markdown = f"{cover}::: contents\nContents\n:::\n\n{chapters}"
    contents = next(
        each
        for each in part(paper(markdown, base=house(loose))).iter(f"{W}pPr")
        if each.find(f"{W}pageBreakBefore") is not None
    )

    assert [each.tag.removeprefix(W) for each in contents][:3] == [
        "pStyle",
        "keepNext",
        "pageBreakBefore",
    ]


def test_a_file_that_leaves_its_defaults_open_gets_those_of_word():
    def bare(file: Any) -> None:
        file.styles.element.remove(file.styles.element.find(qn("w:docDefaults")))

    defaults = part(paper("Text\n", base=house(bare)), "word/styles.xml")[0]

    assert defaults.tag == f"{W}docDefaults"
    assert defaults.find(f".//{W}rFonts").get(f"{W}ascii") == "Times New Roman"
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "20"
    assert defaults.find(f".//{W}lang").get(f"{W}val") == "en-US"


def setting(name: str, **values: str) -> Callable[[Any], None]:
    def write(file: Any) -> None:
        element = OxmlElement(f"w:{name}")
        for key, value in values.items():
            element.set(qn(f"w:{key}"), value)
        file.settings.element.insert(0, element)

    return write


def test_pages_that_mirror_each_other_still_do():
    base = house(setting("mirrorMargins"))

    assert (
        part(paper("The text.\n", base=base), "word/settings.xml").find(f"{W}mirrorMargins")
        is not None
    )


def test_a_template_that_tracks_changes_does_not_track_the_paper():
    base = house(setting("trackRevisions"))

    assert (
        part(paper("The text.\n", base=base), "word/settings.xml").find(f"{W}trackRevisions")
        is None
    )


def test_a_protected_template_gives_a_paper_that_can_be_edited():
    base = house(setting("documentProtection", edit="readOnly", enforcement="1"))
    settings = part(paper("The text.\n", base=base), "word/settings.xml")

    assert settings.find(f"{W}documentProtection") is None
