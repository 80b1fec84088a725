"""XML made of strings, and XML of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckgen.ooxml import xml
from deckgen.ooxml.archive import PackageRefused


@given(st.text(st.characters(codec=None)))
def test_any_text_survives_but_for_what_xml_forbids(words: str):
    root = etree.fromstring(xml.document(f'<a b="{xml.attribute(words)}">{xml.text(words)}</a>'))

    assert (root.text or "") == xml.clean(words)
    assert root.get("b") == xml.clean(words)


@pytest.mark.parametrize("forbidden", ["\x00", "\x0b", "\x1f", "\r", "\ud800", "\ufffe", "\uffff"])
def test_forbidden_characters_are_dropped(forbidden: str):
    assert xml.text(f"a{forbidden}b") == xml.attribute(f"a{forbidden}b") == "ab"


def test_astral_characters_and_tabs_stay():
    assert xml.text("😀\t𝑥") == "😀\t𝑥"


def test_an_attribute_keeps_its_line_ends():
    assert xml.attribute('a\n\t"') == "a&#10;&#9;&quot;"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(encoding: str):
    bomb = '<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>'

    with pytest.raises(PackageRefused, match="document type"):
        xml.parse(bomb.encode(encoding), "a.xml")


def test_a_document_type_far_from_the_beginning_is_refused():
    late = "<!--" + "-x" * 4000 + "--><!DOCTYPE a><a/>"

    with pytest.raises(PackageRefused, match="document type"):
        xml.parse(late.encode("utf-16"), "a.xml")


def test_broken_xml_is_refused_by_name():
    with pytest.raises(PackageRefused, match=r"'ppt/a.xml' is not well formed"):
        xml.parse(b"<a><b></a>", "ppt/a.xml")


def test_an_unusual_encoding_is_refused():
    with pytest.raises(PackageRefused, match="encoded as"):
        xml.parse(b'<?xml version="1.0" encoding="windows-1251"?><a/>', "a.xml")


def test_utf_16_is_read():
    assert (
        xml.parse('<?xml version="1.0" encoding="UTF-16"?><a>é</a>'.encode("utf-16"), "a").text
        == "é"
    )
