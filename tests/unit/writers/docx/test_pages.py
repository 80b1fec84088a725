"""Pages are filled as an office suite fills them: what fits, what stays together, what is lost."""

from __future__ import annotations

from typing import Any

from lxml import etree

from deckgen.writers.docx.names import W
from deckgen.writers.docx.pagination import places as pagination_places
from deckgen.writers.docx.pieces import Piece, stacked
from deckgen.writers.docx.sections import Page
from deckgen.writers.docx.table_looks import table_look

LINE = 12.0


def text(lines: int, name: str = "", **how: Any) -> Piece:
    """A paragraph of so many lines of 12 points."""
    return Piece((LINE,) * lines, bookmarks=(name,) if name else (), **how)


def page(lines: float, **how: Any) -> Page:
    """A page that has room for so many lines of 12 points."""
    return Page(9_000, int(lines * LINE * 20), (0, 0), **how)


def places(*pieces: Piece, on: Page) -> dict[str, tuple[int, float]]:
    """The page of each bookmark, and how many points down that it stands."""
    found = pagination_places(pieces, on)
    return {
        name: (int(at), round(at % 1 * on.height / 20, 1)) for name, at in found.items() if name
    }


def test_what_does_not_fit_goes_to_the_next_page() -> None:
    assert places(text(1, "a"), text(1, "b"), text(1, "c"), on=page(2)) == {
        "a": (1, 0.0),
        "b": (1, 12.0),
        "c": (2, 0.0),
    }


def test_between_paragraphs_stands_the_larger_of_their_spaces() -> None:
    found = places(text(1, after=6.0), text(1, "b", before=10.0), on=page(10))
    assert found["b"] == (1, 22.0)


def test_space_before_is_lost_at_the_head_of_a_page_that_is_begun_for_lack_of_room() -> None:
    found = places(text(2), text(1, "b", before=10.0), on=page(2))
    assert found["b"] == (2, 0.0)


def test_space_before_stays_on_the_first_page_and_where_a_paragraph_begins_a_page() -> None:
    found = places(
        text(1, "a", before=10.0), text(1, "b", before=10.0, begins_page=True), on=page(10)
    )
    assert found == {"a": (1, 10.0), "b": (2, 10.0)}


def test_paragraphs_of_one_style_that_say_so_stand_close_and_others_do_not() -> None:
    close = {"before": 6.0, "after": 6.0, "style": "Item", "contextual": True}
    other = {"before": 6.0, "after": 6.0, "style": "Text"}
    found = places(
        text(1, **close), text(1, "second", **close), text(1, "text", **other), on=page(10)
    )
    assert found == {"second": (1, 18.0), "text": (1, 36.0)}


def test_two_lines_of_a_paragraph_stay_together_at_both_ends_of_a_page() -> None:
    assert places(text(1), text(4, "a"), on=page(2))["a"] == (2, 0.0)
    assert places(text(2), text(4, "a"), text(1, "b"), on=page(5))["b"] == (2, 24.0)
    assert places(text(2), text(3, "a"), on=page(4))["a"] == (2, 0.0)


def test_without_widow_control_every_line_may_stand_alone() -> None:
    found = places(text(1), text(4, "a", widows=False), text(1, "b"), on=page(2))
    assert found == {"a": (1, 12.0), "b": (3, 12.0)}


def test_a_heading_stays_with_two_lines_of_its_text() -> None:
    heading = text(1, "h", keep_next=True)
    assert places(text(2), heading, text(5), on=page(5))["h"] == (1, 24.0)
    assert places(text(3), heading, text(5), on=page(5))["h"] == (2, 0.0)


def test_what_can_never_stay_together_is_parted_where_the_page_ends() -> None:
    chain = [text(1, str(number), keep_next=True) for number in range(6)]
    assert places(text(1), *chain, text(1), on=page(4))["3"] == (2, 0.0)


def test_lines_kept_together_move_as_a_whole() -> None:
    assert places(text(2), text(5, "a", keep_lines=True), on=page(6))["a"] == (2, 0.0)


def test_a_note_takes_its_room_from_the_page_of_the_line_that_refers_to_it() -> None:
    noted = text(6, "a", notes=((5, 24.0),))
    assert places(noted, text(1, "b"), on=page(8))["b"] == (2, 24.0)


def test_a_tables_head_stands_again_on_the_next_page() -> None:
    head, row = Piece((LINE,), keep_next=True), Piece((LINE,), repeated=LINE)
    last = Piece((LINE,), repeated=LINE, bookmarks=("last",))
    assert places(head, row, row, last, on=page(3))["last"] == (2, 12.0)


def test_paragraphs_in_one_frame_share_its_rules() -> None:
    framed = {"above": 5.0, "below": 5.0, "frame": "box"}
    assert stacked([text(1, **framed), text(1, **framed)]) == 34.0
    assert stacked([text(1, **framed), text(1, above=5.0, below=5.0, frame="other")]) == 44.0


def test_the_first_page_may_have_less_room_than_the_others() -> None:
    short = page(4, first=int(2 * LINE * 20))
    found = places(*(text(1, str(number)) for number in range(7)), on=short)
    assert (found["1"][0], found["2"][0], found["6"][0]) == (1, 2, 3)


def test_columns_are_filled_before_the_page_is_turned() -> None:
    found = places(*(text(1, str(number)) for number in range(5)), on=page(2, columns=2))
    assert [found[str(number)][0] for number in range(5)] == [1, 1, 1, 1, 2]


def test_what_a_factor_adds_to_the_last_line_may_hang_out_of_the_page() -> None:
    assert places(text(2), text(1, "a", overhang=4.0), on=page(2.7))["a"] == (1, 24.0)
    assert places(text(2), text(1, "a", overhang=3.0), on=page(2.7))["a"] == (2, 0.0)


def test_a_table_style_says_which_parts_are_bold() -> None:
    parts = (
        '<tblStylePr w:type="firstCol"><rPr><b/></rPr></tblStylePr>'
        '<tblStylePr w:type="lastRow"><rPr><b w:val="0"/></rPr></tblStylePr>'
    )
    style = etree.fromstring(f'<style xmlns="{W}" xmlns:w="{W}">{parts}</style>')

    assert table_look([style]).bold == {"firstCol"}
