"""Texts of the outline as Markdown for templates: one line each, safe wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.frozen import replace
from deckgen.model.inline import Inline, Run
from deckgen.text.escape import to_markdown

_BLOCK_ESCAPE = re.compile(r"^(\d*)\\([-+#>=.)])")
# An address up to the marks that end a sentence around it (GFM 6.9).
_ADDRESS = re.compile(r"https?://[\w.~:/?#@!&'()*+,;=%-]*[\w/=#&+-]", re.ASCII)
_BARE_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def markdown(inline: Inline, numbers: bool = True) -> str:
    """Inline text as Markdown on one line; a forced break becomes a space.

    Without `numbers`, references (`@table:laws`) become links, for formats that number nothing,
    and so do addresses in the text, which linters do not want bare.
    """
    runs = tuple(_on_line(run, numbers) for run in inline)
    if not numbers and any("://" in run.text for run in runs):
        runs = tuple(piece for run in runs for piece in _with_addresses(run))
    return to_markdown(runs)


def _with_addresses(run: Run) -> Iterator[Run]:
    """The run with the addresses in it as links to themselves."""
    if run.link or run.code or run.math or run.reference:
        yield run
        return
    start = 0
    for found in _ADDRESS.finditer(run.text):
        if found.start() > start:
            yield replace(run, text=run.text[start : found.start()])
        yield replace(run, text=found[0], link=found[0])
        start = found.end()
    if start < len(run.text):
        yield replace(run, text=run.text[start:])


def _on_line(run: Run, numbers: bool) -> Run:
    if run.text == "\n":
        return replace(run, text=" ")
    named = run.reference.startswith("@")
    return replace(run, reference="") if named and not (numbers and run.link) else run


def fact(text: str) -> str:
    """A bare fact (a name, a place) as Markdown."""
    return to_markdown((Run(text),)) if text else ""


def in_cell(text: str) -> str:
    """Markdown for a table's cell (GFM 4.10): no bar may end it, no block can begin in it."""
    text = _BLOCK_ESCAPE.sub(r"\1\2", text)
    return _BARE_BAR.sub(r"\1\\|", text)
