"""LibreOffice opens and converts what was written."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.office


def pages(pdf: Path) -> int:
    facts = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^Pages:\s+(\d+)$", facts, re.MULTILINE)
    assert found
    return int(found[1])


def test_the_deck_becomes_a_page_for_each_slide(deck: Path, to_pdf: Callable[[Path], Path]) -> None:
    assert pages(to_pdf(deck)) == 31


def test_the_briefing_becomes_pages(briefing: Path, to_pdf: Callable[[Path], Path]) -> None:
    assert 5 < pages(to_pdf(briefing)) < 40
