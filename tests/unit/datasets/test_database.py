from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from deckgen.datasets import DataRefused, database
from deckgen.datasets.database import read_database


def made(script: str) -> bytes:
    """The bytes of a database."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(script)
        return base.serialize()


LAUNCHES = made(
    "CREATE TABLE launches (country TEXT, year INTEGER, mass REAL);"
    "INSERT INTO launches VALUES ('China', 2015, 1.5), ('India', 2016, NULL), ('China', 2016, 2);"
)


def test_the_only_table_is_the_data():
    rows = read_database("x.db", LAUNCHES)
    assert rows.header == ("country", "year", "mass")
    assert rows.rows[:2] == (("China", 2015, 1.5), ("India", 2016, None))


def test_a_query_is_asked():
    query = "SELECT country, count(*) AS n FROM launches GROUP BY country ORDER BY n DESC"
    assert read_database("x.db", LAUNCHES, query).rows == (("China", 2), ("India", 1))


def test_one_of_several_tables_is_named():
    base = made('CREATE TABLE "a""b" (x); CREATE TABLE c (y); INSERT INTO c VALUES (1)')
    assert read_database("x.db", base, table="c").rows == ((1,),)
    assert read_database("x.db", base, table='a"b').header == ("x",)
    with pytest.raises(DataRefused, match="2 tables"):
        read_database("x.db", base)
    with pytest.raises(DataRefused, match="no table 'd'"):
        read_database("x.db", base, table="d")


def test_a_database_with_a_write_ahead_log_is_read(tmp_path):
    with closing(sqlite3.connect(tmp_path / "x.db")) as base:
        base.executescript("PRAGMA journal_mode=WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    assert read_database("x.db", (tmp_path / "x.db").read_bytes()).rows == ((1,),)


ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("ATTACH 'other.db' AS other", "may only be read"),
        ("ATTACH ':memory:' AS other", "may only be read"),
        ("SELECT load_extension('evil')", "may only be read"),
        ("DELETE FROM launches", "may only be read"),
        ("CREATE TEMP TABLE t AS SELECT 1", "may only be read"),
        ("PRAGMA writable_schema = 1", "may only be read"),
        ("SELECT * FROM pragma_database_list", "may only be read"),
        ("VACUUM INTO 'copy.db'", "may only be read"),
        ("SELECT 1; DELETE FROM launches", "may only be read"),
        ("SELECT random()", "may only be read"),
        ("SELECT printf('%.*c', 900000000, 'x')", "may only be read"),
        ("SELECT readfile('/etc/passwd')", "no such function"),
        ("SELECT yaer FROM launches", "no such column: yaer"),
        ("SELECT zeroblob(900000000)", "too much room"),
        ("SELECT x'00'", "bytes"),
        (ENDLESS + "SELECT x FROM c", "more than 200,000 rows"),
        (ENDLESS + "SELECT x, hex(zeroblob(40000)) FROM c", "16 MB"),
        ("-- nothing", "no rows"),
    ],
)
def test_a_query_can_only_read_and_not_too_much(query, message):
    with pytest.raises(DataRefused, match=message):
        read_database("x.db", LAUNCHES, query)


def test_a_query_without_end_is_ended(monkeypatch):
    monkeypatch.setattr(database, "SECONDS", 0.05)
    with pytest.raises(DataRefused, match="takes longer than"):
        read_database("x.db", LAUNCHES, ENDLESS + "SELECT max(x) FROM c")


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", LAUNCHES[:5_000], b"a,b\n1,2\n"])
def test_what_is_no_database_is_refused(data):
    with pytest.raises(DataRefused, match=r"no SQLite database|damaged"):
        read_database("x.db", data)
