"""A document and a Word template to the bytes of a .docx file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.model.document import Document
from deckgen.ooxml import languages, xml
from deckgen.ooxml.archive import Archives
from deckgen.ooxml.properties import app_xml, core_xml, put_properties
from deckgen.text.direction import right_to_left
from deckgen.writers.docx import body, mirroring, numbering, parts, references, running
from deckgen.writers.docx import names as word
from deckgen.writers.docx.numbering import Numbering
from deckgen.writers.docx.parsing import container, tree
from deckgen.writers.docx.placing import placed
from deckgen.writers.docx.story import Links, Story
from deckgen.writers.docx.template import Template, opened

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


def write(
    document: Document, template: bytes, epoch: int, archives: Archives | None = None
) -> bytes:
    """The document as a .docx file in the template's styles.

    The template's own text is dropped but for its cover, or kept around `{{ body }}`; its page,
    headers and footers stay. `epoch` (seconds since 1970) dates the file; `archives` know the last
    one. Raises ooxml.archive.PackageRefused for a template that is none.
    """
    base = opened(template, document.tags)
    root = tree(document.markdown)
    story = _story(document, base, root)
    text = references.filled(story, body.blocks(story, root.children))
    if story.running:
        text = running.begun(text)
    text = placed(story, base, text, document.tags.get("talk.classification", ""))
    parts.put(story, base, document, text)
    core = core_xml(document.properties, epoch)
    app = app_xml("deckgen", document.properties.company or parts.company(base), {})
    put_properties(base.draft, base.package, core, app)
    return base.draft.seal(archives)


def _story(document: Document, base: Template, root: SyntaxTreeNode) -> Story:
    numbers = base.root(word.REL_NUMBERING)
    if numbers is None:
        numbers = xml.parse(numbering.EMPTY, "word/numbering.xml")
    tag = document.properties.language
    lang = language_xml(tag)
    styles = base.styles
    styles.set_language(lang)
    rtl = right_to_left(tag)
    if rtl:
        mirroring.mirror_styles(styles.root)
        mirroring.turn_sections(base.kept.root)
    bookmark, drawing = parts.highest(base)
    return Story(
        styles=styles,
        numbering=Numbering(numbers, styles, base.heading_numbers),
        draft=base.draft,
        lang=lang,
        rtl=rtl,
        width=base.page.width,
        height=base.page.height,
        blocks=document.blocks,
        labels=document.labels,
        anchors=frozenset(_anchors(root)),
        body_links=Links(base.arrows),
        note_links=Links(parts.note_arrows(base)),
        note_nodes=_notes(root),
        note_kind="endnote" if "endnotes" in _containers(root) else "footnote",
        thumbnails=document.thumbnails,
        said=base.kept.said,
        language=tag,
        running=parts.repeats_chapters(base),
        _next_bookmark=max(bookmark, 0),
        _next_drawing=max(drawing, 0),
    )


def language_xml(tag: str) -> str:
    """`w:lang` for a BCP 47 tag (ECMA-376 17.3.2.20): Latin, East Asian and complex scripts."""
    culture = xml.attribute(languages.culture(tag))
    east_asian = languages.primary(tag) in languages.EAST_ASIAN
    rtl = right_to_left(tag)
    return (
        f'<w:lang w:val="{"en-US" if east_asian or rtl else culture}"'
        f' w:eastAsia="{culture if east_asian else "zh-CN"}"'
        f' w:bidi="{culture if rtl else "ar-SA"}"/>'
    )


def _containers(root: SyntaxTreeNode) -> frozenset[str]:
    boxes = (node for node in root.walk() if node.type == "container_box")
    return frozenset(container(node).name for node in boxes)


_POINTED_AT = frozenset({"part", "slide", "source", "work"})


def _anchors(root: SyntaxTreeNode) -> Iterator[str]:
    for node in root.walk():
        if node.type == "container_box" and container(node).name in _POINTED_AT:
            yield container(node).id


def _notes(root: SyntaxTreeNode) -> dict[int, SyntaxTreeNode]:
    return {
        int(note.meta["id"]): note
        for block in root.children
        if block.type == "footnote_block"
        for note in block.children
    }
