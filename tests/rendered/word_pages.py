"""Word files that differ in what makes lines, spaces and pages, and papers' contents compared."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DESTINATION = re.compile(r'\s*(\d+) \[ XYZ .*\] "(.*)"')
_WITH_BOOKMARKS = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
)


def plain(font: str = "Calibri", size: float = 11) -> Any:
    """python-docx's own template in one face, on A4."""
    opened = docx.Document()
    for fonts in opened.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for kind in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{kind}"), font)
    opened.styles["Normal"].font.size = Pt(size)
    opened.sections[0].page_width, opened.sections[0].page_height = Mm(210), Mm(297)
    return opened


def spaced(opened: Any, **spacing: object) -> Any:
    """The file with other spacing (`w:spacing`) in its default style, and no leading elsewhere."""
    for each in opened.styles.element.iter(qn("w:spacing")):
        for name in ("line", "lineRule"):
            each.attrib.pop(qn(f"w:{name}"), None)
    own = opened.styles["Normal"].element.get_or_add_pPr().get_or_add_spacing()
    for name, value in spacing.items():
        own.set(qn(f"w:{name}"), str(value))
    return opened


def on_grid(opened: Any, pitch: int) -> Any:
    section = opened.sections[0]._sectPr
    for grid in section.findall(qn("w:docGrid")):
        section.remove(grid)
    grid = f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{pitch}"/>'
    section.append(parse_xml(grid))
    return opened


def small() -> Any:
    opened = plain("Times New Roman", 10)
    section = opened.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.left_margin = section.right_margin = Mm(18)
    return opened


def lettered() -> Any:
    """A letterhead that pushes the text down, another one on the first page."""
    opened = plain("Arial", 10)
    section = opened.sections[0]
    section.different_first_page_header_footer = True
    for header, lines in ((section.header, 6), (section.first_page_header, 10)):
        header.is_linked_to_previous = False
        for number in range(lines):
            header.add_paragraph(f"Line {number} of the address")
    return opened


def parted() -> Any:
    opened = plain("Cambria")
    opened.styles["Heading 1"].paragraph_format.page_break_before = True
    return opened


def pandoc() -> bytes:
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return subprocess.run(command, check=True, capture_output=True).stdout


WORD_FILES: Mapping[str, Callable[[], Any]] = {
    "python-docx": docx.Document,
    "pandoc": pandoc,
    "small-page": small,
    "exact-lines": lambda: spaced(plain(), line=280, lineRule="exact"),
    "double-lines": lambda: spaced(plain("Cambria"), line=480, lineRule="auto"),
    "grid": lambda: on_grid(spaced(plain("Times New Roman"), line=360, lineRule="auto"), 312),
    "spaces": lambda: spaced(plain(), before=100, beforeAutospacing=1, afterAutospacing=1),
    "letterhead": lettered,
    "chapters-on-new-pages": parted,
    "missing-font": lambda: plain("Corporate Grotesk"),
}


def saved(name: str, folder: Path) -> Path:
    """The Word file of a name, in a folder."""
    file = folder / f"{name}.docx"
    made = WORD_FILES[name]()
    if isinstance(made, bytes):
        file.write_bytes(made)
    else:
        made.save(str(file))
    return file


def to_pdfs(papers: Sequence[Path], folder: Path) -> None:
    """Convert papers at once, with a destination for each of their bookmarks."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", _WITH_BOOKMARKS]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, papers)],
        check=True,
        capture_output=True,
        timeout=180,
    )


def misplaced(paper: Path, pdf: Path) -> tuple[list[int], int]:
    """By how many pages entries of contents and lists are wrong, and how many there are."""
    shown = dict(_entries(paper.read_bytes()))
    found = _destinations(pdf)
    wrong = [page - found[mark] for mark, page in shown.items() if page != found[mark]]
    return wrong, len(shown)


def _entries(data: bytes) -> Iterator[tuple[str, int]]:
    """The bookmark of each entry and the page that it shows."""
    with ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for link in root.iter(f"{W}hyperlink"):
        if any("PAGEREF" in (code.text or "") for code in link.iter(f"{W}instrText")):
            yield link.get(f"{W}anchor"), int([text.text for text in link.iter(f"{W}t")][-1])


def _destinations(pdf: Path) -> dict[str, int]:
    """The page of each bookmark; LibreOffice writes the first sign of a name as its code."""
    command = ["pdfinfo", "-dests", str(pdf)]
    listed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    found = (_DESTINATION.match(line) for line in listed.splitlines())
    return {re.sub(r"^5F", "_", each[2]): int(each[1]) for each in found if each}
