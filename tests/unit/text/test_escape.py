from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.model.inline import Inline, Run
from deckgen.text.escape import to_markdown
from deckgen.text.inline import normalised, parse_inline

_TEXT = st.text(
    st.one_of(
        st.sampled_from("ab1. *_`[]()<>!&;#~$|\\-+=:@é中“”€\u00a0\t"),
        st.characters(exclude_categories=["Cc", "Cs"]),
    ),
    max_size=8,
)
_LATEX = st.sampled_from(["x", r"\frac{a}{b}", r"5\$", r"a_{1}^*", r"`"])
_LINK = st.sampled_from(
    ["", "", "https://a.example/b_c?d=1&amp;e=2", "#three-pillars", "https://b.example/(x)", "#一"]
)


@st.composite
def _runs(draw: st.DrawFn) -> Run:
    kind = draw(st.sampled_from(["text", "text", "text", "code", "math", "break"]))
    if kind == "break":
        return Run("\n")
    text = draw(_LATEX if kind == "math" else _TEXT)
    link = draw(_LINK)
    if link and draw(st.booleans()) and kind == "text":
        text = link
    return Run(
        text,
        bold=draw(st.booleans()),
        italic=draw(st.booleans()),
        strike=draw(st.booleans()),
        code=kind == "code",
        math=kind == "math",
        link=link,
    )


@given(st.lists(_runs(), max_size=6).map(tuple))
@example((Run("a", italic=True), Run("b", bold=True)))
@example((Run("x"), Run("a", bold=True), Run("(b)", bold=True, italic=True)))
@example((Run("wow!"), Run("here", link="https://a.example")))
@example((Run("a"), Run("\n"), Run("\n"), Run("1. b")))
@example((Run("@here", link="https://a.example"),))
def test_markdown_reads_back_as_it_was(inline: Inline) -> None:
    assert parse_inline(to_markdown(inline)) == normalised(inline)


@given(st.lists(_runs(), max_size=6).map(tuple))
def test_markdown_stays_one_paragraph(inline: Inline) -> None:
    from deckgen.text.commonmark import parser

    blocks = {token.type for token in parser().parse(to_markdown(inline)) if token.level == 0}
    assert blocks <= {"paragraph_open", "paragraph_close"}


@pytest.mark.parametrize(
    ("inline", "markdown"),
    [
        ((Run("Research & Development"),), "Research & Development"),
        ((Run("snake_case and _private"),), r"snake_case and \_private"),
        ((Run("US$5 a|b"),), r"US\$5 a\|b"),
        ((Run("a < b, <b>"),), r"a < b, \<b>"),
        ((Run("2016. A year"),), r"2016\. A year"),
        ((Run("- a dash"),), r"\- a dash"),
        ((Run("AT&T; &amp;"),), r"AT\&T; \&amp;"),
        ((Run("one", bold=True), Run(" two")), "**one** two"),
        ((Run("a ", bold=True), Run("b", bold=True, italic=True)), "**a _b_**"),
        ((Run("un", italic=True), Run("do")), "_un_&#100;o"),
        ((Run("a `b`", code=True),), "`` a `b` ``"),
        ((Run("https://a.example/x", link="https://a.example/x"),), "<https://a.example/x>"),
        ((Run("x", link="https://a.example/a b"),), "[x](<https://a.example/a b>)"),
        ((Run("m"), Run("2", script="super")), "m<sup>2</sup>"),
        ((Run("one"), Run("\n"), Run("two")), "one\\\ntwo"),
    ],
)
def test_markdown_is_written_as_a_person_would(inline: Inline, markdown: str) -> None:
    assert to_markdown(inline) == markdown
