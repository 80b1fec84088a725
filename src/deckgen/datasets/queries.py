"""SQL over the talk's CSV, JSON and Parquet files, through the extra `duckdb`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from io import StringIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from deckgen.datasets.engine import EngineRefused, ask
from deckgen.datasets.rows import MAX_BYTES, MAX_ROWS, DataRefused, Rows, Value, checked, numbers_of

PARQUET = (".parquet",)
_AS_THEY_ARE = (*PARQUET, ".json", ".jsonl", ".ndjson")
_INSTALL = "Install it with `pip install 'deckgen-pipeline[duckdb]'`, or use an SQLite database."


def read_query(
    files: Mapping[str, bytes],
    query: str = "",
    encoding: str = "",
    decimal: str = "",
    header: int = 1,
) -> Rows:
    """The rows of a query over files by their paths; without one, those of the first file.

    A query calls each file by its path in quotes, or by its name without the ending. Raises
    DataRefused.
    """
    if find_spec("duckdb") is None:
        raise DataRefused("needs the extra `duckdb`", _INSTALL)
    path = next(iter(files))
    with TemporaryDirectory(prefix="deckgen-") as folder:
        tables: dict[str, str] = {}
        for number, (name, data) in enumerate(files.items()):
            copy = Path(folder).resolve() / f"{number}{_ending(name)}"
            copy.write_bytes(_plain(name, data, encoding, decimal, header))
            tables.update(dict.fromkeys(_names(name), str(copy)))
        wanted = query or f'SELECT * FROM "{path}"'
        try:
            names, rows = ask(wanted, str(Path(folder).resolve()), tables, (MAX_ROWS, MAX_BYTES))
        except EngineRefused as refused:
            raise _refusal(refused, files) from refused
    return checked(Rows(path, tuple(names), tuple(map(tuple, rows))))


def _refusal(refused: EngineRefused, files: Mapping[str, bytes]) -> DataRefused:
    if refused.plainly:
        hint = "Write one SELECT over the files that you name, and ask for no more than you show."
        return DataRefused(refused.message, hint)
    named = ", ".join(PurePosixPath(name).stem for name in files)
    message = f"does not understand the query: {refused.message}"
    return DataRefused(message, f"The tables are {named}: the files under `file:` or `files:`.")


def _names(path: str) -> tuple[str, str]:
    """What a query calls a file."""
    return path, PurePosixPath(path).stem


def _ending(path: str) -> str:
    ending = PurePosixPath(path).suffix.lower()
    return {".ndjson": ".jsonl"}.get(ending, ending) if ending in _AS_THEY_ARE else ".csv"


def _plain(path: str, data: bytes, encoding: str, decimal: str, header: int) -> bytes:
    """A file as DuckDB reads it without guessing: CSV in UTF-8, with commas and plain numbers."""
    if path.lower().endswith(_AS_THEY_ARE):
        return data
    from deckgen.datasets.separated import read_separated

    rows = read_separated(path, data, encoding, decimal, header)
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(rows.header)
    writer.writerows(zip(*_columns(rows), strict=True))
    return target.getvalue().encode()


def _columns(rows: Rows) -> Iterator[list[Value]]:
    """The columns, those of numbers as numbers."""
    for column in range(len(rows.header)):
        numbers, bad = numbers_of(rows, column)
        yield [row[column] for row in rows.rows] if bad else [_whole(value) for value in numbers]


def _whole(value: float | None) -> Value:
    return int(value) if value is not None and value.is_integer() else value
