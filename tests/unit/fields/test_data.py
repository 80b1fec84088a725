from __future__ import annotations

import pytest

from deckgen.fields.data import DataRefused, parse


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_separator_is_found(mark):
    data = parse("x", f"a{mark}b\n1{mark}2\n".encode())
    assert data.header == ("a", "b")
    assert data.rows == (("1", "2"),)


def test_a_byte_order_mark_and_empty_lines_are_passed_over():
    assert parse("x", b"\xef\xbb\xbfa,b\r\n\r\n1,2\r\n,\r\n").rows == (("1", "2"),)


def test_quoted_values_may_hold_the_separator():
    assert parse("x", b'a,b\n"1,5",2\n').rows == (("1,5", "2"),)


@pytest.mark.parametrize(
    ("text", "number"),
    [("1234.5", 1234.5), ("1,234", 1234), ("1,234,567.8", 1234567.8), ("1 234", 1234), ("12%", 12),
     ("1'234", 1234), ("−5", -5), ("", None), ("n/a", None), ("–", None), ("1e3", 1000)],
)  # fmt: skip
def test_numbers_with_a_point(text, number):
    assert parse("x", b"a,b\n1,2\n").number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("1234,5", 1234.5), ("1.234", 1234), ("1.234,5", 1234.5), ("1 234,5", 1234.5)],
)
def test_numbers_with_a_comma(text, number):
    assert parse("x", b"a;b\n1;1,5\n").number(text) == number


def test_a_doubtful_comma_is_a_decimal_only_between_semicolons():
    assert parse("x", b"a;b\nx;1,234\n").number("1,234") == 1.234
    assert parse("x", b'a,b\nx,"1,234"\n').number("1,234") == 1234


@pytest.mark.parametrize("text", ["abc", "1,2,3", "12 kg", "1.2.3"])
def test_other_texts_are_no_numbers(text):
    with pytest.raises(ValueError, match=text):
        parse("x", b"a,b\n1,2\n").number(text)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"", "no rows"), (b"a,b\n1\n", "1 value"), (b"a,b\n1,\xff\n", "not UTF-8 in line 2"),
     (b"\xff\xfea\0", "UTF-16"), (b"a\0b", "no text"), (b'a,b\n"1,2\n', "no valid CSV"),
     (b"a,b\n" + b"1,2\n" * 5001, "more than 5000 rows"), (b"x" * (5 * 1024 * 1024 + 1), "5 MB")],
)  # fmt: skip
def test_files_that_cannot_be_used_say_why(data, message):
    with pytest.raises(DataRefused, match=message):
        parse("x", data)
