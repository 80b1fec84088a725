"""The test talk on every odd template: it builds, and what a template is promised holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.adoption.odd_looks import LOOKS
from tests.adoption.odd_packages import PACKAGES
from tests.adoption.promises import TALK, broken

import deckgen

TEMPLATES = LOOKS | PACKAGES


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_talk_stands_on(name: str, tmp_path: Path) -> None:
    template = tmp_path / f"{name}.pptx"
    template.write_bytes(TEMPLATES[name]())
    result = deckgen.build(TALK, to=["deck"], pack=template, output=tmp_path)
    assert result.ok, result.diagnostics
    deck = result.files[0].path.read_bytes()
    assert broken(deck, template.read_bytes(), tmp_path) == []
