"""An office suite sets papers on odd templates, in a bounded time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.adoption_word.papers import paper
from tests.rendered.pdf import pages

SOME = ("official-chinese", "several-sections", "marked-in-a-cell", "circular-and-twice")


@pytest.mark.office
@pytest.mark.parametrize("name", SOME)
def test_a_paper_can_be_printed(name: str, tmp_path: Path, to_pdf: Callable[[Path], Path]) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(paper(name))
    said = " ".join(word.text for page in pages(to_pdf(file)) for word in page.words)
    assert "the north has more storms" in said
