"""Placing: every position, size and line decided before anything is written."""

from deckgen.place.last_talk import LastTalk
from deckgen.place.stage import place

__all__ = ["LastTalk", "place"]
