"""What a pack is read from, before anything of it is interpreted."""

from __future__ import annotations

from pathlib import Path

from deckgen.frozen import Frozen
from deckgen.packs.nodes import Node

TEMPLATES = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm")
"""The kinds of PowerPoint files that can be adopted."""
DECKS = tuple(f"deck{suffix}" for suffix in TEMPLATES)
"""What the template in a pack's folder may be called."""


class Source(Frozen):
    """A pack's folder, or a template alone, before anything of it was interpreted."""

    folder: Path
    node: Node
    template: Path | None = None
