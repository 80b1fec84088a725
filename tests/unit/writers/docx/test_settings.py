"""The template's settings say nothing that would set lines otherwise than current Word does."""

from __future__ import annotations

from lxml import etree

from deckgen.writers.docx.settings import mended

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def compatibility(inner: str) -> list[str]:
    root = etree.fromstring(f'<w:settings xmlns:w="{W}"><w:compat>{inner}</w:compat></w:settings>')
    return [etree.QName(each).localname for each in mended(root, ())[0]]


def test_lines_have_their_faces_leading() -> None:
    assert compatibility("<w:noLeading/>") == ["compatSetting"]


def test_what_else_a_template_asks_for_stays() -> None:
    assert compatibility("<w:useFELayout/>") == ["useFELayout", "compatSetting"]
