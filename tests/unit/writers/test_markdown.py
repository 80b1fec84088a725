"""Markdown files: prose filled to 80 columns, the meaning unchanged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckgen.model.deck import Properties
from deckgen.model.document import Document
from deckgen.writers.markdown import filled, write

LONG = "word " * 40


def html(text: str) -> str:
    return " ".join(MarkdownIt("commonmark").render(text).split())


def test_no_line_of_prose_is_longer_than_80():
    assert max(map(len, filled(LONG).split("\n"))) <= 80


def test_items_go_on_under_their_text():
    lines = filled(f"- {LONG}\n\n  > {LONG}").split("\n")

    assert lines[0].startswith("- word")
    assert lines[1].startswith("  word")
    assert [line for line in lines if line.startswith("  > ")]


def test_forced_breaks_stay():
    assert filled("one\\\ntwo") == "one\\\ntwo"


def test_listings_and_tables_stay_as_they_are():
    text = f"```text\n{LONG}\n```\n\n| a |\n| --- |\n| {LONG}|"

    assert filled(text) == text


def test_no_word_becomes_markup_at_the_start_of_a_line():
    text = "x" * 78 + " - y " + "x" * 74 + " 1. z " + "x" * 74 + " # h"

    assert html(filled(text)) == html(text)


@given(st.lists(st.sampled_from(["word", "-", "+", "1.", "#", ">", "`a b`", "*", "=", "ab" * 30])))
def test_filling_keeps_the_meaning(words: list[str]):
    text = "start " + " ".join(words)

    assert html(filled(text)) == html(text)


def test_front_matter_stays_first():
    document = Document("summary", f"---\ntitle: '{LONG}'\n---\n\n# T\n", Properties("T"))

    assert write(document).decode() == document.markdown


def test_no_line_ends_at_a_space_that_holds():
    text = f"{'word ' * 15}« où » ?"

    assert filled(text, "fr").split("\n")[1] == "«\u00a0où\u00a0»\u00a0?"
    assert "5\u202f%" in filled("5\u202f%")
