"""What a broken line of YAML most likely means, in words for people who write talks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from yaml import MarkedYAMLError, YAMLError
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent

from deckgen.diagnostics import Diagnostics, Span
from deckgen.frozen import Frozen

_COLON = re.compile(r":(?=\s)")
_INDENT_TAB = re.compile(r"^ *\t")
_KEY = re.compile(r"^\s*(?:- +)*(?P<key>[^\s'\"#:][^:#]*):\s+(?P<value>\S.*)$")


class _Fault(Frozen):
    """Where the parser gave up (line and column from 0) and what it saw there."""

    problem: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int
    lines: list[str]
    last: Any

    @property
    def text(self) -> str:
        """The line that the parser gave up in."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def character(self) -> str:
        """The character that the parser gave up at."""
        return self.text[self.column : self.column + 1]

    @property
    def quotation(self) -> Any:
        """The event before, if it is a text in quotes."""
        quoted = type(self.last) is ScalarEvent and self.last.style in ("'", '"')
        return self.last if quoted else None


_Finding = tuple[str, str, int, int]
"""Message, hint, line, column; both counted from 0."""


def report_fault(
    fault: YAMLError, last: Any, lines: list[str], file: str, found: Diagnostics
) -> None:
    """Record one finding for a syntax error; `last` is the last event before it."""
    seen = _seen(fault, last, lines)
    for explain in _EXPLANATIONS:
        finding = explain(seen)
        if finding is not None:
            break
    else:
        finding = (f"this is not valid YAML: {seen.problem}", _GENERAL, seen.line, seen.column)
    message, hint, line, column = finding
    found.error("yaml-syntax", message, Span(file, line + 1, column + 1), hint)


_GENERAL = "Compare the indentation and the quotes with the lines around it."


def _seen(fault: YAMLError, last: Any, lines: list[str]) -> _Fault:
    if not isinstance(fault, MarkedYAMLError) or fault.problem_mark is None:
        return _Fault(str(fault), "", 0, 0, 0, 0, lines, last)
    line, column = fault.problem_mark.line, fault.problem_mark.column
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    while line > 0 and not lines[line].strip():
        line, column = line - 1, len(lines[line - 1])
    context = fault.context_mark
    around = (line, column) if context is None else (context.line, context.column)
    problem, what = fault.problem or str(fault), fault.context or ""
    return _Fault(problem, what, line, column, *around, lines, last)


def _tab(seen: _Fault) -> _Finding | None:
    tab = _INDENT_TAB.match(seen.text)
    if tab is None:
        return None
    message = "a tab stands in the indentation"
    return message, "Indent with spaces.", seen.line, tab.end() - 1


def _open_quote(seen: _Fault) -> _Finding | None:
    if "end of stream" not in seen.problem and "document indicator" not in seen.problem:
        return None
    hint = "Add the same quotation mark at the end of the text."
    return (
        "the quotation mark opens here and never closes",
        hint,
        seen.context_line,
        seen.context_column,
    )


def _escape(seen: _Fault) -> _Finding | None:
    if "escape" not in seen.problem and "hexdecimal" not in seen.problem:
        return None
    message = "a backslash in double quotes begins an escape that YAML does not know"
    hint = "Write two backslashes, or put the text in single quotes."
    return message, hint, seen.line, seen.column


def _reserved(seen: _Fault) -> _Finding | None:
    if "cannot start any token" not in seen.problem or not seen.character.strip():
        return None
    message = f"a text without quotes cannot begin with '{seen.character}'"
    return message, "Put the text in quotes.", seen.line, seen.column


def _swallowed_lines(seen: _Fault) -> _Finding | None:
    last = seen.quotation
    if last is None:
        return None
    start, end = last.start_mark, last.end_mark
    if start.line == end.line or end.line != seen.line:
        return None
    message = f"the quotation that opens here ends only in line {end.line + 1}, before more text"
    return message, "Close it where the text ends.", start.line, start.column


