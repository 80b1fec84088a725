"""Titles where there is little room for them."""

from __future__ import annotations

import pytest

from deckgen.text.titles import beginning, shortened


def within(letters: int, title: str) -> str:
    return shortened(title, lambda words: len(words) <= letters)


@pytest.mark.parametrize(
    ("letters", "shown"),
    [
        (40, "The budget of 2031: priorities and risks"),
        (39, "The budget of 2031"),
        (17, "The budget of…"),
        (5, "The…"),
    ],
)
def test_a_title_says_as_much_as_there_is_room_for(letters: int, shown: str) -> None:
    assert within(letters, "The budget of 2031: priorities and risks") == shown


def test_a_title_without_spaces_ends_anywhere() -> None:
    assert within(4, "外层空间活动：现状与展望") == "外层空…"


@pytest.mark.parametrize("title", ["Orbits", "10:30 in Vienna", "Well-being"])
def test_a_title_that_says_one_thing_is_whole(title: str) -> None:
    assert beginning(title) == title
