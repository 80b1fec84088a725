"""Which reader a data file asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from deckgen.diagnostics import did_you_mean
from deckgen.workspace.batch.rows.row import Row, RowFault, RowsRefused

Rows = Iterator[Row | RowFault]

# The module that reads a type of file: each has `rows(path, query)`.
_READERS: Mapping[str, str] = {
    ".csv": "separated",
    ".tsv": "separated",
    ".txt": "separated",
    ".json": "json_values",
    ".jsonl": "json_values",
    ".ndjson": "json_values",
    ".db": "sqlite",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".parquet": "duck",
}
_SQLITE = b"SQLite format 3\x00"


def open_rows(path: Path, query: str) -> Rows:
    """The rows of a file, or of an SQL query over it. Raises RowsRefused, also while reading."""
    try:
        if path.is_dir():
            return _rows("duck", path, query)
        with path.open("rb") as file:
            is_sqlite = file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError) as fault:
        near = did_you_mean(path.name, _beside(path))
        raise RowsRefused("cannot be read", near or "Check its name and permissions.") from fault
    kind = "sqlite" if is_sqlite else _READERS.get(path.suffix.lower(), "")
    if not kind:
        hint = f"Name a file that ends in {', '.join(_READERS)}."
        raise RowsRefused("is of no type that is known", hint)
    if kind == "sqlite" and not is_sqlite:
        raise RowsRefused("is no SQLite database", "Check the file.")
    return _rows("duck" if query and kind in ("separated", "json_values") else kind, path, query)


def _rows(kind: str, path: Path, query: str) -> Rows:
    module = import_module(f"deckgen.workspace.batch.rows.{kind}")
    rows: Callable[[Path, str], Rows] = module.rows
    return rows(path, query)


def _beside(path: Path) -> list[str]:
    try:
        return [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return []
