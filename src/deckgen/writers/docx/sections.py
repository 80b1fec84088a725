"""A document's sections: their pages, and the headers and footers they show (ECMA-376 17.6)."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from deckgen.frozen import Frozen, replace
from deckgen.ooxml import names
from deckgen.ooxml.attributes import twips, whole
from deckgen.writers.docx.names import W, w

_A4 = (("w", "11906"), ("h", "16838"))
_MARGINS = (("top", 1417), ("right", 1417), ("bottom", 1417), ("left", 1417), ("header", 709),
            ("footer", 709), ("gutter", 0))  # fmt: skip
_REVISIONS = ("rsidR", "rsidRPr", "rsidSect", "rsidDel")
_REFERENCES = (w("headerReference"), w("footerReference"))
_TWIPS = 20
_NARROWEST = 2_000  # twips; what a page says of less is no measure for text


class Page(Frozen):
    """The text area of a section; lengths in twips. `margins` are top and bottom.

    `grid` is the pitch of the lines that text stands on, 0 where it stands free (17.6.5). `spread`
    is what a grid adds to the width of its characters, None where it has none; `cell` is the width
    of such a character. `first` is the height of the first page where it differs, 0 where it does
    not.
    """

    width: int
    height: int
    margins: tuple[int, int]
    grid: int = 0
    spread: int | None = None
    cell: int = 0
    columns: int = 1
    first: int = 0

    def room(self, column: int) -> int:
        """The height of a column of text, counted from 1 through all pages."""
        return self.first if self.first and column <= self.columns else self.height

    def in_characters(self, size: float) -> Page:
        """The page with the width that whole characters of a size, in points, take."""
        if self.spread is None:
            return self
        cell = max(_TWIPS, round(size * _TWIPS) + self.spread)
        return replace(self, width=self.width // cell * cell, cell=cell)


class Section(Frozen):
    """A section: its properties, inherited headers and footers included, and its blocks."""

    properties: Any
    blocks: tuple[Any, ...]

    @property
    def letters(self) -> int:
        """How much text it has."""
        return sum(len(text.text or "") for block in self.blocks for text in block.iter(w("t")))

    @property
    def begins_page(self) -> bool:
        """Whether it starts on a page of its own."""
        kind = self.properties.find(w("type"))
        return kind is None or kind.get(w("val"), "nextPage").endswith("Page")


def read_sections(body: Any) -> tuple[Section, ...]:
    """The sections of a `w:body`, the last one with properties even where the body has none."""
    from lxml import etree

    found: list[Section] = []
    blocks: list[Any] = []
    inherited: dict[tuple[str, str], Any] = {}
    for block in body:
        if block.tag == w("sectPr"):
            continue
        blocks.append(block)
        for properties in _ends(block):
            found.append(Section(_with_frames(properties, inherited), tuple(blocks)))
            blocks = []
    last = body.find(w("sectPr"))
    if last is None:
        last = etree.Element(w("sectPr"), nsmap={"w": W})
    found.append(Section(_with_frames(last, inherited), tuple(blocks)))
    return tuple(found)


def _ends(block: Any) -> Iterator[Any]:
    """The properties of sections that end within a block, text boxes left out."""
    for properties in block.iter(w("sectPr")):
        if not any(each.tag == w("txbxContent") for each in properties.iterancestors()):
            yield properties


def _with_frames(properties: Any, inherited: dict[tuple[str, str], Any]) -> Any:
    """A copy with the headers and footers that go on from the sections before (17.10.2)."""
    own = deepcopy(properties)
    own.tail = None
    for name in _REVISIONS:
        own.attrib.pop(w(name), None)
    for change in own.findall(w("sectPrChange")):
        own.remove(change)
    for reference in [child for child in own if child.tag in _REFERENCES]:
        inherited[reference.tag, reference.get(w("type"), "default")] = reference
        own.remove(reference)
    for place, key in enumerate(sorted(inherited)):
        own.insert(place, deepcopy(inherited[key]))
    return own


def main_section(sections: tuple[Section, ...]) -> Section:
    """The section that most of the text stands in, the last of equals."""
    return max(enumerate(sections), key=lambda each: (each[1].letters, each[0]))[1]


def completed(properties: Any, kept: frozenset[str]) -> Any:
    """The properties with a page size and margins, and only relationships that are `kept`."""
    for element in list(properties):
        if element.get(f"{{{names.R}}}id", "") not in ("", *kept):
            properties.remove(element)
    size, margins = properties.find(w("pgSz")), properties.find(w("pgMar"))
    if size is None:
        size = _inserted(properties, "pgSz", ("pgMar", *_AFTER_MARGINS))
    if margins is None:
        margins = _inserted(properties, "pgMar", _AFTER_MARGINS)
    for name, value in _A4:
        if twips(size.get(w(name)), 0) <= 0:
            size.set(w(name), value)
    for name, length in _MARGINS:
        if margins.get(w(name)) is None:
            margins.set(w(name), str(length))
    return properties


_AFTER_MARGINS = (
    "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign",
    "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
)  # fmt: skip


def _inserted(properties: Any, name: str, followers: tuple[str, ...]) -> Any:
    from lxml import etree

    element = etree.Element(w(name))
    later = {w(follower) for follower in followers}
    place = next((at for at, child in enumerate(properties) if child.tag in later), None)
    properties.insert(len(properties) if place is None else place, element)
    return element


def read_page(properties: Any) -> Page:
    """The text area of a section whose properties are complete."""
    size, margins = properties.find(w("pgSz")), properties.find(w("pgMar"))

    def margin(name: str) -> int:
        return abs(twips(margins.get(w(name)), 0))

    width = twips(size.get(w("w")), 0) - margin("left") - margin("right") - margin("gutter")
    height = twips(size.get(w("h")), 0) - margin("top") - margin("bottom")
    direction = properties.find(w("textDirection"))
    if direction is not None and direction.get(w("val"), "").startswith("tb"):
        width, height = height, width
    count, width = _columns(properties.find(w("cols")), width)
    return Page(
        max(width, _NARROWEST),
        max(height, _NARROWEST),
        (margin("top"), margin("bottom")),
        grid=_pitch(properties.find(w("docGrid"))),
        spread=_spread(properties.find(w("docGrid"))),
        columns=count,
    )


def _columns(columns: Any | None, width: int) -> tuple[int, int]:
    """How many columns there are, and the width of the narrowest."""
    if columns is None:
        return 1, width
    own = [twips(each.get(w("w")), 0) for each in columns.findall(w("col"))]
    if any(own) and columns.get(w("equalWidth"), "1") in {"0", "false", "off"}:
        return len(own), min(each for each in own if each)
    count = max(1, whole(columns.get(w("num")), 1))
    return count, (width - (count - 1) * twips(columns.get(w("space")), 720)) // count


def _pitch(grid: Any | None) -> int:
    if grid is None or grid.get(w("type"), "default") == "default":
        return 0
    return max(0, twips(grid.get(w("linePitch")), 0))


def _spread(grid: Any | None) -> int | None:
    """Twips between the characters of a grid (17.6.5, `w:charSpace` in 4096ths of a point).

    LibreOffice drops what is less than a twip of the part above a whole point.
    """
    if grid is None or grid.get(w("type"), "default") not in {"linesAndChars", "snapToChars"}:
        return None
    points, part = divmod(whole(grid.get(w("charSpace")), 0), 4096)
    return points * _TWIPS + part * _TWIPS // 4095
