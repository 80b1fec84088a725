"""Listings: words in the theme's colours, line numbers, lines that stand out."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.colour import contrast, lum, mixed
from deckgen.model.blocks import Code
from deckgen.text.code import Token, UnknownLanguage, highlight
from deckgen.writers.docx.runs import PLAIN, Emphasis, ltr_run
from deckgen.writers.docx.story import Story, paragraph

_GROUND = "EEEEEE"  # about as dark as the ground of a listing gets
_SLOTS = {
    "keyword": "accent1",
    "function": "accent1",
    "type": "accent2",
    "string": "accent2",
    "number": "accent2",
}
_QUIET = "595959"


def listing(story: Story, block: Code, keep_next: bool = False) -> str:
    """A listing as one paragraph, so that its ground has no gaps."""
    lines = _lines(block)
    last = block.first + len(lines) - 1
    written = []
    for number, line in enumerate(lines, block.first):
        ground = _marked(story) if number in block.highlight else ""
        if block.numbered:
            shown = f"{number:>{len(str(last))}}  "
            written.append(ltr_run(story, shown, Emphasis(colour=_QUIET, ground=ground)))
        written += [ltr_run(story, each.text, _look(story, each, ground)) for each in line]
        if number < last:
            written.append(ltr_run(story, "\n", PLAIN))
    return paragraph(story, "code", "".join(written), keep_next=keep_next)


def _lines(block: Code) -> Sequence[Sequence[Token]]:
    try:
        return highlight(block.source, block.language)
    except UnknownLanguage:
        return highlight(block.source, "")


def _look(story: Story, token: Token, ground: str) -> Emphasis:
    return Emphasis(
        bold=token.kind == "keyword",
        italic=token.kind == "comment",
        colour=_QUIET if token.kind == "comment" else _colour(story, token, ground or _GROUND),
        ground=ground,
    )


def _colour(story: Story, token: Token, ground: str) -> str:
    """The theme's colour for a kind of word, darkened until it can be read (WCAG 2.2, 1.4.3)."""
    own = story.styles.theme.colours.get(_SLOTS.get(token.kind, ""), "")
    if not own:
        return ""
    shades = (own, lum(own, 75), lum(own, 50))
    return next((each for each in shades if contrast(each, ground) >= 4.5), "")


def _marked(story: Story) -> str:
    """The ground of a line that stands out."""
    return mixed(story.styles.theme.colours.get("accent2", "FFC000"), "FFFFFF", 0.22)
