from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text.math import MathError, to_omml, to_plain

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

FORMULAS = {
    r"\Delta v = v_e \ln\frac{m_0}{m_1}": "Δv = vₑ ln(m₀/m₁)",
    r"E = mc^2": "E = mc²",
    r"x = \frac{-b\pm\sqrt{b^2-4ac}}{2a}": "x = (−b ± √(b² − 4ac))/(2a)",
    r"\sum_{i=0}^n i^2 = \frac{n(n+1)(2n+1)}{6}": "∑ᵢ₌₀ⁿ i² = n(n + 1)(2n + 1)/6",
    r"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}": "∫₀^∞ e^(−x²) dx = √π/2",
    r"\lim_{x\to 0}\frac{\sin x}{x} = 1": "lim_(x → 0)((sin x)/x) = 1",
    r"f(x)=\begin{cases}1 & x>0\\ 0 & \text{otherwise}\end{cases}": (
        "f(x) = {1, x > 0; 0, otherwise"
    ),
    r"\begin{pmatrix}a&b\\c&\end{pmatrix}": "(a, b; c)",
    r"\begin{aligned}a&=b\\c&=d\end{aligned}": "a = b; c = d",
    r"\begin{align}a&=b\\c&=d\end{align}": "a = b; c = d",
    r"\begin{gather}a\\b\end{gather}": "a; b",
    r"\hat{x} + \vec{v} + \dot{q} + \widetilde{a}": "x̂ + v⃗ + q̇ + ã",
    r"\overline{A} + \underline{x}": "A̅ + x̲",
    r"\overbrace{a+b}^{n} + \underbrace{c}_{m}": "(a + b) [n] + c [m]",
    r"\sin^2(x) + \cos\theta\sin\phi": "sin²(x) + cos θ sin ϕ",
    r"x\in\mathbb{R},\ \mathcal{L}\mathbf{x}\mathrm{d}t": "x ∈ ℝ, ℒxdt",
    r"\sqrt[3]{x} + \binom{n}{k}": "³√x + (n ¦ k)",
    r"{}^{14}_6C": "¹⁴₆C",
    r"\sideset{_a}{^n}\prod x": "ₐ∏ⁿx",
    r"|z|^2 + \lVert v\rVert + P(A|B)": "|z|² + ‖v‖ + P(A|B)",
    r"\left.\frac{a}{b}\right|_{0}^{1} + \left\{x\middle|y\right\}": "a/b|₀¹ + {x | y}",
    r"\nabla\times\mathbf{E}=-\frac{\partial\mathbf{B}}{\partial t}": "∇ × E = −∂B/∂t",
    r"\boxed{x}\cancel{y}\phantom{z}": "xy",
    r"a\xrightarrow{f} b \overset{!}{=} c": "a →ᶠ b =^! c",
    r"\sum_{\substack{i<n\\j<m}} a_{ij}": "∑_(i < n; j < m) aᵢⱼ",
    r"90^\circ < 50\,\% \text{ if } x > 3{,}000": "90° < 50 % if x > 3,000",
    r"\frac{1}{2}mv^2": "(1/2)mv²",
    r"10\,\mathrm{m}\cdot\mathrm{s}^{-1}": "10 m⋅s⁻¹",
}


def elements(latex: str, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(to_omml(latex, True)).iter(M + name))


def text(element: ElementTree.Element | None) -> str:
    assert element is not None
    return "".join(t.text or "" for t in element.iter(M + "t"))


def value(element: ElementTree.Element, name: str) -> str | None:
    found = element.find(f".//{M}{name}")
    return None if found is None else found.get(M + "val")


@pytest.mark.parametrize(("latex", "plain"), FORMULAS.items())
def test_formula_reads_as_a_line_of_text(latex: str, plain: str) -> None:
    assert to_plain(latex) == plain


def test_formulas_are_valid_in_a_word_document(tmp_path: Path) -> None:
    from docx import Document
    from lxml import etree
    from openxml_audit import OpenXmlValidator

    file = tmp_path / "formulas.docx"
    document = Document()
    for latex in FORMULAS:
        for display in (True, False):
            paragraph = document.add_paragraph()
            paragraph._p.append(etree.fromstring(to_omml(latex, display)))
    document.save(str(file))
    errors = OpenXmlValidator().validate(str(file)).errors
    assert [error for error in errors if "document.xml" in str(error)] == []


