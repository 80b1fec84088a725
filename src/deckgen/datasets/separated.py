"""Comma, semicolon or tab separated values (RFC 4180, and what spreadsheets make of it)."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice

from deckgen.datasets.decoding import decoded
from deckgen.datasets.numerals import style
from deckgen.datasets.rows import MAX_ROWS, DataRefused, Rows, checked, too_many_rows

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_SAMPLE = 20  # lines that show what parts the values
_Numbered = list[tuple[int, tuple[str, ...]]]


def read_separated(
    path: str, data: bytes, encoding: str = "", decimal: str = "", header: int = 1
) -> Rows:
    """The rows below the names, which stand in line `header`; raises DataRefused.

    `decimal` is `comma` or `point` when the file's numbers do not show it.
    """
    above, text = _parted(decoded(data, encoding), header - 1)
    delimiter = _delimiter(text)
    numbered = [(above + line, row) for line, row in _numbered(text, delimiter)]
    if len(numbered) < 2:
        raise DataRefused("has no rows below its header", "Put names in row 1, values below.")
    (_, names), *body = numbered
    rows = tuple(row for _, row in body)
    checked(Rows(path, names, rows))
    _check_lengths(names, body)
    found = style((value for row in rows for value in row), delimiter == ";")
    comma = decimal == "comma" if decimal else found.comma
    return Rows(
        path,
        names,
        rows,
        tuple(line for line, _ in body),
        "line",
        comma,
        _assumed(delimiter, comma),
        "" if decimal else found.doubtful,
    )


def _parted(text: str, above: int) -> tuple[int, str]:
    """The lines above the names, of which there are so many, and what is left of the text."""
    lines = StringIO(text, newline="")
    passed = sum(1 for _ in islice(lines, above))
    return passed, lines.read()


def _assumed(delimiter: str, comma: bool) -> tuple[str, ...]:
    """What the file was taken for, unless it is as the name of its format says."""
    if delimiter == "," and not comma:
        return ()
    return (
        f"values parted by {_DELIMITERS[delimiter]}",
        f"decimals with a {'comma' if comma else 'point'}",
    )


def _check_lengths(header: tuple[str, ...], body: _Numbered) -> None:
    for line, row in body:
        if len(row) != len(header):
            values = f"{len(row)} value{'s' if len(row) != 1 else ''}"
            message = f"has {values} in line {line}, its header {len(header)}"
            hint = (
                "Give every line the same number; quote values that contain the separator. "
                "Where a title stands above the names, say their line: `header: 3`."
            )
            raise DataRefused(message, hint)


def _delimiter(text: str) -> str:
    """The separator that parts the first lines most often, and evenly."""
    sample = "\n".join(line.rstrip("\r\n") for line in islice(StringIO(text), _SAMPLE))

    def score(delimiter: str) -> tuple[bool, int]:
        lengths = [len(row) for row in _lenient(sample, delimiter) if row]
        even = bool(lengths) and len(set(lengths)) == 1 and lengths[0] > 1
        return even, lengths[0] if lengths else 0

    return max(_DELIMITERS, key=score)


def _lenient(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text), delimiter=delimiter))
    except csv.Error:
        return []


def _numbered(text: str, delimiter: str) -> _Numbered:
    """The rows that say something, each with the line that it ends in."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    numbered: _Numbered = []
    try:
        for row in reader:
            values = tuple(value.strip() for value in row)
            if any(values):
                numbered.append((reader.line_num, values))
                if len(numbered) > MAX_ROWS + 1:
                    raise too_many_rows()
    except csv.Error as fault:
        message = f"is no valid CSV in line {reader.line_num}"
        raise DataRefused(message, "Check the quotation marks in that line.") from fault
    return numbered
