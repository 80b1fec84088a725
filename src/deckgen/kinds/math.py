"""Formulas."""

from __future__ import annotations

from deckgen.fields import (
    Formula,
    ListOf,
    Paragraphs,
    Plain,
    Reading,
    Text,
    optional,
    record,
)
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Math
from deckgen.model.blocks import Text as TextBlock
from deckgen.model.inline import Inline
from deckgen.model.tree import Sequence


@record
class Formulas(Content):
    """One or more displayed formulas in LaTeX, and what explains them."""

    formula: str = optional(Formula("The formula in LaTeX, without dollar signs."), "")
    formulas: tuple[str, ...] = optional(
        ListOf(Formula("A formula in LaTeX."), "Several formulas, one below the other.", maximum=8),
        (),
    )
    alt: str = optional(Plain("The formula in words, for those who cannot see it."), "")
    caption: Inline = optional(Text("What stands below the formula."), ())
    text: TextBlock | None = optional(Paragraphs("body", "What explains the formula."), None)

    def check(self, reading: Reading) -> bool:
        """Whether it has exactly one of `formula` and `formulas`."""
        if bool(self.formula) != bool(self.formulas):
            return True
        hint = "Give either `formula:` or the list `formulas:`."
        message = "two keys for one thing" if self.formula else "'formula' is missing"
        reading.found.error("missing-key", message, self.span, hint)
        return False

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The formulas, then the text."""
        if self.formula:
            sources = [(self.formula, self.tree("formula").span)]
        else:
            listed = self.tree("formulas")
            trees = listed.items if isinstance(listed, Sequence) else ()
            spans = [tree.span for tree in trees]
            sources = list(zip(self.formulas, spans, strict=True))
        last = len(sources) - 1
        formulas = tuple(
            Math(source, span, self.alt, self.caption if i == last else ())
            for i, (source, span) in enumerate(sources)
        )
        return formulas if self.text is None else (*formulas, self.text)


KIND = Kind("math", "math", Formulas, nested=True, short="formula")
