"""Texts that people write -> Outline."""

from __future__ import annotations

from deckgen.readers.outline import read_outline
from deckgen.readers.schema import outline_schema

__all__ = ["outline_schema", "read_outline"]
