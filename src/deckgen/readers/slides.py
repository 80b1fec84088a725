"""Entries of `slides:` -> drafts: what each says on its own, before it is seen in the talk."""

from __future__ import annotations

from functools import cache
from typing import Any

from deckgen.diagnostics import did_you_mean
from deckgen.fields import (
    BlockMarkdown,
    Definitions,
    Field,
    Flag,
    Paragraphs,
    Reading,
    Schema,
    Text,
    optional,
    record,
)
from deckgen.fields.records import Key, KeyTable, build, keys_of, object_schema, read_keys
from deckgen.frozen import Frozen
from deckgen.kinds import KINDS, Content, Kind
from deckgen.model.blocks import Text as TextBlock
from deckgen.model.inline import Inline
from deckgen.model.outline import Prose
from deckgen.model.tree import Mapping, Scalar, Sequence, Tree
from deckgen.readers.slide_keys import PaperKeys, SlideKeys, slide_table

PART = "part"
MOST_SLIDES = 20_000
_SLIDE = "a slide"
_SLIDE_HINT = "Begin it with its kind and title: `- bullets: Title`."


@record
class PartKeys(PaperKeys):
    """Opens a part of the talk: a section of the deck, a chapter of the paper."""

    title: Inline = optional(Text("The part's title."), ())
    slide: bool = optional(Flag("Show a section slide with the part's title."), False)
    text: TextBlock | None = optional(
        Paragraphs("subtitle", "What stands below the title, with `slide: true`."), None
    )
    notes: Prose | None = optional(
        BlockMarkdown("What the speaker says, with `slide: true`."), None
    )

    def check(self, reading: Reading) -> bool:
        """Whether what only a slide can show has a slide."""
        for key, value in (("text", self.text), ("notes", self.notes)):
            if value is not None and not self.slide:
                message = f"'{key}' has no slide to stand on"
                reading.bad(self.tree(key), message, "Add `slide: true` to the part.")
                return False
        return True


class PartDraft(Frozen):
    """A part as written."""

    keys: PartKeys


class SlideDraft(Frozen):
    """A slide as written; without content when that could not be read."""

    kind: Kind
    keys: SlideKeys
    content: Content | None


Draft = PartDraft | SlideDraft


