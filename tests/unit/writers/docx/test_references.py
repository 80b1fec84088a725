"""Cross-references, lists of captions, notes at the end, markings."""

from __future__ import annotations

import io

import docx
import pypandoc
import pytest
from tests.unit.writers.docx.papers import W, codes, opened, paper, part, parts, said, template
from tests.unit.writers.docx.test_figures import NUMBERS, picture

from deckgen.ooxml.validity import faults

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SLIDES = """# One

Before: @slide:laws, @table:laws, @figure:view.

## Rules

::::: slide #laws

Prose[^1].

::: table #laws-1
A table
:::

:::::

::::: slide #view

::: figure #view-1
A picture
:::

:::::

[^1]: See @table:laws-1.
"""
BLOCKS = {"laws-1": NUMBERS, "view-1": picture()}
LISTS = "::: tables\nTables\n:::\n\n::: figures\nFigures\n:::\n\n" + SLIDES


def bookmarks(data: bytes) -> list[str]:
    return [mark.get(f"{W}name") for mark in part(data).iter(f"{W}bookmarkStart")]


def works_kept_with_the_next(count: int) -> list[bool]:
    works = "".join(f":::: source #w{at}\nWork {at}\n::::\n\n" for at in range(count))
    body = docx.Document(io.BytesIO(paper(f"::::: sources\nSources\n\n{works}:::::\n")))
    shown = [each for each in body.paragraphs if each.text.startswith("Work")]
    return [each._p.find(f".//{W}keepNext") is not None for each in shown]


def test_no_work_of_a_list_is_alone_on_its_page():
    assert works_kept_with_the_next(7) == [True, False, False, False, True, True, False]


def test_a_short_list_of_works_is_kept_on_one_page():
    assert works_kept_with_the_next(4) == [True, True, True, False]


def test_references_show_numbers_that_word_keeps():
    data = paper(SLIDES, BLOCKS)
    fields = [code for code in codes(data) if code.startswith("REF")]

    assert ("Body Text", "Before: section\u00a01.1, Table\u00a01, Figure\u00a01.") in said(data)
    assert fields == ["REF _Ref00000002 \\r \\h", "REF _Table1 \\h", "REF _Figure1 \\h"]
    assert {"_Ref00000002", "_Table1", "_Figure1"} <= set(bookmarks(data))
    assert len(bookmarks(data)) == len(set(bookmarks(data)))


def test_notes_refer_as_well():
    notes = part(paper(SLIDES, BLOCKS), "word/footnotes.xml")

    assert "Table\u00a01" in [text.text for text in notes.iter(f"{W}t")]


def test_headings_without_numbers_are_named():
    base = io.BytesIO()
    docx.Document().save(base)
    data = paper(SLIDES, BLOCKS, base=base.getvalue())

    assert "Before: “Rules”, Table\u00a01, Figure\u00a01." in [words for _, words in said(data)]


def test_a_reference_to_nothing_is_its_name():
    assert said(paper("See @slide:nowhere.\n")) == [("Body Text", "See nowhere.")]


def test_another_reader_follows_references():
    back = pypandoc.convert_text(paper(SLIDES, BLOCKS), "gfm", "docx", extra_args=["--wrap=none"])

    assert "[Table 1](#_Table1)" in back.replace("\u00a0", " ")
    assert "section [1.1](#rules)" in back.replace("\u00a0", " ")


def test_lists_of_tables_and_figures_are_filled_in():
    data = paper(LISTS, BLOCKS)
    entries = [words for style, words in said(data) if style == "table of figures"]

    assert entries == ["Table\u00a01.\u2002A table\t1", "Figure\u00a01.\u2002A picture\t1"]
    assert [code for code in codes(data) if code.startswith("TOC")] == [
        'TOC \\h \\z \\c "Table"',
        'TOC \\h \\z \\c "Figure"',
    ]


def test_a_list_of_nothing_is_not_there():
    assert said(paper("::: tables\nTables\n:::\n\nText\n")) == [("Body Text", "Text")]


def test_notes_can_stand_at_the_end():
    data = paper(f"{SLIDES}\n::: endnotes\n:::\n", BLOCKS)
    settings = part(data, "word/settings.xml")

    assert part(data).find(f".//{W}endnoteReference") is not None
    assert "word/endnotes.xml" in parts(data)
    assert "word/footnotes.xml" not in parts(data)
    assert settings.find(f"{W}endnotePr/{W}numFmt").get(f"{W}val") == "decimal"
    assert faults(data, template()) == ()


def test_sections_number_endnotes_as_the_document_does():
    data = paper(f"{SLIDES}\n::: endnotes\n:::\n", BLOCKS)
    sections = list(part(data).iter(f"{W}sectPr"))

    assert sections
    assert [each.find(f"{W}endnotePr/{W}numFmt").get(f"{W}val") for each in sections] == [
        "decimal"
    ] * len(sections)


@pytest.mark.parametrize("bare", [False, True])
def test_a_classification_heads_every_page(bare: bool):
    base = template()
    if bare:
        file = io.BytesIO()
        foreign = docx.Document()
        foreign.sections[0].different_first_page_header_footer = True
        foreign.save(file)
        base = file.getvalue()
    data = paper("Text\n", base=base, tags={"talk.classification": "Secret"})
    section = opened(data).sections[0]

    assert section.header.paragraphs[0].text == "Secret"
    assert section.first_page_header.paragraphs[0].text == "Secret"
    assert faults(data, base) == ()


def test_word_passes_over_the_marking_that_notes_have_for_other_programs():
    text = f"{SLIDES}\n::: endnotes\n:::\n"
    data = paper(text, BLOCKS, tags={"talk.classification": "Secret"})
    notes = part(data, "word/endnotes.xml")
    (choice,) = notes.iter(f"{MC}Choice")
    shown = next(notes.iter(f"{MC}Fallback")).iter(f"{W}t")

    assert choice.get("Requires") == "wp14"  # what every Word since 2010 understands
    assert list(choice) == []
    assert [each.text for each in shown] == ["Secret"]
    assert faults(data, template()) == ()


def test_notes_at_the_foot_of_a_page_need_no_marking_of_their_own():
    data = paper(SLIDES, BLOCKS, tags={"talk.classification": "Secret"})

    assert "Secret" not in "".join(part(data, "word/footnotes.xml").itertext())


def test_without_a_classification_nothing_is_added():
    assert opened(paper("Text\n")).sections[0].first_page_header.paragraphs[0].text == ""


def test_a_work_that_is_cited_by_name_has_no_number_in_the_list():
    sources = ":::: sources\nSources\n\n::: {} #source-a\nA work\n:::\n::::\n"

    def style(kind: str) -> str:
        body = part(paper(sources.format(kind)), "word/document.xml")
        (line,) = [each for each in body.iter(f"{W}p") if "A work" in "".join(each.itertext())]
        return line.find(f"{W}pPr/{W}pStyle").get(f"{W}val")

    assert style("source") == "Bibliography"
    assert style("work") != "Bibliography"


def test_no_entry_of_a_list_of_tables_is_alone_on_its_page():
    tables = "".join(f"::: table #t{at}\nA table\n:::\n\n" for at in range(6))
    blocks = {f"t{at}": NUMBERS for at in range(6)}
    body = opened(paper(f"::: tables\nTables\n:::\n\n# One\n\n{tables}", blocks)).paragraphs
    entries = [each for each in body if each.style.name == "table of figures"]

    kept = [each.paragraph_format.keep_with_next for each in entries]
    assert kept == [True, None, None, True, True, None]
