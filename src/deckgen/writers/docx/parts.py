"""A document's parts put into its template's package, the template's own mended where they speak
of its sample text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from deckgen.model.document import Document
from deckgen.ooxml import names, xml
from deckgen.ooxml.attributes import whole
from deckgen.ooxml.relationships import Relationship
from deckgen.text.titles import shortened
from deckgen.writers.docx import fields, frames, kept, mirroring, notes, settings
from deckgen.writers.docx import names as word
from deckgen.writers.docx.marking import add, complete, on_notes
from deckgen.writers.docx.measures import type_run
from deckgen.writers.docx.names import w
from deckgen.writers.docx.story import Story
from deckgen.writers.docx.template import Template

_TWIPS = 20
# How much of a running header's or footer's line one of these may take.
_SHARES = {"talk.title": 0.6, "talk.subtitle": 0.6, "talk.event": 0.6, "talk.speakers": 0.75}


def put(story: Story, base: Template, document: Document, text: str) -> None:
    """Put the text, and all that belongs to it, into the draft of its template."""
    _put_frames(story, base, document)  # first: what it writes may need further styles
    separators = _put_notes(story, base, document.tags.get("talk.classification", ""))
    _trim_notes(base, "endnote" if story.note_kind == "footnote" else "footnote")
    _put(story, base, word.REL_STYLES, story.styles.root, word.TYPE_STYLES)
    _put_effects(story, base)
    if not base.part(names.REL_THEME):
        part = _free(base, "word/theme/theme1")
        from deckgen.packs.make.theme import theme_part
        from deckgen.packs.make.word_palette import printed
        from deckgen.packs.tokens import Tokens

        base.draft.put(part, theme_part(printed(Tokens()), "deckgen"), names.TYPE_THEME)
        story.body_links.add(names.REL_THEME, part)
    _put(story, base, word.REL_NUMBERING, story.numbering.root, word.TYPE_NUMBERING)
    given = base.root(word.REL_SETTINGS)
    if given is None:
        given = xml.parse(settings.EMPTY, "word/settings.xml")
    mended = settings.mended(given, separators, story.note_kind)
    _put(story, base, word.REL_SETTINGS, mended, word.TYPE_SETTINGS)
    draft = base.draft
    fields.refresh(base.kept.root, _properties(document), _first_words(story, document))
    place = f"<!--{kept.PLACE}-->".encode()
    main = xml.serialise(base.kept.root).replace(place, text.encode(), 1)
    draft.put(base.main, main, word.TYPE_DOCUMENT)
    draft.put_relationships(base.main, story.body_links.arrows)


def _put(story: Story, base: Template, kind: str, root: Any, content_type: str) -> None:
    """Put a part where the template has it, or where Word would; its relationships in use stay."""
    part = base.part(kind)
    if not part:
        part = _free(base, f"word/{kind.rpartition('/')[2]}")
        story.body_links.add(kind, part)
    base.draft.put(part, xml.serialise(root), content_type)
    used = kept.relationship_ids(root)
    base.draft.put_relationships(
        part, [arrow for arrow in base.package.relationships(part) if arrow.id in used]
    )


def _put_effects(story: Story, base: Template) -> None:
    """Word 2010's second copy of the styles, which has to know all of the first."""
    root, part = base.root(word.REL_STYLES_WITH_EFFECTS), base.part(word.REL_STYLES_WITH_EFFECTS)
    if root is None:
        return
    before = base.root(word.REL_STYLES)
    sheets = (root, story.styles.root, before)
    given, own, old = (None if each is None else each.find(w("docDefaults")) for each in sheets)
    changed = own is not None and (old is None or xml.serialise(own) != xml.serialise(old))
    if given is not None and changed:
        root.replace(given, deepcopy(own))
    known = {style.get(w("styleId")) for style in root.findall(w("style"))}
    for style in story.styles.root.findall(w("style")):
        if style.get(w("styleId")) not in known:
            root.append(_effective(style))
    base.draft.put(part, xml.serialise(root), base.draft.content_type(part))


def _effective(style: Any) -> Any:
    """A copy of a style, without saying that it has no number: validators take that ill there."""
    copy = deepcopy(style)
    for number in list(copy.iter(w("numPr"))):
        at = number.find(w("numId"))
        if at is not None and at.get(w("val")) == "0":
            number.getparent().remove(number)
    return copy


def _free(base: Template, stem: str) -> str:
    """A part's name that the template has not given to another."""
    name = f"{stem}.xml"
    return name if name not in base.draft.parts else base.draft.free(f"{stem}{{}}.xml")()


def _put_notes(story: Story, base: Template, marking: str) -> tuple[int, ...]:
    """Put the notes; the ids of those that draw the rule above them, none without notes."""
    relationship, stem, content_type = _NOTES[story.note_kind]
    given = base.root(relationship)
    if given is None and not story.notes:
        return ()
    if marking and story.note_kind == "endnote":
        *_, last = base.kept.root.iter(w("sectPr"))
        story.notes = list(on_notes(story, story.notes, marking, last))
    references = list(base.kept.root.iter(w(f"{story.note_kind}Reference")))
    made = notes.part(story, given, _ids(references))
    for reference in references:
        number = whole(reference.get(w("id")), 0)
        reference.set(w("id"), str(made.moved.get(number, number)))
    if story.note_kind == "endnote":
        notes.number_sections(base.kept.root, base.root(word.REL_SETTINGS))
    part = base.part(relationship)
    if not part:
        part = _free(base, stem)
        story.body_links.add(relationship, part)
    base.draft.put(part, made.data, content_type)
    base.draft.put_relationships(part, story.note_links.arrows)
    return made.separators


