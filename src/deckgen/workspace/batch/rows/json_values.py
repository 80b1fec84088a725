"""Rows of JSON: an array of objects, or one object in each line (RFC 8259)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deckgen.disk import MEBIBYTE
from deckgen.workspace.batch.rows.row import Row, RowFault, RowsRefused, row_of

LARGEST_ARRAY = 512 * MEBIBYTE
_BLANKS = re.compile(r"[ \t\r\n]*")
_OBJECT_HINT = 'Write an object: {"country": "Kenya", "year": 2024}'


def rows(path: Path, _query: str) -> Iterator[Row | RowFault]:
    """The rows; a line that is no object is a fault of its own."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            first = next((line.lstrip() for line in file if line.strip()), "")
        yield from _array(path) if first.startswith("[") else _lines(path)
    except UnicodeDecodeError as fault:
        raise RowsRefused("is not UTF-8", "Save it as UTF-8.") from fault


def _lines(path: Path) -> Iterator[Row | RowFault]:
    number = 0
    with path.open(encoding="utf-8-sig") as file:
        for line, text in enumerate(file, 1):
            if not text.strip():
                continue
            number += 1
            try:
                value = json.loads(text, parse_constant=_refused)
            except (ValueError, RecursionError) as fault:
                yield RowFault(number, line, f"the line is no JSON: {fault}", _OBJECT_HINT)
            else:
                yield _row(number, line, value)


def _array(path: Path) -> Iterator[Row | RowFault]:
    if path.stat().st_size > LARGEST_ARRAY:
        size = LARGEST_ARRAY // MEBIBYTE
        raise RowsRefused(f"is an array of more than {size} MiB", "Write one object in each line.")
    text = path.read_text("utf-8-sig")
    decoder = json.JSONDecoder(parse_constant=_refused)
    at = _skipped(text, text.index("[") + 1)
    number, line, counted = 0, 1, 0
    while text[at : at + 1] != "]":
        number += 1
        line, counted = line + text.count("\n", counted, at), at
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as fault:
            raise RowsRefused(f"is no JSON: {fault}", "Mend it there.", line) from fault
        yield _row(number, line, value)
        at = _skipped(text, at)
        if text[at : at + 1] == ",":
            at = _skipped(text, at + 1)
        elif text[at : at + 1] != "]":
            raise RowsRefused("is no JSON: a comma or ] is missing", "Mend it there.", line)


def _row(number: int, line: int, value: Any) -> Row | RowFault:
    if not isinstance(value, dict):
        return RowFault(number, line, "the row is no object", _OBJECT_HINT)
    return row_of(number, line, value)


def _skipped(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