def _behind_quote(seen: _Fault) -> _Finding | None:
    last = seen.quotation
    if last is None:
        return None
    if last.end_mark.line != seen.line or not seen.text[last.end_mark.column :].strip():
        return None
    message = "more text follows the closing quotation mark"
    if last.style == "'":
        hint = "Put the whole text in quotes; within single quotes write an apostrophe twice ('')."
    else:
        hint = 'Put the whole text in quotes; within double quotes write a quotation mark as \\".'
    return message, hint, seen.line, seen.column


def _colon(seen: _Fault) -> _Finding | None:
    if "mapping values are not allowed" not in seen.problem:
        return None
    line = _KEY.match(seen.text)
    if line is None or not _COLON.search(line["value"] + " "):
        return None
    message = "a colon stands in a text without quotes"
    hint = f'Put the text in quotes: {line["key"].strip()}: "{line["value"].rstrip()}"'
    return message, hint, seen.line, seen.column


def _too_deep(seen: _Fault) -> _Finding | None:
    if "mapping values are not allowed" not in seen.problem:
        return None
    indent = len(seen.text) - len(seen.text.lstrip())
    message = (
        "this key is indented like a continuation of the line above, which has a value already"
    )
    hint = "Align it with the keys it belongs to, or put a text that has a colon in quotes."
    return message, hint, seen.line, indent


def _dash(seen: _Fault) -> _Finding | None:
    if "sequence entries are not allowed" not in seen.problem:
        return None
    hint = "Begin the list on the next line, or put the text in quotes."
    return "a list cannot begin behind a key on the same line", hint, seen.line, seen.column


def _bracket(seen: _Fault) -> _Finding | None:
    if "',' or ']'" not in seen.problem and "',' or '}'" not in seen.problem:
        return None
    bracket = "]" if "]" in seen.problem else "}"
    message = (
        f"a comma or the closing '{bracket}' is missing; it opens in line {seen.context_line + 1}"
    )
    hint = "Close it, put a comma between the entries, or put a text that has brackets in quotes."
    return message, hint, seen.line, seen.column


def _no_colon(seen: _Fault) -> _Finding | None:
    if "could not find expected ':'" not in seen.problem:
        return None
    message = "this line is neither a `key: value` nor the continuation of a text"
    hint = "Add the colon, or indent the line if it belongs to the text above."
    return message, hint, min(seen.context_line, seen.line), seen.context_column


def _no_value(seen: _Fault) -> _Finding | None:
    if "node content" not in seen.problem and "expected the node content" not in seen.problem:
        return None
    if not seen.character:
        message = "the text ends inside brackets"
    else:
        message = f"'{seen.character}' stands where a value should"
    hint = "Put a text that begins with a bracket or a comma in quotes."
    return message, hint, seen.line, seen.column


def _directive(seen: _Fault) -> _Finding | None:
    if not seen.text.startswith("%"):
        return None
    message = "a line that begins with '%' is a YAML directive, and this one is unknown"
    return message, "Delete the line.", seen.line, 0


def _behind_bracket(seen: _Fault) -> _Finding | None:
    if type(seen.last) not in (SequenceEndEvent, MappingEndEvent):
        return None
    end = seen.last.end_mark
    if end.line != seen.line or seen.text[end.column - 1 : end.column] not in ("]", "}"):
        return None
    message = "more text follows the closing bracket"
    return message, "Put a text that begins with a bracket in quotes.", seen.line, seen.column


def _misaligned(seen: _Fault) -> _Finding | None:
    if "parsing a block" not in seen.context:
        return None
    if seen.text[seen.column :].startswith("- "):
        hint = "Align its dash with the other dashes."
        return "this entry does not line up with the list above", hint, seen.line, seen.column
    if "mapping" in seen.context:
        message = "this line does not fit the keys around it"
        hint = "Align it with the keys it belongs to; put texts with special characters in quotes."
    else:
        message = f"this line does not fit the list that begins in line {seen.context_line + 1}"
        hint = "Begin it with `- ` like the other entries, or indent it as part of the entry above."
    return message, hint, seen.line, seen.column


_EXPLANATIONS: tuple[Callable[[_Fault], _Finding | None], ...] = (
    _tab, _open_quote, _escape, _reserved, _swallowed_lines, _behind_quote, _behind_bracket,
    _colon, _too_deep, _dash, _bracket, _no_colon, _no_value, _directive, _misaligned,
)  # fmt: skip
