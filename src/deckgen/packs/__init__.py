"""Packs: templates with the decisions behind them, made from tokens or adopted from others.

`load_pack` reads one; `make.make_deck` makes a PowerPoint template from tokens.
"""

from __future__ import annotations

from deckgen.packs.load import load_pack, pack_names, read_pack_tokens

__all__ = ["load_pack", "pack_names", "read_pack_tokens"]
