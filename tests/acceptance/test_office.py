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


def first_line(pdf: Path, page: int) -> str:
    """What stands on the right of a page's running header."""
    asked = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(pdf), "-"]
    text = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return re.split(r"\s{3,}", text.strip().splitlines()[0])[-1]


def test_the_deck_becomes_a_page_for_each_slide(deck: Path, to_pdf: Callable[[Path], Path]) -> None:
    assert pages(to_pdf(deck)) == 31


def test_the_briefing_is_as_long_as_people_read(
    briefing: Path, to_pdf: Callable[[Path], Path]
) -> None:
    assert 6 <= pages(to_pdf(briefing)) <= 9


def test_the_pages_of_the_briefing_say_which_part_they_belong_to(
    briefing: Path, to_pdf: Callable[[Path], Path]
) -> None:
    pdf = to_pdf(briefing)
    heads = [first_line(pdf, page) for page in range(2, pages(pdf) + 1)]

    assert sorted(set(heads), key=heads.index) == [
        "Stick to Commitments", "Strengthen Cooperation", "Achieve Win-Win Results",
    ]  # fmt: skip
