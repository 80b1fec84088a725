"""JSON (RFC 8259): a list of records, or columns by their names; and JSON lines, a record each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Literal

from deckgen.datasets.decoding import decoded
from deckgen.datasets.rows import MAX_ROWS, DataRefused, Rows, Value, checked, too_many_rows

_SHAPE = (
    'Write a list of records, [{"year": 2015, "launches": 19}, ...], or the columns by their '
    'names, {"year": [2015, ...], "launches": [19, ...]}.'
)
_FLAT = "Give each record's keys a text, a number, true, false or null."
_Record = dict[str, object]


def read_json(path: str, data: bytes) -> Rows:
    """The rows of a JSON file; raises DataRefused."""
    made = _loaded(decoded(data), "")
    if isinstance(made, dict) and len(made) == 1:
        (inner,) = made.values()
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            made = inner
    if isinstance(made, dict):
        made = _turned(made)
    if not isinstance(made, list) or not all(isinstance(each, dict) for each in made):
        raise DataRefused("is no table", _SHAPE)
    return _rows(path, enumerate(made, 1), "row")


def read_json_lines(path: str, data: bytes) -> Rows:
    """The rows of a file of JSON lines, empty ones passed over; raises DataRefused."""
    records: list[tuple[int, _Record]] = []
    for line, text in enumerate(decoded(data).split("\n"), 1):
        if not text.strip():
            continue
        record = _loaded(text, f" in line {line}")
        if not isinstance(record, dict):
            hint = 'Write a record in each line: {"year": 2015, "launches": 19}'
            raise DataRefused(f"has no record in line {line}", hint)
        if len(records) >= MAX_ROWS:
            raise too_many_rows()
        records.append((line, record))
    return _rows(path, records, "line")


def _loaded(text: str, place: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as fault:
        line = place or f" in line {fault.lineno}"
        message = f"is no valid JSON{line}, column {fault.colno}: {fault.msg}"
        raise DataRefused(message, "Export it anew from where it comes from.") from fault
    except (RecursionError, ValueError) as fault:  # nested without end, a number without end
        raise DataRefused(f"is no valid JSON{place}", _SHAPE) from fault


def _turned(columns: _Record) -> list[_Record]:
    """Records from columns of the same length."""
    lists = [values for values in columns.values() if isinstance(values, list)]
    if len(lists) != len(columns) or len({len(values) for values in lists}) > 1:
        raise DataRefused("is no table", _SHAPE)
    return [dict(zip(columns, values, strict=True)) for values in zip(*lists, strict=True)]


def _rows(
    path: str, numbered: Iterable[tuple[int, _Record]], place: Literal["line", "row"]
) -> Rows:
    """Rows as wide as all records' keys together, in the order in which they come up."""
    records = list(numbered)
    header = tuple(dict.fromkeys(key for _, record in records for key in record))
    if not header:
        raise DataRefused("has no rows", _SHAPE)
    names = tuple(key.strip() for key in header)
    checked(Rows(path, names, ()))
    rows = tuple(
        tuple(_value(record.get(key), f"{place} {number}", key) for key in header)
        for number, record in records
    )
    return checked(Rows(path, names, rows, tuple(number for number, _ in records), place))


def _value(value: object, place: str, key: str) -> Value:
    if value is None or isinstance(value, str):
        return value.strip() if isinstance(value, str) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    what = "a list" if isinstance(value, list) else "a record of its own"
    raise DataRefused(f"has {what} in {place}, '{key}'", _FLAT)
