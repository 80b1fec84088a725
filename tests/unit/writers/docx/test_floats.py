"""Where figures stand that do not fit on the rest of their page."""

from __future__ import annotations

import hashlib
import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from tests.unit.writers.docx.papers import paper, part, said

from deckgen.diagnostics import Span
from deckgen.model.asset import Asset
from deckgen.model.blocks import Picture

HERE = Span("outline.yaml", 1, 1)
SENTENCE = "All that is said here fills about a line of the page, and not much more than one. "
FIGURE = "::: figure #moon\nThe Moon\n:::\n"


def moon() -> Picture:
    """A picture that takes about a third of a page."""
    file = io.BytesIO()
    Image.new("L", (1600, 1000)).save(file, "PNG")
    data = file.getvalue()
    digest = hashlib.sha256(data).hexdigest()
    return Picture(Asset("moon.png", digest, "image/png", 1600, 1000, data), "A disc", HERE)


BLOCKS = {"moon": moon()}


def text(*names: str) -> str:
    """Paragraphs of five lines, each beginning with its name."""
    return "\n".join(f"{name}: {SENTENCE * 5}\n" for name in names)


def words(data: bytes) -> list[str]:
    """The first word of each paragraph; a figure's is that of its caption."""
    found = [re.match(r"\w+", line) for _, line in said(data)]
    return [word[0] for word in found if word]


def shown(markdown: str) -> list[str]:
    return words(paper(markdown, BLOCKS))


UPPER = text(*"ABCDEFG")  # fills about three quarters of a page


def test_a_figure_that_does_not_fit_stands_after_the_text_that_fills_its_page():
    found = shown(f"# Head\n\n{UPPER}\n{FIGURE}\n{text(*'HIJKLM')}")

    assert found.index("H") < found.index("Figure") < found.index("M")
    assert found.index("Figure") < found.index("K")


def test_a_figure_that_fits_stands_where_it_was_written():
    found = shown(f"# Head\n\n{text('A')}\n{FIGURE}\n{text(*'BCD')}")

    assert found == ["Head", "A", "Figure", "B", "C", "D"]


def test_a_figure_does_not_leave_its_section():
    found = shown(f"# Head\n\n{UPPER}\n{FIGURE}\n# Next\n\n{text(*'HIJ')}")

    assert found.index("Figure") < found.index("Next")


def test_where_no_text_follows_in_the_section_a_figure_stands_a_paragraph_earlier():
    slide = f"::::: slide #craters\n\n{text(*'EFG')}\n{FIGURE}\n:::::\n"

    found = shown(f"# Head\n\n{text(*'ABCD')}\n{slide}\n# Next\n\n{text('H')}")

    assert found[-3:] == ["G", "Next", "H"]
    assert "D" in found[: found.index("Figure")]


def test_a_figure_stays_with_the_words_that_lead_into_it():
    found = shown(f"# Head\n\n{UPPER}\nG shows the Moon:\n\n{FIGURE}\n{text(*'HIJK')}")

    assert found[found.index("Figure") - 1 :][:3] == ["G", "Figure", "H"]


def test_a_figure_does_not_part_a_list_from_the_words_before_it():
    listed = "These are the seas:\n\n- Tranquility\n- Serenity\n"

    found = shown(f"# Head\n\n{UPPER}\n{FIGURE}\n{listed}\n{text(*'HIJK')}")

    assert found[found.index("These") :][:3] == ["These", "Tranquility", "Serenity"]
    assert found.index("Serenity") < found.index("Figure")


def test_a_note_below_a_figure_goes_with_it():
    note = "::: note\nSource, a telescope\n:::\n"

    found = shown(f"# Head\n\n{UPPER}\n{FIGURE}\n{note}\n{text(*'HIJK')}")

    assert found[found.index("Figure") + 1] == "Source"
    assert found.index("H") < found.index("Figure")


def test_a_figure_that_moves_stays_in_the_flow_of_the_text():
    body = part(paper(f"# Head\n\n{UPPER}\n{FIGURE}\n{text(*'HIJK')}", BLOCKS))

    names = {etree.QName(element).localname for element in body.iter("{*}*")}
    assert "inline" in names
    assert not names & {"anchor", "framePr", "txbxContent"}


UNITS = st.lists(st.sampled_from(["text", "list", "figure", "head"]), min_size=4, max_size=40)


def written(kind: str, number: int) -> str:
    match kind:
        case "text":
            return text(f"T{number}")
        case "list":
            return f"- L{number}\n"
        case "head":
            return f"# H{number}\n"
    return FIGURE


def sections(words: list[str]) -> list[tuple[list[str], int]]:
    """For each section its text, in order, and how many figures it has."""
    found: list[tuple[list[str], int]] = [([], 0)]
    for word in words:
        text, figures = found[-1]
        if word[0] == "H":
            found.append(([word], 0))
        elif word == "Figure":
            found[-1] = (text, figures + 1)
        else:
            text.append(word)
    return found


@settings(max_examples=40, deadline=None)
@given(UNITS)
def test_nothing_is_lost_and_figures_stay_in_their_sections_in_order(kinds: list[str]):
    data = paper("\n".join(written(kind, n) for n, kind in enumerate(kinds)), BLOCKS)

    named = {"text": "T{}", "list": "L{}", "figure": "Figure", "head": "H{}"}
    asked = [named[kind].format(number) for number, kind in enumerate(kinds)]
    assert sections(words(data)) == sections(asked)
    captions = [line for _, line in said(data) if line.startswith("Figure")]
    assert [re.search(r"\d+", line)[0] for line in captions] == [
        str(number) for number in range(1, kinds.count("figure") + 1)
    ]
