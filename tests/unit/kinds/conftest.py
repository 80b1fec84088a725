"""Reading a single slide."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckgen.model.files import FileRefused
from deckgen.model.outline import Slide
from deckgen.readers import read_outline

SlideOf = Callable[..., Slide]


class Shelf:
    """Files in memory."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise FileRefused(f"there is no file '{path}'", "Check the path.")
        return self.files[path]


@pytest.fixture
def slide_of() -> SlideOf:
    """The slide that an entry of `slides:` makes; `talk` are further keys of the talk."""

    def reading(entry: str, talk: str = "", files: dict[str, bytes] | None = None) -> Slide:
        body = "".join(f"    {line}\n" for line in entry.strip().splitlines())
        text = f"talk: {{title: Talk{talk and ', '}{talk}}}\nslides:\n  - part: One\n  -\n{body}"
        outline, found = read_outline(text.encode(), "o.yaml", Shelf(files or {}))
        assert outline is not None, found
        return outline.slides[0]

    return reading
