"""Findings as people read them: the place, the message, the line with a caret, the hint."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.frozen import replace

WINDOW = 100  # columns of a long line that are shown around its caret
LONGEST = 600  # characters of a message
LARGEST_SOURCE = 64 << 20

# What turns the direction of the text around it (UAX #9), and can hide what a line says.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def brief(found: Diagnostic) -> Diagnostic:
    """The finding with the middle of a long message left out: it may quote what has no end."""
    if found.severity is Severity.NOTE:
        return found
    hint = None if found.hint is None else _brief(found.hint)
    return replace(found, message=_brief(found.message), hint=hint)


def _brief(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


class Sources:
    """The lines of the files that findings point into, each file read once."""

    __slots__ = ("_read",)

    def __init__(self) -> None:
        self._read: dict[str, tuple[str, ...]] = {}

    def lines(self, file: str) -> tuple[str, ...]:
        """The file's lines; none when it cannot be read."""
        if file not in self._read:
            self._read[file] = _read(file)
        return self._read[file]


def as_text(found: Diagnostic, sources: Sources) -> str:
    """A finding in several lines, with colours (which click takes away off a terminal)."""
    place = f"{printable(str(found.span))}: " if found.span else ""
    kind = click.style(f"{found.severity}[{found.code}]", fg=_COLOURS[found.severity], bold=True)
    lines = [f"{place}{kind}: {_indented(found.message)}"]
    if found.span:
        lines += _source(found.span, sources)
    if found.hint:
        lines.append(f"  {click.style('hint', fg='cyan')}: {_indented(found.hint)}")
    return "\n".join(lines)


def printable(text: str) -> str:
    """The text without what could steer a terminal or turn its direction."""
    return "".join("�" if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return char in _TURNING or (char not in "\n\t" and unicodedata.category(char) in ("Cc", "Cs"))


def _indented(text: str) -> str:
    return printable(text).replace("\n", "\n  ")


def _source(span: Span, sources: Sources) -> Iterator[str]:
    lines = sources.lines(span.file)
    if not 0 < span.line <= len(lines):
        return
    line = lines[span.line - 1].replace("\t", " ")
    column = min(span.column, len(line) + 1) - 1
    start = max(0, column - WINDOW // 2) if len(line) > WINDOW else 0
    cut = line[start : start + WINDOW]
    number = str(span.line)
    bar = click.style("|", dim=True)
    caret = click.style("^", fg="green", bold=True)
    yield f"  {number} {bar} {printable(cut)}"
    yield f"  {' ' * len(number)} {bar} {' ' * _columns(line[start:column])}{caret}"


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes (UAX #11: wide characters take two)."""
    width = 0
    for char in text:
        if unicodedata.combining(char):
            continue
        width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return width


def _read(file: str) -> tuple[str, ...]:
    path = Path(file)
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_SOURCE:
            return ()
        text = path.read_text("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return ()
    # YAML's line breaks alone, so that the numbers are the parser's.
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
