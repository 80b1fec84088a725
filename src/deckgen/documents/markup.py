"""Texts of the outline as Markdown for templates: one line each, safe wherever they stand."""

from __future__ import annotations

import re

from deckgen.frozen import replace
from deckgen.model.inline import Inline, Run
from deckgen.text.escape import to_markdown

# A number and a colon open no block; the backslash would only be in the way of reading.
_YEAR_COLON = re.compile(r"^(\d+)\\:")
_BLOCK_ESCAPE = re.compile(r"^(\d*)\\([-+#>=.)])")
_BARE_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def markdown(inline: Inline, numbers: bool = True) -> str:
    """Inline text as Markdown on one line; a forced break becomes a space.

    Without `numbers`, references (`@table:laws`) become links, for formats that number nothing.
    """
    return _YEAR_COLON.sub(r"\1:", to_markdown(tuple(_on_line(run, numbers) for run in inline)))


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
