from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.inline import Inline, Run
from deckgen.text.commonmark import parser
from deckgen.text.inline import inline_of, normalised, parse_inline

SITE = "https://a.example"


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("", ()),
        ("Research & Development", (Run("Research & Development"),)),
        (" padded \n", (Run("padded"),)),
        ("snake_case", (Run("snake_case"),)),
        ("**one** *two*", (Run("one", bold=True), Run(" "), Run("two", italic=True))),
        (
            "**a *b* c**",
            (Run("a ", bold=True), Run("b", bold=True, italic=True), Run(" c", bold=True)),
        ),
        ("*a *b* c*", (Run("a b c", italic=True),)),
        ("`a*b*`", (Run("a*b*", code=True),)),
        ("~~old~~ new", (Run("old", strike=True), Run(" new"))),
        ("about ~5~ km", (Run("about ~5~ km"),)),
        ("[**a** b](https://a.example)", (Run("a", bold=True, link=SITE), Run(" b", link=SITE))),
        ("<https://a.example>", (Run(SITE, link=SITE),)),
        ("https://a.example", (Run(SITE),)),
        ("[pillars](#three-pillars)", (Run("pillars", link="#three-pillars"),)),
        ("[支柱](#支柱)", (Run("支柱", link="#支柱"),)),
        ("[x](javascript:alert)", (Run("[x](javascript:alert)"),)),
        ("a ![the *logo*](logo.png)", (Run("a the "), Run("logo", italic=True))),
        ("<b>not bold</b>", (Run("<b>not bold</b>"),)),
        ("&eacute; &amp; &#8364;", (Run("é & €"),)),
        (r"\*plain\*", (Run("*plain*"),)),
        ("“quotes” -- ...", (Run("“quotes” -- ..."),)),
    ],
)  # fmt: skip
def test_inline_markdown_becomes_runs(source: str, runs: Inline) -> None:
    assert parse_inline(source) == runs


@pytest.mark.parametrize("source", ["a\\\nb", "a  \n  b", "a\n\nb", "a\n\n\nb", "**a**  \nb"])
def test_forced_breaks_and_blank_lines_break_the_line(source: str) -> None:
    assert [run.text for run in parse_inline(source)] == ["a", "\n", "b"]


def test_a_line_end_alone_is_a_blank() -> None:
    assert parse_inline("one\ntwo") == (Run("one two"),)


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("$x$ costs 5", (Run("x", math=True), Run(" costs 5"))),
        (r"let $\frac{1}{2}$", (Run("let "), Run(r"\frac{1}{2}", math=True))),
        ("$$E = mc^2$$", (Run("E = mc^2", math=True),)),
        (r"$a\$b$", (Run(r"a\$b", math=True),)),
        ("*$x$*", (Run("x", italic=True, math=True),)),
    ],
)
def test_formulas_stand_between_dollars(source: str, runs: Inline) -> None:
    assert parse_inline(source) == runs


@pytest.mark.parametrize(
    "source", ["$5 and $6", "US$5 to US$6", "in US$ and in A$", "$ 5 and 6 $", "5$ or 6$"]
)
def test_money_is_no_formula(source: str) -> None:
    assert parse_inline(source) == (Run(source),)


def test_formulas_side_by_side_stay_apart() -> None:
    formula = Run("x", math=True)
    assert normalised([formula, formula]) == (formula, Run(" "), formula)


def test_texts_without_markup_need_no_parser() -> None:
    script = (
        "import sys; from deckgen.text.inline import parse_inline;"
        "parse_inline('Costs US$5 & more: 2 * 3 = 6 [1]');"
        "sys.exit('markdown_it' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@given(
    st.lists(
        st.sampled_from(
            ("*", "**", "***", "a", "b1", " ", "(", ")", ".", ",", "-", "é", "“", "\t")
        ),
        max_size=14,
    ).map("".join)
)
def test_plain_emphasis_is_what_the_parser_makes_of_it(text: str) -> None:
    by_parser = parser().parseInline(text.strip())[0].children or ()

    assert parse_inline(text) == inline_of(by_parser)
