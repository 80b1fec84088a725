"""Rows of data, one after the other as the file is read: CSV, JSON, a query."""

from __future__ import annotations

from deckgen.workspace.batch.rows.read import open_rows
from deckgen.workspace.batch.rows.row import Row, RowFault, RowsRefused

__all__ = ["Row", "RowFault", "RowsRefused", "open_rows"]
