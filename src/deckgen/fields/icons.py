"""The field that names an icon."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from deckgen.diagnostics import did_you_mean
from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.fields.scalars import read_words
from deckgen.model.tree import Tree


class IconName(Field[str]):
    """The name of an icon of the collection."""

    description: str = "An icon by its name, such as `satellite` or `shield-check`."

    def read(self, tree: Tree, reading: Reading) -> str | None:
        """The name."""
        words = read_words(tree, reading, "an icon's name")
        if words is None:
            return None
        name = words.text.strip()
        if name in _names():
            return name
        hint = did_you_mean(name, _names()) or "`deckgen icons` lists them."
        reading.found.error("unknown-icon", f"there is no icon '{name}'", tree.span, hint)
        return None

    def schema(self, definitions: Definitions) -> Schema:
        """A string."""
        examples = ["satellite", "globe", "shield-check"]
        return {"description": self.description, "type": "string", "examples": examples}


@cache
def _names() -> frozenset[str]:
    from deckgen import icons

    found: Iterable[str] = icons.names()
    return frozenset(found)
