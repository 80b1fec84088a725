"""The lines of a paragraph: how many its text takes, and how high each is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from deckgen.writers.docx.cells import in_cells
from deckgen.writers.docx.leading import line_height, overhang
from deckgen.writers.docx.looks import Look
from deckgen.writers.docx.measures import type_run

if TYPE_CHECKING:
    from deckgen.typeset import TypeRun, Typesetter

_LEAN = 12  # of a line's height, its part that italics lean out of their run

Lines = tuple[tuple[float, ...], tuple[int, ...], float]
"""Heights in points, after how many signs each line ends, what may hang out below a page."""


def _has_higher(text: str) -> bool:
    """Whether there is a script whose lines are higher than Latin ones.

    From Hebrew to Arabic, Hangul, East Asian; an expression of them takes long to compile.
    """
    return not text.isascii() and any(
        "\u0590" <= char <= "\u08ff" or "\u1100" <= char <= "\u11ff" or "\u2e80" <= char <= "\uffef"
        for char in text
    )


def set_lines(
    setter: Typesetter, runs: tuple[TypeRun, ...], look: Look, measure: float, first: float
) -> Lines:
    """The lines of a text: their heights, after how many signs they end, what may hang out."""
    from deckgen.typeset import TypeParagraph

    merged = _merged(in_cells(runs, look.cell) if look.cell else runs)
    merged = merged or (type_run(" ", look),)
    # A tab leads from a number to where the lines hang.
    paragraph = TypeParagraph(merged, indent=first, tabs=(0.0,))
    face = merged[0]
    if all(run.italic for run in merged):
        measure -= _lean(setter, face)
    if not all(
        (run.family, run.size) == (face.family, face.size) and not _has_higher(run.text)
        for run in merged
    ):
        lines = setter.set([paragraph], measure).lines
        ends = tuple(accumulate(len(each.text) for each in lines))
        heights = [
            max(each.height, shared)
            for each, shared in zip(lines, _shared(setter, merged, ends), strict=True)
        ]
        whole = tuple(line_height(each, look, not at) for at, each in enumerate(heights))
        return whole, ends, overhang(heights[-1], look)
    # Lines of one height are only counted.
    counted = paragraph._replace(exact=True)
    count = max(1, round(setter.extent([counted], measure).height))
    one = paragraph._replace(runs=(face._replace(text="x"),))
    natural = setter.extent([one], measure).height
    signs = sum(len(run.text) for run in merged)
    ends = tuple(signs * at // count for at in range(1, count + 1))
    first, more = (line_height(natural, look, at) for at in (True, False))
    return (first, *(more,) * (count - 1)), ends, overhang(natural, look)


def _lean(setter: Typesetter, face: TypeRun) -> float:
    """What LibreOffice leaves free for italics to lean into at a line's end, in points."""
    return sum(setter.leading(face)) / _LEAN


def _shared(
    setter: Typesetter, runs: tuple[TypeRun, ...], ends: tuple[int, ...]
) -> Iterator[float]:
    """The heights of lines whose faces share a baseline: the highest above and the lowest below."""
    stops = tuple(accumulate(len(run.text) for run in runs))
    start = 0
    for end in ends:
        faces = [
            setter.leading(run)
            for run, stop in zip(runs, stops, strict=True)
            if stop > start and stop - len(run.text) < end
        ]
        start = end
        yield sum(max(each, default=0.0) for each in zip(*faces, strict=True))


def _merged(runs: Iterable[TypeRun]) -> tuple[TypeRun, ...]:
    """The runs, neighbours that look alike made one."""
    merged: list[TypeRun] = []
    for run in runs:
        if merged and run[1:] == merged[-1][1:]:
            merged[-1] = run._replace(text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)
