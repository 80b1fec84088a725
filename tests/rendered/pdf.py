"""What a reader sees: the words of a PDF's pages with their boxes, as poppler finds them."""

from __future__ import annotations

import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A word on a page and its box in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A page of the PDF: its size in points and its words."""

    width: float
    height: float
    words: tuple[Word, ...]


def pages(pdf: Path) -> list[Page]:
    """The words of every page, as poppler finds them."""
    done = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=120
    )
    clean = "".join(
        char for char in done.stdout.decode("utf-8") if char in "\n\t" or ord(char) >= 0x20
    )
    root = ET.fromstring(clean)
    return [
        Page(
            float(page.get("width", 0)),
            float(page.get("height", 0)),
            tuple(_word(word) for word in page.iter(f"{_XHTML}word")),
        )
        for page in root.iter(f"{_XHTML}page")
    ]


def _word(element: ET.Element) -> Word:
    box = (float(element.get(name, 0)) for name in ("xMin", "yMin", "xMax", "yMax"))
    return Word(folded(element.text or ""), *box)


def folded(text: str) -> str:
    """Text without what extraction changes: ligatures, presentation forms, spaces, soft hyphens.

    Case goes too: what a style sets in capitals is written in small letters.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        char for char in plain if not char.isspace() and unicodedata.category(char) != "Cf"
    )
