"""A document as written: scalars, sequences and mappings, each with its place."""

from __future__ import annotations

from typing import Literal

from deckgen.diagnostics import Span
from deckgen.frozen import Frozen

ScalarStyle = Literal["plain", "quoted", "literal", "folded"]


class Scalar(Frozen):
    """A single value as its source text; only a plain one can mean null, true or a number.

    `indent` is the column before the text of a literal or folded block. `given` are the stretches
    of the text, from and to, that came out of data: they mean themselves, and no markup.
    """

    text: str
    span: Span
    style: ScalarStyle = "plain"
    indent: int = 0
    given: tuple[tuple[int, int], ...] = ()

    @property
    def content(self) -> Span:
        """Where the first character of the text stands: behind a quote, below a `|`."""
        file, line, column = self.span.file, self.span.line, self.span.column
        if self.style == "plain":
            return self.span
        if self.style == "quoted":
            return Span(file, line, column + 1)
        return Span(file, line + 1, self.indent + 1)

    def at(self, offset: int) -> Span:
        """Where the character `offset` of a literal block stands; of others, the first one."""
        begins = self.content
        if self.style != "literal":
            return begins
        lines = self.text[:offset].split("\n")
        return Span(begins.file, begins.line + len(lines) - 1, begins.column + len(lines[-1]))


class Sequence(Frozen):
    """A list. It is not `whole` when the document broke off before its end."""

    items: tuple[Tree, ...]
    span: Span
    whole: bool = True


class Mapping(Frozen):
    """Keys and values in the order of the document; no key stands twice."""

    entries: tuple[tuple[Scalar, Tree], ...]
    span: Span
    whole: bool = True

    def value(self, key: str) -> Tree | None:
        """The value of a key, or None."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None


class Broken(Frozen):
    """Stands where a value could not be read; why has been said already."""

    span: Span


Tree = Scalar | Sequence | Mapping | Broken
