"""Tables and charts from files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.fields.scalars import read_words
from deckgen.model.files import FileRefused
from deckgen.model.tree import Tree

if TYPE_CHECKING:
    from deckgen.datasets import Rows


@dataclass(frozen=True, slots=True)
class DataFile(Field["Rows"]):
    """A path of a data file relative to the outline; its columns have names."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> Rows | None:
        """The data."""
        from deckgen.datasets import DataRefused, Source
        from deckgen.datasets import read as read_rows

        words = read_words(tree, reading, "a data file's path")
        if words is None:
            return None
        path = words.text.strip()
        try:
            return read_rows(Source(path), reading.files)
        except FileRefused as refused:
            reading.found.error("file-refused", refused.message, tree.span, refused.hint)
        except DataRefused as refused:
            message = f"'{path}' {refused.message}"
            reading.found.error("bad-data", message, tree.span, refused.hint)
        return None

    def schema(self, definitions: Definitions) -> Schema:
        """A string."""
        return {
            "description": self.description,
            "type": "string",
            "examples": ["data/launches.csv"],
        }
