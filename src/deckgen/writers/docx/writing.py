"""A document and a Word template to the bytes of a .docx file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckgen.model.document import Document
from deckgen.ooxml import languages, names, xml
from deckgen.ooxml.properties import app_xml, core_xml, put_properties
from deckgen.writers.docx import body, frames, notes, numbering, pagination, settings
from deckgen.writers.docx import names as word
from deckgen.writers.docx.contents import MARK, PLACE, contents
from deckgen.writers.docx.numbering import Numbering
from deckgen.writers.docx.parsing import container, tree
from deckgen.writers.docx.story import Links, Story
from deckgen.writers.docx.styles import Styles
from deckgen.writers.docx.template import Template, opened

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_STYLES = xml.document(f'<w:styles xmlns:w="{word.W}"/>')
_NAMESPACES = (
    f'xmlns:w="{word.W}" xmlns:r="{names.R}" xmlns:m="{names.M}" xmlns:wp="{word.WP}"'
    f' xmlns:a="{names.A}" xmlns:pic="{word.PIC}"'
)


def write(document: Document, template: bytes, epoch: int) -> bytes:
    """The document as a .docx file in the template's styles.

    The template's own text is dropped; its page, headers and footers stay. `epoch` (seconds
    since 1970) dates the file. Raises ooxml.archive.PackageRefused for a template that is none.
    """
    base = opened(template)
    root = tree(document.markdown)
    story = _story(document, base, root)
    text = body.blocks(story, root.children)
    if PLACE in text:
        text = _with_contents(story, base, text)
    _put_parts(story, base, document, text)
    core = core_xml(document.properties, epoch)
    app = app_xml("deckgen", document.properties.company, {})
    put_properties(base.draft, base.package, core, app)
    return base.draft.seal()


def _story(document: Document, base: Template, root: SyntaxTreeNode) -> Story:
    styles_root = base.root(word.REL_STYLES)
    if styles_root is None:
        styles_root = xml.parse(_STYLES, "word/styles.xml")
    numbers = base.root(word.REL_NUMBERING)
    if numbers is None:
        numbers = xml.parse(numbering.EMPTY, "word/numbering.xml")
    tag = document.properties.language
    lang = language_xml(tag)
    styles = Styles(styles_root, base.theme_fonts)
    styles.set_language(lang)
    return Story(
        styles=styles,
        numbering=Numbering(numbers, styles),
        draft=base.draft,
        lang=lang,
        rtl=languages.primary(tag) in languages.RIGHT_TO_LEFT,
        width=base.page.width,
        height=base.page.height,
        blocks=document.blocks,
        labels=document.labels,
        anchors=frozenset(_anchors(root)),
        body_links=Links(base.arrows),
        note_nodes=_notes(root),
        language=tag,
    )


def language_xml(tag: str) -> str:
    """`w:lang` for a BCP 47 tag (ECMA-376 17.3.2.20): Latin, East Asian and complex scripts."""
    culture = xml.attribute(languages.culture(tag))
    east_asian = languages.primary(tag) in languages.EAST_ASIAN
    rtl = languages.primary(tag) in languages.RIGHT_TO_LEFT
    return (
        f'<w:lang w:val="{"en-US" if east_asian or rtl else culture}"'
        f' w:eastAsia="{culture if east_asian else "zh-CN"}"'
        f' w:bidi="{culture if rtl else "ar-SA"}"/>'
    )


def _anchors(root: SyntaxTreeNode) -> Iterator[str]:
    for node in root.walk():
        if node.type == "container_box" and container(node).name in {"part", "slide", "source"}:
            yield container(node).id


def _notes(root: SyntaxTreeNode) -> dict[int, SyntaxTreeNode]:
    return {
        int(note.meta["id"]): note
        for block in root.children
        if block.type == "footnote_block"
        for note in block.children
    }


def _with_contents(story: Story, base: Template, text: str) -> str:
    """The text with its table of contents, page numbers as near as measuring gets.

    Contents that would be parted begin a page: Word keeps their paragraphs together by itself,
    others do not look beyond the heading.
    """

    def pages(shown: str) -> Mapping[str, int]:
        return pagination.pages(f"<w:body {_NAMESPACES}>{shown}</w:body>", story, base.page)

    before = text.partition(PLACE)[0]
    found = pages(text.replace(PLACE, contents(story, {})))
    if found.get(MARK, 1) > pages(before + story.contents_heading).get(MARK, 1):
        style = f'<w:pStyle w:val="{story.styles.id("contents-heading")}"/>'
        story.contents_heading = story.contents_heading.replace(
            style, f"{style}<w:pageBreakBefore/>", 1
        )
    return text.replace(PLACE, contents(story, found))


def _put_parts(story: Story, base: Template, document: Document, text: str) -> None:
    draft, links = base.draft, story.body_links
    if story.notes:
        links.add(word.REL_FOOTNOTES, "word/footnotes.xml")
        draft.put("word/footnotes.xml", notes.part(story), word.TYPE_FOOTNOTES)
        draft.put_relationships("word/footnotes.xml", story.note_links.arrows)
    for kind, content, content_type in (
        (word.REL_STYLES, xml.serialise(story.styles.root), word.TYPE_STYLES),
        (word.REL_NUMBERING, xml.serialise(story.numbering.root), word.TYPE_NUMBERING),
        (word.REL_SETTINGS, _settings(base, bool(story.notes)), word.TYPE_SETTINGS),
    ):
        part = base.part(kind) or f"word/{kind.rpartition('/')[2]}.xml"
        if not base.part(kind):
            links.add(kind, part)
        draft.put(part, content, content_type)
    draft.put_relationships(base.part(word.REL_SETTINGS) or "word/settings.xml", ())
    for arrow in base.arrows:
        if arrow.type in {word.REL_HEADER, word.REL_FOOTER}:
            frame = base.package.xml(arrow.target)
            if frames.fill(frame, document.tags):
                draft.put(arrow.target, xml.serialise(frame), draft.content_type(arrow.target))
    section = xml.serialise(base.section).decode().partition("?>")[2].strip()
    whole = f"<w:document {_NAMESPACES}><w:body>{text}{section}</w:body></w:document>"
    draft.put(base.main, xml.document(whole), word.TYPE_DOCUMENT)
    draft.put_relationships(base.main, links.arrows)


def _settings(base: Template, with_notes: bool) -> bytes:
    root = base.root(word.REL_SETTINGS)
    if root is None:
        root = xml.parse(settings.EMPTY, "word/settings.xml")
    return settings.mended(root, with_notes)
