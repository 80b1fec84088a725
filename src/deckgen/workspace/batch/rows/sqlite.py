"""Rows of a query over an SQLite database, which is only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from deckgen.workspace.batch.rows.row import Row, RowFault, RowsRefused, check_names, row_of

_ALLOWED = frozenset(
    (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)
)
_TABLES = "select name from sqlite_master where type in ('table', 'view') order by name"


def rows(path: Path, query: str) -> Iterator[Row | RowFault]:
    """The rows of the query in the order that it gives them; without one, of the only table."""
    tables: list[str] = []
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        tables = [name for (name,) in connection.execute(_TABLES)]
        connection.set_authorizer(_authorised)
        cursor = connection.execute(query or _all_of(tables))
        names = [column[0] for column in cursor.description or ()]
        check_names(names)
        for number, values in enumerate(cursor, 1):
            yield row_of(number, 0, dict(zip(names, values, strict=True)))
    except (sqlite3.Error, sqlite3.Warning) as fault:
        hint = f"The tables are {', '.join(tables)}." if query else "Check the file."
        raise RowsRefused(f"cannot be queried: {fault}", hint) from fault
    finally:
        connection.close()


def _all_of(tables: list[str]) -> str:
    if len(tables) != 1:
        hint = f"Say which rows: --query 'select * from {tables[0] if tables else 'TABLE'}'"
        raise RowsRefused(f"has {len(tables)} tables: {', '.join(tables)}", hint)
    quoted = tables[0].replace('"', '""')
    return f'select * from "{quoted}"'


def _authorised(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
