"""Titles, by which a slide is found and announced (WCAG 2.2, 2.4.2 and 2.4.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.accessibility.page import Page
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import AutoShape, Shape

_TITLES = frozenset(("title", "ctrTitle"))


def has_title(page: Page) -> Iterator[Diagnostic]:
    """A slide without a title, or with one that no placeholder holds."""
    if not page.placed.title.strip():
        yield _finding(page, "title-missing", "the slide has no title", "Give it a title.")
    elif not any(_is_title(shape) for shape in page.placed.shapes):
        message = f"the layout {page.layout.name!r} has no placeholder for the slide's title"
        hint = "Choose another layout with `layout:`, or another template."
        yield _finding(page, "title-missing", message, hint)


def title_first(page: Page) -> Iterator[Diagnostic]:
    """A title that is read after other things."""
    places = [number for number, shape in enumerate(page.placed.shapes) if _is_title(shape)]
    if places and places[0] > 0:
        before = page.placed.shapes[0].origin.name
        message = f"{before!r} is read before the slide's title"
        yield _finding(page, "title-not-first", message, "Choose another layout with `layout:`.")


def unique_titles(pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """A title that another slide has too, however it is spelt."""
    first: dict[str, Page] = {}
    for page in pages:
        title = " ".join(page.placed.title.casefold().split())
        other = first.setdefault(title, page)
        if title and other is not page:
            message = f"the title {page.placed.title!r} stands in line {other.span.line} already"
            hint = "Say what is different here: by its title a slide is found."
            yield _finding(page, "title-not-unique", message, hint)


def _is_title(shape: Shape) -> bool:
    return (
        isinstance(shape, AutoShape)
        and shape.ph is not None
        and shape.ph.type in _TITLES
        and shape.text is not None
        and any(run.text.strip() for part in shape.text.paragraphs for run in part.runs)
    )


def _finding(page: Page, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, message, hint, page.span)
