"""The value of `data:` on a slide, and of the talk's own `data:` that names some for all slides.

What is made of data is imported when there are any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.fields.scalars import read_words
from deckgen.model.tree import Mapping, Tree

if TYPE_CHECKING:
    from deckgen.datasets.data import Data
    from deckgen.fields.data.keys import DataKeys
    from deckgen.fields.records import RecordOf


class DataField(Field["Data"]):
    """A file's path, the name of data of the talk, or a mapping that makes something of either."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> Data | None:
        """The data."""
        from deckgen.fields.data.source import begun, named, plain

        if isinstance(tree, Mapping):
            from deckgen.fields.data.shaping import shaped

            keys = _keys().read(tree, reading)
            base = None if keys is None else begun(keys, reading)
            return None if keys is None or base is None else shaped(keys, base, reading)
        hint = "Name a file, `data/launches.csv`, or begin a mapping with `file:`."
        words = read_words(tree, reading, "a data file's path", hint)
        if words is None:
            return None
        name = words.text.strip()
        return (named if name in reading.datasets else plain)(name, tree, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """A string or an object."""
        text: Schema = {"type": "string", "examples": ["data/launches.csv"]}
        return {"description": self.description, "anyOf": [text, _keys().schema(definitions)]}


def _keys() -> RecordOf[DataKeys]:
    from deckgen.fields.data.keys import DataKeys
    from deckgen.fields.records import RecordOf

    return RecordOf(DataKeys, "Data from a file, and what is made of them.")


class NamedData(Field[bool]):
    """Data under names for the slides to use; each may build on those before it."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> bool | None:
        """Whether all could be read; they are kept with the reading."""
        if not isinstance(tree, Mapping):
            hint = "Write `launches: data/launches.csv`."
            reading.wrong(tree, "a mapping of names to data", hint)
            return None
        one = DataField(self.description)
        for name, value in tree.entries:
            reading.datasets[name.text] = one.read(value, reading)
        return all(data is not None for data in reading.datasets.values()) or None

    def schema(self, definitions: Definitions) -> Schema:
        """An object with free keys."""
        one = DataField("Data of the talk.").schema(definitions)
        return {"description": self.description, "type": "object", "additionalProperties": one}
