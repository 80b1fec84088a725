"""Rows of data files, one by one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from deckgen.workspace.batch.rows import Row, RowFault, RowsRefused, open_rows


def rows(folder: Path, name: str, content: str | bytes, query: str = "") -> list[Row | RowFault]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(open_rows(path, query))


def faults(read: list[Row | RowFault]) -> list[tuple[int, str]]:
    return [(each.line, each.message) for each in read if isinstance(each, RowFault)]


def refused(folder: Path, name: str, content: str | bytes, query: str = "") -> RowsRefused:
    with pytest.raises(RowsRefused) as refusal:
        rows(folder, name, content, query)
    assert refusal.value.hint
    return refusal.value


def test_csv(tmp_path: Path) -> None:
    content = '\ufeffname; year\nKenya;2024\n\n"a\nb";007\n'
    assert rows(tmp_path, "a.csv", content) == [
        Row(1, 2, {"name": "Kenya", "year": "2024"}),
        Row(2, 4, {"name": "a\nb", "year": "007"}),
    ]


def test_a_row_of_another_length_is_a_fault_of_its_own(tmp_path: Path) -> None:
    read = rows(tmp_path, "a.csv", "a,b\n1,2\n3\n4,5\n")
    assert faults(read) == [(3, "the row has 1 values, the header 2")]
    assert [each.line for each in read] == [2, 3, 4]


def test_a_control_character_is_a_fault_of_its_row(tmp_path: Path) -> None:
    read = rows(tmp_path, "a.csv", "a\nb\nb\x0bc\n")
    assert faults(read) == [(3, "the column 'a' holds the control character U+000B")]


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (b"a,a\n1,2\n", 1, "two columns are called 'a'"),
        (b"a,\n1,2\n", 1, "column 2 has no name"),
        (b'a\n"b\n', 2, "no valid CSV"),
        (b"a\nb\nCo\xeate\n", 3, "not UTF-8"),
        (b"", 0, "empty"),
    ],
)
def test_csv_that_cannot_be_read(tmp_path: Path, content: bytes, line: int, says: str) -> None:
    refusal = refused(tmp_path, "a.csv", content)
    assert says in refusal.message
    assert refusal.line == line


def test_json_lines(tmp_path: Path) -> None:
    read = rows(tmp_path, "a.jsonl", '{"a": [1, 2.5]}\n\n[3]\n{"a": NaN}\n')
    assert read[0] == Row(1, 1, {"a": [1, 2.5]})
    assert faults(read) == [
        (3, "the row is no object"),
        (4, "the line is no JSON: NaN is no number"),
    ]


def test_a_json_array_knows_the_lines_of_its_rows(tmp_path: Path) -> None:
    content = ' [\n  {"a": "x\\ny"},\n\n  {"a": {"b": null}}\n]\n'
    assert rows(tmp_path, "a.json", content) == [
        Row(1, 2, {"a": "x\ny"}),
        Row(2, 4, {"a": {"b": None}}),
    ]


def test_a_broken_json_array_names_the_line(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.json", '[\n{"a": 1},\n{"a": }\n]').line == 3
    assert refused(tmp_path, "a.json", '[\n{"a": 1}\n').line == 2


@pytest.fixture
def database(tmp_path: Path) -> bytes:
    path = tmp_path / "made.db"
    with sqlite3.connect(path) as made:
        made.execute("create table launches (country text, year int)")
        made.executemany("insert into launches values (?, ?)", [("Kenya", 2024), ("Peru", None)])
    made.close()
    return path.read_bytes()


def test_sqlite(tmp_path: Path, database: bytes) -> None:
    query = "select country, year + 1 as next from launches order by country desc"
    assert rows(tmp_path, "a.db", database, query) == [
        Row(1, 0, {"country": "Peru", "next": None}),
        Row(2, 0, {"country": "Kenya", "next": 2025}),
    ]
    assert len(rows(tmp_path, "a.db", database)) == 2


@pytest.mark.parametrize(
    "query",
    [
        "delete from launches",
        "attach 'b.db' as b",
        "pragma query_only",
        "select * from nothing",
        "x",
    ],
)
def test_a_database_is_only_read(tmp_path: Path, database: bytes, query: str) -> None:
    assert "launches" in refused(tmp_path, "a.db", database, query).hint
    assert not (tmp_path / "b.db").exists()


def test_a_file_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").touch()
    with pytest.raises(RowsRefused) as refusal:
        open_rows(tmp_path / "row.csv", "")
    assert "rows.csv" in refusal.value.hint


def test_a_type_that_nobody_reads(tmp_path: Path) -> None:
    assert "of no type" in refused(tmp_path, "a.xlsx", b"PK").message


def test_sql_over_the_files_of_a_folder(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    (tmp_path / "launches.csv").write_text("country,year\nKenya,2024\nPeru,2023\n", "utf-8")
    (tmp_path / "names.jsonl").write_text('{"country": "Peru", "name": "Perú"}\n', "utf-8")
    query = "select name, year + 1 as next from launches join names using (country)"
    assert list(open_rows(tmp_path, query)) == [Row(1, 0, {"name": "Perú", "next": 2024})]


def test_a_query_reads_no_other_folder(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "launches.csv").write_text("a\n1\n", "utf-8")
    (tmp_path / "secret.csv").write_text("a\n1\n", "utf-8")
    query = f"select * from launches, read_csv('{tmp_path}/secret.csv')"
    with pytest.raises(RowsRefused):
        list(open_rows(tmp_path / "inside", query))
