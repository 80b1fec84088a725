"""Spaces at which no line may end."""

from __future__ import annotations

import pytest

from deckgen.text.spaces import bound


@pytest.mark.parametrize("written", ["Quoi ?", "« Quoi »", "ceci : cela", "43 %", "1 300 000 t"])
def test_french_marks_stay_with_their_words(written: str) -> None:
    assert " " not in bound(written.removesuffix(" cela").removesuffix(" t"), "fr")


def test_years_and_words_may_be_parted() -> None:
    assert bound("en 2030 4000 personnes", "fr-FR") == "en 2030 4000 personnes"


def test_other_languages_set_no_marks_off() -> None:
    assert bound("Was ? Nichts", "de") == "Was ? Nichts"
