"""Faults that a presentation can have beyond its schema."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from deckgen.ooxml import names
from deckgen.ooxml.archive import REPEATED, Member
from deckgen.ooxml.package import Package
from deckgen.ooxml.xml import parse

_FIRST, _LAST = 256, 2_147_483_647  # ST_SlideId (ECMA-376 part 1, 19.7.13)

_FALLBACK = re.compile(rb"<mc:Fallback>.*?</mc:Fallback>", re.DOTALL)
_SHAPE_ID = re.compile(rb'<p:cNvPr id="([^"]*)"')
_POINTS_AT = re.compile(rb'<(a:stCxn|a:endCxn|p:spTgt|p:bldP|p:bldGraphic) (?:sp)?id="([^"]*)"')
_PLACEHOLDER = re.compile(rb"<p:ph\b([^>]*)>")
_TYPE = re.compile(rb'\btype="([^"]*)"')
_INDEX = re.compile(rb'\bidx="([^"]*)"')
_EMPTY_BODY = re.compile(rb"(?:<a:lstStyle/>|</a:lstStyle>|</?a:bodyPr[^>]*>)</(?:p|a):txBody>")
_EXTENT = re.compile(rb'<(a:ext|a:chExt|a:gridCol|a:tr) (?:c[xy]|w|h)="(-?\d+)"(?: cy="(-?\d+)")?')
_FONT_SIZE = re.compile(rb'<a:(?:r|defR|endParaR)Pr\b[^>]*? sz="([^"]*)"')
_SIZES = range(100, 400_001)  # ST_TextFontSize (ECMA-376 part 1, 20.1.10.72)
_LARGEST = 27_273_042_316_900  # ST_PositiveCoordinate (ECMA-376 part 1, 20.1.10.42)
_NEGATIVE_AXIS = re.compile(rb'<c:(?:axId|crossAx) val="-')
# Placeholders that are matched by what they are; the others by their index.
_BY_TYPE = frozenset({b"title", b"ctrTitle", b"dt", b"ftr", b"sldNum", b"hdr"})
_TITLES = frozenset({b"title", b"ctrTitle"})

Placeholder = tuple[bytes, bytes]


def deck_faults(package: Package, main: str) -> Iterator[str]:
    """Faults of a presentation's list of slides, and of its sections."""
    arrows = package.relationships(main)
    slides = frozenset(arrow.id for arrow in arrows if arrow.type == names.REL_SLIDE)
    notes = any(kind == names.TYPE_NOTES_SLIDE for kind in package.types.overrides.values())
    yield from _presentation_faults(main, package.read(main), slides, notes)


def deck_part_faults(package: Package, part: str) -> Iterable[str]:
    """Faults of a slide, of its notes or of a chart."""
    kind = package.types.of(part)
    looked = _OF_KIND.get(kind)
    return looked(package, part) if looked else ()


@lru_cache(maxsize=16)
def _presentation_faults(
    main: str, content: bytes, slides: frozenset[str], notes: bool
) -> tuple[str, ...]:
    return tuple(_faults_in_presentation(main, content, slides, notes))


def _faults_in_presentation(
    main: str, content: bytes, slides: frozenset[str], notes: bool
) -> Iterator[str]:
    root = parse(content, main)
    numbers: list[int] = []
    listed: set[str] = set()
    for slide in root.iter(f"{{{names.P}}}sldId"):
        listed.add(slide.get(f"{{{names.R}}}id", ""))
        numbers.append(int(slide.get("id", "0")))
    if listed - slides:
        yield f"{main} lists a slide that no relationship leads to"
    if slides - listed:
        yield f"{main} does not list every slide"
    if len(set(numbers)) != len(numbers):
        yield f"{main} gives two slides the same id"
    if any(not _FIRST <= number <= _LAST for number in numbers):
        yield f"{main} gives a slide an id outside {_FIRST} to {_LAST}"
    yield from _section_faults(main, root, numbers)
    if notes and root.find(f".//{{{names.P}}}notesMasterId") is None:
        yield f"{main} names no notes master, though there are notes"


def _section_faults(main: str, root: Any, numbers: list[int]) -> Iterator[str]:
    sections = Counter(each.get("id", "") for each in root.iter(f"{{{names.P14}}}section"))
    if not sections:
        return
    listed = Counter(int(each.get("id", "0")) for each in root.iter(f"{{{names.P14}}}sldId"))
    for number in sorted(listed.keys() - set(numbers)):
        yield f"{main} has a section with the slide {number}, which is not there"
    if missing := sorted(set(numbers) - listed.keys()):
        yield f"{main} has sections, but the slide {missing[0]} is in none"
    if any(count > 1 for count in listed.values()):
        yield f"{main} has a slide in two sections"
    if any(count > 1 or name != name.upper() for name, count in sections.items()):
        yield f"{main} has a section whose GUID is not unique and in upper case"


