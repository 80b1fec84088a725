"""The summary: a line a slide, in Markdown that reads as it stands."""

from __future__ import annotations

from tests.unit.documents.talks import rendered

from deckgen.documents.views import TableView
from deckgen.documents.words import table_lines


def summary(slides: str) -> str:
    return rendered(slides, "summary").markdown


def test_a_slide_is_its_line():
    slides = "  - part: P\n  - bullets: One\n    items: [a]\n    summary: It counts.\n"

    assert "## P\n\n- It counts.\n" in summary(slides)


def test_a_slide_without_a_line_gives_its_items():
    assert "- **One**\n  - a\n  - b\n" in summary("  - bullets: One\n    items: [a, b]\n")


def test_dates_are_listed_where_no_line_says_them():
    events = "[{when: 2000, what: First}, {when: 2006, what: Next}]"
    slides = f"  - timeline: Papers\n    events: {events}\n"

    assert "- **Papers**\n  - **2000**: First\n" in summary(slides)
    assert "2000" not in summary(f"{slides}    summary: Line.\n")


def test_links_are_kept():
    slides = '  - bullets: One\n    items: ["[here](https://example.org)"]\n'

    assert "[here](https://example.org)" in summary(slides)


TWO = '  - bullets: One\n    items: ["see [there](#two)"]\n{}  - bullets: Two\n    items: [b]\n'


def test_links_to_slides_lead_to_the_heading_above_them():
    assert "see [there](#my-part)" in summary(TWO.format("  - part: My *part*\n"))


def test_links_to_slides_without_a_heading_become_their_text():
    assert "see there" in summary(TWO.format(""))


def test_a_reference_is_a_link_with_the_title_for_its_text():
    slides = "  - part: P\n  - bullets: One\n    items: [a]\n    summary: After @slide:one.\n"

    assert "- After [One](#p).\n" in summary(slides)


def test_works_are_notes():
    slides = "  - bullets: One\n    items: [a]\n    sources: w\n    summary: As said [@w, p. 3].\n"
    slides += "sources:\n  w: {text: The Work, url: 'https://example.org/w'}\n  x: Unused\n"
    text = summary(slides)

    assert "- As said (p. 3)[^1].[^1]\n" in text
    assert "[^1]: [The Work](https://example.org/w)\n" in text
    assert "Unused" not in text


def test_the_works_of_a_slide_are_one_note_in_the_words_that_the_slide_shows():
    slides = "  - bullets: One\n    items: [a]\n    sources: [w, x]\n    summary: Said.\n"
    slides += "sources:\n  w: {text: The Work of All, short: Work}\n  x: Another\n"
    text = summary(slides)

    assert "- Said.[^1-2]\n" in text
    assert text.endswith("\n\n[^1-2]: Work; Another\n")


TWO_LAWS = """  - part: Law
  - bullets: One
    items: [a]
    summary: Said.
    sources: w
  - bullets: Two
    items: [b]
    summary: Said again.
    sources: [x, w]
  - bullets: Three
    items: [c]
    summary: Added.
"""
WORKS = "sources:\n  w: Work\n  v: Unused\n  x: Another\n"


def test_the_works_below_a_heading_are_one_note_at_the_last_line_that_rests_on_one():
    text = summary(TWO_LAWS + WORKS)

    assert "- Said.\n- Said again.[^1+3]\n- Added.\n" in text
    assert text.endswith("\n\n[^1+3]: Work; Another\n")


def test_each_heading_has_a_note_of_its_own():
    more = "  - part: Practice\n  - bullets: Four\n    items: [d]\n    summary: Done.\n"
    more += "    sources: w\n"
    text = summary(TWO_LAWS + more + WORKS)

    assert "- Done.[^1]\n" in text
    assert text.endswith("\n\n[^1+3]: Work; Another\n\n[^1]: Work\n")


def test_many_works_in_a_row_are_named_as_a_range():
    slides = "  - bullets: One\n    items: [a]\n    summary: Said.\n    sources: [w, v, x]\n"

    assert "- Said.[^1-3]\n" in summary(slides + WORKS)


