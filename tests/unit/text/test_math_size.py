"""How much room formulas take."""

from __future__ import annotations

import time

import pytest

from deckgen.text.math import MathError, size

MEASURED = {
    r"x": (0.56, 1.11),
    r"a^2+b^2=c^2": (4.08, 1.25),
    r"E = mc^2": (3.26, 1.25),
    r"\frac{a}{b}": (0.75, 2.38),
    r"\frac{\frac{a}{b}}{c}": (0.95, 3.64),
    r"\frac{T_1^2}{T_2^2} = \frac{a_1^3}{a_2^3}": (3.11, 2.94),
    r"\Delta v = v_e \ln \frac{m_0}{m_1}": (5.39, 2.66),
    r"T = 2\pi \sqrt{\frac{a^3}{G M}}": (5.35, 2.73),
    r"\sqrt[n+1]{x}": (1.83, 1.30),
    r"x^{\frac{c}{d}}": (1.04, 1.93),
    r"x\left(\frac{a}{b}\right)^2": (2.45, 2.63),
    r"{}^{14}_6 C": (1.37, 1.39),
    r"\sum_{k=0}^{\infty} \frac{x^k}{k!} = \mathrm{e}^x": (4.25, 2.70),
    r"\sum_{k=-\infty}^{\infty} x": (2.54, 2.70),
    r"\int_0^{2\pi} \sin^2 x \, \mathrm{d}x = \pi": (6.22, 2.83),
    r"\iint_D f \, dA": (3.37, 2.17),
    r"\lim_{n\to\infty}\left(1+\frac{1}{n}\right)^n = e": (6.04, 2.63),
    r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}": (7.76, 2.62),
    r"\hat{y} = \beta_0 + \beta_1 x_1 + \varepsilon": (6.21, 1.26),
    r"\overrightarrow{AB} + \vec{v} = \overline{z}": (3.98, 1.25),
    r"P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}": (9.99, 2.62),
    r"A = \begin{bmatrix} 1 & 0 & 0 \\ 0 & 1 & 0 \\ 0 & 0 & 1 \end{bmatrix}": (5.76, 3.87),
    r"\begin{aligned} a &= b + c \\ &= d + e + f \end{aligned}": (5.38, 2.31),
    r"\begin{gathered} a \\ b \end{gathered}": (0.55, 2.28),
    r"f(x) = \begin{cases} x^2 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}": (
        8.62, 2.68
    ),
    r"\underbrace{a+b+c}_{\text{sum}} \overbrace{x+y}^{n}": (5.05, 3.35),
    r"\left|\frac{a}{b}\right| \le \|x\|": (3.57, 2.61),
    r"\binom{n}{k} = \frac{n!}{k!(n-k)!}": (6.33, 2.56),
    r"\text{speed} = \frac{\text{distance}}{\text{time}}": (6.72, 2.38),
    r"f(x) = \frac{1}{\sigma\sqrt{2\pi}} e^{-\frac{1}{2}\left(\frac{x-\mu}{\sigma}\right)^2}": (
        8.81, 2.86
    ),
}  # fmt: skip
"""Widths and heights in em, measured in the PDF that LibreOffice 7.4 makes of a deck: a formula
is stretched to its shape's box, so the box over the size of its letters is its natural size."""


@pytest.mark.parametrize(("latex", "measured"), MEASURED.items())
def test_a_formula_has_the_size_that_was_measured(
    latex: str, measured: tuple[float, float]
) -> None:
    found = size(latex)
    assert (found.width, found.height) == pytest.approx(measured, rel=0.1)


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        (r"\frac{a}{b}", "a"),
        (r"\frac{\frac{a}{b}}{c}", r"\frac{a}{b}"),
        ("x^2", "x"),
        (r"\sqrt{x}", "x"),
        (r"\sum_{i=0}^n x", r"\sum x"),
        (r"\begin{matrix}a\\b\\c\end{matrix}", r"\begin{matrix}a\\b\end{matrix}"),
        (r"\left(\frac{a}{b}\right)", r"\frac{a}{b}"),
        (r"\hat{A}", "A"),
        (r"\overbrace{a}", "a"),
    ],
)
def test_what_is_built_up_is_higher_than_its_parts(higher: str, lower: str) -> None:
    assert size(higher).height > size(lower).height


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [
        ("abc", "ab"),
        ("M", "i"),
        ("a+b", "ab"),
        ("ab", "a_b"),
        (r"\frac{abc}{b}", r"\frac{a}{b}"),
        (r"\begin{matrix}a&b\end{matrix}", r"ab"),
        (r"\left(x\right)", "x"),
        (r"\sum_{i=-100}^n x", r"\sum_i x"),
        (r"\text{距離}", r"\text{mm}"),
    ],
)
def test_what_holds_more_is_wider(wider: str, narrower: str) -> None:
    assert size(wider).width > size(narrower).width


def test_a_subscript_reaches_down_and_a_superscript_up() -> None:
    below, above = size("x_1"), size("x^1")
    assert below.descent > above.descent
    assert above.ascent > below.ascent


def test_an_accent_stands_in_the_room_over_a_small_letter() -> None:
    assert size(r"\hat{x}").height == size("x").height


def test_a_fraction_stands_about_the_axis_of_its_line() -> None:
    fraction = size(r"\frac{a}{b}")
    assert fraction.ascent - fraction.descent == pytest.approx(0.6)


def test_bad_latex_has_no_size() -> None:
    with pytest.raises(MathError):
        size(r"\frac{a")


def test_nesting_takes_no_more_time_than_length() -> None:
    start = time.process_time()
    size(r"\hat{" * 25 + "x" + "}" * 25)
    assert time.process_time() - start < 1
