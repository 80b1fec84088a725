"""Small pictures of slides, for the annex of a briefing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from deckgen.model.asset import Asset
from deckgen.model.blocks import Picture
from deckgen.model.deck import Deck
from deckgen.model.inline import plain
from deckgen.model.outline import Outline

WIDTH = 640  # pixels: sharp at 7 cm on paper


def pictures(outline: Outline, deck: Deck, pages: Sequence[bytes]) -> Mapping[str, Picture]:
    """The first page of each slide, under the slide's id."""
    slides = {slide.id: slide for slide in outline.slides}
    made = {}
    for placed, data in zip(deck.slides, pages, strict=False):
        slide = slides.get(placed.id)
        if slide is not None:
            asset = _asset(f"slides/{slide.id}.png", data)
            made[slide.id] = Picture(asset, f"Slide: {plain(slide.title)}", slide.span)
    return made


def _asset(path: str, data: bytes) -> Asset:
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        width, height = image.size
    return Asset(path, sha256(data).hexdigest(), "image/png", width, height, data)
