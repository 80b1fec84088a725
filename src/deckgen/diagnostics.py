"""What a stage has to say about its input: data with a place, rendered by the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from deckgen.frozen import Frozen

FULLNESS = "fullness"
"""The code of the notes that say how full a slide is: the command line shows them as a list."""


class Severity(StrEnum):
    """How grave a finding is; only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(Frozen, order=True):
    """A place in a text file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(Frozen):
    """One finding: what is wrong, where, and what to do about it.

    `code` is a stable kebab-case name (`unknown-key`), for machines and documentation.
    """

    severity: Severity
    code: str
    message: str
    hint: str | None = None
    span: Span | None = None


class TooManyErrors(Exception):
    """A stage has found as many errors as anybody would read."""


class Diagnostics:
    """The findings of one stage while it runs; a stage returns them as a tuple.

    With `most`, the error after so many says that the stage ends, and raises TooManyErrors.
    """

    __slots__ = ("_errors", "_found", "_most")

    def __init__(self, most: int | None = None) -> None:
        self._found: list[Diagnostic] = []
        self._most = most
        self._errors = 0

    def error(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Record an error: the build cannot go on after this stage."""
        self._errors += 1
        if self._most is not None and self._errors > self._most:
            self._found.append(_too_many(self._most, span))
            raise TooManyErrors
        self._found.append(Diagnostic(Severity.ERROR, code, message, hint, span))

    def warning(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Record a warning: the build goes on unless it is strict."""
        self._found.append(Diagnostic(Severity.WARNING, code, message, hint, span))

    def note(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Record a note, shown only when asked for."""
        self._found.append(Diagnostic(Severity.NOTE, code, message, hint, span))

    def extend(self, more: Iterable[Diagnostic]) -> None:
        """Take over another stage's findings."""
        self._found.extend(more)

    @property
    def failed(self) -> bool:
        """Whether any finding so far is an error."""
        return any(found.severity is Severity.ERROR for found in self._found)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def as_tuple(self) -> tuple[Diagnostic, ...]:
        """All findings in the order of their places, those without a place last."""
        return tuple(sorted(self._found, key=_reading_order))


def _too_many(most: int, span: Span | None) -> Diagnostic:
    message = f"there are more than {most} errors, and what follows was not read"
    return Diagnostic(Severity.ERROR, "too-many-errors", message, "Mend those before first.", span)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known words, or None when nothing is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=2, cutoff=0.6)
    return f"Did you mean {' or '.join(repr(name) for name in near)}?" if near else None


def _reading_order(found: Diagnostic) -> tuple[bool, str, int, int]:
    span = found.span
    return (True, "", 0, 0) if span is None else (False, span.file, span.line, span.column)
