"""Formulas within a line of text."""

from __future__ import annotations

import pytest

from deckgen.model.inline import Run, plain
from deckgen.text.math import MathError, runs, to_plain


def test_variables_slant_and_what_is_counted_or_named_does_not() -> None:
    assert runs(r"2x\sin y") == (
        Run("2"),
        Run("x", italic=True),
        Run(" sin "),
        Run("y", italic=True),
    )


def test_scripts_are_runs_of_their_own() -> None:
    assert runs("v_e^2") == (
        Run("v", italic=True),
        Run("e", italic=True, script="sub"),
        Run("2", script="super"),
    )


def test_words_below_stand_upright() -> None:
    assert runs(r"v_{\text{max}}")[1] == Run("max", script="sub")


def test_a_simple_fraction_has_a_slash() -> None:
    assert plain(runs(r"\frac{m_0}{m_1}")) == "m0/m1"
    assert plain(runs(r"\frac{a+b}{2}")).replace("\u00a0", " ") == "(a + b)/2"


def test_greek_letters_are_variables_and_capitals_stand_upright() -> None:
    assert runs(r"\alpha") == (Run("α", italic=True),)
    assert runs(r"\Delta") == (Run("Δ"),)


def test_a_vector_may_be_bold() -> None:
    assert runs(r"\mathbf{x}") == (Run("x", bold=True),)


def test_an_accent_slants_with_its_letter() -> None:
    assert runs(r"\vec{v}") == (Run("v\u20d7", italic=True),)


def test_a_line_may_end_after_a_relation_but_not_before_it() -> None:
    assert plain(runs("a = b")) == "a\u00a0= b"


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    assert plain(runs(r"10\,\mathrm{m}")) == "10\u00a0m"


@pytest.mark.parametrize(("latex", "text"), [("f'", "f′"), (r"90^\circ", "90°")])
def test_what_is_high_by_itself_is_not_raised(latex: str, text: str) -> None:
    found = runs(latex)
    assert plain(found) == text
    assert not any(run.script for run in found)


def test_scripts_stand_closely() -> None:
    assert plain(runs("x_{n + 1}")) == "xn+1"


@pytest.mark.parametrize("latex", ["e^{-x^2}", r"\int_0^{x^2} f", "x_{a_1}"])
def test_scripts_on_scripts_are_written_as_characters(latex: str) -> None:
    assert runs(latex) == (Run(to_plain(latex), italic=True),)


@pytest.mark.parametrize("latex", [r"\phantom{x}", r"\quad"])
def test_what_shows_nothing_says_nothing(latex: str) -> None:
    assert plain(runs(latex)) == ""


def test_bad_latex_has_no_runs() -> None:
    with pytest.raises(MathError):
        runs(r"\foo")
