from __future__ import annotations

import json

import pytest

from deckgen.datasets import DataRefused
from deckgen.datasets.structured import read_json, read_json_lines


@pytest.mark.parametrize(
    "made",
    [
        [{"year": 2015, "launches": 19}, {"year": 2016, "launches": 22.5}],
        {"year": [2015, 2016], "launches": [19, 22.5]},
        {"results": [{"year": 2015, "launches": 19}, {"year": 2016, "launches": 22.5}]},
    ],
    ids=["records", "columns", "wrapped"],
)
def test_json_is_a_list_of_records_or_columns(made):
    rows = read_json("x.json", json.dumps(made).encode())
    assert (rows.header, rows.rows) == (("year", "launches"), ((2015, 19), (2016, 22.5)))


def test_a_key_that_a_record_lacks_is_a_gap():
    rows = read_json("x.json", b'[{"a": 1}, {"b": true, "a": null}]')
    assert (rows.header, rows.rows) == (("a", "b"), ((1, None), (None, "true")))


def test_json_lines_know_their_lines():
    rows = read_json_lines("x.jsonl", b'{"a": "x"}\n\n{"a": "y"}\n')
    assert (rows.rows, rows.where(1)) == ((("x",), ("y",)), "line 3")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[1, 2]", "no table"),
        (b'{"a": [1], "b": [1, 2]}', "no table"),
        (b"[]", "no rows"),
        (b'[{"a": [1]}]', "a list in row 1, 'a'"),
        (b'[{"a": 1},\n{"a" 2}]', "no valid JSON in line 2, column 6"),
        (b"[" * 100_000, "no valid JSON"),
        (b'[{"a": ' + b"9" * 5_000 + b"}]", "no valid JSON"),
    ],
)
def test_other_json_says_why(data, message):
    with pytest.raises(DataRefused, match=message):
        read_json("x.json", data)


def test_a_line_without_a_record_is_named():
    with pytest.raises(DataRefused, match="no record in line 2"):
        read_json_lines("x.jsonl", b'{"a": 1}\n[1]\n')
