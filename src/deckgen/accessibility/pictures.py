"""Words instead of what cannot be seen (WCAG 2.2, 1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.accessibility.page import Page
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.blocks import Chart, Picture, Table
from deckgen.model.deck import ChartShape, MathShape, PictureShape, Shape, TableShape

LONGEST = 250  # characters: what a screen reader says without a pause to skip it

_FILE_NAME = re.compile(
    r"[\w.-]+(?: [\w.-]+)?(?: ?\(\d+\))?\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|pdf|csv)",
    re.IGNORECASE,
)
_CAMERA = re.compile(r"(?:img|dsc[fn]?|image|picture|photo|screenshot)[\s_-]*\d*", re.IGNORECASE)
_REDUNDANT = re.compile(
    r"(?:an? |the )?(?:picture|image|photo|photograph|graphic) (?:of|showing)\b|bild (?:von|mit)\b"
    r"|image de\b|foto (?:von|de)\b",
    re.IGNORECASE,
)
_SEEN = (PictureShape, ChartShape, TableShape, MathShape)


def alternatives(page: Page) -> Iterator[Diagnostic]:
    """Pictures, charts, tables, formulas and diagrams that are not described, or badly."""
    for shape in page.shapes():
        alt = shape.origin.alt.strip()
        if shape.origin.decorative or not (isinstance(shape, _SEEN) or alt):
            continue
        place, name = _place(shape, page), shape.origin.name.lower()
        if not alt:
            hint = "Say in `alt:` what it shows, or mark a picture as `decorative: true`."
            message = f"the {name} has no alternative text"
            yield Diagnostic(Severity.ERROR, "alt-missing", message, hint, place)
        elif _FILE_NAME.fullmatch(alt) or _CAMERA.fullmatch(alt):
            hint = "Say what it shows, as you would on the telephone."
            message = f"the alternative text {alt!r} is a file's name"
            yield Diagnostic(Severity.ERROR, "alt-file-name", message, hint, place)
        elif isinstance(shape, PictureShape):
            yield from _worded(alt, place)


def _worded(alt: str, place: Span) -> Iterator[Diagnostic]:
    if begin := _REDUNDANT.match(alt):
        message = f"the alternative text begins with {begin[0]!r}, which screen readers say anyway"
        hint = "Begin with what it shows."
        yield Diagnostic(Severity.WARNING, "alt-redundant", message, hint, place)
    if len(alt) > LONGEST:
        message = f"the alternative text has {len(alt)} characters, more than {LONGEST}"
        hint = "Say the point here, and the rest in the notes or the briefing."
        yield Diagnostic(Severity.WARNING, "alt-too-long", message, hint, place)


def _place(shape: Shape, page: Page) -> Span:
    """The line of the picture, the chart or the table itself, where it can be told."""
    if isinstance(shape, PictureShape):
        digest = shape.asset.digest
        for block in page.blocks(Picture):
            if isinstance(block, Picture) and block.asset.digest == digest:
                return block.span
    of_kind = Chart if isinstance(shape, ChartShape) else Table
    if isinstance(shape, ChartShape | TableShape):
        same = [each for each in page.shapes() if type(each) is type(shape)]
        blocks = list(page.blocks(of_kind))
        if len(same) == len(blocks):
            return blocks[same.index(shape)].span
    return page.span
