"""Fields of several paragraphs: one text, or a list of texts."""

from __future__ import annotations

import re

from deckgen.fields.latex import check_inline
from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.fields.scalars import (
    ANY_SCALAR,
    LONGEST_PROSE,
    LONGEST_TEXT,
    TOO_LONG_HINT,
    as_markdown,
    note_reference,
    read_words,
    to_inline,
)
from deckgen.model.blocks import Text as TextBlock
from deckgen.model.blocks import TextRole
from deckgen.model.outline import Prose
from deckgen.model.tree import Scalar, Sequence, Tree

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

MOST_LINES = 3_000


class Paragraphs(Field[TextBlock]):
    """Paragraphs of inline Markdown, parted by blank lines or in a list, that play one role."""

    role: TextRole
    description: str

    def read(self, tree: Tree, reading: Reading) -> TextBlock | None:
        """The block."""
        texts = _texts(tree, reading, "text", LONGEST_TEXT)
        if texts is None:
            return None
        paragraphs = tuple(
            to_inline(part, words, reading)
            for words in texts
            for part in _BLANK_LINES.split(as_markdown(words).strip())
        )
        return TextBlock(self.role, paragraphs, texts[0].span)

    def schema(self, definitions: Definitions) -> Schema:
        """A string, or several."""
        return _schema(self.description)


class BlockMarkdown(Field[Prose]):
    """Paragraphs, lists and links in Markdown, kept as source for a document or the notes."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> Prose | None:
        """The source and where its first character stands."""
        texts = _texts(tree, reading, "Markdown text", LONGEST_PROSE)
        if texts is None:
            return None
        if sum(words.text.count("\n") for words in texts) > MOST_LINES:
            reading.bad(tree, f"this text has more than {MOST_LINES:,} lines", TOO_LONG_HINT)
            return None
        source = [as_markdown(words, blocks=True) for words in texts]
        for words, text in zip(texts, source, strict=True):
            _check(words, text, reading)
        joined = "\n\n".join(text.strip("\n") for text in source)
        return Prose(joined if len(source) > 1 else source[0], texts[0].content)

    def schema(self, definitions: Definitions) -> Schema:
        """A string, or several."""
        return _schema(self.description)


def _texts(tree: Tree, reading: Reading, expected: str, longest: int) -> tuple[Scalar, ...] | None:
    """The texts of a list or the only one; None when one says nothing or all are too long."""
    if not isinstance(tree, Sequence):
        words = read_words(tree, reading, expected, longest=longest)
        return None if words is None else (words,)
    if not tree.items:
        reading.bad(tree, "this list is empty", "Add a paragraph, or delete the key.")
        return None
    read = [read_words(item, reading, expected, longest=longest) for item in tree.items]
    texts = tuple(words for words in read if words is not None)
    if sum(len(words.text) for words in texts) > longest:
        reading.bad(tree, f"these texts have more than {longest:,} characters", TOO_LONG_HINT)
        return None
    return texts if len(texts) == len(read) else None


def _check(words: Scalar, text: str, reading: Reading) -> None:
    """Check the formulas; keep what is linked and referred to for the check at the end."""
    from deckgen.text.prose import paragraphs
    from deckgen.text.references import places

    if "$" in text or "](#" in text:
        for paragraph in paragraphs(text):
            check_inline(paragraph.runs, words.span, reading)
            reading.links += [
                (run.link[1:], words.at(max(0, text.find(f"({run.link}"))))
                for run in paragraph.runs
                if run.link.startswith("#") and not run.reference
            ]
    for found in places(text):
        note_reference(found[0], words.at(found.start()), reading)


def _schema(description: str) -> Schema:
    texts: Schema = {"type": "array", "items": {"type": ANY_SCALAR}, "minItems": 1}
    return {"description": description, "anyOf": [{"type": ANY_SCALAR}, texts]}
