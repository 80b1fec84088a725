"""Placing: every position, size and line decided before anything is written."""

from deckgen.place.stage import place

__all__ = ["place"]
