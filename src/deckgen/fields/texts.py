"""Texts from files: listings of programs."""

from __future__ import annotations

from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.fields.scalars import read_words
from deckgen.model.files import FileRefused
from deckgen.model.tree import Tree

MAX_BYTES = 20 * 1024


class TextFile(Field[str]):
    """A path of a UTF-8 text file relative to the outline."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> str | None:
        """The text, its line breaks as `\\n`."""
        words = read_words(tree, reading, "a text file's path")
        if words is None:
            return None
        path = words.text.strip()
        try:
            data = reading.files.read(path)
        except FileRefused as refused:
            reading.found.error("file-refused", refused.message, tree.span, refused.hint)
            return None
        return _decoded(path, data, tree, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """A string."""
        return {"description": self.description, "type": "string"}


def _decoded(path: str, data: bytes, tree: Tree, reading: Reading) -> str | None:
    if len(data) > MAX_BYTES:
        reading.bad(tree, f"'{path}' is larger than 20 kB", "Show only the part that matters.")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        reading.bad(tree, f"'{path}' is not UTF-8 text", "Save it as UTF-8.")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip().lstrip("\n")
    if not text or "\0" in text:
        reading.bad(tree, f"'{path}' holds no text", "Name a text file that is not empty.")
        return None
    return text
