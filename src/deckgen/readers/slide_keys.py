"""The keys that every slide may have, whatever its kind."""

from __future__ import annotations

from deckgen.fields import (
    BlockMarkdown,
    ByShape,
    Choice,
    Definitions,
    Field,
    Flag,
    ListOf,
    Made,
    Paragraphs,
    Plain,
    Reading,
    Record,
    RecordOf,
    Schema,
    Text,
    optional,
    record,
)
from deckgen.fields.records import Key, KeyTable, keys_of
from deckgen.fields.scalars import read_words
from deckgen.kinds import Kind
from deckgen.model.blocks import Block
from deckgen.model.blocks import Text as TextBlock
from deckgen.model.inline import Inline
from deckgen.model.outline import Fit, Prose
from deckgen.model.tree import Tree
from deckgen.readers.ids import is_id, slug


class Identifier(Field[str]):
    """A name in kebab-case."""

    description: str = (
        "The slide's name, for links and later edits; made from the title by default."
    )

    def read(self, tree: Tree, reading: Reading) -> str | None:
        """The name."""
        words = read_words(tree, reading, "a name in kebab-case")
        if words is None:
            return None
        if is_id(words.text):
            return words.text
        hint = f"Write it in small letters, digits and hyphens: {slug(words.text)}"
        reading.bad(tree, f"'{words.text}' is not in kebab-case", hint)
        return None

    def schema(self, definitions: Definitions) -> Schema:
        """A string."""
        return {"description": self.description, "type": "string"}


@record
class FitKeys(Record):
    """What may be done when the content is too much for the slide."""

    shrink: bool = optional(Flag("Texts may become smaller."), True)
    split: bool = optional(Flag("The slide may go on on another."), True)


def _fit(value: object, *_: object) -> Fit:
    if isinstance(value, FitKeys):
        return Fit(value.shrink, value.split)
    return Fit(shrink=False, split=False)


_TITLE = "The slide's title: its point, in a few words."
_FIT_DESCRIPTION = "What may be done when the content is too much: `none`, or {shrink, split}."
_FIT = ByShape(
    "`none` or {shrink, split}",
    _FIT_DESCRIPTION,
    scalar=Made(
        Choice(("none",), "Write `none`, or a mapping: {shrink: true, split: false}."), _fit
    ),
    mapping=Made(RecordOf(FitKeys, _FIT_DESCRIPTION), _fit),
)


@record
class PaperKeys(Record):
    """What a part or a slide leaves for the documents."""

    id: str = optional(Identifier(), "")
    briefing: Prose | None = optional(
        BlockMarkdown("What the paper says here: full sentences in Markdown."), None
    )
    summary: Inline = optional(Text("One line for the summary."), ())


@record
class SlideKeys(PaperKeys):
    """What every slide may have."""

    title: Inline = optional(Text(_TITLE), ())
    header: Inline = optional(Text("A running header above the title."), ())
    lead: TextBlock | None = optional(
        Paragraphs("lead", "One sentence that opens the content."), None
    )
    notes: Prose | None = optional(BlockMarkdown("What the speaker says, in Markdown."), None)
    sources: tuple[str, ...] = optional(
        ListOf(Plain("A key."), "Keys of the works that the slide rests on.", lone=True), ()
    )
    source: TextBlock | None = optional(
        Paragraphs("source", "Where the content comes from, at the slide's foot."), None
    )
    footnotes: tuple[Inline, ...] = optional(
        ListOf(Text("A note."), "Notes at the slide's foot.", lone=True), ()
    )
    layout: str = optional(Plain("A layout of the template by its name."), "")
    fit: Fit | None = optional(_FIT, None)
    reveal: bool = optional(Flag("Show the content step by step."), False)
    prose_only: bool = optional(
        Flag("The paper says the slide in the words of `briefing` alone, without its figures."),
        False,
    )

    def opening(self) -> tuple[Block, ...]:
        """What stands before the kind's own blocks."""
        return () if self.lead is None else (self.lead,)

    def foot(self) -> tuple[Block, ...]:
        """What stands after the kind's own blocks."""
        notes = TextBlock("footnote", self.footnotes, self.tree("footnotes").span)
        source: tuple[Block, ...] = () if self.source is None else (self.source,)
        return (*source, notes) if self.footnotes else source


_WITHOUT_LEAD = ("title", "section", "statement", "quote", "closing")


def slide_table(kind: Kind) -> KeyTable:
    """The keys of a slide of this kind: its kind's own first, then its content's, then the common.

    The key of the kind's name reads what its value stands for.
    """
    common, content = dict(keys_of(SlideKeys)), dict(keys_of(kind.content))
    if kind.role in _WITHOUT_LEAD:
        del common["lead"]
    if kind.value == "title":
        del common["title"]
        hint = f"What follows `{kind.name}:` is the slide's title; the content has keys of its own."
        own = Key("title", Text(_TITLE, hint), kind.titled)
    else:
        own = content.pop(kind.value)
    return {kind.name: own, **content, **common}
