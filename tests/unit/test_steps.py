"""Work in steps: one piece alone, several abreast."""

from __future__ import annotations

import pytest

from deckgen.steps import Steps, abreast, done, step


def counting(name: str, steps: int, told: list[str]) -> Steps[str]:
    for number in range(steps):
        told.append(f"{name}{number}")
        yield
    return name


def test_a_step_of_each_comes_before_the_next_of_any() -> None:
    told: list[str] = []

    assert abreast([counting("a", 2, told), counting("b", 3, told)]) == ["a", "b"]
    assert told == ["a0", "b0", "a1", "b1", "b2"]


def test_results_stand_in_the_order_of_the_works() -> None:
    told: list[str] = []

    assert abreast([counting("long", 9, told), counting("short", 0, told)]) == ["long", "short"]


def test_alone_all_steps_follow_each_other() -> None:
    assert done(step(lambda: 7)) == 7
    assert abreast([]) == []


def test_what_a_step_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        abreast([step(lambda: 1 // 0)])
