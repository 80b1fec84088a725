"""Values of data in Markdown mean themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.inline import plain
from deckgen.text.inline import parse_inline
from deckgen.text.literal import with_literals
from deckgen.text.prose import paragraphs

# Characters that the outline's own text cannot have either, or that end a line.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1)


@given(TEXTS)
def test_any_value_is_shown_as_it_is(value: str) -> None:
    written = with_literals(value, [(0, len(value))])
    assert plain(parse_inline(written)) == value


@pytest.mark.parametrize("value", ["# Total", "1. May", "- none", "> 5", "::: box", "+ 3", "=== "])
def test_a_value_opens_no_block(value: str) -> None:
    written = with_literals(value, [(0, len(value))], blocks=True)
    (paragraph,) = paragraphs(written)
    assert plain(paragraph.runs) == value.strip()


def test_markup_around_a_value_keeps_its_meaning() -> None:
    text = "**a*b** and `c_d`"
    runs = parse_inline(with_literals(text, [(2, 5), (13, 16)]))
    assert [(run.text, run.bold, run.code) for run in runs] == [
        ("a*b", True, False),
        (" and ", False, False),
        ("c_d", False, True),
    ]
