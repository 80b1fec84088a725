"""Footnotes or endnotes: references in the text, the part that holds them (ECMA-376 17.11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from deckgen.frozen import Frozen
from deckgen.ooxml.attributes import whole
from deckgen.ooxml.names import M, R
from deckgen.ooxml.xml import serialise
from deckgen.writers.docx.names import W, w
from deckgen.writers.docx.runs import PLAIN, Emphasis, children, field, properties, run
from deckgen.writers.docx.story import Story, paragraph

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


def _reference(story: Story) -> Emphasis:
    return Emphasis(style=f"{story.note_kind}-reference")


def reference(story: Story, number: int) -> str:
    """The mark in the text, bookmarked so that it can be referred to again."""
    shown = properties(story, _reference(story))
    mark = f'<w:r>{shown}<w:{story.note_kind}Reference w:id="{number}"/></w:r>'
    return story.bookmarked(f"_Note{number}", mark)


def repeated(story: Story, number: int) -> str:
    """The number of a note that was set before (ECMA-376 17.16.5.39, NOTEREF)."""
    return field(story, f"NOTEREF _Note{number} \\f \\h", str(number), _reference(story))


def note(story: Story, number: int, node: SyntaxTreeNode) -> str:
    """A note with its paragraphs; lists and listings in it become paragraphs."""
    kind = story.note_kind
    shown = properties(story, _reference(story))
    mark = f"<w:r>{shown}<w:{kind}Ref/></w:r>{run(story, ' ', PLAIN)}"
    waiting, story.waiting = story.waiting, []
    after_table, story.after_table = story.after_table, False
    story.in_notes = True
    paragraphs = []
    for inner in node.walk():
        if inner.type in {"inline", "fence", "code_block"}:
            words = children(story, inner) if inner.type == "inline" else _listing(story, inner)
            paragraphs.append(paragraph(story, f"{kind}-text", mark + words))
            mark = ""
    story.in_notes = False
    story.waiting, story.after_table = waiting, after_table
    body = "".join(paragraphs) or paragraph(story, f"{kind}-text", mark)
    return f'<w:{kind} w:id="{number}">{body}</w:{kind}>'


def _listing(story: Story, node: SyntaxTreeNode) -> str:
    return run(story, node.content.rstrip("\n"), Emphasis(style="code-words"))


class NotesPart(Frozen):
    """The part's bytes, the ids of its separators, and new ids of notes that the template has."""

    data: bytes
    separators: tuple[int, ...]
    moved: Mapping[int, int]


def part(story: Story, given: Any | None, kept: Iterable[int]) -> NotesPart:
    """The part of the notes: the document's after what draws the rule above them.

    `given` is the template's part: its separators stay, and its notes whose ids are `kept`.
    Separators come first and below 1, so that the document's notes count from 1.
    """
    from lxml import etree

    root = etree.fromstring(_empty(story.note_kind, story.rtl)) if given is None else given
    separators: list[int] = []
    moved: dict[int, int] = {}
    wanted = set(kept)
    for element in list(root):
        own = whole(element.get(w("id")), 0)
        if element.get(w("type"), "normal") != "normal":
            separators.append(_SEPARATORS.get(element.get(w("type")), -3 - len(separators)))
            element.set(w("id"), str(separators[-1]))
        elif own in wanted:
            moved[own] = len(story.notes) + len(moved) + 1
            element.set(w("id"), str(moved[own]))
        else:
            root.remove(element)
    written = f'<x xmlns:w="{W}" xmlns:r="{R}" xmlns:m="{M}">{"".join(story.notes)}</x>'
    for element in etree.fromstring(written):
        root.append(element)
    return NotesPart(serialise(root), tuple(separators), moved)


_SEPARATORS = {"separator": -1, "continuationSeparator": 0, "continuationNotice": -2}
_SINGLE = '<w:pPr>{}<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'


def _empty(kind: str, rtl: bool) -> str:
    line = _SINGLE.format("<w:bidi/>" * rtl)
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p>{line}<w:r><w:{name}/></w:r></w:p>'
        f"</w:{kind}>"
        for name, number in (("separator", -1), ("continuationSeparator", 0))
    )
    namespaces = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="{M}"'
    return f"<w:{kind}s {namespaces}>{separators}</w:{kind}s>"


def number_sections(root: Any, settings: Any | None) -> None:
    """Let each section number its endnotes as the document does, in figures if it does not say.

    Word reads that in the settings (17.11.4), LibreOffice in the sections (17.11.5) alone.
    """
    from lxml import etree

    given = settings.find(f"{w('endnotePr')}/{w('numFmt')}") if settings is not None else None
    for section in root.iter(w("sectPr")):
        if section.find(w("endnotePr")) is not None:
            continue
        notes = etree.Element(w("endnotePr"))
        form = etree.SubElement(notes, w("numFmt"))
        form.set(w("val"), "decimal" if given is None else given.get(w("val"), "decimal"))
        before = [child for child in section if child.tag in _BEFORE_ENDNOTES]
        section.insert(len(before), notes)


_BEFORE_ENDNOTES = frozenset({w("headerReference"), w("footerReference"), w("footnotePr")})


def without_text(root: Any, kept: Iterable[int]) -> bool:
    """Take the template's own endnotes away whose ids are not `kept`; whether there were any."""
    wanted = set(kept)
    gone = [
        element
        for element in root
        if element.get(w("type"), "normal") == "normal"
        and whole(element.get(w("id")), 0) not in wanted
    ]
    for element in gone:
        root.remove(element)
    return bool(gone)
