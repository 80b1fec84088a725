"""Cross-references: fields that show the number of what they refer to (ECMA-376 17.16.5.56, REF).

What a text refers to may stand further on: a reference is written as a placeholder first, and
filled in when the whole document is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.frozen import Frozen
from deckgen.text.marks import marks
from deckgen.writers.docx.runs import Emphasis, field, run

if TYPE_CHECKING:
    from deckgen.writers.docx.story import Heading, Story

_PLACE = re.compile(r"<!--reference (\d+)-->")


class Captioned(Frozen):
    """A numbered caption: which slide it belongs to, its block's id, its bookmark.

    `words` are its label and number, `title` what it says after them.
    """

    slide: str
    block: str
    sequence: str
    bookmark: str
    words: str
    title: str = ""


def placeholder(story: Story, written: str, emphasis: Emphasis) -> str:
    """Where a reference (`table:laws`) will stand."""
    story.referred.append((written, emphasis))
    return f"<!--reference {len(story.referred) - 1}-->"


def filled(story: Story, text: str) -> str:
    """The text, and the story's notes, with references as fields that link to what they name."""
    wanted: dict[str, str] = {}

    def one(place: re.Match[str]) -> str:
        written, emphasis = story.referred[int(place[1])]
        kind, _, name = written.partition(":")
        caption = _caption(story, kind, name) if kind in {"table", "figure"} else None
        if caption is not None:
            return field(story, f"REF {caption.bookmark} \\h", caption.words, emphasis)
        heading = story.places.get(name)
        if heading is None:
            return run(story, name, emphasis)
        wanted[heading.bookmark] = mark = heading.bookmark.replace("_Toc", "_Ref")
        return _to_heading(story, heading, mark, emphasis)

    text = _PLACE.sub(one, text)
    story.notes = [_PLACE.sub(one, note) for note in story.notes]
    return _with_marks(story, text, wanted)


def _to_heading(story: Story, heading: Heading, mark: str, emphasis: Emphasis) -> str:
    """The heading's number after the word for a section; its words where it has no number."""
    if not heading.number:
        words = field(story, f"REF {mark} \\h", heading.text, emphasis)
        opening, closing = marks(story.language)
        return run(story, opening, emphasis) + words + run(story, closing, emphasis)
    before, _, after = story.labels.get("section", "section\u00a0{}").partition("{}")
    number = field(story, f"REF {mark} \\r \\h", heading.number.rstrip("."), emphasis)
    return run(story, before, emphasis) + number + run(story, after, emphasis)


def _caption(story: Story, kind: str, name: str) -> Captioned | None:
    """The caption of a block, or the first one of a slide, rather one of the kind asked for."""
    own = [one for one in story.captioned if name in (one.slide, one.block)]
    return next((one for one in own if one.sequence == kind), own[0] if own else None)


def _with_marks(story: Story, text: str, wanted: dict[str, str]) -> str:
    """The text with a second bookmark at headings: Word replaces those of its contents."""
    for name, mark in wanted.items():
        start = re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{name}"/>', text)
        if start is None:
            continue
        end = f'<w:bookmarkEnd w:id="{start[1]}"/>'
        inner = text[start.end() : text.index(end, start.end())]
        whole = start[0] + inner + end
        text = text.replace(whole, story.bookmarked(mark, whole), 1)
    return text
