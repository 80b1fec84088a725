"""Reading a single YAML value with a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.fields import Field, Reading
from deckgen.model.files import FileRefused
from deckgen.readers.yaml import read_tree


class Shelf:
    """Files in memory."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise FileRefused(f"there is no file '{path}'", "Check the path.")
        return self.files[path]


Read = Callable[..., tuple[Any, list[str]]]


@pytest.fixture
def read() -> Read:
    """Read a text with a field: the value, and the findings as `line:column message`."""

    def reading(field: Field[Any], text: str, **files: bytes) -> tuple[Any, list[str]]:
        found = Diagnostics()
        shelf = Shelf({name.replace("__", "."): data for name, data in files.items()})
        tree = read_tree(text.encode(), "o.yaml", found)
        value = None if tree is None else field.read(tree, Reading(found, shelf))
        lines = [
            f"{one.span.line}:{one.span.column} {one.message}"
            for one in found.as_tuple()
            if one.span
        ]
        return value, lines

    return reading
