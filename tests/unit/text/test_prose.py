from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.inline import Run, plain
from deckgen.text.prose import ProseParagraph, paragraphs


def outline(source: str) -> list[tuple[str, int, str, int]]:
    return [(plain(p.runs), p.level, p.marker, p.number) for p in paragraphs(source)]


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs("One\nline.\n\nAnd *more*.") == (
        ProseParagraph((Run("One line."),)),
        ProseParagraph((Run("And "), Run("more", italic=True), Run("."))),
    )


def test_lists_keep_level_marker_and_number() -> None:
    assert outline("3. a\n4. b\n   - c\n     - d\n   - e\n5. f") == [
        ("a", 0, "number", 3),
        ("b", 0, "number", 4),
        ("c", 1, "bullet", 0),
        ("d", 2, "bullet", 0),
        ("e", 1, "bullet", 0),
        ("f", 0, "number", 5),
    ]


def test_a_further_paragraph_of_an_item_has_no_marker() -> None:
    assert outline("- a\n  - b\n\n    more\n\n- c") == [
        ("a", 0, "bullet", 0),
        ("b", 1, "bullet", 0),
        ("more", 1, "", 0),
        ("c", 0, "bullet", 0),
    ]


def test_an_empty_item_gives_its_marker_to_none() -> None:
    assert outline("- \n\nafter") == [("after", 0, "", 0)]


def test_headings_are_marked() -> None:
    heading, text = paragraphs("## Why\n\nBecause.")
    assert (heading.heading, text.heading) == (True, False)


def test_each_line_of_code_is_a_paragraph() -> None:
    assert paragraphs("```py\nx = 1\n\n\ty\n```") == (
        ProseParagraph((Run("x = 1", code=True),), code=True),
        ProseParagraph((), code=True),
        ProseParagraph((Run("    y", code=True),), code=True),
    )


def test_quotations_and_rules_leave_their_text() -> None:
    assert outline("> said\n\n---\n\ndone") == [("said", 0, "", 0), ("done", 0, "", 0)]


def test_formulas_and_links_work_in_prose() -> None:
    (paragraph,) = paragraphs("$x$ and [more](#more)")
    assert paragraph.runs == (Run("x", math=True), Run(" and "), Run("more", link="#more"))


@given(st.text(st.sampled_from("ab1 .,:!-_*`$<>[](#@&;~\\\t\u00a0é"), max_size=24))
def test_a_literal_line_is_what_the_parser_makes_of_it(text: str) -> None:
    comment = f"[unused]: /never\n\n{text}"  # more than a line: the parser reads it

    assert paragraphs(text) == paragraphs(comment)
