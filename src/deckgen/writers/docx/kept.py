"""What stays of a template's own text: all of it around `{{ body }}`, else its cover alone.

A cover is Word's own building block, or what stands on the first page by itself with a drawing or
a title and no heading. Its drawings stay; where it names the talk by its styles, the talk's words
take the place of the sample's, and its other sample words go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from deckgen.frozen import Frozen
from deckgen.ooxml import names
from deckgen.writers.docx import frames
from deckgen.writers.docx.names import WP, W, w
from deckgen.writers.docx.sections import Section, main_section, read_sections
from deckgen.writers.docx.styles import Styles

PLACE = "deckgen's text"
COVER = "the cover"
_COVER_BLOCKS = 60
_COVER_LETTERS = 800
_COVER_LINES = (
    ("title", "talk.title"),
    ("subtitle", "talk.subtitle"),
    ("byline", "talk.speakers"),
    ("occasion", "talk.dates"),
)


class Kept(Frozen):
    """The document part with what stays, and a comment PLACE where the text is to stand.

    `section` are the properties of the section around it; `said` are the tags whose words the
    reader finds in what stays, before the text; `ids` are relationships that it uses; `stays`
    says in words what of the template's own text it is.
    """

    root: Any
    section: Any
    said: frozenset[str]
    ids: frozenset[str]
    stays: str


def keep(root: Any, styles: Styles, tags: Mapping[str, str]) -> Kept:
    """What stays of a `w:document`, its tags filled in."""
    from lxml import etree

    body = root.find(w("body"))
    if body is None:
        body = etree.SubElement(root, w("body"))
    sections = read_sections(body)
    place = etree.Comment(PLACE)
    marked = next(frames.markers(body), None)
    if marked is not None:
        section = _around(body, marked, place, sections)
        said = frozenset(tag for block in _before(body, place) for tag in frames.named(block))
    else:
        section, said = _alone(body, place, sections, styles, tags)
    frames.fill(body, tags)
    if marked is not None:
        stays = "all around {{ body }}"
    else:
        stays = "nothing" if body[0] is place else COVER
    return Kept(root, section, said, relationship_ids(root), stays)


def relationship_ids(root: Any) -> frozenset[str]:
    """All relationship ids that elements name, whatever the attribute."""
    prefix = f"{{{names.R}}}"
    return frozenset(
        value
        for element in root.iter()
        for name, value in element.attrib.items()
        if name.startswith(prefix) or name.rpartition("}")[2] == "relid"
    )


# -- around a marker ----------------------------------------------------------------------------


def _around(body: Any, marked: Any, place: Any, sections: Sequence[Section]) -> Any:
    """Put the place where the marker stands; its section's properties, with frames inherited."""
    block = marked
    while block.getparent() is not body:
        block = block.getparent()
    section = next(each for each in sections if block in each.blocks)
    for other in list(frames.markers(body)):
        left = frames.unmark(other)
        if other is not marked:
            continue
        other.addnext(place)
        place.tail = None
        ends_section = other.find(f"{w('pPr')}/{w('sectPr')}") is not None
        if ends_section:
            other.addprevious(place)
        elif not left:
            other.getparent().remove(other)
    if place.getparent().tag == w("tc") and place.getnext() is None:
        from lxml import etree

        place.addnext(etree.Element(w("p")))  # a cell ends in a paragraph (17.4.66)
    return section.properties


def _before(body: Any, place: Any) -> Iterator[Any]:
    """The blocks that a reader has read when the text begins."""
    for block in body:
        if block is place:
            return
        if isinstance(block.tag, str):
            yield block
        if place in block.iter():
            return


# -- a cover alone ------------------------------------------------------------------------------


def _alone(
    body: Any,
    place: Any,
    sections: Sequence[Section],
    styles: Styles,
    tags: Mapping[str, str],
) -> tuple[Any, frozenset[str]]:
    cover, rest = _cover(sections, styles)
    section = main_section(tuple(rest))
    worded = [block for block in cover if block.tag == w("tbl") and _holds(block, "t")]
    said = _named_by(cover, styles, tags) if cover else frozenset()
    gone = [table for table in worded if not _holds(table, "t", "drawing", "pict", "object")]
    cover = tuple(block for block in cover if block not in gone)
    for child in list(body):
        if child not in cover:
            body.remove(child)
    if cover and not _ends_page(cover[-1]):
        body.append(_page_break())
    if cover and not section.begins_page:
        section.properties.remove(section.properties.find(w("type")))
    body.append(place)
    body.append(section.properties)
    return section.properties, said


