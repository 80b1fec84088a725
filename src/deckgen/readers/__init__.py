"""Texts that people write -> Outline."""

from __future__ import annotations

from deckgen.readers.outline import outline_of, read_outline
from deckgen.readers.schema import outline_schema

__all__ = ["outline_of", "outline_schema", "read_outline"]
