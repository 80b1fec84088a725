"""Rendered by another program, the test talk stays in its boxes on odd templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.adoption.odd_looks import LOOKS
from tests.adoption.odd_packages import PACKAGES
from tests.adoption.promises import TALK
from tests.rendered.overflow import faults

import deckgen

pytestmark = pytest.mark.office

# One of each thing that measuring could get wrong.
SHOWN = (
    "names-chinese", "own-night", "portrait", "small-google", "only-title-slide", "turned-colours",
    "logo", "large-body", "loose", "caps", "unknown-faces", "no-layouts",
)  # fmt: skip


@pytest.mark.parametrize("name", SHOWN)
def test_every_word_stands_where_it_should(
    name: str, tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    template = tmp_path / "template.pptx"
    template.write_bytes((LOOKS | PACKAGES)[name]())
    result = deckgen.build(TALK, to=["deck"], pack=template, output=tmp_path)
    assert result.ok, result.diagnostics
    deck = result.files[0].path
    assert faults(deck, to_pdf(deck)) == []
