"""The field that names a picture's file."""

from __future__ import annotations

from deckgen.fields.pictures.sniff import PictureRefused, sniff
from deckgen.fields.reading import Definitions, Field, Reading, Refusal, Schema
from deckgen.fields.scalars import read_words
from deckgen.model.asset import Asset, Prepared
from deckgen.model.files import FileRefused, Files
from deckgen.model.tree import Tree


class PictureFile(Field[Asset]):
    """A path relative to the outline, read and made ready; each file once."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> Asset | None:
        """The picture."""
        words = read_words(tree, reading, "a picture's path")
        if words is None:
            return None
        path = words.text.strip()
        known = reading.pictures.get(path)
        if known is None:
            known = reading.pictures[path] = _load(path, reading.files, reading.prepared)
        if isinstance(known, Asset):
            return known
        reading.found.error(known.code, known.message, tree.span, known.hint)
        return None

    def schema(self, definitions: Definitions) -> Schema:
        """A string."""
        examples = ["figures/photo.jpg"]
        return {"description": self.description, "type": "string", "examples": examples}


def _load(path: str, files: Files, prepared: Prepared | None) -> Asset | Refusal:
    try:
        data = files.read(path)
        if prepared is None:
            return prepare(path, data)
        made = prepared.get(path, data)
        if made is None:
            made = prepare(path, data)
            prepared.put(data, made)
        return made
    except FileRefused as refused:
        return Refusal("file-refused", refused.message, refused.hint)
    except PictureRefused as refused:
        return Refusal("bad-picture", f"'{path}' {refused.message}", refused.hint)


def prepare(path: str, data: bytes) -> Asset:
    """The picture upright, in a format that Office shows, no larger than a slide needs.

    Raises PictureRefused.
    """
    kind = sniff(data)
    if kind == "svg":
        from deckgen.fields.pictures.vector import prepare_vector

        return prepare_vector(path, data)
    from deckgen.fields.pictures.raster import prepare_raster

    return prepare_raster(path, data, kind)
