"""Texts of the outline as Markdown for templates: one line each, safe wherever they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.model.inline import Inline, Run
from deckgen.text.escape import to_markdown

# A number and a colon open no block; the backslash would only be in the way of reading.
_YEAR_COLON = re.compile(r"^(\d+)\\:")
_BLOCK_ESCAPE = re.compile(r"^(\d*)\\([-+#>=.)])")
_BARE_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def markdown(inline: Inline, slide_links: bool = True) -> str:
    """Inline text as Markdown on one line; a forced break becomes a space.

    Without `slide_links`, links to slides of the same talk become their text, for formats that
    have no place to point at.
    """
    runs = tuple(replace(run, text=" ") if run.text == "\n" else run for run in inline)
    if not slide_links:
        runs = tuple(replace(run, link="") if run.link[:1] == "#" else run for run in runs)
    return _YEAR_COLON.sub(r"\1:", to_markdown(runs))


def fact(text: str) -> str:
    """A bare fact (a name, a place) as Markdown."""
    return to_markdown((Run(text),)) if text else ""


def in_cell(text: str) -> str:
    """Markdown for a table's cell (GFM 4.10): no bar may end it, no block can begin in it."""
    text = _BLOCK_ESCAPE.sub(r"\1\2", text)
    return _BARE_BAR.sub(r"\1\\|", text)
