"""Entries of the contents: numbers hang, and no page number stands on a line of its own."""

from __future__ import annotations

import io

import docx
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


def kept(before: str) -> list[bool]:
    """Which entries of six stay with the next, in contents below a text."""
    chapters = "".join(f"# Chapter {number}\n\nText\n\n" for number in range(6))
    frame = part(paper(f"{before}{CONTENTS}{chapters}")).find(f".//{W}sdtContent")
    return [entry.find(f".//{W}keepNext") is not None for entry in frame.findall(f"{W}p")[1:]]


def test_contents_on_the_page_of_their_heading_may_be_parted_but_for_their_ends() -> None:
    assert kept("") == [True, False, False, True, True, False]


def test_contents_that_begin_a_page_stay_together() -> None:
    assert kept("Words that fill a page. " * 175 + "\n\n") == [True] * 5 + [False]


def apart() -> bytes:
    """A Word file whose chapters have no number, and whose sections have a list of their own."""
    file = docx.Document()
    listed = file.styles["List Number"].element.pPr.numPr.numId.val
    properties = file.styles["Heading 2"].element.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = listed
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def test_a_list_of_sections_alone_counts_on_over_chapters() -> None:
    headings = "# One\n\n## A\n\n## B\n\n# Two\n\n## C\n\nText\n"
    root = part(paper(CONTENTS + headings, base=apart()))
    shown = [link.findtext(f".//{W}t") for link in root.iter(f"{W}hyperlink")]

    assert shown == ["One", "1.", "2.", "Two", "3."]
