from __future__ import annotations

import pytest

from deckgen.fields.records import keys_of
from deckgen.kinds import KINDS
from deckgen.readers.slide_keys import SlideKeys, slide_table


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_says_what_it_is(name):
    assert KINDS[name].description.endswith(".")


@pytest.mark.parametrize("name", KINDS)
def test_no_key_of_a_kind_hides_another(name):
    kind = KINDS[name]
    content = dict(keys_of(kind.content))
    if kind.value != "title":
        del content[kind.value]
    assert not set(content) & set(keys_of(SlideKeys))
    assert name not in content
    attributes = [key.attribute for key in slide_table(kind).values()]
    assert len(attributes) == len(set(attributes))
