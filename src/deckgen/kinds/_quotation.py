"""Words of others."""

from __future__ import annotations

from deckgen.fields import Text, optional, record, required
from deckgen.frozen import replace
from deckgen.kinds._kind import Content, Setting
from deckgen.model.blocks import Block, Quotation
from deckgen.model.inline import Inline, Run
from deckgen.model.outline import Talk

_OUTER_MARKS = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "「": "」"}


@record
class Quote(Content):
    """Words of others, as they stand, and who said them."""

    text: Inline = required(Text("The words, as they stand."))
    by: Inline = optional(Text("Who said them, and where."), ())

    def title(self, talk: Talk) -> Inline:
        """Who is quoted, else the words."""
        return self.by or self.text

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The quotation."""
        return (self.quotation(),)

    def quotation(self) -> Quotation:
        """The block, without outer quotation marks: every output sets its own."""
        return Quotation(_bare(self.text), self.span, self.by)


def _bare(words: Inline) -> Inline:
    """The words without a pair of quotation marks that encloses them all."""
    if not words or len(words[0].text) < 2:
        return words
    first, last = words[0], words[-1]
    closing = _OUTER_MARKS.get(first.text[0])
    if closing is None or not last.text.endswith(closing):
        return words
    inner = "".join(run.text for run in words)[1:-1]
    if first.text[0] in inner or closing in inner:
        return words
    if len(words) == 1:
        return (_cut(first, 1, -1),)
    return tuple(run for run in (_cut(first, 1, None), *words[1:-1], _cut(last, 0, -1)) if run.text)


def _cut(run: Run, start: int, end: int | None) -> Run:
    return replace(run, text=run.text[start:end])
