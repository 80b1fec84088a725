from __future__ import annotations

from deckgen.model.inline import Run
from deckgen.text.escape import to_markdown
from deckgen.text.inline import parse_inline
from deckgen.text.references import places, replaced, works


def test_a_reference_is_a_link_with_the_name_for_its_text():
    assert parse_inline("see @table:laws.") == (
        Run("see "),
        Run("laws", link="#laws", reference="@table:laws"),
        Run("."),
    )


def test_an_address_of_mail_is_no_reference():
    assert parse_inline("me@slide:x.org") == (Run("me@slide:x.org"),)


def test_a_reference_comes_back_as_it_was_written():
    assert to_markdown(parse_inline(r"**see @slide:a-b** \@slide:c [@key, p. 3]")) == (
        r"**see @slide:a-b** \@slide:c [@key, p. 3]"
    )


def test_references_in_code_are_left_alone():
    prose = "`@slide:a` @slide:b\n\n```\n@slide:c\n```\n\n\\@slide:d [@key]\n"

    assert [found[0] for found in places(prose)] == ["@slide:b", "[@key]"]
    assert replaced(prose, str.upper) == prose.replace("slide:b", "SLIDE:B").replace("key", "KEY")


def test_a_citation_names_works_and_places_in_them():
    assert works("[@one, p. 3; @two]") == (("one", "p. 3"), ("two", ""))