def _holds(block: Any, *kinds: str) -> bool:
    """Whether there is any of these elements in a block; texts without words do not count."""
    found = block.iter(*map(w, kinds))
    return any(each.tag != w("t") or (each.text or "").strip() for each in found)


def _cover(
    sections: Sequence[Section], styles: Styles
) -> tuple[tuple[Any, ...], tuple[Section, ...]]:
    """The blocks of the cover, and the sections that the text may take its page from."""
    first = sections[0]
    if first.blocks and _is_gallery(first.blocks[0], "Cover Pages"):
        return first.blocks[:1], tuple(sections)
    if len(sections) > 1 and sections[1].begins_page and _is_cover(first.blocks, styles):
        return first.blocks, tuple(sections[1:])
    leaf = tuple(_first_leaf(first.blocks))
    if len(leaf) < len(first.blocks) and _is_cover(leaf, styles):
        return leaf, tuple(sections)
    return (), tuple(sections)


def _first_leaf(blocks: Sequence[Any]) -> Iterator[Any]:
    """The blocks up to the first page break."""
    for block in blocks:
        yield block
        if _ends_page(block):
            return


def _is_gallery(block: Any, name: str) -> bool:
    found = block.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return block.tag == w("sdt") and found is not None and found.get(w("val")) == name


def _is_cover(blocks: Sequence[Any], styles: Styles) -> bool:
    if not blocks or len(blocks) > _COVER_BLOCKS:
        return False
    if any(_is_gallery(block, "Table of Contents") for block in blocks):
        return False
    letters = sum(len(text.text or "") for block in blocks for text in block.iter(w("t")))
    if letters > _COVER_LETTERS:
        return False
    title = styles.found("title")
    used = [_style(paragraph) for block in blocks for paragraph in block.iter(w("p"))]
    if any(each != title and styles.look_of(each).outline < 9 for each in used if each):
        return False
    drawn = any(next(block.iter(w("drawing"), w("pict")), None) is not None for block in blocks)
    return drawn or bool(title and title in used)


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style.get(w("val"), "") if style is not None else ""


def _ends_page(block: Any) -> bool:
    if next(block.iter(w("sectPr")), None) is not None:
        return True
    return any(each.get(w("type")) == "page" for each in block.iter(w("br")))


def _page_break() -> Any:
    from lxml import etree

    paragraph = etree.Element(w("p"))
    run = etree.SubElement(paragraph, w("r"))
    etree.SubElement(run, w("br")).set(w("type"), "page")
    return paragraph


def _named_by(cover: Iterable[Any], styles: Styles, tags: Mapping[str, str]) -> frozenset[str]:
    """Write the talk's words into a cover that has no tags; the tags that it then says."""
    blocks = tuple(cover)
    for block in blocks:
        frames.blank(block)
    tagged = frozenset(tag for block in blocks for tag in frames.named(block))
    if tagged:
        return tagged
    lines = {styles.found(role): tag for role, tag in _COVER_LINES}
    lines.pop("", None)
    said: set[tuple[str, bool]] = set()
    for block in blocks:
        for paragraph in block.iter(w("p")):
            around = {each.tag for each in paragraph.iterancestors()}
            tag = lines.get(_style(paragraph), "")
            if not tag and w("txbxContent") in around:
                continue  # a box is part of the design, and what it says with it
            # What programs show that do not know the new kind of box says the same again.
            once = (tag, f"{{{names.MC}}}Fallback" in around)
            frames.write_into(paragraph, "" if once in said else tags.get(tag, ""))
            said.add(once)
    return frozenset(tag for tag, _ in said if tags.get(tag))


def document_root(root: Any) -> Any:
    """The `w:document` with the prefixes that the writer's own text needs."""
    from lxml import etree

    ours = {"w": W, "r": names.R, "m": names.M, "wp": WP, "a": names.A}
    prefixes = {**{key: value for key, value in root.nsmap.items() if key}, **ours}
    whole = etree.Element(w("document"), nsmap=prefixes)
    for name, value in root.attrib.items():
        if name != w("conformance"):
            whole.set(name, value)
    for child in list(root):
        whole.append(child)
    return whole
