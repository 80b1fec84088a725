"""The data to begin with: a file's rows, or data that the talk has named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.diagnostics import did_you_mean
from deckgen.fields.data.keys import DataKeys
from deckgen.fields.reading import Reading, Refusal
from deckgen.model.files import FileRefused
from deckgen.model.tree import Tree

if TYPE_CHECKING:
    from deckgen.datasets import Rows, Source
    from deckgen.datasets.data import Data


def begun(keys: DataKeys, reading: Reading) -> Data | None:
    """What a description of data begins with; None after reporting why there is nothing."""
    from deckgen.datasets import Source
    from deckgen.datasets.data import bare

    if keys.source:
        return named(keys.source, keys.tree("from"), reading)
    first, *more = keys.files or (keys.file,)
    source = Source(
        first, keys.query, keys.table, keys.encoding, keys.decimal, tuple(more), keys.header
    )
    rows = of_file(source, keys.tree("query" if keys.query else "file"), reading)
    return None if rows is None else bare(rows)


def named(name: str, tree: Tree, reading: Reading) -> Data | None:
    """Data that the talk has named; None when there are none, or when they are wrong themselves."""
    if name in reading.datasets:
        return reading.datasets[name]
    known = ", ".join(reading.datasets)
    listed = f"Named so far: {known}." if known else "Name them under `data:` beside `talk:`."
    file = f"For a file, write `file: {name}`." if "." in name else ""
    hint = did_you_mean(name, reading.datasets) or file or listed
    reading.found.error("unknown-data", f"no data are called '{name}'", tree.span, hint)
    return None


def plain(path: str, tree: Tree, reading: Reading) -> Data | None:
    """A file's data as they stand."""
    from deckgen.datasets import Source
    from deckgen.datasets.data import dressed

    rows = of_file(Source(path), tree, reading)
    return None if rows is None else dressed(rows, {}, reading.language)


def of_file(source: Source, tree: Tree, reading: Reading) -> Rows | None:
    """A file's rows; each file is read once, and found wrong at every place."""
    read = reading.rows.get(source)
    if read is None:
        read = reading.rows[source] = _read(source, reading)
        if not isinstance(read, Refusal) and read.assumed:
            message = f"'{read.path}' was read as {', '.join(read.assumed)}"
            hint = "Say it otherwise with `decimal:` and `encoding:` if that is wrong."
            reading.found.note("assumed", message, tree.span, hint)
    if isinstance(read, Refusal):
        reading.found.error(read.code, read.message, tree.span, read.hint)
        return None
    return read


def _read(source: Source, reading: Reading) -> Rows | Refusal:
    from deckgen.datasets import DataRefused, read

    try:
        return read(source, reading.files)
    except FileRefused as refused:
        return Refusal("file-refused", refused.message, _hint(source, refused.hint, reading))
    except DataRefused as refused:
        return Refusal("bad-data", f"'{source.path}' {refused.message}", refused.hint)


def _hint(source: Source, hint: str, reading: Reading) -> str:
    """What to do about a file that is not there; it may be meant as a name."""
    return did_you_mean(source.path, reading.datasets) or hint
