from __future__ import annotations

from deckgen.model.blocks import Column, Columns, ItemList, Quotation, Text
from deckgen.model.inline import plain


def says(inlines):
    return [plain(one) for one in inlines]


def test_the_title_slide_comes_from_the_talk(slide_of):
    slide = slide_of(
        "title-slide:",
        talk="subtitle: Sub, speaker: {name: A, role: R, organisation: O}, event: E, place: P, "
        "dates: 2016-11-20/2016-11-24",
    )
    assert (plain(slide.title), slide.role) == ("Talk", "title")
    assert [(block.role, says(block.paragraphs)) for block in slide.blocks] == [
        ("subtitle", ["Sub"]),
        ("byline", ["A", "R", "O"]),
        ("occasion", ["E", "P, 20–24 November 2016"]),
    ]


def test_several_speakers_stand_on_a_line_each(slide_of):
    slide = slide_of("title-slide:", talk="speakers: [A, {name: B, organisation: O}]")
    assert [says(block.paragraphs) for block in slide.blocks[:2]] == [["A"], ["B, O"]]


def test_the_agenda_lists_the_parts(slide_of):
    (agenda,) = slide_of("agenda: Outline").blocks
    assert isinstance(agenda, ItemList)
    assert agenda.ordered
    assert says(item.text for item in agenda.items) == ["One"]


def test_the_agenda_can_have_entries_of_its_own(slide_of):
    (agenda,) = slide_of("agenda: Outline\nitems: [x, y]").blocks
    assert says(item.text for item in agenda.items) == ["x", "y"]


def test_bullets_have_items_below_items(slide_of):
    (block,) = slide_of(
        "bullets: B\nordered: true\nitems:\n  - a\n  - b: [c, {text: d, items: [e]}]\n  - 2016"
    ).blocks
    assert block.ordered
    assert says(item.text for item in block.items) == ["a", "b", "2016"]
    below = block.items[1].items
    assert says(item.text for item in below) == ["c", "d"]
    assert says(item.text for item in below[1].items) == ["e"]


def test_a_statement_is_its_own_title(slide_of):
    slide = slide_of("statement: We go on.\nby: Me")
    assert (plain(slide.title), slide.title_shown) == ("We go on.", True)
    assert [block.role for block in slide.blocks] == ["attribution"]


def test_a_statement_with_a_title_shows_both(slide_of):
    slide = slide_of("statement: We go on.\ntitle: The plan")
    assert plain(slide.title) == "The plan"
    assert [block.role for block in slide.blocks] == ["statement"]


def test_a_quotation_is_called_after_who_is_quoted(slide_of):
    slide = slide_of("quote: Words.\nby: Somebody")
    assert (plain(slide.title), slide.title_shown) == ("Somebody", False)
    (quotation,) = slide.blocks
    assert isinstance(quotation, Quotation)
    assert (plain(quotation.text), plain(quotation.by)) == ("Words.", "Somebody")


def test_outer_quotation_marks_fall_away(slide_of):
    for words in ("“Words.”", '\\"Words.\\"', "«Words.»"):
        (quotation,) = slide_of(f'quote: "{words}"\nby: x').blocks
        assert plain(quotation.text) == "Words."


def test_inner_quotation_marks_stay(slide_of):
    (quotation,) = slide_of('quote: "“One” and “two”"\nby: x').blocks
    assert plain(quotation.text) == "“One” and “two”"


def test_quotations_stand_side_by_side(slide_of):
    (columns,) = slide_of("quotes: Q\nitems: [a, {text: b, by: B}]").blocks
    assert isinstance(columns, Columns)
    assert [plain(column.blocks[0].text) for column in columns.columns] == ["a", "b"]


def test_a_comparison_sets_columns_against_each_other(slide_of):
    (columns,) = slide_of(
        "comparison: C\ncolumns: [{title: a, items: [x]}, {title: b, text: y}]"
    ).blocks
    assert columns.compared
    first, second = columns.columns
    assert isinstance(first.blocks[0], ItemList)
    assert isinstance(second.blocks[0], Text)


def test_columns_hold_any_content_in_the_order_of_the_writing(slide_of):
    (columns,) = slide_of(
        "columns: C\nitems:\n  - {quote: a, text: b, title: T, width: 2}\n  - items: [c]"
    ).blocks
    first, second = columns.columns
    assert isinstance(first, Column)
    assert [type(block) for block in first.blocks] == [Quotation, Text]
    assert (plain(first.title), first.width) == ("T", 2)
    assert isinstance(second.blocks[0], ItemList)


def test_what_every_slide_may_have_stands_around_its_own_blocks(slide_of):
    slide = slide_of(
        "text: T\nbody: B\nlead: L\nsource: S\nfootnotes: [x, y]\nheader: H\nlayout: Wide\n"
        "reveal: true\n"
        "fit: {split: false}\nsummary: One line."
    )
    assert [block.role for block in slide.blocks] == ["lead", "body", "source", "footnote"]
    assert (plain(slide.header), slide.layout, slide.reveal) == ("H", "Wide", True)
    assert (slide.fit.shrink, slide.fit.split) == (True, False)
    assert slide.layout_span is not None
    assert slide.part == 1


def test_nothing_may_be_fitted(slide_of):
    fit = slide_of("text: T\nbody: B\nfit: none").fit
    assert (fit.shrink, fit.split) == (False, False)


def test_the_closing_slide_has_a_contact(slide_of):
    slide = slide_of("closing: Thank you\ntext: Questions?\ncontact: [a@b.c, d]")
    assert [block.role for block in slide.blocks] == ["subtitle", "contact"]
