"""Makes a pack's files from its tokens: deck.pptx here, briefing.docx from the same decisions."""

from __future__ import annotations

from deckgen.packs.make.deck import make_deck
from deckgen.packs.make.word import make_word

__all__ = ["make_deck", "make_word"]
