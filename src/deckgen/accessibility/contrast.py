"""Words that do not stand out from their ground (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen import colour
from deckgen.accessibility.page import Page
from deckgen.accessibility.said import Words, slot_of, words
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import ChartShape, ChartStyle
from deckgen.place.inks import hex_of

LEAST, LEAST_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 18.0, 14.0  # points


def contrast(page: Page) -> Iterator[Diagnostic]:
    """Text below 4.5 : 1, or 3 : 1 when it is large."""
    for said in words(page):
        if said.ground:
            least = _least(said.size, bold=said.bold)
            got = colour.contrast(said.ink, said.ground)
            if _rounded(got) < least:
                yield _finding(page, _where(said, page), (said.ink, said.ground), got, least)
    for shape in page.shapes():
        if isinstance(shape, ChartShape):
            yield from _chart(page, shape.style)


def _chart(page: Page, style: ChartStyle) -> Iterator[Diagnostic]:
    """The axes' and the legend's words stand on the slide's ground."""
    ground, ink = page.layout.background, hex_of(style.text, page.layout)
    got, least = colour.contrast(ink, ground), _least(style.size, bold=False)
    if _rounded(got) < least:
        yield _finding(page, "the chart's text", (ink, ground), got, least)


def _least(size: float, *, bold: bool) -> float:
    large = size >= LARGE or (bold and size >= LARGE_BOLD)
    return LEAST_LARGE if large else LEAST


def _rounded(value: float) -> float:
    return round(value, 2)


def _where(said: Words, page: Page) -> str:
    slot = slot_of(said.shape, page)
    if slot is not None and not said.link:
        return f"{said.shape.origin.name!r} on the layout {page.layout.name!r}"
    what = "a link" if said.link else f"{said.shape.origin.name!r}"
    return f"{what} on the slide {page.placed.id!r}"


def _finding(
    page: Page, where: str, colours: tuple[str, str], got: float, least: float
) -> Diagnostic:
    ink, ground = colours
    return Diagnostic(
        Severity.ERROR,
        "low-contrast",
        f"the text of {where} has a contrast of {got:.2f} : 1 (#{ink} on #{ground}),"
        f" {least:g} : 1 is the least",
        "Choose a darker or a lighter colour in the pack, or another layout.",
        page.span,
    )
