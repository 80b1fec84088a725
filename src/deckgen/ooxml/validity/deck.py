"""Faults that a presentation can have beyond its schema."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from deckgen.ooxml import names
from deckgen.ooxml.archive import Member
from deckgen.ooxml.package import Package
from deckgen.ooxml.validity.structure import Structure
from deckgen.ooxml.xml import parse

_FIRST, _LAST = 256, 2_147_483_647  # ST_SlideId (ECMA-376 part 1, 19.7.13)

_FALLBACK = re.compile(rb"<mc:Fallback>.*?</mc:Fallback>", re.DOTALL)
_SHAPE_ID = re.compile(rb'<p:cNvPr id="([^"]*)"')
_POINTS_AT = re.compile(rb'<(a:stCxn|a:endCxn|p:spTgt|p:bldP|p:bldGraphic) (?:sp)?id="([^"]*)"')
_POINTERS = (b"<p:cxnSp>", b"<p:timing")
_PLACEHOLDER = re.compile(rb"<p:ph\b([^>]*)>")
_TYPE = re.compile(rb'\btype="([^"]*)"')
_INDEX = re.compile(rb'\bidx="([^"]*)"')
_EXTENT = re.compile(rb'<(a:ext|a:chExt|a:gridCol|a:tr) (?:c[xy]|w|h)="(-?\d+)"(?: cy="(-?\d+)")?')
_UNUSUAL = re.compile(rb'="(?:-|\d{14})')  # a value that may be no extent
_SIZE = re.compile(rb' sz="([^"]*)"')
_FONT_SIZE = re.compile(rb'<a:(?:r|defR|endParaR)Pr\b[^>]*? sz="([^"]*)"')
_SIZES = range(100, 400_001)  # ST_TextFontSize (ECMA-376 part 1, 20.1.10.72)
_LARGEST = 27_273_042_316_900  # ST_PositiveCoordinate (ECMA-376 part 1, 20.1.10.42)
_NEGATIVE_AXIS = re.compile(rb'<c:(?:axId|crossAx) val="-')
# Placeholders that are matched by what they are; the others by their index.
_BY_TYPE = frozenset({b"title", b"ctrTitle", b"dt", b"ftr", b"sldNum", b"hdr"})
_TITLES = frozenset({b"title", b"ctrTitle"})


def deck_faults(package: Package, main: str) -> Iterator[str]:
    """Faults of a presentation's list of slides, and of its sections."""
    arrows = package.relationships(main)
    slides = frozenset(arrow.id for arrow in arrows if arrow.type == names.REL_SLIDE)
    notes = any(kind == names.TYPE_NOTES_SLIDE for kind in package.types.overrides.values())
    yield from _presentation_faults(main, package.read(main), slides, notes)


def deck_part_faults(
    package: Package, part: str, content: bytes, structure: Structure
) -> Iterable[str]:
    """Faults of a slide, of its notes or of a chart."""
    kind = package.types.of(part)
    if kind == names.TYPE_SLIDE:
        layouts = [package.members[name] for name in package.related(part, names.REL_LAYOUT)]
        return _slide_faults(part, content, structure, layouts)
    if kind == names.TYPE_NOTES_SLIDE:
        return _notes_faults(package, part, structure)
    return _chart_faults(package, part, content) if kind == names.TYPE_CHART else ()


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


def _slide_faults(
    part: str, content: bytes, structure: Structure, layouts: Sequence[Member]
) -> Iterator[str]:
    if len(layouts) != 1:
        yield f"{part} has {len(layouts)} layouts"
    else:
        yield from _placeholder_faults(part, content, layouts[0])
    yield from _shape_faults(part, content)
    for columns in structure.uneven:
        yield f"{part} has a table row that does not fill the grid of {columns} columns"
    if structure.empty_body:
        yield f"{part} has a text body without a paragraph"
    yield from _range_faults(part, content)


def _range_faults(part: str, content: bytes) -> Iterator[str]:
    """Measures that the schema does not allow; the same values come again and again."""
    if _UNUSUAL.search(content):
        for name, *extents in set(_EXTENT.findall(content)):
            if any(extent and not 0 <= int(extent) <= _LARGEST for extent in extents):
                yield f"{part} has a {name.decode()} that is negative or too large"
    if not all(map(_is_size, set(_SIZE.findall(content)))):
        for size in set(_FONT_SIZE.findall(content)):
            if not _is_size(size):
                yield f"{part} has text of the size {size.decode()}, which is no size of text"


@lru_cache(maxsize=1_024)
def _is_size(value: bytes) -> bool:
    return value.isdigit() and int(value) in _SIZES


def _shape_faults(part: str, content: bytes) -> Iterator[str]:
    shown = _FALLBACK.sub(b"", content) if b"<mc:Fallback>" in content else content
    found = _SHAPE_ID.findall(shown)
    known = set(found)
    if len(known) != len(found):
        yield f"{part} has two shapes with one id"
    if not all(name.isdigit() and int(name) for name in known):
        yield f"{part} has a shape without a positive id"
    if not any(each in shown for each in _POINTERS):
        return
    for tag, name in _POINTS_AT.findall(shown):
        if name not in known:
            yield f"{part} has a {tag.decode()} to the shape {name.decode()}, which is not there"


def _placeholder_faults(part: str, content: bytes, layout: Member) -> Iterator[str]:
    kinds, indices = _offered(layout)
    for kind, index in map(_placeholder, _PLACEHOLDER.findall(content)):
        if kind in _TITLES:
            found = not _TITLES.isdisjoint(kinds)
        else:
            found = kind in kinds if kind in _BY_TYPE else index in indices
        if not found:
            yield (
                f"{part} fills the placeholder {kind.decode()} {index.decode()},"
                f" which {layout.name} lacks"
            )


@lru_cache(maxsize=1_024)
def _placeholder(attributes: bytes) -> tuple[bytes, bytes]:
    """The kind and the index that a placeholder has."""
    kind, index = _TYPE.search(attributes), _INDEX.search(attributes)
    return kind[1] if kind else b"obj", index[1] if index else b"0"


@lru_cache(maxsize=256)
def _offered(layout: Member) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """The kinds and the indices of a layout's placeholders; a template's decks have the same."""
    offered = [
        (ph.get("type", "obj").encode(), ph.get("idx", "0").encode())
        for ph in parse(layout.read(), layout.name).iter(f"{{{names.P}}}ph")
    ]
    kinds = frozenset(kind for kind, _ in offered)
    return kinds, frozenset(index for kind, index in offered if kind not in _BY_TYPE)


def _notes_faults(package: Package, part: str, structure: Structure) -> Iterator[str]:
    for kind, what in ((names.REL_NOTES_MASTER, "notes master"), (names.REL_SLIDE, "slide")):
        if len(package.related(part, kind)) != 1:
            yield f"{part} leads to no {what}"
    if structure.empty_body:
        yield f"{part} has a text body without a paragraph"


def _chart_faults(package: Package, part: str, content: bytes) -> Iterator[str]:
    if b"<c:externalData " not in content or not package.related(part, names.REL_EMBEDDED):
        yield f"{part} has no workbook"
    if _NEGATIVE_AXIS.search(content):
        yield f"{part} has a negative axis id"
