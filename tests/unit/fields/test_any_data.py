"""Whatever an outline says about data ends in data or in findings, and in no exception."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostics, Severity
from deckgen.fields import DataField, Reading
from deckgen.model.files import FileRefused
from deckgen.readers.yaml import read_tree


def _database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript("CREATE TABLE t (a, b, c, d); INSERT INTO t VALUES ('x', 2.5, NULL, 1)")
        return base.serialize()


FILES = {
    "x.csv": b"a,b,c,d\nx,1,2016-01-02,5%\ny,,2016-05-09,7%\nx,3,,\nz,-4,2015-12-31,0%\n",
    "x.json": json.dumps([{"a": 1, "b": None, "c": "q", "d": 2.5}, {"a": 2, "b": 3}]).encode(),
    "x.db": _database(),
}


class Shelf:
    def read(self, path: str) -> bytes:
        if path not in FILES:
            raise FileRefused(f"There is no file '{path}'.", "Check the path.")
        return FILES[path]


NAMES = st.sampled_from(["a", "b", "c", "d", "-a", "e", "n", "", "x"])
SCALARS = st.one_of(
    NAMES,
    st.none(),
    st.booleans(),
    st.integers(-3, 2017),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([">= 1", "2015..2016", "!= x", "~ x", "empty", "> x", "0.0", "0%", "mmm yyyy"]),
)
COLUMNS = st.one_of(NAMES, st.lists(NAMES, max_size=3), st.dictionaries(NAMES, NAMES, max_size=2))
LOOKS = st.dictionaries(
    st.sampled_from(["decimals", "thousands", "percent", "scale", "currency", "suffix", "unit"]),
    st.one_of(SCALARS, st.sampled_from(["millions", "EUR", 2, True])),
    max_size=3,
)
KEYS = st.fixed_dictionaries(
    {},
    optional={
        "file": st.sampled_from([*FILES, "y.csv"]),
        "where": st.dictionaries(NAMES, st.one_of(SCALARS, st.lists(SCALARS, max_size=3))),
        "group": COLUMNS,
        "by": st.sampled_from(["year", "quarter", "month", "day"]),
        "series": st.one_of(COLUMNS, st.fixed_dictionaries({"column": NAMES, "top": SCALARS})),
        "sum": COLUMNS,
        "mean": COLUMNS,
        "median": COLUMNS,
        "min": COLUMNS,
        "max": COLUMNS,
        "count": NAMES,
        "sort": COLUMNS,
        "top": st.integers(-1, 5),
        "others": NAMES,
        "last": st.integers(-1, 5),
        "total": NAMES,
        "select": COLUMNS,
        "format": st.one_of(SCALARS, LOOKS, st.dictionaries(NAMES, st.one_of(SCALARS, LOOKS))),
        "table": st.sampled_from(["t", "u"]),
        "header": st.integers(0, 4),
        "decimal": st.sampled_from(["comma", "point"]),
    },
)

# Steps that suit each other, most of the time.
FORMATS = st.one_of(
    st.sampled_from(["0.0", "0%", "mmm yyyy"]),
    LOOKS,
    st.fixed_dictionaries({}, optional={"a": st.just("0"), "c": st.just("d. mmmm yyyy")}),
)
COMMON = {
    "where": st.fixed_dictionaries(
        {}, optional={"a": st.sampled_from(["x", "!= x"]), "b": st.sampled_from(["empty", "> 0"])}
    ),
    "top": st.integers(1, 3),
    "format": FORMATS,
}
PLAIN = st.fixed_dictionaries(
    {"file": st.just("x.csv"), "sort": st.sampled_from(["-b", ["c", "-a"]])},
    optional={**COMMON, "select": st.sampled_from([["c", "a"], {"a": "Name", "b": "n"}])},
)
GROUPED = st.fixed_dictionaries(
    {"file": st.just("x.csv"), "group": st.sampled_from(["a", "c"])},
    optional={
        **COMMON,
        "by": st.sampled_from(["year", "month"]),
        "series": st.sampled_from(["a", {"column": "a", "top": 1, "others": "o"}]),
        "sum": st.sampled_from(["b", {"b": "s"}]),
        "mean": st.sampled_from(["d"]),
        "count": st.just("n"),
        "others": st.just("o"),
        "total": st.just("t"),
    },
)


@settings(max_examples=400)
@given(st.one_of(PLAIN, GROUPED, KEYS, SCALARS), st.sampled_from(["en", "de", "zh-Hans", "x"]))
def test_data_or_findings(value: object, language: str) -> None:
    found = Diagnostics()
    tree = read_tree(json.dumps(value).encode(), "o.yaml", found)
    if tree is None:
        return
    data = DataField("Data.").read(tree, Reading(found, Shelf(), language=language))
    errors = [one for one in found if one.severity is Severity.ERROR]
    assert (data is None) is bool(errors)
    if data is not None:
        width = range(len(data.header))
        assert len(data.looks) == len(data.asked) == len(data.header)
        for column in width:
            assert isinstance(data.title(column) + data.unit(column) + data.code(column), str)
            assert all(isinstance(data.text(row, column), str) for row in range(data.height))
