"""Alternative texts in the talk's language."""

from __future__ import annotations

from string import Formatter

import pytest

from deckgen.text.spoken import spoken

LANGUAGES = ("fr", "es", "de", "ru", "ar", "he", "fa", "ur", "zh")


def places(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_leaves_a_number_or_a_name_out(language: str):
    english, own = spoken("en"), spoken(language)
    assert {key: places(own[key]) for key in english} == {
        key: places(words) for key, words in english.items()
    }


def test_a_region_speaks_its_language():
    assert spoken("de-AT") == spoken("de")


def test_a_language_without_words_of_its_own_is_told_in_english():
    assert spoken("fi") == spoken("en")
