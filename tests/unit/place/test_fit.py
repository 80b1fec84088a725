"""Fitting: the asked size, then smaller, then over several slides, then an error."""

from __future__ import annotations

import pytest
from tests.unit.place.stagehand import errors, items, named, placed, sizes, slide, text_of

from deckgen.model.outline import Fit

SENTENCE = "The quick brown fox jumps over the lazy dog while the committee takes its notes. "


def test_short_text_keeps_the_size_that_the_template_asks() -> None:
    deck = placed(slide("content", items("One", "Two", "Three")))
    assert sizes(deck.slides[0], "Body") == {None}


def test_longer_text_is_set_smaller_in_whole_points() -> None:
    deck = placed(slide("content", items(*[SENTENCE * 2] * 7)))
    (size,) = sizes(deck.slides[0], "Body")
    assert size in {16.0, 17.0, 18.0, 19.0}


def test_too_much_text_continues_on_further_slides_with_titles_of_their_own() -> None:
    deck = placed(slide("content", items(*[SENTENCE * 2] * 14), title="Long"))
    titles = [page.title for page in deck.slides]
    assert titles == [f"Long ({n}/{len(titles)})" for n in range(1, len(titles) + 1)]
    assert len(titles) > 1


def test_continuation_slides_are_filled_evenly() -> None:
    deck = placed(slide("content", items(*[SENTENCE * 2] * 13)))
    counts = [text_of(page).count("quick") for page in deck.slides]
    assert max(counts) - min(counts) <= 2


def test_nothing_is_lost_in_a_split() -> None:
    said = [f"item {number}: {SENTENCE * 2}" for number in range(20)]
    deck = placed(slide("content", items(*said)))
    whole = "".join(text_of(page) for page in deck.slides)
    assert all(text in whole for text in said)


def test_a_numbered_list_goes_on_counting_on_the_next_slide() -> None:
    from dataclasses import replace

    block = replace(items(*[SENTENCE * 2] * 14), ordered=True)
    deck = placed(slide("content", block))
    second = named(deck.slides[1], "Body")[0].text.paragraphs[0]  # type: ignore[union-attr]
    first_count = text_of(deck.slides[0]).count("quick") // 2
    assert second.bullet.start == first_count + 1  # type: ignore[union-attr]


def test_a_slide_that_may_neither_shrink_nor_split_is_an_error() -> None:
    crowded = slide("content", items(*[SENTENCE * 2] * 14), fit=Fit(shrink=False, split=False))
    assert errors(crowded) == ["does-not-fit"]


def test_a_title_that_never_fits_is_an_error_with_its_line() -> None:
    assert errors(slide("content", items("One"), title=SENTENCE * 4)) == ["title-too-long"]


def test_slides_of_a_kind_that_differ_little_take_one_size() -> None:
    small = slide("content", items(*[SENTENCE * 2] * 6), title="Fuller")
    large = slide("content", items(*[SENTENCE * 2] * 5, SENTENCE), title="Less full")
    deck = placed(small, large)
    assert sizes(deck.slides[0], "Body") == sizes(deck.slides[1], "Body")


@pytest.mark.parametrize("count", [1, 3, 8, 21])
def test_every_item_is_on_some_slide_once(count: int) -> None:
    said = [f"<{number}> {SENTENCE}" for number in range(count)]
    whole = "".join(text_of(page) for page in placed(slide("content", items(*said))).slides)
    assert [whole.count(f"<{number}>") for number in range(count)] == [1] * count
