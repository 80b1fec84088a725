"""The Word template as read: the parts that stay, the page, what stays of its own text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from deckgen.frozen import Frozen
from deckgen.ooxml import names, xml
from deckgen.ooxml.archive import PackageRefused
from deckgen.ooxml.attributes import whole
from deckgen.ooxml.package import Draft, Package
from deckgen.ooxml.package import opened as package_of
from deckgen.ooxml.relationships import Relationship
from deckgen.writers.docx import names as word
from deckgen.writers.docx.embedded_fonts import embedded
from deckgen.writers.docx.font_table import stand_ins
from deckgen.writers.docx.kept import COVER, Kept, document_root, keep
from deckgen.writers.docx.names import w
from deckgen.writers.docx.ordering import put_in_order
from deckgen.writers.docx.sections import Page, completed, read_page
from deckgen.writers.docx.styles import Setting, Styles
from deckgen.writers.docx.theme import read_theme

__all__ = ["Page", "Template", "opened"]

_STYLES = xml.document(f'<w:styles xmlns:w="{word.W}"/>')
# What only text leads to: such parts go with the text that showed them.
_SHOWN = re.compile(
    r"/(image|hyperlink|chart|chartEx|oleObject|package|aFChunk|subDocument|frame|control|"
    r"diagram\w+|video|audio|media|ink|slicer)\Z"
)
_COMMENTS = re.compile(r"/(comments\w*|people)\Z")
# Macros, and the tool bars and keys that call them.
_MACROS = re.compile(r"/(vbaProject|wordVbaData|attachedToolbars|keyMapCustomizations)\Z")


class Template(Frozen):
    """A template opened for one document.

    `heading_numbers` are instance and level of the numbers that the template's own headings have,
    by style id, where it is not the style that numbers them.
    """

    package: Package
    draft: Draft
    main: str
    arrows: tuple[Relationship, ...]
    kept: Kept
    page: Page
    styles: Styles
    heading_numbers: Mapping[str, tuple[int, int]]

    @property
    def pages_before(self) -> int:
        """How many pages count before the text's first: the cover, or where the section begins."""
        numbers = self.kept.section.find(w("pgNumType"))
        if numbers is not None and numbers.get(w("start")):
            return whole(numbers.get(w("start")), 1) - 1
        return int(self.kept.stays == COVER)

    def part(self, kind: str) -> str:
        """The part that a relationship of the main part leads to, empty when there is none."""
        return next((arrow.target for arrow in self.arrows if arrow.type == kind), "")

    def root(self, kind: str) -> Any | None:
        """That part as an lxml element."""
        part = self.part(kind)
        return self.package.xml(part) if part else None


def opened(data: bytes, tags: Mapping[str, str]) -> Template:
    """The template in the bytes of a Word file, its tags filled in. Raises PackageRefused."""
    package = package_of(data)
    main = package.main_part()
    root = _document(package, main)
    uses, numbers = _uses(root)
    styles = _styles(package, main, uses)
    kept = keep(root, styles, tags)
    commented = next(kept.root.iter(w("commentReference")), None) is not None

    def skipped(part: str, arrow: Relationship) -> bool:
        if _MACROS.search(arrow.type):
            return True
        if part != main:
            return arrow.type in (names.REL_THUMBNAIL, names.REL_SIGNATURE)
        if _COMMENTS.search(arrow.type):
            return not commented
        return bool(_SHOWN.search(arrow.type)) and arrow.id not in kept.ids

    draft = Draft.keeping(package, sorted(package.reachable(skipped)))
    arrows = tuple(
        arrow
        for arrow in package.relationships(main)
        if not skipped(main, arrow)
        and (arrow.id in kept.ids if arrow.external else arrow.target in draft.parts)
    )
    page = read_page(completed(kept.section, frozenset(arrow.id for arrow in arrows)))
    page = page.in_characters(styles.look("normal").size)
    styles.stand_on((page.grid, page.cell))
    return Template(package, draft, main, arrows, kept, page, styles, numbers)


def _document(package: Package, main: str) -> Any:
    root = package.xml(main)
    if root.tag != w("document"):
        raise PackageRefused(
            "the file is not a Word document", "Give a .docx or .dotx file that Word has saved."
        )
    return document_root(root)


def _styles(package: Package, main: str, uses: Mapping[tuple[str, str], int]) -> Styles:
    found = package.related(main, word.REL_STYLES)
    root = package.xml(found[0]) if found else xml.parse(_STYLES, "word/styles.xml")
    put_in_order(root)
    theme = package.related(main, names.REL_THEME)
    fonts = package.related(main, word.REL_FONT_TABLE)
    faces = stand_ins(package.xml(fonts[0]) if fonts else None)
    look = read_theme(package.xml(theme[0]) if theme else None)
    return Styles(root, Setting(look, uses, faces, embedded(package, main)))


def _uses(
    root: Any,
) -> tuple[Counter[tuple[str, str]], dict[str, tuple[int, int]]]:
    """How often the text uses each style, and the numbers that it gives to paragraphs itself."""
    uses: Counter[tuple[str, str]] = Counter()
    numbers: dict[str, tuple[int, int]] = {}
    for element in root.iter(w("p"), w("tbl")):
        table = element.tag == w("tbl")
        style = element.find(f"{w('tblPr')}/{w('tblStyle')}" if table else "*/" + w("pStyle"))
        name = style.get(w("val"), "") if style is not None else ""
        if table or next(element.iter(w("t")), None) is not None:
            uses["table" if table else "paragraph", name] += 1
        number = element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        level = element.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
        if name and number is not None and whole(number.get(w("val")), 0):
            at = whole(level.get(w("val")), 0) if level is not None else 0
            numbers.setdefault(name, (whole(number.get(w("val")), 0), at))
    return uses, numbers
