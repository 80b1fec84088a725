"""How much of a page its headers and footers leave: tall ones push the text (ECMA-376 17.6.11)."""

from __future__ import annotations

from typing import Any

from deckgen.frozen import replace
from deckgen.ooxml import names
from deckgen.ooxml.attributes import twips
from deckgen.writers.docx import marking
from deckgen.writers.docx.flow import Flow
from deckgen.writers.docx.looks import on
from deckgen.writers.docx.names import w
from deckgen.writers.docx.pieces import stacked
from deckgen.writers.docx.story import Story
from deckgen.writers.docx.template import Page, Template

_TWIPS = 20


def text_area(story: Story, base: Template, words: str) -> Page:
    """The page of the text with the height that its frames leave.

    `words` is what will mark each header, empty where nothing does.
    """
    section = base.kept.section
    title = section.find(w("titlePg"))
    page = replace(base.page, height=_height(story, base, "default", words))
    if title is None or not on(title) or not _begins(base.kept.root):
        return page
    return replace(page, first=_height(story, base, "first", words))


def _begins(root: Any) -> bool:
    """Whether the text stands at the head of its section."""
    place = next(each for each in root.iter() if not isinstance(each.tag, str))
    before = place.getprevious()
    return before is None or next(before.iter(w("sectPr")), None) is not None


def _height(story: Story, base: Template, kind: str, words: str) -> int:
    """The height of the text, in twips, on pages whose frames are of a kind."""
    margins = base.kept.section.find(w("pgMar"))
    height = base.page.height
    for side, edge in (("top", "header"), ("bottom", "footer")):
        margin = twips(margins.get(w(side)), 0)
        if margin < 0:  # the text stands where it is told to
            continue
        marked = words if edge == "header" else ""
        frame = _frame(story, base, kind, edge, marked)
        start = twips(margins.get(w(edge)), 0)
        if marked:
            start = marking.raised(start)
        height -= max(0, start + frame - margin) if frame else 0
    height = max(height, base.page.height // 4)
    pitch = base.page.grid
    return height // pitch * pitch if 0 < pitch < height else height  # a grid has whole lines


def _frame(story: Story, base: Template, kind: str, edge: str, words: str) -> int:
    """The height of a header or footer, in twips; 0 where there is none."""
    flow = Flow(story)
    width = base.page.width
    height = 0.0
    for reference in base.kept.section.findall(w(f"{edge}Reference")):
        if reference.get(w("type"), "default") != kind:
            continue
        rid = reference.get(f"{{{names.R}}}id")
        for arrow in base.arrows:
            if arrow.id == rid:
                root = base.package.xml(arrow.target)
                height = stacked(flow.pieces(root, width))
                words = "" if marking.says(root, words) else words
    if words:
        height += stacked(flow.pieces([marking.line(story, words)], width))
    return round(height * _TWIPS)
