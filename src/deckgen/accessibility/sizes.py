"""Words too small to be read from the last row."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.accessibility.page import FURNITURE, Page
from deckgen.accessibility.said import words
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import ChartShape, Shape

LEAST, LEAST_LABEL = 12.0, 10.0  # points
# What labels something or says where it comes from, and is not itself the content.
_LABELS = frozenset(
    (
        "Axis name", "Caption", "Classification", "Column heading", "Date", "Footer", "Number",
        "Picture with caption", "Running header", "Slide number", "Source",
    )
)  # fmt: skip


def small_text(page: Page) -> Iterator[Diagnostic]:
    """Text below 12 pt, or 10 pt for labels."""
    smallest: dict[str, tuple[float, float]] = {}
    for said in words(page):
        least = LEAST_LABEL if _is_label(said.shape) else LEAST
        if round(said.size, 1) < least:
            name = said.shape.origin.name
            smallest[name] = min(smallest.get(name, (said.size, least)), (said.size, least))
    for shape in page.shapes():
        if isinstance(shape, ChartShape):
            size = min(shape.style.size, shape.style.label_size)
            if size < LEAST_LABEL:
                smallest[shape.origin.name] = (size, LEAST_LABEL)
    for name, (size, least) in smallest.items():
        yield Diagnostic(
            Severity.WARNING,
            "small-text",
            f"{name!r} on the slide {page.placed.id!r} is set in {size:g} pt,"
            f" {least:g} pt is the least",
            "Shorten the slide, divide it, or raise the size in the pack.",
            page.span,
        )


def _is_label(shape: Shape) -> bool:
    ph = getattr(shape, "ph", None)
    return shape.origin.name in _LABELS or (ph is not None and ph.type in FURNITURE)
