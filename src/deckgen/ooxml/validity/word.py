"""Faults that a Word document can have beyond its schema."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from deckgen.ooxml import names
from deckgen.ooxml.package import Package

_FIELD = re.compile(rb'<w:fldChar\b[^>]*w:fldCharType="(\w+)"')
_BOOKMARK = re.compile(rb'<w:bookmarkStart\b[^>]*w:name="([^"]*)"')
_BOOKMARK_START = re.compile(rb'<w:bookmarkStart\b[^>]*w:id="([^"]*)"')
_BOOKMARK_END = re.compile(rb'<w:bookmarkEnd\b[^>]*w:id="([^"]*)"')
_ANCHOR = re.compile(rb'<w:hyperlink\b[^>]*w:anchor="([^"]*)"')
_SET = re.compile(rb">\s*SET\s+([^\s\"<]+)")  # sets a bookmark as well as any (17.16.5.53)
_REFERENCE = re.compile(rb'>\s*(?:PAGEREF|REF)\s+"?([^\s"<\\]+)')
_CELL_END = re.compile(rb"</w:tc>")
_CELL_OPEN_END = re.compile(rb"(?:</w:p>|<w:p/>|<w:p [^>]*/>|</w:sdt>|<w:bookmarkEnd [^>]*/>)\s*\Z")
_STYLE_USED = re.compile(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"')
_STYLE = re.compile(rb'<w:style\b[^>]*w:styleId="([^"]*)"')
_NUMBER_USED = re.compile(rb'<w:numId w:val="(\d+)"')
_NUMBER = re.compile(rb'<w:num\b[^>]*w:numId="(\d+)"')
_NOTE_USED = re.compile(rb'<w:footnoteReference\b[^>]*w:id="(-?\d+)"')
_NOTE = re.compile(rb'<w:footnote\b[^>]*w:id="(-?\d+)"')
_DRAWING_ID = re.compile(rb'<wp:docPr\b[^>]*\bid="([^"]*)"')

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def word_faults(package: Package, main: str, own: Iterable[str]) -> Iterator[str]:
    """Faults of a document: its body, headers, footers and notes where they are `own`."""
    stories = [
        part
        for part in own
        if package.types.of(part).startswith(_WORD)
        and package.types.of(part).rpartition(".")[2].partition("+")[0]
        in ("main", "header", "footer", "footnotes", "endnotes")
    ] or [main]
    contents = {part: package.read(part) for part in stories}
    body = contents.get(main) or package.read(main)
    marks = {*_BOOKMARK.findall(body), *_SET.findall(body)}
    for part, content in contents.items():
        yield from _story_faults(part, content, marks)
        yield from _named_faults(package, main, part, content)
    drawings = Counter(_DRAWING_ID.findall(body))
    if any(count > 1 for count in drawings.values()):
        yield f"{main} has two drawings with one id"
    for part in own:
        if package.types.of(part) == names.TYPE_CHART:
            content = package.read(part)
            if b"<c:externalData " not in content or not package.related(part, names.REL_EMBEDDED):
                yield f"{part} has no workbook"


def _story_faults(part: str, content: bytes, marks: set[bytes]) -> Iterator[str]:
    open_fields = 0
    for kind in _FIELD.findall(content):
        open_fields += {b"begin": 1, b"end": -1}.get(kind, 0)
        if open_fields < 0:
            break
    if open_fields:
        yield f"{part} has a field that is not closed"
    for name in sorted({*_ANCHOR.findall(content), *_REFERENCE.findall(content)} - marks):
        yield f"{part} leads to the bookmark {name.decode()}, which is not there"
    starts, ends = _BOOKMARK_START.findall(content), _BOOKMARK_END.findall(content)
    if sorted(starts) != sorted(ends) or len(set(starts)) != len(starts):
        yield f"{part} has a bookmark that is not closed, or two with one id"
    for cell in _CELL_END.finditer(content):
        if not _CELL_OPEN_END.search(content, max(0, cell.start() - 400), cell.start()):
            yield f"{part} has a table cell that does not end in a paragraph"


def _named_faults(package: Package, main: str, part: str, content: bytes) -> Iterator[str]:
    """Styles, numbers and notes that the text uses and no part defines."""
    for used, defined, kind, what in (
        (_STYLE_USED, _STYLE, "styles", "style"),
        (_NUMBER_USED, _NUMBER, "numbering", "numbering"),
        (_NOTE_USED, _NOTE, "footnotes", "footnote"),
    ):
        wanted = set(used.findall(content)) - {b"0"}
        if not wanted:
            continue
        known: set[bytes] = set()
        for definition in package.related(main, _OFFICE + kind):
            known.update(defined.findall(package.read(definition)))
        for name in sorted(wanted - known):
            yield f"{part} uses the {what} {name.decode()}, which is not defined"
