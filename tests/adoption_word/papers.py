"""The test talk's paper on a template, built once for all tests that look into it."""

from __future__ import annotations

import io
import tempfile
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from tests.adoption_word.odd_packages import PACKAGES
from tests.adoption_word.odd_pages import PAGES
from tests.adoption_word.odd_styles import STYLES
from tests.adoption_word.promises import TALK, W

import deckgen

TEMPLATES = STYLES | PAGES | PACKAGES
TITLE = "Harbour winds: measuring the coast from orbit"


@cache
def paper(name: str) -> bytes:
    """The paper on the odd template of a name."""
    return built(TEMPLATES[name]())


def built(template: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "template.docx")
        file.write_bytes(template)
        result = deckgen.build(TALK, to="briefing", pack=file, output=folder)
        assert result.ok, result.diagnostics
        return result.files[0].path.read_bytes()


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def words(root: etree._Element) -> str:
    return " ".join(
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in root.iter(f"{W}p")
    )


def style_of(data: bytes, text: str) -> tuple[str, str]:
    """Id and name of the style of the first paragraph that says just the text."""
    root = part(data, "word/document.xml")
    for paragraph in root.iter(f"{W}p"):
        if "".join(each.text or "" for each in paragraph.iter(f"{W}t")) == text:
            named = paragraph.find(f"{W}pPr/{W}pStyle")
            assert named is not None
            wanted = named.get(f"{W}val", "")
            for style in part(data, "word/styles.xml").iter(f"{W}style"):
                if style.get(f"{W}styleId") == wanted:
                    name = style.find(f"{W}name")
                    assert name is not None
                    return wanted, name.get(f"{W}val", "")
    raise AssertionError(f"no paragraph says {text!r}")
