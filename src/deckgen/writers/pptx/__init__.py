"""A placed deck as a PowerPoint file: strings of XML on the template's own parts."""

from __future__ import annotations

from deckgen.model.deck import Deck
from deckgen.model.pack import DeckTemplate
from deckgen.writers.pptx.writing import LastDeck, Writing

__all__ = ["LastDeck", "Writing", "write"]


def write(deck: Deck, template: DeckTemplate, epoch: int, last: LastDeck | None = None) -> bytes:
    """The deck as the bytes of a .pptx file on the template's masters and layouts.

    `epoch` (seconds since 1970) dates the document. Equal arguments give equal bytes, whatever the
    `last` deck was: slides that are the same are taken from there.
    Raises PackageRefused for a template that is no sound presentation.
    """
    ids = [slide.id for slide in deck.slides]
    writing = Writing(template, deck.properties.language, ids, last=last)
    writing.put(deck.slides)
    return writing.sealed(deck.sections, deck.properties, epoch)