_NOTES = {
    "footnote": (word.REL_FOOTNOTES, "word/footnotes", word.TYPE_FOOTNOTES),
    "endnote": (word.REL_ENDNOTES, "word/endnotes", word.TYPE_ENDNOTES),
}


def _ids(references: Iterable[Any]) -> frozenset[int]:
    return frozenset(whole(each.get(w("id")), 0) for each in references)


def _trim_notes(base: Template, kind: str) -> None:
    """The template's notes of the kind that the document does not use go with their text."""
    relationship = _NOTES[kind][0]
    root, part = base.root(relationship), base.part(relationship)
    used = _ids(base.kept.root.iter(w(f"{kind}Reference")))
    if root is not None and notes.without_text(root, used):
        base.draft.put(part, xml.serialise(root), base.draft.content_type(part))
        ids = kept.relationship_ids(root)
        arrows = [arrow for arrow in base.package.relationships(part) if arrow.id in ids]
        base.draft.put_relationships(part, arrows)


def _put_frames(story: Story, base: Template, document: Document) -> None:
    """Headers and footers with the talk's words where they leave room for them."""
    properties, styles = _properties(document), _first_words(story, document)
    tags = document.tags
    shared = {tag: _running(story, tags.get(tag, ""), share) for tag, share in _SHARES.items()}
    marking = tags.get("talk.classification", "")
    if marking:
        complete(story, base, marking)
    for arrow in base.arrows:
        if arrow.type in {word.REL_HEADER, word.REL_FOOTER}:
            root = base.package.xml(arrow.target)
            changed = fields.refresh(root, properties, styles, chapters(base))
            changed = frames.fill(root, tags, shared) or changed
            if marking and arrow.type == word.REL_HEADER:
                changed = add(story, root, marking) or changed
            if story.rtl:
                changed = mirroring.turn(root) or changed
            if changed:
                kind = base.draft.content_type(arrow.target)
                base.draft.put(arrow.target, xml.serialise(root), kind)


def _running(story: Story, said: str, share: float) -> str:
    """A title, or the speakers, as they run along on all pages beside something else."""
    look, room = story.styles.look("normal"), share * story.width / _TWIPS
    setter = story.styles.typesetter
    return shortened(said, lambda words: setter.width((type_run(words, look),)) <= room)


def _properties(document: Document) -> Mapping[str, str]:
    about = document.properties
    return {
        "title": about.title,
        "subject": about.subject,
        "author": about.author,
        "keywords": about.keywords,
    }


def _first_words(story: Story, document: Document) -> Mapping[str, tuple[str, str]]:
    """Number and words of the first heading of each level, by the style's name and by level."""
    found: dict[str, tuple[str, str]] = {}
    for heading in story.headings:
        found.setdefault(heading.style.lower(), (heading.number, heading.text))
        if heading.style == story.styles.choice(f"heading{heading.level}").name:
            found.setdefault(str(heading.level), (heading.number, heading.text))
    found[story.styles.choice("title").name.lower()] = ("", document.properties.title)
    return found


def chapters(base: Template) -> frozenset[str]:
    """The names by which a STYLEREF field calls the style of the chapters' headings."""
    return frozenset({"1", base.styles.choice("heading1").name.lower()})


def repeats_chapters(base: Template) -> bool:
    """Whether a header or footer says which chapter its page belongs to."""
    frames_of = (word.REL_HEADER, word.REL_FOOTER)
    roots = (base.package.xml(each.target) for each in base.arrows if each.type in frames_of)
    return any(fields.repeats(root, chapters(base)) for root in roots)


def highest(base: Template) -> tuple[int, int]:
    """The highest ids of bookmarks and of drawings in what stays of the template."""
    notes_too = (word.REL_HEADER, word.REL_FOOTER, word.REL_FOOTNOTES, word.REL_ENDNOTES)
    roots = [base.package.xml(arrow.target) for arrow in base.arrows if arrow.type in notes_too]
    marks, drawings = [0], [0]
    for root in (base.kept.root, *roots):
        marks += (whole(each.get(w("id")), 0) for each in root.iter(w("bookmarkStart")))
        drawings += (whole(each.get("id"), 0) for each in root.iter(f"{{{word.WP}}}docPr"))
    # Word's newer ids are random and large: counting on from them would leave what is allowed.
    return max(n for n in marks if n < _RANDOM), max(n for n in drawings if n < _RANDOM)


_RANDOM = 1_000_000


def company(base: Template) -> str:
    """Whose template it is, as its own properties say."""
    for part in base.package.related("", names.REL_APP):
        for element in base.package.xml(part):
            if isinstance(element.tag, str) and element.tag.endswith("}Company"):
                return element.text or ""
    return ""


def note_arrows(base: Template) -> tuple[Relationship, ...]:
    """The relationships of the template's footnotes."""
    part = base.part(word.REL_FOOTNOTES)
    return base.package.relationships(part) if part else ()