def test_an_address_in_a_text_is_a_link_and_never_bare():
    slides = "  - bullets: One\n    items: ['See https://example.org/a_b, please']\n"
    slides += "    summary: More at https://example.org/%20x.\n    sources: w\n"
    slides += "  - bullets: Two\n    items: ['See https://example.org/a_b, please']\n"
    text = summary(slides + "sources:\n  w: Work, https://example.org/w\n")

    assert "- More at [https://example.org/%20x](https://example.org/%20x).[^1]\n" in text
    assert "  - See <https://example.org/a_b>, please\n" in text
    assert "[^1]: Work, <https://example.org/w>\n" in text


def test_a_chart_is_a_small_table():
    slides = "  - chart: Growth\n    categories: [a, b]\n    series: {s: [1, 2.5]}\n"

    assert "|     |   s |\n| --- | --: |\n| a   | 1.0 |\n| b   | 2.5 |" in summary(slides)


def test_a_wide_table_asks_the_linter_for_its_width():
    long = "word " * 30
    text = summary(f"  - table: Wide\n    columns: [a, b]\n    rows: [['{long}', 2]]\n")

    assert "<!-- markdownlint-disable MD013 -->\n\n| a | b |" in text


def test_wide_characters_count_twice():
    shown = table_lines(TableView(("语言", "b"), (("x", "y"),), ("left", "left")))

    assert shown.split("\n")[0] == "| 语言 | b   |"
    assert shown.split("\n")[2] == "| x    | y   |"


def test_a_talk_can_ask_for_front_matter():
    text = rendered("  - title-slide\n", "summary", talk="front_matter: true").markdown

    assert text.startswith("---\ntitle: 'A talk'\nlang: en\n---\n")
    assert "# A talk" not in text


def test_a_pack_can_ask_for_front_matter():
    head = '{% import "macros.md.j2" as shared %}\n{{ shared.front_matter(talk) }}\n'
    own = head + "# {{ talk.title }}\n"
    text = rendered("  - title-slide\n", "summary", summary=own).markdown

    assert text.startswith("---\ntitle: 'A talk'\nlang: en\n---\n")


def test_works_that_only_the_paper_cites_have_no_note():
    slides = (
        "  - bullets: One\n    items: [a]\n    sources: t\n    briefing: Text [@u].\n"
        "sources: {t: The Treaty, u: The other}\n"
    )
    page = rendered(slides, "summary").markdown

    assert "[^1]: The Treaty" in page
    assert "The other" not in page


def test_quotations_stand_between_the_languages_own_marks():
    quote = "  - quote: الفضاء للجميع.\n    title: قول\n    by: ليلى\n"

    assert "  - «الفضاء للجميع.» (ليلى)\n" in rendered(quote, "summary", "language: ar").markdown


def test_columns_show_their_tables():
    slides = (
        "  - columns: Both\n    items:\n"
        "      - {title: Sum, table: {columns: [a, b], rows: [[x, 1]]}}\n"
        "      - {title: Text, text: Words.}\n"
    )

    assert "  - **Sum**\n\n    | a   |   b |\n" in rendered(slides, "summary").markdown


def test_headings_leave_out_no_level_where_a_talk_has_no_parts():
    slides = "  - bullets: One\n    header: First\n    items: [x]\n"

    assert "\n## First\n" in rendered(slides, "summary").markdown


def test_a_long_heading_asks_the_linter_for_its_width():
    slides = f"  - part: {'Long ' * 20}\n  - bullets: One\n    items: [x]\n"

    assert "disable MD013 -->\n\n## Long" in rendered(slides, "summary").markdown


def test_a_date_in_digits_needs_no_backslash():
    slides = (
        "  - timeline: T\n    events: [{when: 2030-05-06, what: Start}, {when: 2031, what: End}]\n"
    )

    assert "- **2030-05-06**: Start" in rendered(slides, "summary").markdown


def test_chinese_brackets_are_as_wide_as_its_letters():
    quote = "  - quote: 天下为公。\n    title: 大同\n    by: 礼记\n"

    assert "  - “天下为公。”（礼记）\n" in rendered(quote, "summary", "language: zh").markdown
