"""Which Word file a pack's briefing is built on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deckgen.diagnostics import Diagnostics
from deckgen.disk import read_within
from deckgen.model.files import FileRefused
from deckgen.packs.nodes import Node

USUAL = "briefing.docx"


def word_template(
    chain: Sequence[tuple[Path, Node]], defaults: Sequence[Path], found: Diagnostics
) -> tuple[bytes, str]:
    """The template's bytes and its file: what `word:` names in pack.yaml, else briefing.docx.

    `chain` are the folders of the pack and of those it extends; `defaults` those of the default
    pack. The first that has one wins.
    """
    for folder, node in chain:
        named = node.text("word")
        if not named and not (folder / USUAL).is_file():
            continue
        try:
            return read_within(folder, named or USUAL), str(folder / (named or USUAL))
        except FileRefused as refused:
            word = node.at("word")
            found.error("bad-template", refused.message, word.span if word else None, refused.hint)
            return b"", ""
    for folder in defaults:
        if (folder / USUAL).is_file():
            return read_within(folder, USUAL), str(folder / USUAL)
    return b"", ""