def _slide_faults(package: Package, part: str) -> tuple[str, ...]:
    content = package.read(part)
    layouts = tuple([package.members[name] for name in package.related(part, names.REL_LAYOUT)])
    looked = _seen_again if len(content) <= REPEATED else _seen
    return looked(part, content, layouts)


def _seen(part: str, content: bytes, layouts: tuple[Member, ...]) -> tuple[str, ...]:
    return tuple(_faults_in_slide(part, content, layouts))


_seen_again = lru_cache(maxsize=256)(_seen)


def _faults_in_slide(part: str, content: bytes, layouts: tuple[Member, ...]) -> Iterator[str]:
    if len(layouts) != 1:
        yield f"{part} has {len(layouts)} layouts"
    else:
        yield from _placeholder_faults(part, content, layouts[0])
    yield from _shape_faults(part, content)
    if b"<a:tbl>" in content:
        yield from _table_faults(part, content)
    if _EMPTY_BODY.search(content):
        yield f"{part} has a text body without a paragraph"
    yield from _range_faults(part, content)


def _range_faults(part: str, content: bytes) -> Iterator[str]:
    """Measures that the schema does not allow; the same values come again and again."""
    for name, *extents in set(_EXTENT.findall(content)):
        if any(extent and not 0 <= int(extent) <= _LARGEST for extent in extents):
            yield f"{part} has a {name.decode()} that is negative or too large"
    for size in set(_FONT_SIZE.findall(content)):
        if not size.isdigit() or int(size) not in _SIZES:
            yield f"{part} has text of the size {size.decode()}, which is no size of text"


def _shape_faults(part: str, content: bytes) -> Iterator[str]:
    shown = _FALLBACK.sub(b"", content) if b"<mc:Fallback>" in content else content
    found = _SHAPE_ID.findall(shown)
    known = set(found)
    if len(known) != len(found):
        yield f"{part} has two shapes with one id"
    if not all(name.isdigit() and int(name) for name in known):
        yield f"{part} has a shape without a positive id"
    for tag, name in _POINTS_AT.findall(shown):
        if name not in known:
            yield f"{part} has a {tag.decode()} to the shape {name.decode()}, which is not there"


def _placeholder_faults(part: str, content: bytes, layout: Member) -> Iterator[str]:
    kinds, indices = _offered(layout)
    for kind, index in _placeholders(content):
        if kind in _TITLES:
            found = not _TITLES.isdisjoint(kinds)
        else:
            found = kind in kinds if kind in _BY_TYPE else index in indices
        if not found:
            yield (
                f"{part} fills the placeholder {kind.decode()} {index.decode()},"
                f" which {layout.name} lacks"
            )


@lru_cache(maxsize=256)
def _offered(layout: Member) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """The kinds and the indices of a layout's placeholders; a template's decks have the same."""
    offered = [
        (ph.get("type", "obj").encode(), ph.get("idx", "0").encode())
        for ph in parse(layout.read(), layout.name).iter(f"{{{names.P}}}ph")
    ]
    kinds = frozenset(kind for kind, _ in offered)
    return kinds, frozenset(index for kind, index in offered if kind not in _BY_TYPE)


def _placeholders(content: bytes) -> Iterator[Placeholder]:
    for attributes in _PLACEHOLDER.findall(content):
        kind, index = _TYPE.search(attributes), _INDEX.search(attributes)
        yield (kind[1] if kind else b"obj", index[1] if index else b"0")


def _table_faults(part: str, content: bytes) -> Iterator[str]:
    for table in content.split(b"<a:tbl>")[1:]:
        grid, *rows = table.partition(b"</a:tbl>")[0].split(b"<a:tr ")
        columns = grid.count(b"<a:gridCol ")
        if any(row.count(b"<a:tc>") + row.count(b"<a:tc ") != columns for row in rows):
            yield f"{part} has a table row that does not fill the grid of {columns} columns"


def _notes_faults(package: Package, part: str) -> Iterator[str]:
    for kind, what in ((names.REL_NOTES_MASTER, "notes master"), (names.REL_SLIDE, "slide")):
        if len(package.related(part, kind)) != 1:
            yield f"{part} leads to no {what}"
    if _EMPTY_BODY.search(package.read(part)):
        yield f"{part} has a text body without a paragraph"


def _chart_faults(package: Package, part: str) -> Iterator[str]:
    content = package.read(part)
    if b"<c:externalData " not in content or not package.related(part, names.REL_EMBEDDED):
        yield f"{part} has no workbook"
    if _NEGATIVE_AXIS.search(content):
        yield f"{part} has a negative axis id"


_OF_KIND: Mapping[str, Callable[[Package, str], Iterable[str]]] = {
    names.TYPE_SLIDE: _slide_faults,
    names.TYPE_NOTES_SLIDE: _notes_faults,
    names.TYPE_CHART: _chart_faults,
}
