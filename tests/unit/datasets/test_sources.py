from __future__ import annotations

import pytest
from tests.unit.datasets.test_database import LAUNCHES

from deckgen.datasets import DataRefused, Source, read
from deckgen.model.files import FileRefused


class Shelf:
    """Files in memory, and which of them were read."""

    def __init__(self, **files: bytes) -> None:
        self.files = {name.replace("__", "."): data for name, data in files.items()}
        self.asked: list[str] = []

    def read(self, path: str) -> bytes:
        self.asked.append(path)
        if path not in self.files:
            raise FileRefused(f"There is no file '{path}'.", "Check the path.")
        return self.files[path]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("x.csv", b"a,b\n1,2\n"),
        ("x.tsv", b"a\tb\n1\t2\n"),
        ("x", b"a;b\n1;2\n"),
        ("x.JSON", b'[{"a": "1", "b": "2"}]'),
        ("x.jsonl", b'{"a": "1", "b": "2"}\n'),
        ("x.ndjson", b'{"a": "1", "b": "2"}\n'),
    ],
)
def test_the_ending_says_how_a_file_is_read(path, data):
    shelf = Shelf(**{path.replace(".", "__"): data})
    assert read(Source(path), shelf).rows == (("1", "2"),)
    assert shelf.asked == [path]


@pytest.mark.parametrize("path", ["x.db", "x.sqlite", "x.data"])
def test_a_database_is_known_by_its_ending_or_its_beginning(path):
    rows = read(
        Source(path, query="SELECT max(year) FROM launches"),
        Shelf(**{path.replace(".", "__"): LAUNCHES}),
    )
    assert rows.rows == ((2016,),)


def test_a_database_in_use_is_not_read_half():
    shelf = Shelf(x__db=LAUNCHES, **{"x__db-wal": b"..."})
    with pytest.raises(DataRefused, match="still being written"):
        read(Source("x.db"), shelf)


def test_a_table_needs_a_database():
    with pytest.raises(DataRefused, match="no database"):
        read(Source("x.csv", table="t"), Shelf(x__csv=b"a,b\n1,2\n"))


def test_all_files_of_a_query_are_read_through_the_talk():
    shelf = Shelf(x__csv=b"a,b\n1,2\n", y__json=b'[{"a": 1, "c": 5}]')
    rows = read(
        Source("x.csv", query="SELECT b, c FROM x JOIN y USING (a)", more=("y.json",)), shelf
    )
    assert (rows.rows, shelf.asked) == (((2, 5),), ["x.csv", "y.json"])


def test_a_database_is_asked_alone():
    with pytest.raises(DataRefused, match="reads alone"):
        read(Source("x.db", query="SELECT 1", more=("y.csv",)), Shelf(x__db=LAUNCHES))
