"""Which reader a file needs, by its name's ending or by how it begins."""

from __future__ import annotations

from deckgen.datasets.rows import DataRefused, Rows
from deckgen.frozen import Frozen
from deckgen.model.files import FileRefused, Files

_LINES = (".jsonl", ".ndjson", ".jsonlines")
_DATABASES = (".db", ".db3", ".sqlite", ".sqlite3")


class Source(Frozen):
    """A file of data, and what of it: a `query`, or a `table` of a database.

    A query over files that are no database may use `more` of them. `encoding` and `decimal`
    (`comma` or `point`) are those of a text file that does not show them; `header` is the line of
    its columns' names.
    """

    path: str
    query: str = ""
    table: str = ""
    encoding: str = ""
    decimal: str = ""
    more: tuple[str, ...] = ()
    header: int = 1


def read(source: Source, files: Files) -> Rows:
    """The rows of a file of the talk; raises FileRefused and DataRefused."""
    data = files.read(source.path)
    name = source.path.lower()
    if name.endswith(_DATABASES) or data.startswith(b"SQLite format 3\0"):
        return _database(source, data, files)
    if source.table:
        raise DataRefused("is no database", "A `table:` needs an SQLite database: launches.db.")
    if source.query or name.endswith(".parquet"):
        from deckgen.datasets.queries import read_query

        every = {source.path: data, **{path: files.read(path) for path in source.more}}
        return read_query(every, source.query, source.encoding, source.decimal, source.header)
    if name.endswith((".json", *_LINES)):
        from deckgen.datasets.structured import read_json, read_json_lines

        return (read_json_lines if name.endswith(_LINES) else read_json)(source.path, data)
    from deckgen.datasets.separated import read_separated

    return read_separated(source.path, data, source.encoding, source.decimal, source.header)


def _database(source: Source, data: bytes, files: Files) -> Rows:
    from deckgen.datasets.database import read_database

    if source.more:
        raise DataRefused("is a database, which a query reads alone", "Name it under `file:`.")
    try:
        pending = len(files.read(source.path + "-wal"))
    except FileRefused:
        pending = 0
    if pending:
        hint = "Close the program that writes it, and build again."
        raise DataRefused("is still being written: its changes stand in a '-wal' file", hint)
    return read_database(source.path, data, source.query, source.table)
