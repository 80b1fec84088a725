"""The works that a slide rests on, as a line at its foot."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.frozen import replace
from deckgen.model.blocks import Text
from deckgen.model.inline import Inline, Run, join
from deckgen.model.outline import Outline, Slide, Source
from deckgen.model.walk import changed
from deckgen.text.references import works

_FRAMES = frozenset({"title", "agenda", "section", "closing"})


def with_source_lines(outline: Outline) -> Outline:
    """The outline with a source line on each slide that names works and has no line of its own."""
    works_by_key = {source.key: source for source in outline.sources}
    if not works_by_key:
        return outline
    slides = tuple(_with_line(slide, works_by_key) for slide in outline.slides)
    return replace(outline, slides=slides)


def _with_line(slide: Slide, known: dict[str, Source]) -> Slide:
    marked = dict.fromkeys(_cited(slide))
    keys = [key for key in dict.fromkeys((*marked, *slide.sources)) if key in known]
    own = any(isinstance(block, Text) and block.role == "source" for block in slide.blocks)
    if not keys or (own and not marked) or slide.role in _FRAMES:
        return slide
    numbers = {key: number for number, key in enumerate(known, 1)}
    entries = [_entry(known[key], numbers[key] if key in marked else 0) for key in keys]
    line = Text("source", (join(entries, "; "),), slide.span)
    return replace(slide, blocks=(*slide.blocks, line))


def _cited(slide: Slide) -> Iterator[str]:
    """The keys of the works that the slide's own texts cite."""
    keys: list[str] = []

    def note(run: Run) -> Run:
        keys.extend(key for key, _ in works(run.reference))
        return run

    changed(slide.blocks, note)
    yield from keys


def _entry(source: Source, number: int) -> Inline:
    words = source.short or source.text
    return (Run(f"{source.mark or f'[{number}]'} "), *words) if number else words
