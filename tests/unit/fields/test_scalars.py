from __future__ import annotations

import pytest

from deckgen.fields import BlockMarkdown, Choice, Flag, Number, Paragraphs, Plain, Text, Whole
from deckgen.model.inline import plain


@pytest.mark.parametrize(
    "text", ["2016", "1.10", "no", "on", "12:30", "1_000", "2016-11-20", "0o17", "true"]
)
def test_a_text_stays_as_it_is_written(read, text):
    value, found = read(Text("x"), text)
    assert plain(value) == text
    assert found == []


@pytest.mark.parametrize("text", ["~", "null", "''", "' '"])
def test_a_text_needs_words(read, text):
    value, found = read(Text("x"), text)
    assert value is None
    assert found[0].startswith("1:1 expected text, found ")


def test_a_text_has_inline_markdown(read):
    value, _ = read(Text("x"), "'a **b**'")
    assert [(run.text, run.bold) for run in value] == [("a ", False), ("b", True)]


def test_a_mapping_where_a_text_should_be_is_a_missing_quote(read):
    _, found = read(Text("x"), "Objective 1: peace")
    assert found == ["1:1 expected text, found a mapping with 'Objective 1'"]


def test_blank_lines_part_paragraphs(read):
    block, _ = read(Paragraphs("body", "x"), "|\n  one\n\n  two\n   \n\n  three\n")
    assert [plain(one) for one in block.paragraphs] == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("abc", 1, 1),
        ("'abc'", 1, 2),
        ("|\n    abc\n", 2, 5),
        (">-\n  abc\n", 2, 3),
        ("|\n\n  abc\n", 2, 3),
    ],
)
def test_prose_knows_where_its_first_character_stands(read, text, line, column):
    prose, _ = read(BlockMarkdown("x"), text)
    assert (prose.span.line, prose.span.column) == (line, column)


@pytest.mark.parametrize(("text", "value"), [("true", True), ("False", False), ("TRUE", True)])
def test_a_flag_is_true_or_false(read, text, value):
    assert read(Flag("x"), text) == (value, [])


@pytest.mark.parametrize("text", ["yes", "on", "1", "'true'", "[true]"])
def test_a_flag_is_nothing_else(read, text):
    value, found = read(Flag("x"), text)
    assert value is None
    assert found[0].startswith("1:1 expected true or false")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("-3", -3),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("2e3", 2000),
        ("010", 10),
    ],
)
def test_numbers_are_those_of_the_core_schema(read, text, value):
    assert read(Number("x"), text) == (value, [])


@pytest.mark.parametrize(
    "text",
    [
        "1_000",
        "12:30",
        "'5'",
        ".inf",
        ".nan",
        "1,5",
        "0b11",
        "abc",
        "~",
        "1e999",
        "9" * 400,
        "0x" + "F" * 290,
    ],
)
def test_other_texts_are_no_numbers(read, text):
    value, found = read(Number("x"), text)
    assert value is None
    assert found[0].startswith("1:1 expected a number")


def test_a_whole_number_has_no_fraction(read):
    assert read(Whole("x"), "1.5") == (None, ["1:1 expected a whole number, found the number 1.5"])


def test_a_number_keeps_within_its_limits(read):
    assert read(Number("x", 0, 1), "2") == (None, ["1:1 2 is too large"])
    assert read(Number("x", 0, 1), "-1") == (None, ["1:1 -1 is too small"])


def test_a_choice_is_one_of_its_words(read):
    assert read(Choice(("bar", "column"), "x"), "bar") == ("bar", [])
    assert read(Choice(("bar", "column"), "x"), "colum") == (
        None,
        ["1:1 'colum' is not one of the choices"],
    )


def test_a_long_text_is_shortened_when_it_is_reported(read):
    _, found = read(Number("x"), "word " * 30)
    assert found[0].endswith("…'")


def test_plain_text_has_no_markup(read):
    assert read(Plain("x"), "' *a* '") == ("*a*", [])


def test_a_text_that_is_nothing_but_markup_says_nothing(read):
    assert read(Text("x"), "'&#32;'") == (None, ["1:1 this text says nothing"])
