"""Random outlines in six languages, rendered: words stand in their boxes, or there is an error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.rendered.overflow import faults
from tests.rendered.random_slides import outline

from deckgen.model.outline import Outline
from deckgen.packs import load_pack
from deckgen.place import place
from deckgen.writers.pptx import write

ROOT = Path(__file__).parents[2]


def without_what_does_not_fit(talk: Outline, found: set[int]) -> Outline:
    """The talk without the slides that were refused."""
    kept = tuple(slide for slide in talk.slides if slide.span.line not in found)
    return replace(talk, slides=kept)


def numbered(talk: Outline) -> Outline:
    """The talk with a line for each slide, so that an error says which it means."""
    lined = tuple(
        replace(slide, span=replace(slide.span, line=number))
        for number, slide in enumerate(talk.slides, 1)
    )
    return replace(talk, slides=lined)


@pytest.mark.office
@pytest.mark.parametrize(("pack", "seed"), [("default", 1), ("night", 2)])
def test_what_fits_by_measure_fits_when_rendered(
    pack: str, seed: int, tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    face, _ = load_pack(pack, [ROOT / "templates"])
    assert face is not None
    talk = numbered(outline(seed, 40))
    deck, found = place(talk, face)
    refused = {one.span.line for one in found if one.severity == "error" and one.span}
    if deck is None:
        assert refused
        deck, _ = place(without_what_does_not_fit(talk, refused), face)
    assert deck is not None
    assert len(refused) < len(talk.slides) / 4
    path = tmp_path / "random.pptx"
    path.write_bytes(write(deck, face.deck, 0))
    assert faults(path, to_pdf(path)) == []
