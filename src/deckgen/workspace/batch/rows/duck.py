"""Rows of Parquet, and of SQL over files, through the extra `duckdb`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from deckgen.datasets import DataRefused
from deckgen.disk import read_regular
from deckgen.model.files import FileRefused
from deckgen.workspace.batch.rows.row import Row, RowFault, RowsRefused, check_names, row_of

TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet")
_ASK = "Say which rows: --query \"select * from 'launches.csv'\""


def rows(path: Path, query: str) -> Iterator[Row | RowFault]:
    """The rows of a query over a file, or over the files of a folder; without one, of the file.

    The query sees copies of those files and nothing else.
    """
    from deckgen.datasets.queries import read_query

    if path.is_dir() and not query:
        raise RowsRefused("is a folder", _ASK)
    try:
        files = _files(path, query)
        found = read_query(files, query)
    except FileRefused as refused:
        raise RowsRefused(refused.message, refused.hint) from refused
    except DataRefused as refused:
        tables = ", ".join(Path(name).stem for name in files)
        hint = f"The tables are {tables}: the files without their endings."
        raise RowsRefused(refused.message, hint if query else refused.hint) from refused
    check_names(list(found.header))
    for number, values in enumerate(found.rows, 1):
        yield row_of(number, 0, dict(zip(found.header, values, strict=True)))


def _files(path: Path, query: str) -> Mapping[str, bytes]:
    """The file, or those of the folder that the query names, by their names."""
    if path.is_file():
        return {path.name: read_regular(path, path.name)}
    known = [each for each in sorted(path.iterdir()) if each.suffix.lower() in TABLES]
    named = [each for each in known if each.stem in query]
    if not named:
        names = ", ".join(each.name for each in known) or "none"
        raise RowsRefused("holds no file that the query names", f"The files are {names}.")
    return {each.name: read_regular(each, each.name) for each in named}
