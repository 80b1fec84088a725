"""Footnotes: the references in the text and the part that holds the notes (ECMA-376 17.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.ooxml import xml
from deckgen.ooxml.names import M, R
from deckgen.writers.docx.names import W
from deckgen.writers.docx.runs import PLAIN, Emphasis, children, field, properties, run
from deckgen.writers.docx.story import Story, paragraph

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_REFERENCE = Emphasis(style="footnote-reference")


def reference(story: Story, number: int) -> str:
    """The mark in the text, bookmarked so that it can be referred to again."""
    mark = f'<w:r>{properties(story, _REFERENCE)}<w:footnoteReference w:id="{number}"/></w:r>'
    return story.bookmarked(f"_Note{number}", mark)


def repeated(story: Story, number: int) -> str:
    """The number of a note that was set before (ECMA-376 17.16.5.39, NOTEREF)."""
    return field(story, f"NOTEREF _Note{number} \\f \\h", str(number), _REFERENCE)


def note(story: Story, number: int, node: SyntaxTreeNode) -> str:
    """A footnote with its paragraphs; lists and listings in it become paragraphs."""
    mark = f"<w:r>{properties(story, _REFERENCE)}<w:footnoteRef/></w:r>{run(story, ' ', PLAIN)}"
    waiting, story.waiting = story.waiting, []
    after_table, story.after_table = story.after_table, False
    story.in_notes = True
    paragraphs = []
    for inner in node.walk():
        if inner.type in {"inline", "fence", "code_block"}:
            words = children(story, inner) if inner.type == "inline" else _listing(story, inner)
            paragraphs.append(paragraph(story, "footnote-text", mark + words))
            mark = ""
    story.in_notes = False
    story.waiting, story.after_table = waiting, after_table
    body = "".join(paragraphs) or paragraph(story, "footnote-text", mark)
    return f'<w:footnote w:id="{number}">{body}</w:footnote>'


def _listing(story: Story, node: SyntaxTreeNode) -> str:
    return run(story, node.content.rstrip("\n"), Emphasis(style="code-words"))


def part(story: Story) -> bytes:
    """The footnotes part with its two separators and the document's notes."""
    single = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{single}<w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return xml.document(
        f'<w:footnotes xmlns:w="{W}" xmlns:r="{R}" xmlns:m="{M}">'
        f"{separators}{''.join(story.notes)}</w:footnotes>"
    )
