"""LaTeX in an outline: tried once, so that what cannot be set is said with its line."""

from __future__ import annotations

from deckgen.diagnostics import Span
from deckgen.fields.reading import Reading
from deckgen.model.inline import Inline

_HINT = "Write the formula in LaTeX as amsmath knows it; a price wants a backslash: \\$5."

_SHOWN = 80  # characters of a formula that an error repeats


def check_latex(latex: str, span: Span, reading: Reading) -> bool:
    """Whether the formula can be set; an error says at which character it goes wrong."""
    from deckgen.text.math import MathError, to_omml

    try:
        to_omml(latex, display=True)
    except MathError as fault:
        where = f" at character {fault.offset + 1}" if fault.offset else ""
        said = fault.message.rstrip(".")
        shown = latex if len(latex) <= _SHOWN else f"{latex[: _SHOWN - 1]}…"
        reading.found.error("bad-formula", f"the formula '{shown}'{where}: {said}", span, _HINT)
        return False
    return True


def check_inline(inline: Inline, span: Span, reading: Reading) -> None:
    """Check every formula within a text."""
    for run in inline:
        if run.math:
            check_latex(run.text, span, reading)
