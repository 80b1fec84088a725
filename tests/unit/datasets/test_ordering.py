from __future__ import annotations

import pytest

from deckgen.datasets.dates import as_iso, following, truncated
from deckgen.datasets.ordering import in_order
from deckgen.datasets.rows import Rows


def ordered(*values, downwards: bool = False):
    rows = Rows("x", ("a",), tuple((value,) for value in values))
    return [values[number] for number in in_order(rows, [(0, downwards)])]


def test_numbers_stand_by_their_size():
    assert ordered("10", "9", "1,000", 2.5) == [2.5, "9", "10", "1,000"]


def test_dates_stand_by_their_time_however_they_are_written():
    assert ordered("20.11.2016", "2016-02-01", "2015-12") == ["2015-12", "2016-02-01", "20.11.2016"]


def test_words_stand_by_the_alphabet():
    assert ordered("Österreich", "Peru", "oman", "Niger") == ["Niger", "oman", "Österreich", "Peru"]


def test_gaps_stand_at_the_end_both_ways():
    assert ordered("", "1", "2") == ["1", "2", ""]
    assert ordered("", "1", "2", downwards=True) == ["2", "1", ""]


def test_what_is_equal_keeps_its_order():
    rows = Rows("x", ("a", "b"), (("x", 1), ("y", 2), ("x", 0), ("y", 1)))
    assert in_order(rows, [(0, True)]) == (1, 3, 0, 2)
    assert in_order(rows, [(0, True), (1, False)]) == (3, 1, 2, 0)


@pytest.mark.parametrize(
    ("text", "iso"),
    [("2016-11-20", "2016-11-20"), ("2016-11-20T10:00:00Z", "2016-11-20"),
     ("2016/1/2", "2016-01-02"), ("2.1.2016", "2016-01-02"), ("11/2016", "2016-11"),
     ("2016", "2016"), ("2016-13-01", ""),
     ("01/02/2016", ""), ("3016", ""), ("1.5", ""), ("", "")],
)  # fmt: skip
def test_dates_are_read_when_they_leave_no_doubt(text, iso):
    assert as_iso(text) == iso


def test_a_date_lies_in_its_quarter():
    assert [truncated("2016-06-30", unit) for unit in ("year", "quarter", "month")] == [
        "2016",
        "2016 Q2",
        "2016-06",
    ]
    assert truncated("2016", "month") == ""


@pytest.mark.parametrize(
    ("span", "unit", "after"),
    [("2016", "year", "2017"), ("2016 Q3", "quarter", "2016 Q4"), ("2016 Q4", "quarter", "2017 Q1"),
     ("2016-09", "month", "2016-10"), ("2016-12", "month", "2017-01")],
)  # fmt: skip
def test_spans_of_time_follow_each_other(span, unit, after):
    assert following(span, unit) == after
