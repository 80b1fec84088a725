"""Which way talks run, and what runs the other way within them."""

from __future__ import annotations

import pytest

from deckgen.text.direction import MARK, is_rtl, marked, parted, right_to_left, runs_rtl


@pytest.mark.parametrize("tag", ["ar", "ar-EG", "fa", "he", "ur-PK", "yi", "ckb", "pa-Arab-PK"])
def test_these_languages_run_from_right_to_left(tag: str) -> None:
    assert right_to_left(tag)


@pytest.mark.parametrize("tag", ["en", "zh-Hans", "pa", "ar-Latn", "az-Latn-AZ"])
def test_these_languages_run_from_left_to_right(tag: str) -> None:
    assert not right_to_left(tag)


@pytest.mark.parametrize(("text", "rtl"), [("فضاء", True), ("1. חלל", True), ("Space", False)])
def test_direction_is_that_of_the_first_strong_character(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl


def test_an_arabic_sentence_in_an_english_talk_runs_its_own_way() -> None:
    assert runs_rtl("خير الكلام ما قلّ ودلّ", rtl=False) is True


def test_an_english_sentence_in_an_english_talk_says_nothing_of_its_direction() -> None:
    assert runs_rtl("Orbits are shared.", rtl=False) is None


@pytest.mark.parametrize("text", ["NASA وESA شريكتان", "UNOOSA", "2019", "https://www.unoosa.org/"])
def test_names_and_numbers_run_as_the_arabic_talk_does(text: str) -> None:
    assert runs_rtl(text, rtl=True) is True


@pytest.mark.parametrize("text", ["Outer space shall be free.", "“Free for all” (Article I)"])
def test_an_english_sentence_in_an_arabic_talk_runs_its_own_way(text: str) -> None:
    assert runs_rtl(text, rtl=True) is False


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("بلغة C++ فقط", f"بلغة C++{MARK} فقط"),
        ("الموقع https://www.unoosa.org/ متاح", f"الموقع https://www.unoosa.org/{MARK} متاح"),
        ("تابعوا @unoosa الآن", f"تابعوا {MARK}@unoosa الآن"),
        ("محطة (ISS) والقمر", "محطة (ISS) والقمر"),
        ("نحو 88% منها", "نحو 88% منها"),
    ],
)
def test_signs_stay_at_the_latin_words_that_they_belong_to(text: str, shown: str) -> None:
    assert marked(text) == shown


def test_brackets_around_a_latin_word_run_with_the_sentence() -> None:
    assert parted("محطة (ISS) والقمر.") == [
        ("محطة (", True), ("ISS", False), (") والقمر.", True),
    ]  # fmt: skip


def test_code_is_one_stretch_with_its_signs() -> None:
    assert parted("--help", code=True) == [(f"{MARK}--help{MARK}", False)]


def test_the_stretches_are_the_whole_text() -> None:
    text = "وثيقة A/AC.105/C.2/2024/CRP.3 (الأرقام مقربة) عن ESA وJAXA."

    assert "".join(part for part, _ in parted(text)) == text
