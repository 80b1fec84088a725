"""Links whose words say where they lead (WCAG 2.2, 2.4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.accessibility.page import Page
from deckgen.accessibility.said import words
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.outline import Outline, Prose

_EMPTY = frozenset(
    (
        "here", "click here", "this", "this link", "link", "more", "read more", "learn more",
        "details", "page", "website", "hier", "mehr", "weiterlesen", "ici", "lire la suite",
        "plus", "aquí", "más", "qui", "clicca qui", "aqui",
    )
)  # fmt: skip
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HINT = "Write what the reader finds there: [White Paper of 2016](https://…)."


def link_texts(page: Page) -> Iterator[Diagnostic]:
    """Links on a slide that say nothing, or nothing but their address."""
    for said in words(page):
        if said.link and not said.link.startswith("#"):
            yield from _finding(said.text, page.span)


def links_of_paper(outline: Outline) -> Iterator[Diagnostic]:
    """The same in what the documents say."""
    from deckgen.text.prose import paragraphs

    for prose in _prose(outline):
        for paragraph in paragraphs(prose.source):
            for run in paragraph.runs:
                if run.link and not run.link.startswith("#"):
                    yield from _finding(run.text, prose.span)


def _prose(outline: Outline) -> Iterator[Prose]:
    of_parts = [part.briefing for part in outline.parts]
    for prose in (*of_parts, *(slide.briefing for slide in outline.slides)):
        if prose is not None:
            yield prose


def _finding(text: str, span: Span) -> Iterator[Diagnostic]:
    said = " ".join(text.split()).strip(".,:;!?()[]“”\"'")
    if said.casefold() in _EMPTY:
        message = f"the link {said!r} does not say where it leads"
        yield Diagnostic(Severity.WARNING, "link-text", message, _HINT, span)
    elif _ADDRESS.fullmatch(said) and len(said) > _SHORT:
        message = f"the link shows its bare address, {said!r}"
        yield Diagnostic(Severity.WARNING, "bare-link", message, _HINT, span)


_SHORT = 30  # an address that can be said and typed is as good as words
