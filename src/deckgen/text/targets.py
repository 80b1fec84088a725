"""What texts can refer to by name, and the works that they cite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.frozen import Frozen
from deckgen.model.blocks import Block, Chart, Diagram, Gallery, Picture, Table
from deckgen.model.inline import Inline, Run
from deckgen.model.outline import Outline, Part, Slide, named_blocks
from deckgen.model.walk import changed
from deckgen.text.references import places, works

SHOWS = {"table": (Table, Diagram), "figure": (Picture, Gallery, Chart, Diagram)}


class Target(Frozen):
    """What a name leads to: the slide or part `id`, and how it is called in a text."""

    id: str
    words: Inline


def targets(slides: Sequence[Slide], parts: Sequence[Part]) -> dict[str, Target]:
    """All that can be referred to, by what is written: `@slide:name`, `@table:name`."""
    known: dict[str, Target] = {}
    for part in parts:
        known[f"@part:{part.id}"] = known[f"@slide:{part.id}"] = Target(part.id, part.title)
    for slide in slides:
        known[f"@slide:{slide.id}"] = Target(slide.id, slide.title)
        for name, block in named_blocks(slide):
            for kind in _kinds(block):
                words = getattr(block, "caption", ()) or slide.title
                known.setdefault(f"@{kind}:{slide.id}", Target(slide.id, words))
                known.setdefault(f"@{kind}:{name}", Target(slide.id, words))
    return known


def _kinds(block: Block) -> Iterator[str]:
    for kind, types in SHOWS.items():
        if isinstance(block, types):
            yield kind


def cited_keys(outline: Outline) -> frozenset[str]:
    """The keys of all works that a slide rests on or a text cites."""
    keys = {key for slide in outline.slides for key in slide.sources}

    def note(run: Run) -> Run:
        keys.update(key for key, _ in works(run.reference))
        return run

    changed(outline, note)
    prose = [
        *(slide.briefing for slide in outline.slides),
        *(slide.notes for slide in outline.slides),
    ]
    prose += [part.briefing for part in outline.parts]
    for source in (outline.talk.about, *(one.source for one in prose if one is not None)):
        keys.update(key for found in places(source) for key, _ in works(found[0]))
    return frozenset(keys)
