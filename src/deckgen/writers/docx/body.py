"""The Markdown tree as the body of a Word document, block by block."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from deckgen.diagnostics import Span
from deckgen.model.blocks import Code
from deckgen.writers.docx import containers, running
from deckgen.writers.docx.listings import listing
from deckgen.writers.docx.measures import column_widths
from deckgen.writers.docx.parsing import container
from deckgen.writers.docx.runs import Emphasis, children
from deckgen.writers.docx.story import Heading, Story, paragraph
from deckgen.writers.docx.tables import Placed, Rows, native, room_for, text_role
from deckgen.writers.docx.units import kind, place, unit

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


def blocks(story: Story, nodes: Sequence[SyntaxTreeNode]) -> str:
    """The nodes as paragraphs and tables, in their order."""
    written = []
    for index, node in enumerate(nodes):
        after = nodes[index + 1] if index + 1 < len(nodes) else None
        story.next_kind = kind(after) if after is not None else "bound"
        number = len(story.units)
        story.units.append(unit(number, node, story.slide, words(node)))
        written.append(place(number))
        written.append(block(story, node, after))
    return "".join(written)


def block(story: Story, node: SyntaxTreeNode, after: SyntaxTreeNode | None = None) -> str:
    """One node; `after` is the one that follows it, which it may have to stay with."""
    if node.type == "paragraph":
        return _paragraph(story, node, after)
    write = _WRITERS.get(node.type)
    return write(story, node) if write else blocks(story, node.children)


def words(node: SyntaxTreeNode) -> str:
    """The node's text without its markup."""
    shown = []
    for inner in node.walk():
        if inner.type in {"text", "code_inline", "math_inline"}:
            shown.append(inner.content)
        elif inner.type in {"softbreak", "hardbreak"}:
            shown.append(" ")
    return "".join(shown)


def heading(story: Story, content: str, text: str, level: int, numbered: bool = True) -> str:
    """A heading, counted as Word will count it, with the bookmark that the contents point at."""
    number = ""
    if numbered:
        story.numbering.count(story.counters, level)
        number = story.numbering.heading_number(story.counters, level)
    bookmark = f"_Toc{len(story.headings) + 1:08d}"
    role = f"heading{level}" if numbered else "plain-heading"
    style = story.styles.choice(role).name
    story.headings.append(Heading(level, number, text, bookmark, style))
    num = story.numbering.heading(level) if numbered else None
    chapter = style == story.styles.choice("heading1").name
    named = running.setting(number, text) if story.running and chapter else ""
    shown = named + story.bookmarked(bookmark, content)
    return paragraph(story, role, shown, num=num, keep_next=True)


def _paragraph(story: Story, node: SyntaxTreeNode, after: SyntaxTreeNode | None) -> str:
    """A paragraph of prose; one that announces a list stays with it."""
    announces = (
        after is not None
        and after.type in _LISTS | {"fence", "math_block", "table"}
        and words(node).rstrip().endswith((":", "："))
    )
    return paragraph(story, "body", children(story, node), keep_next=announces)


def list_items(story: Story, node: SyntaxTreeNode, depth: int = 1, ends: bool = True) -> str:
    """A list in the template's list styles; an ordered list counts from its own start.

    No item is alone on its page. Where the list `ends`, it has the room below that prose has.
    """
    ordered = node.type == "ordered_list"
    kind = "number" if ordered else "bullet"
    level = min(depth, 3)
    start = int(node.attrs.get("start", 1)) if ordered else 1
    num = story.numbering.of_list(kind, level, start if ordered else None)
    written = []
    last = len(node.children) - 1
    for at, item in enumerate(node.children):
        below = any(each.type in _LISTS for each in item.children)
        kept = below or (at in {0, last - 1} and at < last)
        for inner in item.children:
            first, closing = inner is item.children[0], inner is item.children[-1]
            final = ends and at == last and closing
            if inner.type == "paragraph":
                role = f"{kind}{level}" if first else f"continue{level}"
                shown = children(story, inner)
                room = _room_below(story, role) if final else None
                marked = num if first else None
                written.append(
                    paragraph(story, role, shown, num=marked, keep_next=kept, after=room)
                )
            elif inner.type in _LISTS:
                written.append(list_items(story, inner, depth + 1, final))
            else:
                written.append(block(story, inner))
    return "".join(written)


_LISTS = frozenset({"bullet_list", "ordered_list"})


def _room_below(story: Story, role: str) -> int | None:
    """What a list's last paragraph needs below it to stand as far off as prose does; twips."""
    after = story.styles.look("body").after
    return after if after > story.styles.look(role).after else None


def quotation(story: Story, node: SyntaxTreeNode) -> str:
    """A quotation; a last paragraph that begins with a dash says whose words they are."""
    written = []
    inner = node.children
    for index, child in enumerate(inner):
        last = index == len(inner) - 1
        if child.type != "paragraph":
            written.append(block(story, child))
            continue
        attributed = last and index > 0 and words(child).startswith("—")
        role = "attribution" if attributed else "quote"
        written.append(paragraph(story, role, children(story, child), keep_next=not last))
    return "".join(written)


def prose_table(story: Story, node: SyntaxTreeNode) -> str:
    """A table that the prose contains, without a caption."""
    rows = [row for part in node.children for row in part.children]
    if not rows:
        return ""
    count = len(rows[0].children)
    texts = [[words(row.children[c]) for row in rows] for c in range(count)]
    indent, room = room_for(story, count)
    text = text_role(story, texts, room)
    widths = column_widths(texts, story.styles.look(text), room)
    align = tuple(_alignment(cell) for cell in rows[0].children)
    head, *body = rows
    return native(
        story,
        Rows(
            header=tuple(
                Placed((children(story, cell, Emphasis(bold=True)),), c)
                for c, cell in enumerate(head.children)
            ),
            body=tuple(
                tuple(Placed((children(story, cell),), c) for c, cell in enumerate(row.children))
                for row in body
            ),
            widths=widths,
            align=align,
            title="",
            text=text,
            indent=indent,
        ),
    )


def _alignment(cell: SyntaxTreeNode) -> str:
    style = str(cell.attrs.get("style", ""))
    return {"text-align:right": "right", "text-align:center": "centre"}.get(style, "left")


def _heading(story: Story, node: SyntaxTreeNode) -> str:
    return heading(story, children(story, node), words(node), int(node.tag[1]))


def _listing(story: Story, node: SyntaxTreeNode) -> str:
    language = node.info.split()[0] if node.info.strip() else ""
    return listing(story, Code(node.content, _NOWHERE, language))


_NOWHERE = Span("", 0, 0)


def _formula(story: Story, node: SyntaxTreeNode) -> str:
    return paragraph(story, "formula", story.formula(node.content.strip(), display=True))


def _container(story: Story, node: SyntaxTreeNode) -> str:
    return containers.box(story, container(node), node)


def _nothing(_story: Story, _node: SyntaxTreeNode) -> str:
    """Notes stand in a part of their own; a rule between paragraphs says nothing in print."""
    return ""


_WRITERS: Mapping[str, Callable[[Story, SyntaxTreeNode], str]] = {
    "heading": _heading,
    "bullet_list": list_items,
    "ordered_list": list_items,
    "blockquote": quotation,
    "fence": _listing,
    "code_block": _listing,
    "table": prose_table,
    "math_block": _formula,
    "container_box": _container,
    "footnote_block": _nothing,
    "hr": _nothing,
}
