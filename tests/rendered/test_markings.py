"""A classification is seen on every page of a paper, also on those that hold its endnotes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.rendered.pdf import pages

import deckgen

TALK = """
talk:
  title: Notes
  speaker: {{name: Ada Example, role: Counsel, organisation: Office}}
  classification: Confidential
  briefing: {{endnotes: true}}
slides:
  - text: A claim
    body: A claim needs proof.
    briefing: |
      {marks}

{notes}
"""
# A page takes some fifty lines: short notes fill two pages, longer ones are parted between pages.
LENGTHS = {"short": [1] * 120, "parted": [30] * 20, "mixed": [40, 1, 1, 1, 25, 3, 60] * 4}

pytestmark = pytest.mark.office


@pytest.mark.parametrize("name", LENGTHS)
def test_every_page_of_endnotes_is_marked(
    name: str, tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    notes = [f"[^{at}]: {'Some words. ' * size}" for at, size in enumerate(LENGTHS[name], 1)]
    marks = " ".join(f"Claim[^{at}]." for at, _ in enumerate(notes, 1))
    outline = tmp_path / "outline.yaml"
    written = "\n".join(f"      {note}" for note in notes)
    outline.write_text(TALK.format(marks=marks, notes=written))
    made = deckgen.build(tmp_path, to=["briefing"], output=tmp_path / "out").files[0].path
    found = pages(to_pdf(made))

    assert len(found) > 2
    assert all("confidential" in [word.text for word in page.words] for page in found)
