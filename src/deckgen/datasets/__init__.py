"""Rows from files that people keep their numbers in, and what can be made of them.

`read(Source(path), files)` gives the rows of CSV, TSV, JSON, JSON lines and Parquet, of a table or
a query of an SQLite database, and of SQL over several files. Files are read through the talk's own
reader and nothing else, so that every file is known and none lies outside the talk's folder.
"""

from __future__ import annotations

from deckgen.datasets.rows import DataRefused, Rows, Value
from deckgen.datasets.sources import Source, read

__all__ = ["DataRefused", "Rows", "Source", "Value", "read"]
