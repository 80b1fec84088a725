from __future__ import annotations

import pytest

from deckgen.datasets import DataRefused
from deckgen.datasets.separated import read_separated


def parse(data: bytes, **options):
    return read_separated("x.csv", data, **options)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_found(mark):
    data = parse(f"a{mark}b\n1{mark}2\n".encode())
    assert (data.header, data.rows) == (("a", "b"), (("1", "2"),))


def test_a_byte_order_mark_and_empty_lines_are_passed_over():
    data = parse(b"\xef\xbb\xbfa,b\r\n\r\n1,2\r\n,\r\n")
    assert (data.header, data.rows, data.where(0)) == (("a", "b"), (("1", "2"),), "line 3")


def test_quoted_values_may_hold_the_separator():
    assert parse(b'a,b\n"1,5",2\n').rows == (("1,5", "2"),)


@pytest.mark.parametrize(
    ("text", "number"),
    [("1234.5", 1234.5), ("1,234", 1234), ("1,234,567.8", 1234567.8), ("1 234", 1234), ("12%", 12),
     ("1'234", 1234), ("−5", -5), ("", None), ("n/a", None), ("–", None), ("1e3", 1000)],
)  # fmt: skip
def test_numbers_with_a_point(text, number):
    assert parse(b"a,b\n1,2\n").number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("1234,5", 1234.5), ("1.234", 1234), ("1.234,5", 1234.5), ("1 234,5", 1234.5)],
)
def test_numbers_with_a_comma(text, number):
    assert parse(b"a;b\n1;1,5\n").number(text) == number


@pytest.mark.parametrize("text", ["abc", "1,2,3", "12 kg", "1.2.3", "inf", "nan", "9" * 400])
def test_other_texts_are_no_numbers(text):
    with pytest.raises(ValueError, match=text[:5]):
        parse(b"a,b\n1,2\n").number(text)


@pytest.mark.parametrize(
    ("data", "text", "number", "doubt"),
    [
        ("a;b\nx;1,234\n", "1,234", 1.234, "1,234"),
        ('a,b\nx,"1,234"\n', "1,234", 1234, ""),
        ("a;b\nx;1.234\n", "1.234", 1234, "1.234"),
        ("a;b\nx;1.234\ny;0.5\n", "1.234", 1.234, ""),
        ("a;b\nx;1.234\ny;2,5\n", "1.234", 1234, ""),
        ("a;b\n12.05.2016;1,5\n", "2,5", 2.5, ""),
        ("a;b\n3.2;1.234,5\n", "1.234", 1234, ""),
    ],
)
def test_a_doubtful_mark_is_read_as_the_file_suggests_and_said(data, text, number, doubt):
    read = parse(data.encode())
    assert (read.number(text), read.doubt) == (number, doubt)


def test_the_outline_may_say_how_decimals_are_written():
    read = parse(b"a;b\nx;1,234\n", decimal="point")
    assert (read.number("1,234"), read.doubt) == (1234, "")


def test_a_title_may_stand_above_the_names():
    read = parse(b"Launches, as of May\n\na;b\n1,5;2\n", header=3)
    assert (read.header, read.rows, read.where(0)) == (("a", "b"), (("1,5", "2"),), "line 4")
    with pytest.raises(DataRefused, match="no rows"):
        parse(b"a,b\n1,2\n", header=9)


def test_other_encodings_are_read_when_they_are_named_or_marked():
    assert parse("a,b\né,1\n".encode("cp1252"), encoding="windows-1252").rows == (("é", "1"),)
    assert parse("a\tb\né\t1\n".encode("utf-16")).rows == (("é", "1"),)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"", "no rows"), (b"a,b\n1\n", "1 value in line 2"),
     (b"a,b\n1,\xff\n", "not UTF-8 in line 2"), (b"a\0b", "no text"),
     (b'a,b\n"1,2\n', "no valid CSV"), (b"PK\3\4", "workbook"),
     (b"a,b\n" + b"1,2\n" * 200_001, "more than 200,000 rows"), (b"x" * (1 << 25), "16 MB"),
     (b"a," * 300 + b"b\n" + b"1," * 300 + b"2\n", "more than 256 columns")],
)  # fmt: skip
def test_files_that_cannot_be_used_say_why(data, message):
    with pytest.raises(DataRefused, match=message):
        parse(data)
