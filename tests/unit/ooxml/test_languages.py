"""Language tags as Office writes them."""

from __future__ import annotations

import pytest

from deckgen.ooxml.languages import culture, script_language


@pytest.mark.parametrize(
    ("tag", "office"),
    [("en", "en-US"), ("en-GB", "en-GB"), ("zh-Hant", "zh-TW"), ("JA", "ja-JP"), ("tlh", "tlh")],
)
def test_a_bare_language_becomes_a_culture(tag: str, office: str):
    assert culture(tag) == office


@pytest.mark.parametrize(
    ("words", "tag", "found"),
    [
        ("plain", "en", ""),
        ("Été — “x”", "fr", ""),
        ("中国", "en", "zh"),
        ("中国", "zh-CN", ""),
        ("中国", "ja", ""),
        ("カナ", "zh", "ja"),
        ("Space 空间", "en", "zh"),
        ("فارسی", "fa", ""),
        ("ไทย", "en", "th"),
    ],
)
def test_a_script_that_the_language_is_not_written_in(words: str, tag: str, found: str):
    assert script_language(words, tag) == found
