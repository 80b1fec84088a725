"""Anything beside anything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deckgen.fields import (
    Definitions,
    Field,
    IconName,
    ListOf,
    Number,
    Paragraphs,
    Reading,
    Record,
    RecordOf,
    Schema,
    optional,
    record,
    required,
)
from deckgen.fields import Text as TextField
from deckgen.fields.records import Key, KeyTable, keys_of, object_schema, read_keys
from deckgen.frozen import Frozen
from deckgen.kinds._items import Items
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Column, Columns, ItemList, Text
from deckgen.model.inline import Inline
from deckgen.model.tree import Mapping, Tree

_OWN_KEYS = ("title", "width", "icon")
_EXPECTED = "a column: a mapping such as {title, items}"


@record
class ColumnKeys(Record):
    """What any column may have."""

    title: Inline = optional(TextField("What stands above the column."), ())
    width: float = optional(Number("Its width, relative to the others.", 0.1, 10), 1.0)
    icon: str = optional(IconName(), "")
    items: ItemList | None = optional(Items("A list."), None)
    text: Text | None = optional(Paragraphs("body", "Paragraphs."), None)


class Filled(Frozen):
    """A column as read: its own keys, and its contents in the order of the writing."""

    keys: ColumnKeys
    contents: tuple[Text | ItemList | Content, ...]

    def column(self, setting: Setting) -> Column:
        """The column with its contents as blocks."""
        blocks: list[Block] = []
        for content in self.contents:
            blocks += content.blocks(setting) if isinstance(content, Content) else (content,)
        keys = self.keys
        return Column(keys.title, tuple(blocks), keys.span, keys.width, keys.icon)


class ColumnField(Field[Filled]):
    """A mapping of a column's own keys and of contents, each under its kind's name."""

    keys: KeyTable

    def read(self, tree: Tree, reading: Reading) -> Filled | None:
        """The column."""
        if not isinstance(tree, Mapping):
            reading.wrong(tree, _EXPECTED, "Write its keys below a dash: `- items: [..]`.")
            return None
        values, complete = read_keys(tree, self.keys, reading)
        contents = [values[name] for name in _content_names(tree) if name in values]
        if complete and tree.whole and not contents:
            hint = f"Add one of {', '.join(name for name in self.keys if name not in _OWN_KEYS)}."
            reading.found.error("missing-key", "this column has no content", tree.span, hint)
        if not complete or not contents:
            return None
        own: dict[str, Any] = {
            key.attribute: values[key.attribute]
            for key in keys_of(ColumnKeys).values()
            if key.attribute in values
        }
        return Filled(ColumnKeys(origin=tree, **own), tuple(contents))

    def schema(self, definitions: Definitions) -> Schema:
        """A reference to the column's definition."""
        if "Column" not in definitions:
            definitions["Column"] = {}
            definitions["Column"].update(object_schema(self.keys, definitions))
        return {"$ref": "#/$defs/Column"}


def _content_names(tree: Mapping) -> tuple[str, ...]:
    return tuple(name.text for name, _ in tree.entries if name.text not in _OWN_KEYS)


def columns(contents: Iterable[Kind]) -> Kind:
    """The kind `columns`, whose columns may hold what the given kinds hold."""
    nested = {
        kind.name: Key(kind.name, RecordOf(kind.content, kind.description, kind.short), False)
        for kind in contents
    }
    column = ColumnField({**keys_of(ColumnKeys), **nested})

    @record
    class ColumnsContent(Content):
        """Two to four columns, each with any content: a list, a text, a table, a picture."""

        items: tuple[Filled, ...] = required(
            ListOf(column, "The columns: {title, width, icon} and content.", minimum=2, maximum=4)
        )

        def blocks(self, setting: Setting) -> tuple[Block, ...]:
            """The columns."""
            return (Columns(tuple(one.column(setting) for one in self.items), self.span),)

    return Kind("columns", "columns", ColumnsContent)
