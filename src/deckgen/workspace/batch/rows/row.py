"""A row of data, and what can be wrong with one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckgen.frozen import Frozen

# What no text of an outline may hold (YAML 1.2.2, c-printable), and lone surrogates.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DEEPEST = 32


class Row(Frozen):
    """A row: its number from 1, its values by column, and its line of the file (0: it has none)."""

    number: int
    line: int
    values: Mapping[str, Any]


class RowFault(Frozen):
    """A row that cannot be used, and why."""

    number: int
    line: int
    message: str
    hint: str


class RowsRefused(Exception):
    """Data that cannot be read at all; `line` is where, 0 when it is no line's fault."""

    def __init__(self, message: str, hint: str, line: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.line = message, hint, line


def row_of(number: int, line: int, values: Mapping[str, Any]) -> Row | RowFault:
    """The row, if its texts can stand in a document; line breaks become those of text files."""
    clean: dict[str, Any] = {}
    for name, value in values.items():
        try:
            clean[name] = _clean(value, 0)
        except ValueError as fault:
            message = f"the column '{name}' {fault}"
            return RowFault(number, line, message, "Mend the value in this row.")
    return Row(number, line, clean)


def check_names(names: list[str]) -> None:
    """Refuse columns without a name, or with the same; raises RowsRefused."""
    for place, name in enumerate(names, 1):
        if not name:
            raise RowsRefused(f"column {place} has no name", "Give every column a name.", 1)
        if name in names[: place - 1]:
            raise RowsRefused(f"two columns are called '{name}'", "Give each its own name.", 1)
    if not names:
        raise RowsRefused("there are no columns", "Put the columns' names into the first line.")


def _clean(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        forbidden = _FORBIDDEN.search(value)
        if forbidden:
            raise ValueError(f"holds the control character U+{ord(forbidden[0]):04X}")
        return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    if isinstance(value, bytes | bytearray | memoryview):
        raise ValueError("holds bytes, which are no text")
    if depth > _DEEPEST:
        raise ValueError(f"is nested more than {_DEEPEST} levels deep")
    if isinstance(value, list | tuple):
        return [_clean(each, depth + 1) for each in value]
    if isinstance(value, Mapping):
        return {str(_clean(key, depth)): _clean(each, depth + 1) for key, each in value.items()}
    return value
