"""A new pack from a few wishes: whatever the accent, its colours pass the check of contrast."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.colour import contrast
from deckgen.diagnostics import Diagnostics
from deckgen.packs.fresh import Wishes, fresh_yaml, readable
from deckgen.packs.nodes import read_nodes
from deckgen.packs.reading import read_tokens
from deckgen.packs.tokens import Tokens

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


def tokens_of(wishes: Wishes) -> Tokens:
    found = Diagnostics()
    node = read_nodes(fresh_yaml("mine", wishes), "pack.yaml", found)
    assert node is not None
    tokens = read_tokens(node, found)
    assert [finding.message for finding in found] == []
    return tokens


@settings(max_examples=60)
@given(accent=HEX, ground=st.sampled_from(("FFFFFF", "101820", "F3EDE0", "2B2B2B")))
def test_any_accent_makes_a_sound_pack(accent: str, ground: str) -> None:
    colours = tokens_of(Wishes(accent, ground=ground)).colours
    assert contrast(colours.accent, ground) >= 4.5
    assert len(set(colours.data)) == 6


def test_what_is_wished_is_kept_where_it_can_be_read() -> None:
    tokens = tokens_of(Wishes("0B3C6F", "A85A00", font="Arial", headings="Cambria", size="4:3"))
    assert (tokens.colours.accent, tokens.colours.second) == ("0B3C6F", "A85A00")
    assert (tokens.fonts.headings, tokens.fonts.body) == ("Cambria", "Arial")
    assert tokens.slide.size == (9_144_000, 6_858_000)


@pytest.mark.parametrize("ground", ["FFFFFF", "000000"])
def test_a_colour_moves_no_further_than_it_must(ground: str) -> None:
    found = readable("808080", ground, 4.5)
    assert 4.5 <= contrast(found, ground) < 6
