"""The summary: a line a slide, in Markdown that reads as it stands."""

from __future__ import annotations

from tests.unit.documents.talks import rendered

from deckgen.documents.views import TableView
from deckgen.documents.words import table_lines


def summary(slides: str) -> str:
    return rendered(slides, "summary").markdown


def test_a_slide_is_its_title_and_its_line():
    slides = "  - part: P\n  - bullets: One\n    items: [a]\n    summary: It counts.\n"

    assert "## P\n\n- **One**: It counts.\n" in summary(slides)


def test_a_slide_without_a_line_gives_its_items():
    assert "- **One**\n  - a\n  - b\n" in summary("  - bullets: One\n    items: [a, b]\n")


def test_dates_are_always_listed():
    events = "[{when: 2000, what: First}, {when: 2006, what: Next}]"
    slides = f"  - timeline: Papers\n    events: {events}\n    summary: Line.\n"

    assert "- **Papers**: Line.\n  - **2000**: First\n" in summary(slides)


def test_links_are_kept():
    slides = '  - bullets: One\n    items: ["[here](https://example.org)"]\n'

    assert "[here](https://example.org)" in summary(slides)


def test_links_to_slides_become_their_text():
    slides = (
        '  - bullets: One\n    items: ["see [there](#two)"]\n  - bullets: Two\n    items: [b]\n'
    )

    assert "see there" in summary(slides)


def test_a_chart_is_a_small_table():
    slides = "  - chart: Growth\n    categories: [a, b]\n    series: {s: [1, 2.5]}\n"

    assert "|     |   s |\n| --- | --: |\n| a   |   1 |\n| b   | 2.5 |" in summary(slides)


def test_a_wide_table_asks_the_linter_for_its_width():
    long = "word " * 30
    text = summary(f"  - table: Wide\n    columns: [a, b]\n    rows: [['{long}', 2]]\n")

    assert "<!-- markdownlint-disable MD013 -->\n\n| a | b |" in text


def test_wide_characters_count_twice():
    shown = table_lines(TableView(("语言", "b"), (("x", "y"),), ("left", "left")))

    assert shown.split("\n")[0] == "| 语言 | b   |"
    assert shown.split("\n")[2] == "| x    | y   |"


def test_a_pack_can_ask_for_front_matter():
    head = '{% import "macros.md.j2" as shared %}\n{{ shared.front_matter(talk) }}\n'
    own = head + "# {{ talk.title }}\n"
    text = rendered("  - title-slide\n", "summary", summary=own).markdown

    assert text.startswith("---\ntitle: 'A talk'\nlang: en\n---\n")
