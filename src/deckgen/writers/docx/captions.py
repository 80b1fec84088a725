"""Captions with numbers that Word keeps (SEQ fields, ECMA-376 17.16.5.56)."""

from __future__ import annotations

from typing import Literal

from deckgen.writers.docx.references import Captioned
from deckgen.writers.docx.runs import Emphasis, field, run
from deckgen.writers.docx.story import Story, paragraph

Sequence = Literal["table", "figure"]

BELOW_FIGURE = 240
_LABEL = Emphasis(style="caption-label")
_SEQUENCES = {"table": "Table", "figure": "Figure"}


def stop(story: Story) -> str:
    """What stands behind a caption's number."""
    return story.labels.get("stop", ".\u2002")


def caption(story: Story, sequence: Sequence, words: str, title: str, block: str = "") -> str:
    """A numbered caption of a block. A table's is above it, a figure's below.

    `words` are runs, `title` the same as plain text.
    """
    above = sequence == "table"
    story.captions[sequence] = number = story.captions.get(sequence, 0) + 1
    named = f"{story.labels.get(sequence, _SEQUENCES[sequence])}\u00a0"
    label = run(story, named, _LABEL)
    counted = field(story, f"SEQ {_SEQUENCES[sequence]} \\* ARABIC", str(number), _LABEL)
    bookmark = f"_{_SEQUENCES[sequence]}{number}"
    mark = story.bookmarked(bookmark, label + counted)
    story.captioned.append(
        Captioned(story.slide, block, sequence, bookmark, f"{named}{number}", title)
    )
    return paragraph(
        story,
        "caption",
        mark + run(story, stop(story), _LABEL) + words,
        keep_next=above or story.next_kind == "note",
        after=None if above else BELOW_FIGURE,
    )
