"""YAML text -> a tree of scalars, sequences and mappings, each with line and column."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics
from deckgen.model.tree import Tree
from deckgen.readers.yaml.compose import compose
from deckgen.readers.yaml.decode import decode

__all__ = ["read_tree"]


def read_tree(data: bytes, file: str, found: Diagnostics) -> Tree | None:
    """The document's tree; up to the fault when its syntax is broken, None when nothing is left."""
    text = decode(data, file, found)
    return None if text is None else compose(text, file, found)
