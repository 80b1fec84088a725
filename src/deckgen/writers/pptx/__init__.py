"""A placed deck as a PowerPoint file: strings of XML on the template's own parts."""

from __future__ import annotations

from deckgen.model.deck import Deck
from deckgen.model.pack import DeckTemplate
from deckgen.ooxml.archive import Archives
from deckgen.writers.pptx.writing import Writing

__all__ = ["Writing", "write"]


def write(
    deck: Deck, template: DeckTemplate, epoch: int, archives: Archives | None = None
) -> bytes:
    """The deck as the bytes of a .pptx file on the template's masters and layouts.

    `epoch` (seconds since 1970) dates the document. Equal arguments give equal bytes, whatever
    deck `archives` have written before.
    Raises PackageRefused for a template that is no sound presentation.
    """
    writing = Writing(template, deck.properties.language, [slide.id for slide in deck.slides])
    writing.put(deck.slides)
    return writing.sealed(deck.sections, deck.properties, epoch, archives)
