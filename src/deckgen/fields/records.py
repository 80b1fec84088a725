"""Records: a mapping with known keys, declared as a table of fields and read into a struct."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, dataclass_transform

from msgspec import NODEFAULT, Struct, StructMeta

from deckgen.diagnostics import Span, did_you_mean
from deckgen.fields.core_schema import is_null
from deckgen.fields.reading import Definitions, Field, Reading, Schema, T
from deckgen.frozen import Frozen
from deckgen.model.tree import Mapping, Scalar, Tree


class Key(Frozen):
    """A key of a record: how its value is read, and which attribute takes it.

    `alias` are words, with blanks between them, that others use for the same.
    """

    attribute: str
    field: Field[object]
    required: bool
    alias: str = ""


KeyTable = AbstractMapping[str, Key]


class _Declared(NamedTuple):
    """What the body of a record's class says of an attribute."""

    field: Field[Any]
    key: str
    default: Any
    alias: str = ""


def required(field: Field[T], *, key: str = "") -> T:
    """A key that must stand in the mapping; `key` when it differs from the attribute's name."""
    made: Any = _Declared(field, key, NODEFAULT)
    return made  # type: ignore[no-any-return] # a class body is told what it will hold


def optional(field: Field[T], default: Any, *, key: str = "", alias: str = "") -> T:
    """A key that may be left out; who writes an `alias` of it is told its name."""
    made: Any = _Declared(field, key, default, alias)
    return made  # type: ignore[no-any-return] # a class body is told what it will hold


C = TypeVar("C")
_DECLARED: dict[type, dict[str, _Declared]] = {}


class _Records(StructMeta):
    """Makes classes of declared keys structs, and remembers what was declared."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any
    ) -> _Records:
        own = {key: value for key, value in namespace.items() if isinstance(value, _Declared)}
        for key, value in own.items():
            if value.default is NODEFAULT:
                del namespace[key]
            else:
                namespace[key] = value.default
        made = super().__new__(cls, name, bases, namespace, frozen=True, kw_only=True, **options)
        inherited = [_DECLARED[base] for base in reversed(made.__mro__) if base in _DECLARED]
        _DECLARED[made] = {key: each for table in (*inherited, own) for key, each in table.items()}
        return made


if TYPE_CHECKING:  # who checks types knows a record by its decorator

    class _Made:
        pass

else:

    class _Made(Struct, metaclass=_Records):
        pass


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(required, optional)
)
def record(cls: type[C]) -> type[C]:
    """Say of a class of declared keys that it is made from them, by name, and never changes."""
    return cls


@record
class Record(_Made):
    """What was written as one mapping. `origin` is that mapping, or the text that stood for it."""

    origin: Tree

    @property
    def span(self) -> Span:
        """Where the record begins."""
        return self.origin.span

    def tree(self, key: str) -> Tree:
        """What was written for a key, or the whole when it was left out."""
        value = self.origin.value(key) if isinstance(self.origin, Mapping) else None
        return self.origin if value is None else value

    def left_empty(self, key: str) -> Tree | None:
        """What stands for a key that is written with nothing behind it, or with a comment only."""
        value = self.origin.value(key) if isinstance(self.origin, Mapping) else None
        return value if isinstance(value, Scalar) and is_null(value) and not value.text else None

    def check(self, reading: Reading) -> bool:
        """Whether the values fit each other; reports what does not."""
        return True


R = TypeVar("R", bound=Record)


def keys_of(cls: type[Record]) -> KeyTable:
    """The keys that a record declares, by name, in the order of the declaration."""
    table = _TABLES.get(cls)
    if table is None:
        table = _TABLES[cls] = _declared(cls)
    return table


_TABLES: dict[type[Record], KeyTable] = {}


def _declared(cls: type[Record]) -> KeyTable:
    return {
        each.key or name: Key(name, each.field, each.default is NODEFAULT, each.alias)
        for name, each in _DECLARED[cls].items()
    }


def read_keys(mapping: Mapping, keys: KeyTable, reading: Reading) -> tuple[dict[str, Any], bool]:
    """The values by attribute, and whether all that is needed could be read."""
    values: dict[str, Any] = {}
    complete = True
    misspelt = ""
    for name, tree in mapping.entries:
        key = keys.get(name.text)
        if key is None:
            misspelt += _report_unknown(name, keys, reading)
        elif not is_null(tree):
            value = key.field.read(tree, reading)
            if value is None:
                complete = False
            else:
                values[key.attribute] = value
    for text, key in keys.items():
        if key.required and key.attribute not in values:
            complete = False
            if mapping.whole and repr(text) not in misspelt:
                _report_missing(text, key, mapping, reading)
    return values, complete


def build(cls: type[R], origin: Tree, values: dict[str, Any], reading: Reading) -> R | None:
    """The record from values that were read, or None when they do not fit each other."""
    made = cls(origin=origin, **values)
    return made if made.check(reading) else None


class RecordOf(Field[R], Generic[R]):
    """A mapping read as a record; with `short`, a text alone gives the key of that name."""

    cls: type[R]
    description: str
    short: str = ""

    def read(self, tree: Tree, reading: Reading) -> R | None:
        """The record."""
        if isinstance(tree, Mapping):
            values, complete = read_keys(tree, keys_of(self.cls), reading)
            return build(self.cls, tree, values, reading) if complete else None
        if self.short and isinstance(tree, Scalar):
            key = keys_of(self.cls)[self.short]
            value = key.field.read(tree, reading)
            return None if value is None else build(self.cls, tree, {key.attribute: value}, reading)
        expected = "text or a mapping" if self.short else "a mapping"
        reading.wrong(tree, expected, f"{self.description} {_known(keys_of(self.cls))}")
        return None

    def schema(self, definitions: Definitions) -> Schema:
        """A reference to the record's definition, or also a text."""
        reference = self._reference(definitions)
        if not self.short:
            return {"description": self.description, **reference}
        text = keys_of(self.cls)[self.short].field.schema(definitions)
        return {"description": self.description, "anyOf": [text, reference]}

    def _reference(self, definitions: Definitions) -> Schema:
        name = self.cls.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name].update(object_schema(keys_of(self.cls), definitions))
        return {"$ref": f"#/$defs/{name}"}


def object_schema(keys: KeyTable, definitions: Definitions) -> Schema:
    """The JSON Schema of a mapping with known keys."""
    schema: Schema = {
        "type": "object",
        "properties": {name: key.field.schema(definitions) for name, key in keys.items()},
        "additionalProperties": False,
    }
    needed = [name for name, key in keys.items() if key.required]
    return {**schema, "required": needed} if needed else schema


def _report_unknown(name: Scalar, keys: KeyTable, reading: Reading) -> str:
    """Report a key that the record does not have; the hint that was given."""
    meant = (text for text, key in keys.items() if name.text.lower() in key.alias.split())
    known = next((f"Did you mean {text!r}?" for text in meant), None)
    hint = known or did_you_mean(name.text, keys) or _known(keys)
    reading.found.error("unknown-key", f"unknown key '{name.text}'", name.span, hint)
    return hint


def _known(keys: KeyTable) -> str:
    return f"The keys here are {', '.join(keys)}."


def _report_missing(text: str, key: Key, mapping: Mapping, reading: Reading) -> None:
    description = getattr(key.field, "description", "")
    hint = f"Add `{text}:`. {description}".rstrip()
    given = mapping.value(text)
    if given is None:
        reading.found.error("missing-key", f"'{text}' is missing", mapping.span, hint)
    elif is_null(given):
        reading.found.error("missing-key", f"'{text}' has no value", given.span, hint)