def test_a_displayed_formula_is_a_paragraph_of_mathematics() -> None:
    assert ElementTree.fromstring(to_omml("x", True)).tag == M + "oMathPara"
    assert ElementTree.fromstring(to_omml("x", False)).tag == M + "oMath"


def test_brackets_hold_their_content() -> None:
    outer, inner = elements("(x[y]z)", "d")
    assert (text(outer), text(inner)) == ("xyz", "y")


def test_a_bracket_without_its_partner_is_a_symbol() -> None:
    assert elements("(a + b", "d") == []
    assert to_plain("]a, b[") == "]a, b["


def test_a_script_on_a_closing_bracket_raises_the_whole() -> None:
    (power,) = elements("(a+b)^2", "sSup")
    assert text(power.find(f"{M}e/{M}d")) == "a+b"
    assert text(power.find(f"{M}sup")) == "2"


def test_brackets_of_different_kinds_pair() -> None:
    (interval,) = elements("(a,b]", "d")
    assert (value(interval, "begChr"), value(interval, "endChr")) == ("(", "]")


def test_an_operator_takes_what_follows_up_to_the_relation() -> None:
    (total,) = elements(r"\sum_i a_i b_i = c", "nary")
    assert text(total.find(M + "e")) == "aibi"
    assert value(total, "supHide") == "1"


def test_a_sum_displays_its_limits_above_and_below_and_an_integral_beside() -> None:
    (total,), (integral,) = elements(r"\sum_1^2 x", "nary"), elements(r"\int_1^2 x", "nary")
    assert value(total, "limLoc") == "undOvr"
    assert value(integral, "limLoc") == "subSup"


def test_a_function_takes_its_argument() -> None:
    (function,) = elements(r"\ln x", "func")
    assert (text(function.find(M + "fName")), text(function.find(M + "e"))) == ("ln", "x")


def test_no_argument_is_empty() -> None:
    for latex in (r"\frac{}{2}", r"\sum", r"\begin{matrix}&1\end{matrix}", r"\left(\right)"):
        assert all(text(argument) for argument in elements(latex, "e")), latex


def test_automatic_equation_numbers_go_and_tags_stay() -> None:
    assert "(1)" not in to_omml(r"\begin{align}a&=b\end{align}", True)
    assert "(7)" in to_omml(r"\begin{align}a&=b\tag{7}\end{align}", True)


@pytest.mark.parametrize(
    ("latex", "message", "offset"),
    [
        ("", "empty", 0),
        ("% nothing", "empty", 0),
        (r"\foo x", r"\foo", 0),
        (r"ü + \foo", r"\foo", 4),
        (r"\frac{a}{b", "}", 10),
        ("x^", "argument", 2),
        ("{" * 2000, "deep", 60),
        (r"\sqrt" * 150 + " x", "deep", 0),
        ("(" * 500 + ")" * 500, "deep", 0),
        (r"\sum " * 200, "deep", 0),
        ("x" * 5000, "2000", 2000),
        (r"x + \newcommand{\a}{\a\a}\a", "define", 4),
    ],
)
def test_bad_latex_is_refused_where_it_is_bad(latex: str, message: str, offset: int) -> None:
    with pytest.raises(MathError) as refused:
        to_omml(latex, True)
    assert message in refused.value.message
    assert refused.value.offset == offset


_PIECES = [
    "x", "2", "+", "=", "(", ")", "[", "]", "|", ",", "{", "}", "^", "_", "&", " ", "'", "<",
    r"\frac", r"\sqrt", r"\sum", r"\int\limits", r"\left(", r"\right)", r"\left.", r"\right|",
    r"\middle|", r"\lim", r"\hat", r"\overbrace", r"\overline", r"\mathbf", r"\text{a b}",
    r"\begin{matrix}", r"\end{matrix}", r"\begin{align}", r"\end{align}", r"\\", r"\quad",
    r"\xrightarrow", r"\prescript", r"\cancel", r"\alpha", r"\lvert", r"\rvert", r"\binom",
]  # fmt: skip


def offset_of_refusal(latex: str) -> int | None:
    try:
        ElementTree.fromstring(to_omml(latex, True))
        to_plain(latex)
    except MathError as refused:
        return refused.offset
    return None


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join))
def test_any_latex_is_either_refused_or_well_formed(latex: str) -> None:
    offset = offset_of_refusal(latex)
    assert offset is None or 0 <= offset <= len(latex)
