"""Formulas within running text."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.inline import Inline, Run


def shown(text: Inline) -> Inline:
    """The text as it stands on a slide: formulas within it become runs, emphasised as they are."""
    for run in text:
        if run.math:
            break
    else:
        return text
    return tuple(part for run in text for part in (_formula(run) if run.math else (run,)))


def _formula(run: Run) -> Inline:
    from deckgen.text.math import runs

    return tuple(
        replace(part, bold=part.bold or run.bold, strike=run.strike, link=run.link)
        for part in runs(run.text)
    )
