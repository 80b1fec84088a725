"""Fields of several values: lists, mappings with free keys, one of several shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic

from deckgen.fields.prose import Paragraphs
from deckgen.fields.reading import Definitions, Field, Reading, Schema, T
from deckgen.fields.scalars import Text
from deckgen.model.inline import Inline
from deckgen.model.tree import Broken, Mapping, Scalar, Sequence, Tree


class ListOf(Field[tuple[T, ...]], Generic[T]):
    """A list; with `lone`, a single value is a list of one."""

    item: Field[T]
    description: str
    minimum: int = 1
    maximum: int | None = None
    lone: bool = False

    def read(self, tree: Tree, reading: Reading) -> tuple[T, ...] | None:
        """The values, or None when one of them cannot be read; all are tried."""
        if type(tree) is not Sequence:
            return self._read_lone(tree, reading)
        values = [self.item.read(item, reading) for item in tree.items]
        if tree.whole and not self._has_right_length(tree, reading):
            return None
        read = tuple(value for value in values if value is not None)
        return read if len(read) == len(values) else None

    def schema(self, definitions: Definitions) -> Schema:
        """An array, or also its single item."""
        items = self.item.schema(definitions)
        array: Schema = {"type": "array", "items": items, "minItems": self.minimum}
        if self.maximum is not None:
            array["maxItems"] = self.maximum
        if self.lone:
            return {"description": self.description, "anyOf": [array, items]}
        return {"description": self.description, **array}

    def _read_lone(self, tree: Tree, reading: Reading) -> tuple[T, ...] | None:
        if not self.lone:
            hint = "Write each entry on a line of its own, beginning with `- `."
            reading.wrong(tree, "a list", hint)
            return None
        value = self.item.read(tree, reading)
        return None if value is None else (value,)

    def _has_right_length(self, tree: Sequence, reading: Reading) -> bool:
        length = len(tree.items)
        if length < self.minimum:
            found = "an empty list" if not length else f"only {length} in this list"
            reading.bad(tree, f"{found}, at least {self.minimum} needed", self.description)
            return False
        if self.maximum is not None and length > self.maximum:
            message = f"{length} in this list, at most {self.maximum} fit"
            reading.bad(tree, message, "Spread them over several slides, or leave some out.")
            return False
        return True


class MapOf(Field[tuple[tuple[Scalar, T], ...]], Generic[T]):
    """A mapping whose keys are names of the person's own choice."""

    item: Field[T]
    description: str

    def read(self, tree: Tree, reading: Reading) -> tuple[tuple[Scalar, T], ...] | None:
        """Keys and values, or None when one of them cannot be read; all are tried."""
        if type(tree) is not Mapping:
            reading.wrong(tree, "a mapping of names to values", "Write each as `name: value`.")
            return None
        values = [(key, self.item.read(value, reading)) for key, value in tree.entries]
        read = tuple((key, value) for key, value in values if value is not None)
        return read if len(read) == len(values) else None

    def schema(self, definitions: Definitions) -> Schema:
        """An object with free keys."""
        items = self.item.schema(definitions)
        return {"description": self.description, "type": "object", "additionalProperties": items}


class ByShape(Field[T], Generic[T]):
    """One of several ways to write the same thing, told apart by what is written.

    A shape that is None is not allowed.
    """

    expected: str
    description: str
    scalar: Field[T] | None = None
    sequence: Field[T] | None = None
    mapping: Field[T] | None = None

    def read(self, tree: Tree, reading: Reading) -> T | None:
        """What the field for the shape at hand reads."""
        field = self._field(tree)
        if field is None:
            reading.wrong(tree, self.expected, self.description)
            return None
        return field.read(tree, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """Any of the shapes."""
        shapes = (self.scalar, self.sequence, self.mapping)
        options = [shape.schema(definitions) for shape in shapes if shape is not None]
        return {"description": self.description, "anyOf": options}

    def _field(self, tree: Tree) -> Field[T] | None:
        if isinstance(tree, Broken):
            return None
        if isinstance(tree, Scalar):
            return self.scalar
        return self.sequence if isinstance(tree, Sequence) else self.mapping


class Lines(Field[tuple[Inline, ...]]):
    """Paragraphs: a text with blank lines between them, or a list of texts."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> tuple[Inline, ...] | None:
        """The paragraphs."""
        if isinstance(tree, Sequence):
            return ListOf(Text(self.description), self.description).read(tree, reading)
        block = Paragraphs("body", self.description).read(tree, reading)
        return None if block is None else block.paragraphs

    def schema(self, definitions: Definitions) -> Schema:
        """A string or an array of strings."""
        text = Text(self.description).schema(definitions)
        options = [text, {"type": "array", "items": text}]
        return {"description": self.description, "anyOf": options}


class Made(Field[T], Generic[T]):
    """A field whose value is made into another; `make` returns None after reporting."""

    field: Field[object]
    make: Callable[[object, Tree, Reading], T | None]

    def read(self, tree: Tree, reading: Reading) -> T | None:
        """The made value."""
        value = self.field.read(tree, reading)
        return None if value is None else self.make(value, tree, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """The inner field's."""
        return self.field.schema(definitions)


class Later(Field[T], Generic[T]):
    """A field that is named before it is made, for things that hold things of their kind."""

    field: Callable[[], Field[T]]

    def read(self, tree: Tree, reading: Reading) -> T | None:
        """What the field reads."""
        return self.field().read(tree, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """The field's."""
        return self.field().schema(definitions)
