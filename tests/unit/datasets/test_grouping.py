from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.datasets.grouping import (
    Grouping,
    Measure,
    Series,
    groups,
    summary,
    together,
)
from deckgen.datasets.rows import DataRefused, Rows, numbers_of

ROWS = Rows(
    "x.csv",
    ("country", "year", "launches"),
    (
        ("China", "2016", "22"),
        ("India", "2015", "5"),
        ("China", "2015", "19"),
        ("Iran", "2015", ""),
    ),
)


def told(rows: Rows, grouping: Grouping):
    numbers = {m.column: numbers_of(rows, m.column)[0] for m in grouping.measures if m.column >= 0}
    return summary(rows, grouping, groups(rows, grouping), numbers)


def by(keys, *measures, **more) -> Grouping:
    names = tuple(ROWS.header[key] for key in keys)
    return Grouping(keys, names, tuple(Measure(f, f, 2) for f in measures), **more)


def test_groups_of_words_stand_as_they_come_up():
    made = told(ROWS, by((0,), "sum", "mean", "median", "min", "max", "count"))
    assert made.header == ("country", "sum", "mean", "median", "min", "max", "count")
    assert made.rows == (
        ("China", 41, 20.5, 20.5, 19, 22, 2),
        ("India", 5, 5, 5, 5, 5, 1),
        ("Iran", None, None, None, None, None, 1),
    )


def test_groups_of_years_stand_in_their_order():
    assert told(ROWS, by((1,), "sum")).rows == (("2015", 24), ("2016", 22))


def test_series_become_columns_with_gaps():
    made = told(ROWS, by((1,), "sum", series=Series(0)))
    assert made.header == ("year", "China", "India", "Iran")
    assert made.rows == (("2015", 19, 5, None), ("2016", 22, None, None))


def test_the_largest_series_stand_before_the_rest():
    made = told(ROWS, by((1,), "sum", series=Series(0, 1, "Others")))
    assert made.header == ("year", "China", "Others")
    assert made.rows == (("2015", 19, 5), ("2016", 22, None))


def test_the_rest_without_a_name_is_left_out():
    assert told(ROWS, by((1,), "sum", series=Series(0, 1))).header == ("year", "China")


def test_days_are_put_into_quarters():
    days = Rows("x", ("day", "n"), (("2016-03-31", 1), ("01.04.2016", 2), ("2016-01-05", 4)))
    grouping = Grouping((0,), ("day",), (Measure("sum", "n", 1),), by="quarter")
    assert told(days, grouping).rows == (("2016 Q1", 5), ("2016 Q2", 2))
    with pytest.raises(DataRefused, match="no day: 'soon' in row 1, column 'day'"):
        told(Rows("x", ("day", "n"), (("soon", 1),)), grouping)


def test_months_without_rows_are_gaps_and_not_left_out():
    days = Rows("x", ("day", "n"), (("2016-02-05", 4), ("2015-11-30", 1), ("", 2)))
    grouping = Grouping((0,), ("day",), (Measure("sum", "n", 1),), by="month")
    assert told(days, grouping).rows == (
        ("2015-11", 1),
        ("2015-12", None),
        ("2016-01", None),
        ("2016-02", 4),
        (None, 2),
    )


def test_sums_of_decimals_are_exact():
    rows = Rows("x", ("a", "b"), tuple(("k", "0.1") for _ in range(3)))
    grouping = Grouping((0,), ("a",), (Measure("sum", "b", 1),))
    assert told(rows, grouping).rows == (("k", 0.3),)


KEYS = st.sampled_from(["a", "b", "c", "2015", ""])
CELLS = st.one_of(st.none(), st.integers(-1_000_000, 1_000_000), st.floats(-1e6, 1e6))


@given(st.lists(st.tuples(KEYS, KEYS, CELLS), min_size=1, max_size=40), st.integers(1, 3))
def test_groups_and_series_keep_the_total(cells, most):
    rows = Rows("x", ("key", "series", "value"), tuple(cells))
    numbers = {2: numbers_of(rows, 2)[0]}
    whole = math.fsum(value for _, _, value in cells if value is not None)
    for series in (None, Series(1), Series(1, most, "Others")):
        grouping = Grouping((0,), ("key",), (Measure("sum", "value", 2),), series=series)
        made = groups(rows, grouping)
        shown, rest = made[:most], made[most:]
        parts = [*shown, together("Rest", rest)] if rest else shown
        table = summary(rows, grouping, parts, numbers)
        kept = math.fsum(v for row in table.rows for v in row[1:] if isinstance(v, float))
        assert kept == pytest.approx(whole, abs=1e-6)
        assert sorted(n for group in parts for n in group.members) == list(range(len(cells)))
