"""Which reader a file needs, by its name's ending or by how it begins."""

from __future__ import annotations

from deckgen.datasets.rows import DataRefused, Rows
from deckgen.frozen import Frozen
from deckgen.model.files import FileRefused, Files

_LINES = (".jsonl", ".ndjson", ".jsonlines")
_DATABASES = (".db", ".db3", ".sqlite", ".sqlite3")
_WITHOUT_QUERY = "A `query:` or a `table:` needs an SQLite database: launches.db."


class Source(Frozen):
    """A file of data, and what of it: a `query` or a `table` of a database.

    `encoding` and `decimal` (`comma` or `point`) are those of a text file that does not show them.
    """

    path: str
    query: str = ""
    table: str = ""
    encoding: str = ""
    decimal: str = ""


def read(source: Source, files: Files) -> Rows:
    """The rows of a file of the talk; raises FileRefused and DataRefused."""
    data = files.read(source.path)
    name = source.path.lower()
    if name.endswith(_DATABASES) or data.startswith(b"SQLite format 3\0"):
        return _database(source, data, files)
    if source.query or source.table:
        raise DataRefused("is no database", _WITHOUT_QUERY)
    if name.endswith((".json", *_LINES)):
        from deckgen.datasets.structured import read_json, read_json_lines

        return (read_json_lines if name.endswith(_LINES) else read_json)(source.path, data)
    from deckgen.datasets.separated import read_separated

    return read_separated(source.path, data, source.encoding, source.decimal)


def _database(source: Source, data: bytes, files: Files) -> Rows:
    from deckgen.datasets.database import read_database

    try:
        pending = len(files.read(source.path + "-wal"))
    except FileRefused:
        pending = 0
    if pending:
        hint = "Close the program that writes it, and build again."
        raise DataRefused("is still being written: its changes stand in a '-wal' file", hint)
    return read_database(source.path, data, source.query, source.table)
