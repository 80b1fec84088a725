"""The named containers of a document: cover lines, boxes, contents, figures and sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from deckgen.model.blocks import Chart, Diagram, Gallery, Picture, Table
from deckgen.writers.docx import body, figures
from deckgen.writers.docx.captions import caption
from deckgen.writers.docx.contents import MARK, PLACE
from deckgen.writers.docx.parsing import Container
from deckgen.writers.docx.runs import children
from deckgen.writers.docx.story import Story, paragraph
from deckgen.writers.docx.tables import table

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_LINES = frozenset({"title", "subtitle", "byline", "occasion", "classification", "about", "note"})


def box(story: Story, what: Container, node: SyntaxTreeNode) -> str:
    """A container as Word; one that is not known is transparent."""
    if what.name in _LINES:
        return _lines(story, what.name, node)
    write = _WRITERS.get(what.name)
    return write(story, what, node) if write else body.blocks(story, node.children)


def _lines(story: Story, role: str, node: SyntaxTreeNode) -> str:
    """Paragraphs in one style. A soft line break within them starts a new line."""
    written = []
    for inner in node.children:
        if inner.type == "paragraph":
            written.append(paragraph(story, role, children(story, inner)))
        else:
            written.append(body.block(story, inner))
    return "".join(written)


def _anchor(story: Story, what: Container, node: SyntaxTreeNode) -> str:
    """A part or a slide: its id becomes a bookmark at its first paragraph."""
    story.waiting.append(what.id)
    return body.blocks(story, node.children)


def _messages(story: Story, _: Container, node: SyntaxTreeNode) -> str:
    """The key messages: a heading and numbered points, kept together as one box."""
    written = []
    items = [
        item for inner in node.children if inner.type.endswith("list") for item in inner.children
    ]
    num = story.numbering.restarted("message")
    for inner in node.children:
        if inner.type == "paragraph":
            content = children(story, inner)
            written.append(paragraph(story, "messages-heading", content, keep_next=True))
    for index, item in enumerate(items):
        kept = index < len(items) - 1
        content = "".join(children(story, inner) for inner in item.children)
        written.append(paragraph(story, "message", content, num=(num, 0), keep_next=kept))
    return "".join(written)


def _contents(story: Story, _: Container, node: SyntaxTreeNode) -> str:
    """The place where the contents will stand, under the container's heading."""
    story.contents_heading = "".join(
        paragraph(story, "contents-heading", story.bookmarked(MARK, children(story, inner)))
        for inner in node.children
    )
    return PLACE


def _sources(story: Story, _: Container, node: SyntaxTreeNode) -> str:
    """The list of sources: an unnumbered heading, numbered works that can be pointed at."""
    story.source_list = story.numbering.restarted("source")
    written = []
    for inner in node.children:
        if inner.type == "paragraph":
            content = children(story, inner)
            written.append(body.heading(story, content, body.words(inner), 1, numbered=False))
        else:
            written.append(body.block(story, inner))
    return "".join(written)


def _source(story: Story, what: Container, node: SyntaxTreeNode) -> str:
    story.waiting.append(what.id)
    content = "".join(children(story, inner) for inner in node.children)
    return paragraph(story, "source", content, num=(story.source_list, 0))


def _figure(story: Story, what: Container, node: SyntaxTreeNode) -> str:
    """A table, a timeline, a picture, a chart: the block that the id refers to, captioned."""
    block = story.blocks.get(what.id)
    title = body.words(node)
    content = "".join(children(story, inner) for inner in node.children)
    match block:
        case Table():
            return _above(story, content) + table(story, block, title)
        case Diagram():
            return _above(story, content) + figures.diagram(story, block, title)
        case Chart():
            return figures.chart(story, block, content, title)
        case Picture():
            shown = figures.picture(story, block)
            return shown + caption(story, "figure", content)
        case Gallery():
            shown = figures.gallery(story, block, title)
            return shown + caption(story, "figure", content)
        case _:
            return body.blocks(story, node.children)


def _above(story: Story, content: str) -> str:
    """A table's caption, or nothing when it has no words."""
    return caption(story, "table", content) if content else ""


_WRITERS: Mapping[str, Callable[[Story, Container, SyntaxTreeNode], str]] = {
    "part": _anchor,
    "slide": _anchor,
    "key-messages": _messages,
    "contents": _contents,
    "sources": _sources,
    "source": _source,
    "table": _figure,
    "timeline": _figure,
    "figure": _figure,
}
