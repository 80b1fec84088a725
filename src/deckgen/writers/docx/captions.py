"""Captions with numbers that Word keeps (SEQ fields, ECMA-376 17.16.5.56)."""

from __future__ import annotations

from typing import Literal

from deckgen.writers.docx.runs import Emphasis, field, run
from deckgen.writers.docx.story import Story, paragraph

Sequence = Literal["table", "figure"]

BELOW_FIGURE = 240
_LABEL = Emphasis(style="caption-label")
_SEQUENCES = {"table": "Table", "figure": "Figure"}


def caption(story: Story, sequence: Sequence, words: str) -> str:
    """A numbered caption; `words` are runs. A table's stands above it, a figure's below."""
    above = sequence == "table"
    story.captions[sequence] = number = story.captions.get(sequence, 0) + 1
    label = run(story, f"{story.labels.get(sequence, _SEQUENCES[sequence])}\u00a0", _LABEL)
    counted = field(story, f"SEQ {_SEQUENCES[sequence]} \\* ARABIC", str(number), _LABEL)
    mark = story.bookmarked(f"_{_SEQUENCES[sequence]}{number}", label + counted)
    return paragraph(
        story,
        "caption",
        mark + run(story, ".\u2002", _LABEL) + words,
        keep_next=above,
        after=None if above else BELOW_FIGURE,
    )
