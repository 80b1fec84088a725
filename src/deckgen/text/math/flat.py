"""The formula's tree as the runs of a line of text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from deckgen.frozen import replace
from deckgen.model.inline import Inline, Run
from deckgen.text.math.linear import RELATIONS, THIN, Leaf, Pieces, Script, linear
from deckgen.text.math.nodes import Node

_NO_BREAK = "\u00a0"
_BEFORE_RELATION = re.compile(f" (?=[{re.escape(''.join(sorted(RELATIONS)))}] )")
# Signs that are high by themselves.
_HIGH = {"′": "′", "″": "″", "‴": "‴", "∘": "°"}


def flat(formula: Node) -> Inline:
    """The formula as runs, or nothing where scripts stand on scripts.

    A line may break after a relation or a sign, but not before it.
    """
    pieces = linear(formula)
    if any(isinstance(inner, Script) for script in _scripts(pieces) for inner in script.pieces):
        return ()
    stretches = _spaced(run for piece in pieces for run in _runs(piece))
    whole = (
        replace(first, text=first.text + "".join(run.text for run in more))
        for first, *more in (list(group) for _, group in groupby(stretches, _voice))
    )
    return tuple(
        replace(run, text=_BEFORE_RELATION.sub(_NO_BREAK, unicodedata.normalize("NFC", run.text)))
        for run in whole
    )


def _scripts(pieces: Pieces) -> list[Script]:
    return [piece for piece in pieces if isinstance(piece, Script) and _high(piece) is None]


def _high(script: Script) -> str | None:
    """What needs no raising."""
    match script:
        case Script((Leaf(text),), True):
            return _HIGH.get(text)
    return None


def _runs(piece: Leaf | Script) -> Iterator[Run]:
    if isinstance(piece, Leaf):
        yield _run(piece)
    elif high := _high(piece):
        yield Run(high)
    else:
        for leaf in piece.pieces:
            if isinstance(leaf, Leaf):
                run = _run(replace(leaf, text=leaf.text.replace(" ", "").replace(THIN, "")))
                yield replace(run, script="super" if piece.raised else "sub")


def _run(leaf: Leaf) -> Run:
    slants = leaf.style in ("", "bold-italic") and any(map(str.isalpha, leaf.text))
    return Run(leaf.text, bold=leaf.style.startswith("bold"), italic=slants)


def _spaced(runs: Iterator[Run]) -> Iterator[Run]:
    """The runs with one blank where there are several, and none at the ends."""
    blank = ""
    begun = False
    for run in runs:
        words = run.text.split()
        if not words:
            blank = _NO_BREAK if run.text == THIN else " " if run.text else blank
            continue
        if begun and (blank or run.text[0].isspace()):
            yield Run(blank or " ")
        yield replace(run, text=" ".join(words))
        begun, blank = True, " " if run.text[-1].isspace() else ""


def _voice(run: Run) -> Sequence[object]:
    return run.bold, run.italic, run.script
