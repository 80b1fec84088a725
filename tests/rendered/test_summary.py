"""A summary is short in print, too: set by Pandoc on A4, in 10 points."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pypandoc
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from tests.rendered.pdf import pages

import deckgen

ROOT = Path(__file__).parents[2]
CLOSE = ("Compact", "Footnote Text")

pytestmark = pytest.mark.office


def paper(folder: Path) -> Path:
    """Pandoc’s own template on A4 with margins of 18 mm, in Calibri, its lists close."""
    pandoc = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    file = folder / "reference.docx"
    file.write_bytes(subprocess.run(pandoc, check=True, capture_output=True).stdout)
    opened = docx.Document(str(file))
    section = opened.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(18)
    for fonts in opened.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for kind in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{kind}"), "Calibri")
    for name in ("Normal", "Body Text", "First Paragraph", "Compact", "Footnote Text"):
        style = opened.styles[name]
        style.font.size = Pt(10)
        style.paragraph_format.space_before = Pt(0 if name in CLOSE else 2)
        style.paragraph_format.space_after = Pt(0 if name in CLOSE else 2)
    opened.styles["Footnote Text"].font.size = Pt(8)
    for name, size in (("Heading 1", 14), ("Heading 2", 11), ("Heading 3", 10)):
        style = opened.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before = Pt(0 if name == "Heading 1" else 5)
        style.paragraph_format.space_after = Pt(1)
    opened.save(str(file))
    return file


def test_the_summary_of_a_talk_of_thirty_slides_takes_one_page(
    tmp_path: Path, to_pdf: Callable[[Path], Path]
) -> None:
    talk = ROOT / "content" / "space-diplomacy"
    made = deckgen.build(talk, to=["summary"], output=tmp_path).files[0].path
    printed = tmp_path / "summary.docx"
    how = ["-f", "gfm+footnotes", "--reference-doc", str(paper(tmp_path)), "-o", str(printed)]
    subprocess.run([pypandoc.get_pandoc_path(), str(made), *how], check=True)
    assert len(pages(to_pdf(printed))) == 1