class Slides(Field[tuple[Draft, ...]]):
    """The talk's slides and parts in their order; those that cannot be read are left out."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> tuple[Draft, ...] | None:
        """The drafts."""
        if not isinstance(tree, Sequence):
            hint = "Begin each slide on a line of its own, with `- kind: Title`."
            reading.wrong(tree, "a list of slides", hint)
            return None
        if tree.whole and not tree.items:
            reading.bad(tree, "the talk has no slides", "Begin with `- title-slide`.")
        if len(tree.items) > MOST_SLIDES:
            message = (
                f"the talk has {len(tree.items):,} slides, at most {MOST_SLIDES:,} can be made"
            )
            reading.bad(tree, message, "Divide the talk.")
            return None
        known = reading.constants
        drafts = [
            known.read(item, reading, _entry) if known else _entry(item, reading)
            for item in tree.items
        ]
        return tuple(draft for draft in drafts if draft is not None)

    def schema(self, definitions: Definitions) -> Schema:
        """An array of any of the kinds."""
        bare: list[str] = [kind.name for kind in KINDS.values() if not kind.titled]
        options: list[Schema] = [{"enum": [name for name in bare if KINDS[name].value == "title"]}]
        options += [kind_schema(name, definitions) for name in (*KINDS, PART)]
        items: Schema = {"anyOf": options}
        return {"description": self.description, "type": "array", "items": items, "minItems": 1}


def kind_schema(name: str, definitions: Definitions) -> Schema:
    """A reference to the schema of a slide of one kind, or of a part."""
    title = f"slide-{name}" if name in KINDS else name
    if title not in definitions:
        table = _part_table() if name == PART else _table(name)
        what = PartKeys.__doc__ if name == PART else KINDS[name].description
        definitions[title] = {"title": name, "description": what}
        definitions[title].update(object_schema(table, definitions))
        definitions[title]["required"] = [name, *_needed(table, name)]
        if not table[name].required:
            _allow_null(definitions[title], name)
    return {"$ref": f"#/$defs/{title}"}


def _allow_null(schema: Schema, name: str) -> None:
    """A kind that needs no title may stand with nothing behind it: `title-slide:`."""
    properties = schema["properties"]
    assert isinstance(properties, dict)
    text = properties[name]
    properties[name] = {"description": text["description"], "anyOf": [text, {"type": "null"}]}


def _needed(table: KeyTable, name: str) -> list[str]:
    return [text for text, key in table.items() if key.required and text != name]


_COMMON = frozenset(key.attribute for key in keys_of(SlideKeys).values())


@cache
def _content_attributes(name: str) -> frozenset[str]:
    return frozenset(key.attribute for key in keys_of(KINDS[name].content).values())


@cache
def _table(name: str) -> KeyTable:
    return slide_table(KINDS[name])


@cache
def _part_table() -> KeyTable:
    keys = dict(keys_of(PartKeys))
    title = keys.pop("title")
    return {PART: Key(title.attribute, title.field, required=True), **keys}


def _entry(tree: Tree, reading: Reading) -> Draft | None:
    if isinstance(tree, Scalar):
        # A kind alone stands for a mapping of that kind to nothing.
        tree = Mapping(((tree, Scalar("", tree.span)),), tree.span)
    if not isinstance(tree, Mapping):
        reading.wrong(tree, _SLIDE, _SLIDE_HINT)
        return None
    name = _kind_name(tree, reading)
    if name is None:
        return None
    mapping = _own_entries(tree, name, reading)
    if name == PART:
        values, _ = read_keys(mapping, _part_table(), reading)
        part = PartKeys(origin=mapping, **values)
        part.check(reading)
        return PartDraft(part)
    return _slide(KINDS[name], mapping, reading)


def _slide(kind: Kind, mapping: Mapping, reading: Reading) -> SlideDraft:
    values, complete = read_keys(mapping, _table(kind.name), reading)
    common = _of(_COMMON, values)
    content = None
    if complete:
        content = build(kind.content, mapping, _of(_content_attributes(kind.name), values), reading)
    return SlideDraft(kind, SlideKeys(origin=mapping, **common), content)


def _of(names: frozenset[str], values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in names}


def _kind_name(mapping: Mapping, reading: Reading) -> str | None:
    """The first key that names a kind; reports when none does."""
    for key, _ in mapping.entries:
        if key.text in KINDS or key.text == PART:
            return key.text
    if not mapping.entries:
        if mapping.whole:
            reading.wrong(mapping, _SLIDE, _SLIDE_HINT)
        return None
    kinds = (*KINDS, PART)
    for key, _ in mapping.entries:
        hint = did_you_mean(key.text, kinds)
        if hint:
            reading.found.error("unknown-kind", f"unknown kind '{key.text}'", key.span, hint)
            return None
    first = mapping.entries[0][0]
    hint = f"The first key names the kind: {', '.join(kinds)}."
    reading.found.error("unknown-kind", f"unknown kind '{first.text}'", first.span, hint)
    return None


def _own_entries(mapping: Mapping, name: str, reading: Reading) -> Mapping:
    """The mapping without keys that only look as if they belonged to the slide; reports them."""
    table = _part_table() if name == PART else _table(name)
    stray = [
        key
        for key, _ in mapping.entries
        if key.text not in table and (key.text == "title" or key.text in KINDS or key.text == PART)
    ]
    if not stray:
        return mapping
    for key in stray:
        if key.text == "title":
            message = "the title is given twice"
            hint = f"What follows `{name}:` is the title; delete this line."
            reading.found.error("unknown-key", message, key.span, hint)
        else:
            message = f"the slide is of two kinds, '{name}' and '{key.text}'"
            hint = f"Begin a slide of its own with `- {key.text}:`."
            reading.found.error("several-kinds", message, key.span, hint)
    kept = tuple(entry for entry in mapping.entries if entry[0] not in stray)
    return Mapping(kept, mapping.span, mapping.whole)
