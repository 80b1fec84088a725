"""The arithmetic of colours."""

from __future__ import annotations

import pytest

from deckgen.colour import contrast, dark, lum, mean, mixed


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)


def test_contrast_is_the_same_both_ways() -> None:
    assert contrast("767676", "FFFFFF") == contrast("FFFFFF", "767676") == pytest.approx(4.54, 0.01)


@pytest.mark.parametrize(
    ("mod", "off", "expected"), [(75, 0, "2F5496"), (60, 40, "8EA9DB"), (20, 80, "D9E2F3")]
)
def test_tints_are_those_that_powerpoint_shows(mod: float, off: float, expected: str) -> None:
    made = lum("4472C4", mod, off)
    for at in (0, 2, 4):
        assert abs(int(made[at : at + 2], 16) - int(expected[at : at + 2], 16)) <= 2


def test_a_ground_is_dark_when_white_reads_better_on_it() -> None:
    assert dark("0B2F5B")
    assert not dark("F4F2ED")


def test_mixing_and_averaging() -> None:
    assert mixed("000000", "FFFFFF", 0.5) == "808080"
    assert mean(("000000", "FFFFFF")) == "808080"
