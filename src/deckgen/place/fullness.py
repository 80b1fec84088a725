"""How full a slide is, in words: what `deckgen check` says of each."""

from __future__ import annotations

from deckgen.model.inline import plain
from deckgen.model.outline import Slide
from deckgen.place.fit import Fitted


def how_full(slide: Slide, content: Fitted) -> str:
    """The share of the height that the content takes, and what was done to make it fit."""
    parts = [f"{content.fullness:.0%} full"]
    if content.step > 0:
        parts.append(f"set {content.step} pt smaller")
    if len(content.pages) > 1:
        parts.append(f"on {len(content.pages)} slides")
    return f"{', '.join(parts)}: {plain(slide.title)}"
