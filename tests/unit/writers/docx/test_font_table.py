"""Families that are missing are measured as the document's font table describes them."""

from __future__ import annotations

import pytest
from lxml import etree

from deckgen.writers.docx.font_table import stand_ins

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SERIF, SANS, MONO = "02020603050405020304", "020B0604020202020204", "020B0609020204030204"


def found(name: str, **values: str) -> dict[str, str]:
    inner = "".join(f'<w:{key} w:val="{value}"/>' for key, value in values.items())
    font = f'<w:font w:name="{name}">{inner}</w:font>'
    return dict(stand_ins(etree.fromstring(f'<w:fonts xmlns:w="{W}">{font}</w:fonts>')))


def test_another_name_that_is_known_measures_a_family() -> None:
    assert found("House Antiqua", altName="Minion, Times New Roman") == {
        "house antiqua": "Times New Roman"
    }


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ({"panose1": SERIF, "charset": "00"}, "serif"),
        ({"panose1": MONO, "charset": "00"}, "monospace"),
        ({"family": "roman", "charset": "00"}, "serif"),
        ({"pitch": "fixed", "charset": "00"}, "monospace"),
    ],
)
def test_else_its_kind_does(description: dict[str, str], kind: str) -> None:
    assert found("House", **description) == {"house": kind}


@pytest.mark.parametrize(
    "description",
    [
        {},
        {"panose1": SANS, "charset": "00"},
        {"panose1": "no panose", "charset": "00"},
        {"family": "modern", "pitch": "fixed", "charset": "86"},
    ],
)
def test_what_says_nothing_of_use_stands_for_nothing(description: dict[str, str]) -> None:
    assert found("House", **description) == {}


def test_a_known_family_is_measured_as_itself() -> None:
    assert found("Georgia", altName="Times New Roman", family="roman", charset="00") == {}


def test_a_document_without_a_font_table_says_nothing() -> None:
    assert stand_ins(None) == {}
