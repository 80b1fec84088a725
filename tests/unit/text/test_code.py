from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.code import Token, UnknownLanguage, highlight, languages


def test_words_of_a_listing_have_kinds() -> None:
    assert highlight("def f(x):  # why\n    return 'a' + 1", "python") == (
        (
            Token("def", "keyword"),
            Token(" "),
            Token("f", "function"),
            Token("(", "punctuation"),
            Token("x", "name"),
            Token("):", "punctuation"),
            Token("  "),
            Token("# why", "comment"),
        ),
        (
            Token("    "),
            Token("return", "keyword"),
            Token(" "),
            Token("'a'", "string"),
            Token(" "),
            Token("+", "operator"),
            Token(" "),
            Token("1", "number"),
        ),
    )


def test_a_string_over_several_lines_is_a_string_on_each() -> None:
    first, empty, last = highlight('"""a\n\nb"""', "python")
    assert (first, empty, last) == ((Token('"""a', "comment"),), (), (Token('b"""', "comment"),))


def test_tabs_become_blanks_up_to_the_next_stop() -> None:
    assert highlight("a\tb", "text") == ((Token("a   b"),),)


def test_line_ends_at_the_end_are_dropped_and_at_the_start_kept() -> None:
    assert highlight("\n\nx\r\n\n", "text") == ((), (), (Token("x"),))


def test_the_name_of_a_language_is_read_loosely() -> None:
    assert highlight("x", " Python ") == highlight("x", "py")
    assert highlight("x", "") == highlight("x", "text")


def test_an_unknown_language_brings_suggestions() -> None:
    with pytest.raises(UnknownLanguage) as unknown:
        highlight("x", "pyhton")
    assert unknown.value.suggestions[0] == "python"


def test_languages_are_sorted_names() -> None:
    assert {"python", "json", "yaml", "text"} <= set(languages())
    assert list(languages()) == sorted(languages())


_SOURCE = st.text(st.characters(codec="ascii", exclude_characters="\t\r"), max_size=30)


@pytest.mark.parametrize(
    "language", ["python", "json", "yaml", "html", "bash", "diff", "c", "text"]
)
@given(source=_SOURCE)
def test_highlighting_keeps_every_character(language: str, source: str) -> None:
    lines = ["".join(token.text for token in line) for line in highlight(source, language)]
    assert lines == source.rstrip("\n").split("\n")
