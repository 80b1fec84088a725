"""`python -m deckgen` is `deckgen`."""

from deckgen.cli import script

script()
