"""The test paper on every odd Word file: it builds, and what a template is promised holds."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.adoption_word.papers import TEMPLATES, paper
from tests.adoption_word.promises import broken, open_relationships


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_paper_stands_on(name: str, tmp_path: Path) -> None:
    assert broken(paper(name), TEMPLATES[name](), tmp_path) == []


@pytest.mark.parametrize("part", ["word/header2.xml", "word/media/image1.png"])
def test_a_part_that_is_lost_would_be_seen(part: str) -> None:
    robbed = io.BytesIO()
    with ZipFile(io.BytesIO(paper("several-sections"))) as whole, ZipFile(robbed, "w") as copy:
        for name in whole.namelist():
            if name != part:
                copy.writestr(name, whole.read(name))
    missed = open_relationships(robbed.getvalue(), TEMPLATES["several-sections"]())
    assert any(part in line for line in missed)
