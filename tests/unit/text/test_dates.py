"""Dates in words."""

from __future__ import annotations

import pytest

from deckgen.text.dates import in_words


@pytest.mark.parametrize(
    ("days", "language", "words"),
    [
        (("2016-11-20",), "en", "20 November 2016"),
        (("2016-11-20", "2016-11-24"), "en-GB", "20–24 November 2016"),
        (("2024-02-28", "2024-03-01"), "en", "28 February – 1 March 2024"),
        (("2023-12-31", "2024-01-01"), "en", "31 December 2023 – 1 January 2024"),
        (("2016-11-01",), "fr", "1er novembre 2016"),
        (("2016-11-20",), "es", "20 de noviembre de 2016"),
        (("2016-11-20", "2016-11-24"), "de", "20.–24. November 2016"),
        (("2016-11-20",), "zh-Hans", "2016年11月20日"),
        (("2016-11-20", "2016-11-24"), "zh", "2016年11月20日至24日"),
        (("2016-11-30", "2016-12-02"), "ja", "2016年11月30日～12月2日"),
        (("2016-12-30", "2017-01-02"), "ko", "2016년 12월 30일~2017년 1월 2일"),
        (("2016-11-20", "2016-11-24"), "ar", "20–24 نوفمبر 2016"),
        (("2016-11-20",), "he", "20 בנובמבר 2016"),
        (("2016-11-20",), "ur", "20 نومبر 2016"),
        (("2016-11-20",), "fa", "20 نوامبر 2016"),
        (("2016-11-20",), "sw", "2016-11-20"),
        (("2016-11-20", "2016-11-24"), "fi", "2016-11-20 – 2016-11-24"),
        (("next spring",), "en", "next spring"),
        ((), "en", ""),
    ],
)
def test_dates_are_said_as_the_language_says_them(days: tuple[str, ...], language: str, words: str):
    assert in_words(days, language) == words
