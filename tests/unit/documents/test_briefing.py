"""The briefing reads as a paper: prose first, headings where they help, figures after the prose."""

from __future__ import annotations

from tests.unit.documents.talks import rendered

GROUPED = """
  - part: Commitments
    briefing: The part begins.
  - bullets: Opening
    items: [x]
    briefing: Before any header.
  - bullets: First thing
    header: 1. Peaceful use
    items: [y]
    briefing: First prose.
  - bullets: Second thing
    header: 1. Peaceful use
    items: [z]
    briefing: Second prose.
"""


def headings(markdown: str) -> list[str]:
    return [line for line in markdown.splitlines() if line.startswith("#")]


def test_slides_with_one_header_run_on_under_it():
    paper = rendered(GROUPED).markdown

    assert headings(paper) == ["# Commitments", "## Peaceful use"]
    assert paper.index("Before any header") < paper.index("## Peaceful use")


def test_without_headers_the_slides_titles_are_headings():
    slides = "  - part: P\n" + "".join(
        f"  - bullets: {title}\n    items: [a]\n    briefing: Text.\n" for title in ("One", "Two")
    )

    assert headings(rendered(slides).markdown) == ["# P", "## One", "## Two"]


def test_the_only_slide_of_a_part_needs_no_heading():
    slides = "  - part: P\n  - bullets: One\n    items: [a]\n    briefing: Text.\n"

    assert headings(rendered(slides).markdown) == ["# P"]


def test_prose_takes_the_place_of_a_list():
    assert "- x" not in rendered(GROUPED).markdown


def test_a_slide_without_prose_gives_its_list():
    assert "- alpha\n- beta" in rendered("  - bullets: One\n    items: [alpha, beta]\n").markdown


def test_a_table_stands_after_the_prose():
    paper = rendered(
        "  - table: Numbers\n    columns: [a, b]\n    rows: [[1, 2]]\n    briefing: Prose.\n"
    )

    assert paper.markdown.index("Prose.") < paper.markdown.index("::: table #numbers-1\nNumbers\n")
    assert "numbers-1" in paper.blocks


def test_words_that_the_prose_quotes_are_not_quoted_again():
    slide = "  - quote: We all go.\n    title: Going\n    briefing: {prose}\n"

    assert "> We all go." not in rendered(slide.format(prose="He said “we all go”.")).markdown
    assert "> We all go." in rendered(slide.format(prose="He said it.")).markdown


def test_a_statement_is_set_apart_with_whose_it_is():
    slide = "  - statement: We share orbits.\n    title: Sharing\n    by: The speaker\n"

    assert "> We share orbits.\n>\n> — The speaker" in rendered(slide).markdown


def test_a_slide_may_leave_its_figures_to_the_deck():
    slide = (
        "  - table: Numbers\n    columns: [a, b]\n    rows: [[1, 2]]\n    briefing: Prose.\n"
        "    prose_only: true\n"
    )

    assert "::: table" not in rendered(slide).markdown


def test_a_source_that_the_prose_cites_is_not_cited_again():
    slides = (
        "  - bullets: One\n    items: [a]\n    sources: t\n    briefing: Text [@t], and more.\n"
    )
    slides += "sources:\n  t: {text: The Treaty}\n"

    assert rendered(slides).markdown.count("(#source-t)") == 1


def test_headings_in_prose_stand_below_their_section():
    slides = GROUPED + "    briefing: |\n      # Detail\n\n      Text.\n"
    slides = slides.replace("    briefing: Second prose.\n", "")

    assert headings(rendered(slides).markdown)[-1] == "### Detail"


def test_notes_of_two_slides_may_have_the_same_name():
    slide = (
        "  - bullets: {0}\n    items: [a]\n    briefing: |\n      Text[^1].\n\n      [^1]: Note.\n"
    )
    paper = rendered(slide.format("One") + slide.format("Two")).markdown

    assert "Text[^one-1]." in paper
    assert "[^two-1]: Note." in paper


def test_what_looks_like_a_note_in_code_is_left_alone():
    slide = "  - bullets: One\n    items: [a]\n    briefing: |\n      Write `[^1]` so.\n"

    assert "Write `[^1]` so." in rendered(slide).markdown


def test_sources_are_cited_after_the_prose_and_listed():
    slides = "  - bullets: One\n    items: [a]\n    sources: treaty\n    briefing: Text.\n"
    slides += "sources:\n  treaty: {text: The Treaty, url: 'https://example.org/t'}\n"
    paper = rendered(slides).markdown

    assert "Text.\u00a0[\\[1\\]](#source-treaty)" in paper
    assert "::: source #source-treaty\n[The Treaty](https://example.org/t)" in paper


def test_speaker_notes_stay_out():
    assert (
        "secret" not in rendered("  - bullets: One\n    items: [a]\n    notes: secret\n").markdown
    )


def test_facts_never_become_markup():
    paper = rendered('  - bullets: One\n    items: ["1. first", "# two", "a * b * c", "x | y"]\n')

    assert "- 1\\. first\n- \\# two\n- a \\* b \\* c\n- x \\| y" in paper.markdown


def test_the_cover_says_who_where_and_when_in_words():
    talk = (
        "speaker: {name: Ann, role: Head}\nevent: Forum\nplace: Rome\ndates: 2024-02-28/2024-03-01"
    )
    paper = rendered("  - title-slide\n", talk=talk).markdown

    assert "**Ann**, Head" in paper
    assert "Forum, Rome, 28 February – 1 March 2024" in paper


def test_the_words_of_the_paper_are_in_the_talks_language():
    paper = rendered("  - title-slide\n", talk="language: fr\nkey_messages: [Un]")

    assert "::: key-messages\nMessages clés" in paper.markdown
    assert paper.labels["table"] == "Tableau"


def test_a_list_under_a_shared_header_keeps_its_title():
    slides = GROUPED.replace("    briefing: Second prose.\n", "")

    assert headings(rendered(slides).markdown)[-2:] == ["## Peaceful use", "### Second thing"]


def test_a_caption_says_the_title_already():
    slides = "  - pyramid: Two laws\n    header: Law\n    levels: [Treaty, Custom]\n"

    assert headings(rendered(slides).markdown) == ["# Law"]


def test_only_slides_with_prose_open_a_part_without_a_title():
    slides = GROUPED.replace("    briefing: Before any header.\n", "")

    assert headings(rendered(slides).markdown)[1] == "## Opening"


def test_a_statement_without_prose_is_set_apart_and_heads_nothing():
    slides = "  - bullets: One\n    items: [x]\n  - statement: We share orbits.\n    by: Ada\n"
    paper = rendered(slides).markdown

    assert headings(paper) == ["# One"]
    assert "> We share orbits.\n>\n> — Ada" in paper


def test_chinese_has_marks_of_its_own_around_pinpoints_and_captions():
    slides = "  - bullets: 一\n    items: [甲]\n    briefing: 依法 [@law, 第七条]。\n"
    paper = rendered(f"{slides}sources: {{law: 统计法}}\n", talk="language: zh")

    assert "[\\[1，第七条\\]](#source-law)" in paper.markdown
    assert paper.labels["stop"] == "\u2002"
