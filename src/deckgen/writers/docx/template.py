"""The Word template as read: the parts that stay, the page, the faces of its theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.ooxml import names
from deckgen.ooxml.attributes import whole
from deckgen.ooxml.package import Draft, Package
from deckgen.ooxml.relationships import Relationship
from deckgen.writers.docx import names as word
from deckgen.writers.docx.names import w

# What the document keeps of its template; all else belonged to the template's own text.
_KEPT = frozenset(
    {
        word.REL_STYLES, word.REL_NUMBERING, word.REL_SETTINGS, word.REL_FONT_TABLE,
        word.REL_WEB_SETTINGS, word.REL_HEADER, word.REL_FOOTER, names.REL_THEME,
    }
)  # fmt: skip
_REVISIONS = ("rsidR", "rsidRPr", "rsidSect", "rsidDel")


@dataclass(frozen=True, slots=True)
class Page:
    """The text area of the last section; lengths in twips. `margins` are top and bottom."""

    width: int
    height: int
    margins: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Template:
    """A template opened for one document."""

    package: Package
    draft: Draft
    main: str
    arrows: tuple[Relationship, ...]
    section: Any
    page: Page
    theme_fonts: Mapping[str, str]

    def part(self, kind: str) -> str:
        """The part that a relationship of the main part leads to, empty when there is none."""
        return next((arrow.target for arrow in self.arrows if arrow.type == kind), "")

    def root(self, kind: str) -> Any | None:
        """That part as an lxml element."""
        part = self.part(kind)
        return self.package.xml(part) if part else None


def opened(data: bytes) -> Template:
    """The template in the bytes of a .docx or .dotx file. Raises PackageRefused."""
    package = Package.open(data)
    main = package.main_part()

    def skipped(part: str, arrow: Relationship) -> bool:
        if part == main:
            return arrow.type not in _KEPT
        return arrow.type in (names.REL_THUMBNAIL, names.REL_SIGNATURE, names.REL_VBA)

    kept = package.reachable(skipped)
    draft = Draft.keeping(package, sorted(kept))
    arrows = tuple(
        arrow
        for arrow in package.relationships(main)
        if arrow.type in _KEPT and arrow.target in draft.parts
    )
    section = _section(package.xml(main), frozenset(arrow.id for arrow in arrows))
    return Template(
        package, draft, main, arrows, section, _page(section), _theme_fonts(package, arrows)
    )


def _section(root: Any, kept: frozenset[str]) -> Any:
    """The properties of the last section, without Word's traces of editing sessions.

    Headers, footers and printer settings whose relationships are not `kept` go too.
    """
    from lxml import etree

    body = root.find(w("body"))
    found = body.find(w("sectPr")) if body is not None else None
    if found is None:
        return etree.Element(w("sectPr"), nsmap={"w": word.W})
    for name in _REVISIONS:
        found.attrib.pop(w(name), None)
    for element in list(found):
        if element.get(f"{{{names.R}}}id", "") not in ("", *kept):
            found.remove(element)
    return found


def _page(section: Any) -> Page:
    """A4 with margins of 2.5 cm where the section says nothing."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))

    def length(element: Any, name: str, default: int) -> int:
        return whole(element.get(w(name)), default) if element is not None else default

    top, bottom = abs(length(margins, "top", 1417)), abs(length(margins, "bottom", 1417))
    sides = length(margins, "left", 1417) + length(margins, "right", 1417)
    width = length(size, "w", 11906) - sides - length(margins, "gutter", 0)
    return Page(width, length(size, "h", 16838) - top - bottom, (top, bottom))


def _theme_fonts(package: Package, arrows: tuple[Relationship, ...]) -> dict[str, str]:
    part = next((arrow.target for arrow in arrows if arrow.type == names.REL_THEME), "")
    if not part:
        return {}
    root = package.xml(part)
    fonts = {}
    for name in ("major", "minor"):
        latin = root.find(f".//{{{names.A}}}{name}Font/{{{names.A}}}latin")
        if latin is not None:
            fonts[name] = latin.get("typeface", "")
    return fonts
