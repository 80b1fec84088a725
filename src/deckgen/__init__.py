"""deckgen."""
