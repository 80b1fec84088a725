"""Columns by their names: one, several, or each with a name of its own here."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Span
from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.fields.scalars import ANY_SCALAR, read_words
from deckgen.frozen import Frozen
from deckgen.model.tree import Mapping, Scalar, Sequence, Tree

_HINT = "Name a column, several in a list, or rename them: `{launches: Launches a year}`."


class Named(Frozen):
    """A column as written, and what it is called from here on."""

    name: str
    title: str
    span: Span


class ColumnNames(Field[tuple[Named, ...]]):
    """A column's name, a list of them, or a mapping of names to new ones."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> tuple[Named, ...] | None:
        """The columns."""
        read = list(self._read(tree, reading))
        named = tuple(one for one in read if one is not None)
        if not read:
            reading.wrong(tree, "a column's name", _HINT)
        return named if read and len(named) == len(read) else None

    def _read(self, tree: Tree, reading: Reading) -> Iterator[Named | None]:
        if isinstance(tree, Sequence):
            for item in tree.items:
                yield from self._read(item, reading)
        elif isinstance(tree, Mapping):
            for key, value in tree.entries:
                title = read_words(value, reading, "a new name for the column")
                yield None if title is None else Named(key.text, title.text.strip(), key.span)
        else:
            words = read_words(tree, reading, "a column's name", _HINT)
            yield None if words is None else _plainly(words)

    def schema(self, definitions: Definitions) -> Schema:
        """A string, an object of strings, or an array of both."""
        text: Schema = {"type": ANY_SCALAR}
        renamed: Schema = {"type": "object", "additionalProperties": {"type": ANY_SCALAR}}
        several: Schema = {"type": "array", "items": {"anyOf": [text, renamed]}, "minItems": 1}
        return {"description": self.description, "anyOf": [text, renamed, several]}


def _plainly(words: Scalar) -> Named:
    name = words.text.strip()
    return Named(name, name, words.span)
