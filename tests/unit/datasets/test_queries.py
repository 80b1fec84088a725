from __future__ import annotations

import pytest

from deckgen.datasets import DataRefused, Source, engine, queries, read
from deckgen.datasets.queries import read_query

LAUNCHES = b"country;year;mass\nCN;2015;1.234,5\nIN;2015;2\nCN;2016;\n"
NAMES = b'[{"code": "CN", "name": "China"}, {"code": "IN", "name": "India"}]'
FILES = {"data/launches.csv": LAUNCHES, "names.json": NAMES}


def test_files_are_tables_by_their_paths_and_names():
    query = (
        "SELECT name, sum(mass) AS mass, count(*) AS n FROM launches "
        "JOIN 'names.json' ON code = country GROUP BY name ORDER BY n DESC"
    )
    rows = read_query(FILES, query)
    assert (rows.header, rows.rows) == (
        ("name", "mass", "n"),
        (("China", 1234.5, 2), ("India", 2, 1)),
    )


def test_days_decimals_and_truth_values_are_cells():
    query = "SELECT DATE '2016-01-02', 1.5::DECIMAL(5, 2), true, TIMESTAMP '2016-01-02', NULL"
    (row,) = read_query(FILES, query).rows
    assert row == ("2016-01-02", 1.5, "true", "2016-01-02", None)


def test_a_parquet_file_needs_no_query(tmp_path):
    import duckdb

    duckdb.sql(f"COPY (SELECT 1 AS a, 'x' AS b) TO '{tmp_path}/x.parquet'")

    class Folder:
        def read(self, path: str) -> bytes:
            return (tmp_path / path).read_bytes()

    assert read(Source("x.parquet"), Folder()).rows == ((1, "x"),)


def test_the_same_query_gives_the_same_rows():
    query = "SELECT country, random() FROM launches GROUP BY country"
    assert read_query(FILES, query) == read_query(FILES, query)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * FROM read_csv('/etc/passwd')", "Cannot access"),
        ("SELECT * FROM '/etc/passwd'", "Cannot access|does not exist"),
        ("SELECT * FROM read_text('../x')", "Cannot access"),
        ("SELECT * FROM glob('/*')", "Cannot access"),
        ("SELECT * FROM read_csv('https://192.0.2.1/x.csv')", "Cannot access"),
        ("SELECT * FROM sqlite_scan('x.db', 't')", "does not exist|not in the catalog"),
        ("SELECT getenv('HOME')", "does not exist"),
        ("SELECT * FROM query", "does not exist"),
        ("ATTACH 'x.db'", "may only be read"),
        ("INSTALL httpfs", "may only be read"),
        ("LOAD sqlite", "may only be read"),
        ("SET enable_external_access = true", "may only be read"),
        ("COPY launches TO 'x.csv'", "may only be read"),
        ("CREATE TABLE x AS SELECT 1", "may only be read"),
        ("SELECT 1; SELECT 2", "may only be read"),
        ("SELECT [1]", "no cell"),
        ("SELECT repeat('x', 900000000)", "too much room"),
        ("SELECT range FROM range(1000000)", "too much room"),
        ("SELECT list(range) FROM range(100000000)", "too much room"),
        ("SELECT yaer FROM launches", "yaer"),
    ],
)
def test_a_query_sees_its_files_and_not_too_much(query, message):
    with pytest.raises(DataRefused, match=message):
        read_query(FILES, query)


def test_a_query_without_end_is_ended(monkeypatch):
    monkeypatch.setattr(engine, "SECONDS", 0.2)
    with pytest.raises(DataRefused, match="takes longer than"):
        read_query(FILES, "SELECT count(*) FROM range(1000000000) a, range(1000000) b")


def test_a_process_that_breaks_down_is_an_error_of_the_query(monkeypatch):
    monkeypatch.setattr(engine.sys, "executable", "/nowhere/python")
    with pytest.raises(DataRefused, match="too much room"):
        read_query(FILES, "SELECT 1")


def test_without_the_extra_it_is_named(monkeypatch):
    monkeypatch.setattr(queries, "find_spec", lambda _: None)
    with pytest.raises(DataRefused, match="needs the extra"):
        read_query(FILES, "SELECT 1")
