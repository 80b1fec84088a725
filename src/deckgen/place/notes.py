"""Speaker notes: block Markdown as the paragraphs of a notes page."""

from __future__ import annotations

from typing import Literal

from deckgen.model.deck import Bullet, TextBody, TextParagraph, TextRun
from deckgen.model.geometry import points
from deckgen.model.outline import Prose
from deckgen.place.formulas import shown
from deckgen.place.scripts import segments
from deckgen.text.direction import marked, right_to_left, runs_rtl
from deckgen.text.prose import ProseParagraph, paragraphs

_HANG = points(14)


def notes_body(notes: Prose | None, language: str) -> TextBody | None:
    """The notes as text in the notes master's own style; None when there are none."""
    if notes is None:
        return None
    said = paragraphs(notes.source)
    return TextBody(tuple(_paragraph(para, language) for para in said)) if said else None


def _paragraph(para: ProseParagraph, language: str) -> TextParagraph:
    said = shown(para.runs)
    rtl = runs_rtl("".join(run.text for run in said), rtl=right_to_left(language))
    runs = tuple(
        TextRun(
            stretch,
            bold=True if run.bold or para.heading else None,
            italic=True if run.italic else None,
            strike=run.strike,
            link=run.link,
            lang=lang,
        )
        for run in said
        for stretch, lang in segments(marked(run.text) if rtl else run.text, language)
    )
    # The notes master says `l`, which stays the left.
    align: Literal["r"] | None = "r" if rtl else None
    if not para.marker:
        return TextParagraph(runs, align=align, rtl=rtl)
    numbered = para.marker == "number"
    bullet = Bullet("number", start=max(1, para.number)) if numbered else Bullet("char")
    left = _HANG * (para.level + 1)
    return TextParagraph(
        runs, para.level, align, bullet=bullet, margin_left=left, indent=-_HANG, rtl=rtl
    )
