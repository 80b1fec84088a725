"""Entries of the contents: numbers hang, and no page number stands on a line of its own."""

from __future__ import annotations

import pytest
from tests.unit.writers.docx.papers import W, paper, part

CONTENTS = "::: contents\nContents\n:::\n\n"


def entry(title: str, **how: object) -> list[str]:
    """The lines of the only entry as they are written, without its page."""
    data = paper(f"{CONTENTS}# {title}\n\nText\n", **how)
    line = part(data).find(f".//{W}sdtContent").findall(f"{W}p")[1]
    shown = {f"{W}tab": "\t", f"{W}br": "\n"}
    pieces = [shown.get(e.tag, e.text) for e in line.iter(f"{W}t", f"{W}tab", f"{W}br")]
    return "".join(pieces[:-1]).split("\n")


@pytest.mark.parametrize("words", [1, 8, 40])
def test_a_page_number_has_words_beside_it(words: int) -> None:
    for letters in range(1, 12):
        title = " ".join(["wide"] * words + ["w" * letters])
        lines = entry(title)
        assert " ".join(line.strip() for line in lines) == f"1\t{title}"
        assert all(line.strip() for line in lines)


def test_the_last_word_of_an_entry_that_just_fills_its_line_goes_to_the_next() -> None:
    filled = "many words " * 6
    parted = [letters for letters in range(1, 50) if len(entry(filled + "i" * letters)) > 1]
    assert 1 < parted[0] < parted[-1] < 49  # shorter ones fit, longer ones wrap by themselves
    assert parted == list(range(parted[0], parted[-1] + 1))
    last = parted[-1]
    assert entry(filled + "i" * last) == [f"1\t{filled.rstrip()}", "i" * last + "\t"]


def test_a_single_word_stays_whole() -> None:
    assert entry("w" * 60) == ["1\t" + "w" * 60 + "\t"]
