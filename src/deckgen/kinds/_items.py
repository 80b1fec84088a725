"""List items and what stands below them."""

from __future__ import annotations

from deckgen.fields import Definitions, Field, Reading, Schema, Text
from deckgen.fields.records import Key, read_keys
from deckgen.model.blocks import Item, ItemList
from deckgen.model.tree import Mapping, Scalar, Sequence, Tree

MAX_LEVELS = 9
"""DrawingML knows nine levels (ECMA-376, ST_TextIndentLevelType)."""

MAX_ITEMS = 500

_TEXT = Text("What the item says.")


class _Level(Field[tuple[Item, ...]]):
    """The items of one level."""

    depth: int

    def read(self, tree: Tree, reading: Reading) -> tuple[Item, ...] | None:
        """The items, or None when one of them cannot be read."""
        if not isinstance(tree, Sequence):
            reading.wrong(tree, "a list", "Write each item on a line of its own, after `- `.")
            return None
        if self.depth > MAX_LEVELS:
            reading.bad(tree, f"this list has more than {MAX_LEVELS} levels", "Flatten it.")
            return None
        if tree.whole and not tree.items:
            reading.bad(tree, "this list is empty", "Add an item, or delete the key.")
            return None
        if len(tree.items) > MAX_ITEMS:
            message = f"{len(tree.items)} items in this list, at most {MAX_ITEMS} fit"
            reading.bad(tree, message, "Spread them over several slides, or leave some out.")
            return None
        items = [self._item(item, reading) for item in tree.items]
        read = tuple(item for item in items if item is not None)
        return read if len(read) == len(items) else None

    def schema(self, definitions: Definitions) -> Schema:
        """An array of texts and of items with items below them."""
        _define(definitions)
        return {"type": "array", "items": {"$ref": "#/$defs/Item"}, "minItems": 1}

    def _item(self, tree: Tree, reading: Reading) -> Item | None:
        if isinstance(tree, Mapping) and tree.entries:
            key, value = tree.entries[0]
            if len(tree.entries) == 1 and isinstance(value, Sequence):
                return self._heading(key, value, reading)
            if any(name.text in ("text", "items") for name, _ in tree.entries):
                return self._record(tree, reading)
        text = _TEXT.read(tree, reading)
        return None if text is None else Item(text, tree.span)

    def _heading(self, key: Scalar, below: Sequence, reading: Reading) -> Item | None:
        text = _TEXT.read(key, reading)
        items = _Level(self.depth + 1).read(below, reading)
        return None if text is None or items is None else Item(text, key.span, items)

    def _record(self, tree: Mapping, reading: Reading) -> Item | None:
        keys = {
            "text": Key("text", _TEXT, required=True),
            "items": Key("items", _Level(self.depth + 1), required=False),
        }
        values, complete = read_keys(tree, keys, reading)
        return Item(values["text"], tree.span, values.get("items", ())) if complete else None


class Items(Field[ItemList]):
    """A list of items, each a text, `text: [items below it]` or {text, items}."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> ItemList | None:
        """The list."""
        items = _Level(1).read(tree, reading)
        return None if items is None else ItemList(items, tree.span)

    def schema(self, definitions: Definitions) -> Schema:
        """An array."""
        return {"description": self.description, **_Level(1).schema(definitions)}


def _define(definitions: Definitions) -> None:
    if "Item" in definitions:
        return
    below: Schema = {"type": "array", "items": {"$ref": "#/$defs/Item"}, "minItems": 1}
    text = _TEXT.schema(definitions)
    full: Schema = {
        "type": "object",
        "properties": {"text": text, "items": {"description": "Items below.", **below}},
        "required": ["text"],
        "additionalProperties": False,
    }
    heading: Schema = {
        "description": "A text and the items below it: `text: [..]`.",
        "type": "object",
        "additionalProperties": below,
        "minProperties": 1,
        "maxProperties": 1,
    }
    definitions["Item"] = {"anyOf": [text, full, heading]}
