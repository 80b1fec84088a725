"""Written documents: what a pack's Jinja2 templates make of an outline, as Markdown.

A template `<name>.md.j2` sees the outline as plain records (`views`), every text already escaped
Markdown, and writes Markdown with named containers; what Markdown cannot say (tables with spans,
charts, timelines) stands in containers that refer to a block by its id.
"""

from __future__ import annotations

from deckgen.documents.rendering import render

__all__ = ["render"]
