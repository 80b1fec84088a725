"""The named containers of a document: cover lines, boxes, contents, figures and sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from deckgen.model.blocks import Block, Chart, Code, Columns, Diagram, Gallery, Picture, Table
from deckgen.writers.docx import body, charts, figures
from deckgen.writers.docx.captions import caption
from deckgen.writers.docx.contents import MARK, PLACE, list_place
from deckgen.writers.docx.listings import listing
from deckgen.writers.docx.parsing import Container, container
from deckgen.writers.docx.runs import Emphasis, children
from deckgen.writers.docx.story import Story, paragraph
from deckgen.writers.docx.tables import table

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

# What a template's cover may say already, by the tag that it has for it.
_ON_COVER = {
    "title": "talk.title",
    "subtitle": "talk.subtitle",
    "byline": "talk.speakers",
    "occasion": "talk.dates",
}
# So many works end a list on one page: one alone looks forgotten.
_LAST_WORKS = 3
_LINES = frozenset({"title", "subtitle", "byline", "occasion", "classification", "about", "note"})


def box(story: Story, what: Container, node: SyntaxTreeNode) -> str:
    """A container as Word; one that is not known is transparent."""
    if what.name in _LINES:
        return _lines(story, what.name, node)
    write = _WRITERS.get(what.name)
    return write(story, what, node) if write else body.blocks(story, node.children)


def _lines(story: Story, role: str, node: SyntaxTreeNode) -> str:
    """Paragraphs in one style, unless the template's own cover says what they say."""
    if _ON_COVER.get(role) in story.said:
        return ""
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
    story.slide, outer = what.id, story.slide
    written = body.blocks(story, node.children)
    story.slide = outer
    return written


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
        _list_heading(story, story.bookmarked(MARK, children(story, inner)))
        for inner in node.children
    )
    return PLACE


def _list_heading(story: Story, content: str) -> str:
    return paragraph(story, "contents-heading", content, keep_next=True)


def _sources(story: Story, _: Container, node: SyntaxTreeNode) -> str:
    """A chapter without a number, such as the list of sources; works in it can be pointed at."""
    story.source_list = story.numbering.restarted("source")
    works = [at for at, inner in enumerate(node.children) if _is_work(inner)]
    together = {*works[:1], *works[-_LAST_WORKS:-1]}
    written = []
    for at, inner in enumerate(node.children):
        if inner.type == "paragraph":
            content = children(story, inner)
            written.append(body.heading(story, content, body.words(inner), 1, numbered=False))
        elif at in together:
            written.append(_source(story, container(inner), inner, kept=True))
        else:
            written.append(body.block(story, inner))
    return "".join(written)


def _is_work(node: SyntaxTreeNode) -> bool:
    return node.type == "container_box" and container(node).name in {"source", "work"}


def _list(story: Story, what: Container, node: SyntaxTreeNode) -> str:
    """The place where a list of tables or figures will stand, with its heading."""
    sequence = what.name.removesuffix("s")
    story.list_headings[sequence] = "".join(
        _list_heading(story, children(story, inner)) for inner in node.children
    )
    return list_place(sequence)


def _spoken(story: Story, what: Container, node: SyntaxTreeNode) -> str:
    """The title of a slide over what is said to it, with the slide's picture if there is one."""
    content = "".join(children(story, inner, Emphasis(bold=True)) for inner in node.children)
    written = paragraph(story, "body", content, keep_next=True)
    picture = story.thumbnails.get(what.id)
    if picture is None:
        return written
    return written + figures.thumbnail(story, picture)


def _lead(story: Story, _: Container, node: SyntaxTreeNode) -> str:
    """A sentence that opens what follows; it stays with a figure or a table."""
    kept = story.next_kind == "figure"
    written = []
    for inner in node.children:
        if inner.type == "paragraph":
            written.append(paragraph(story, "body", children(story, inner), keep_next=kept))
        else:
            written.append(body.block(story, inner))
    return "".join(written)


def _unseen(_story: Story, _what: Container, _node: SyntaxTreeNode) -> str:
    """What only says something about the document."""
    return ""


def _source(story: Story, what: Container, node: SyntaxTreeNode, kept: bool = False) -> str:
    story.waiting.append(what.id)
    content = "".join(children(story, inner) for inner in node.children)
    if what.name == "work":  # the style of sources may number by itself
        return paragraph(story, "body", content, keep_next=kept)
    return paragraph(story, "source", content, num=(story.source_list, 0), keep_next=kept)


def _figure(story: Story, what: Container, node: SyntaxTreeNode) -> str:
    """A table, a timeline, a picture, a chart: the block that the id refers to, captioned."""
    block = story.blocks.get(what.id)
    title = body.words(node)
    content = "".join(children(story, inner) for inner in node.children)
    if isinstance(block, Table):
        return _above(story, content, title, what.id) + table(story, block, title)
    shown = _shown(story, block, title)
    if shown:
        return shown + caption(story, "figure", content, title, what.id)
    if isinstance(block, Diagram):
        return _above(story, content, title, what.id) + figures.diagram(story, block, title)
    return body.blocks(story, node.children)


def _shown(story: Story, block: Block | None, title: str) -> str:
    """A block that has its caption below it; empty where it is none, or has no room."""
    match block:
        case Diagram() if block.type != "timeline":
            return figures.drawn(story, block)
        case Columns():
            return charts.beside(story, block, title)
        case Chart():
            return charts.chart(story, block)
        case Picture():
            return figures.picture(story, block)
        case Gallery():
            return figures.gallery(story, block, title)
        case _:
            return ""


def _above(story: Story, content: str, title: str, block: str) -> str:
    """A table's caption, or nothing when it has no words."""
    return caption(story, "table", content, title, block) if content else ""


def _listing(story: Story, what: Container, node: SyntaxTreeNode) -> str:
    """A listing, with its caption below it if it has one."""
    block = story.blocks.get(what.id)
    content = "".join(children(story, inner) for inner in node.children)
    if not isinstance(block, Code):
        return body.blocks(story, node.children)
    shown = listing(story, block, keep_next=bool(content))
    return shown + paragraph(story, "caption", content) if content else shown


_WRITERS: Mapping[str, Callable[[Story, Container, SyntaxTreeNode], str]] = {
    "part": _anchor,
    "slide": _anchor,
    "key-messages": _messages,
    "contents": _contents,
    "unnumbered": _sources,
    "tables": _list,
    "figures": _list,
    "spoken": _spoken,
    "endnotes": _unseen,
    "lead": _lead,
    "sources": _sources,
    "source": _source,
    "work": _source,
    "table": _figure,
    "timeline": _figure,
    "figure": _figure,
    "diagram": _figure,
    "listing": _listing,
}
