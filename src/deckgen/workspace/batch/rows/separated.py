"""Rows of comma, semicolon or tab separated values (RFC 4180), read as a stream."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from deckgen.workspace.batch.rows.row import Row, RowFault, RowsRefused, check_names, row_of

LONGEST_FIELD = 1 << 20
_DELIMITERS = ",;\t|"
_SAMPLED = 20
_QUOTES = "Check the quotation marks in that line."


def rows(path: Path, _query: str) -> Iterator[Row | RowFault]:
    """The rows below the header; a row with too many or too few values is a fault of its own."""
    csv.field_size_limit(LONGEST_FIELD)
    delimiter = _delimiter(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        number = line = 0
        header: list[str] = []
        try:
            for cells in reader:
                begins, line = line + 1, reader.line_num
                if not any(cell.strip() for cell in cells):
                    continue
                if not header:
                    header = [cell.strip() for cell in cells]
                    check_names(header)
                    continue
                number += 1
                yield _row(number, begins, header, cells)
        except csv.Error as fault:
            raise RowsRefused(f"is no valid CSV: {fault}", _QUOTES, reader.line_num) from fault
        except UnicodeDecodeError as fault:
            hint = "Save it as UTF-8 (in Excel: CSV UTF-8)."
            raise RowsRefused("is not UTF-8", hint, _line_of_fault(path)) from fault
    if not header:
        raise RowsRefused("is empty", "Put the columns' names into the first line.")


def _row(number: int, line: int, header: list[str], cells: list[str]) -> Row | RowFault:
    if len(cells) != len(header):
        message = f"the row has {len(cells)} values, the header {len(header)}"
        hint = "Give every row the same number; quote values that contain the separator."
        return RowFault(number, line, message, hint)
    values = (cell.strip() for cell in cells)
    return row_of(number, line, dict(zip(header, values, strict=True)))


def _delimiter(path: Path) -> str:
    """The separator that parts the first lines most often, and evenly."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        sample = list(islice(file, _SAMPLED))

    def score(delimiter: str) -> tuple[bool, int]:
        try:
            lengths = [len(row) for row in csv.reader(sample, delimiter=delimiter) if row]
        except csv.Error:
            lengths = []
        even = bool(lengths) and len(set(lengths)) == 1 and lengths[0] > 1
        return even, lengths[0] if lengths else 0

    return max(_DELIMITERS, key=score)


def _line_of_fault(path: Path) -> int:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return 0
