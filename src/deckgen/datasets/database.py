"""A table or a query of an SQLite database, read from memory: nothing is attached or written.

The database is opened from its bytes, so that no name in a query can lead to another file.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing

from deckgen.datasets.rows import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    DataRefused,
    Rows,
    Value,
    checked,
    too_many_rows,
)
from deckgen.diagnostics import did_you_mean

MAGIC = b"SQLite format 3\0"
SECONDS = 3.0  # of the processor: by the clock, a busy machine would refuse a good query
_LONGEST = 100_000  # bytes of one value
_STEPS = 20_000  # of SQLite's machine, between two looks at the clock
_JOURNAL = slice(18, 20)  # write and read version of the file format: 2 is a write-ahead log

_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE})
# `random` would make another deck of the same data; `printf` can pad for minutes in one step.
_FORBIDDEN = frozenset(
    {"load_extension", "fts3_tokenizer", "random", "randomblob", "edit", "printf", "format"}
)
_READ_ONLY = "Write one SELECT over the tables of the file."


def read_database(path: str, data: bytes, query: str = "", table: str = "") -> Rows:
    """The rows of a query, of a table, or of the only table that there is; raises DataRefused.

    A query may take `SECONDS`, and sorts on the disk.
    """
    if not data.startswith(MAGIC):
        raise DataRefused("is no SQLite database", "Name a file that SQLite has written.")
    if _cut_off(data):
        raise DataRefused("is a damaged database: its end is missing", "Copy it anew.")
    with closing(sqlite3.connect(":memory:", cached_statements=0)) as base:
        try:
            base.execute("PRAGMA temp_store=FILE")  # what is sorted does not fill the memory
            data = data[: _JOURNAL.start] + b"\1\1" + data[_JOURNAL.stop :]
            base.deserialize(data)
            base.execute("PRAGMA trusted_schema=OFF")
            tables = _tables(base)
        except (sqlite3.Error, MemoryError) as fault:
            raise DataRefused(f"is a damaged database: {fault}", "Export it anew.") from fault
        return _selected(path, base, query or _whole(table, tables), tables)


def _cut_off(data: bytes) -> bool:
    """Whether the file is shorter than its header says (SQLite's file format, 1.3)."""
    if data[24:28] != data[92:96]:  # an old SQLite has written it, and the length may not be true
        return False
    page = int.from_bytes(data[16:18], "big")
    return len(data) < int.from_bytes(data[28:32], "big") * (65_536 if page == 1 else page)


def _tables(base: sqlite3.Connection) -> tuple[str, ...]:
    found = base.execute(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return tuple(str(name) for (name,) in found)


def _whole(table: str, tables: tuple[str, ...]) -> str:
    """The query for all of a table."""
    if not table and len(tables) != 1:
        if not tables:
            raise DataRefused("has no table", "Name a database with a table.")
        hint = f"Say which, `table: {tables[0]}`, or write a `query:`."
        raise DataRefused(f"has {len(tables)} tables: {', '.join(tables[:12])}", hint)
    name = table or tables[0]
    if name not in tables:
        hint = did_you_mean(name, tables) or f"There are {', '.join(tables[:12])}."
        raise DataRefused(f"has no table '{name}'", hint)
    quoted = name.replace('"', '""')
    return f'SELECT * FROM "{quoted}"'


def _selected(path: str, base: sqlite3.Connection, query: str, tables: tuple[str, ...]) -> Rows:
    ends = time.process_time() + SECONDS
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    base.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    base.set_authorizer(_may)
    base.set_progress_handler(lambda: time.process_time() > ends, _STEPS)
    try:
        found = base.execute(query)
        if found.description is None:
            raise DataRefused("is asked for no rows", _READ_ONLY)
        header = tuple(str(column[0]).strip() for column in found.description[: MAX_COLUMNS + 1])
        return checked(Rows(path, header, _fetched(found, header)))
    except (sqlite3.Error, sqlite3.Warning, MemoryError) as fault:
        raise _refused(fault, ends, tables) from fault


def _fetched(found: sqlite3.Cursor, header: tuple[str, ...]) -> tuple[tuple[Value, ...], ...]:
    """All rows, while they are few enough and say little enough."""
    rows: list[tuple[Value, ...]] = []
    room = MAX_BYTES
    for row in found:
        values = tuple(_value(cell, name) for cell, name in zip(row, header, strict=False))
        room -= sum(len(value) for value in values if isinstance(value, str))
        if len(rows) == MAX_ROWS or room < 0:
            raise too_many_rows()
        rows.append(values)
    return tuple(rows)


def _may(action: int, _first: str | None, second: str | None, *_: str | None) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and str(second).lower() not in _FORBIDDEN:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _refused(fault: Exception, ends: float, tables: tuple[str, ...]) -> DataRefused:
    said = str(fault)
    if time.process_time() > ends and "interrupted" in said:
        message = f"is asked for what takes longer than {SECONDS:g} seconds"
        return DataRefused(message, "Ask for less, or prepare a table for it.")
    if isinstance(fault, MemoryError) or "out of memory" in said or "too big" in said:
        return DataRefused("is asked for what takes too much room", "Ask for less.")
    if "authoriz" in said or "prohibited" in said or "one statement" in said:
        return DataRefused(f"may only be read, and the query asks for more ({said})", _READ_ONLY)
    hint = f"The tables are {', '.join(tables[:12])}." if tables else "There are no tables."
    return DataRefused(f"does not understand the query: {said}", hint)


def _value(value: object, name: str) -> Value:
    if value is None or isinstance(value, str | int | float):
        return value.strip() if isinstance(value, str) else value
    raise DataRefused(f"has bytes in the column '{name}'", "Ask for texts and numbers.")
