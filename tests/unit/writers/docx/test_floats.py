"""Where figures stand that do not fit on the rest of their page."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Collection, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from tests.unit.writers.docx.papers import W, paper, part, said

from deckgen.diagnostics import Span
from deckgen.frozen import replace
from deckgen.model.asset import Asset
from deckgen.model.blocks import Cell, Chart, Gallery, Picture, Series, Table
from deckgen.model.inline import Run
from deckgen.writers.docx import floats, moves
from deckgen.writers.docx.floats import Block, Setting, settled
from deckgen.writers.docx.flow import Piece
from deckgen.writers.docx.pagination import Spot, filled
from deckgen.writers.docx.template import Page
from deckgen.writers.docx.units import Kind, Unit

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
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


def test_the_sentence_that_opens_a_figure_goes_with_it():
    lead = "::: lead\nLook at the seas\n:::\n"

    found = shown(f"# Head\n\n{UPPER}\n{lead}\n{FIGURE}\n{text(*'HIJKLM')}")

    assert found[found.index("Figure") - 1] == "Look"
    assert found.index("H") < found.index("Look")


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


def heights(data: bytes) -> list[int]:
    """How high the drawings are, in EMU."""
    return [int(extent.get("cy")) for extent in part(data).iter(f"{WP}extent")]


def test_a_figure_that_is_a_little_too_high_is_set_lower_where_it_was_written():
    whole = heights(paper(FIGURE, BLOCKS))[0]
    slide = f"::::: slide #craters\n\n{FIGURE}\n:::::\n"
    lower = []
    for lines in range(8):
        before = text(*"ABCDE") + "\n" + "A line\n\n" * lines
        data = paper(f"# Head\n\n{before}\n{slide}\n# Next\n\n{text('H')}", BLOCKS)
        if heights(data)[0] < whole:
            lower.append((heights(data)[0] / whole, words(data)[-3:]))

    assert {round(share, 1) for share, _ in lower} == {0.7, 0.8, 0.9}
    assert all(last == ["Figure", "Next", "H"] for _, last in lower)


def test_a_chart_is_not_set_lower_than_its_words_allow():
    chart = Chart("column", ("a", "b"), (Series("s", (1.0, 2.0)),), "It rises", HERE)
    slide = f"::::: slide #craters\n\n{FIGURE}\n:::::\n"
    found = set()
    for lines in range(12):
        before = text(*"ABCDEF") + "\n" + "A line\n\n" * lines
        found |= {*heights(paper(f"# Head\n\n{before}\n{slide}\n# Next\n", {"moon": chart}))}

    assert 0.8 * max(found) <= min(found) < max(found)


def test_a_long_listing_goes_on_over_the_page():
    code = "```text\n" + "\n".join(f"line {n}" for n in range(30)) + "\n```\n"
    loose = f".//{W}keepLines[@{W}val='0']"

    def parted(upper: str) -> bool:
        return part(paper(f"# Head\n\n{upper}\n{code}", BLOCKS)).find(loose) is not None

    assert parted(text(*"ABCDEF"))
    assert not parted(text("A"))


def high(kind: Kind, number: int, lines: int) -> Block:
    """A block of lines of ten points."""
    keep = kind == "figure"
    slide = "seas" if number < 2 else "craters"
    return Block(Unit(kind, number, slide), kind, (Piece((10.0,) * lines, keep_lines=keep),))


@pytest.mark.parametrize(
    ("exact", "lines", "found"),
    [(True, 53, [0, 1, 3, 2, 4]), (False, 53, [0, 1, 2, 3, 4]), (False, 48, [0, 1, 3, 2, 4])],
)
def test_a_figure_is_set_earlier_in_an_unknown_face_only_with_room_to_spare(
    exact: bool, lines: int, found: list[int]
):
    page = Page(width=9000, height=1000 * 20, margins=(0, 0))
    upper = [high("bound", 0, 2), high("paragraph", 1, 38), high("paragraph", 2, 20)]
    blocks = [*upper, high("figure", 3, lines), high("bound", 4, 2)]

    order = settled(blocks, Setting(page, exact, lambda block, share: None))

    assert [block.unit.number for block in order] == found


def test_a_figure_that_hardly_fits_is_set_where_it_surely_does():
    page = Page(width=9000, height=1000 * 20, margins=(0, 0))
    upper = [high("bound", 0, 2), high("paragraph", 1, 38), high("paragraph", 2, 20)]

    def order(lines: int) -> list[int]:
        blocks = [*upper, high("figure", 3, lines), high("bound", 4, 2)]
        found = settled(blocks, Setting(page, True, lambda block, share: None))
        return [block.unit.number for block in found]

    assert order(40) == [0, 1, 3, 2, 4]
    assert order(38) == [0, 1, 2, 3, 4]


def test_a_figure_stands_behind_four_texts_at_most():
    page = Page(width=9000, height=1000 * 20, margins=(0, 0))
    upper = [high("bound", 0, 2), high("paragraph", 1, 50), high("figure", 2, 60)]
    lines = [high("paragraph", number, 3) for number in range(3, 12)]

    order = settled([*upper, *lines], Setting(page, True, lambda block, share: None))

    assert [block.unit.number for block in order][:7] == [0, 1, 3, 4, 5, 6, 2]


def test_a_long_section_takes_work_in_proportion_to_its_length(monkeypatch: pytest.MonkeyPatch):
    page = Page(width=9000, height=1000 * 20, margins=(0, 0))
    set_pieces = []

    def counted(pieces: Sequence[Piece], *how: Any) -> list[Spot]:
        set_pieces.append(len(pieces))
        return filled(pieces, *how)

    def work(slides: int) -> int:
        set_pieces.clear()
        blocks = [high("bound", 0, 2)]
        for number in range(1, slides * 2, 2):
            slide = f"slide {number}"
            blocks += [
                Block(Unit("paragraph", number, slide), "p", (Piece((10.0,) * 20),)),
                Block(Unit("figure", number + 1, slide), "f", (Piece((410.0,), keep_lines=True),)),
            ]
        settled(blocks, Setting(page, True, lambda block, share: None))
        return sum(set_pieces)

    monkeypatch.setattr(floats, "filled", counted)
    assert work(120) < 2.5 * work(60)


TABLE = Table((Cell((Run("a"),)),), tuple((Cell((Run("b"),)),) for _ in range(8)), HERE)


def test_a_table_is_parted_rather_than_to_leave_a_third_of_a_page_empty():
    long = replace(TABLE, rows=((Cell((Run(SENTENCE * 3),)),),) * 8)
    slide = "::::: slide #craters\n\n::: table #t\nFacts\n:::\n\n:::::\n"

    def kept(upper: str) -> list[bool]:
        """Which rows keep with the next one."""
        body = part(paper(f"# Head\n\n{upper}\n{slide}\n# Next\n", {"t": long}))
        return [row.find(f".//{W}keepNext") is not None for row in body.iter(f"{W}tr")]

    assert kept(text("A")) == [True] * 8 + [False]
    assert kept(text(*"ABCDEF")) == [*[True] * 3, *[False] * 3, True, True, False]


def test_a_table_is_parted_with_three_rows_on_each_page_and_between_whole_cells():
    def parts(rows: int, merged: Collection[int] = ()) -> list[int] | None:
        """After which rows below the head a table may be parted."""
        inner = [f"<w:p>{'<w:vMerge/>' * (at in merged)}<w:keepNext/></w:p>" for at in range(rows)]
        written = "<w:tr>".join(["<w:p></w:p>", "<w:tblHeader/><w:keepNext/>", *inner])
        pieces = tuple(Piece((10.0,), keep_next=True) for _ in range(rows + 2))
        found = moves.parted(Block(Unit("figure"), written, pieces))
        if found is None:
            return None
        loose = [at for at, piece in enumerate(found.pieces) if not piece.keep_next]
        kept = found.written.split("<w:tr>")[2:]
        assert loose == [at + 2 for at, row in enumerate(kept) if "keepNext" not in row]
        return [at - 1 for at in loose]

    assert parts(5) is None
    assert parts(6) == [3]
    assert parts(8) == [3, 4, 5]
    assert parts(8, merged={4}) == [3, 5]
    assert parts(6, merged={3}) is None


def test_what_comes_to_stand_below_a_table_keeps_clear_of_it():
    markdown = f"# Head\n\n{UPPER}\n::: table #t\nFacts\n:::\n\n{text(*'HIJKLM')}"
    body = part(paper(markdown, {"t": TABLE})).find(f"{W}body")

    below = body.find(f"{W}tbl").getnext()
    spaced = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}spacing[@{W}before]") is not None]
    assert "H:" not in "".join(below.itertext())
    assert spaced == [below]


def test_no_table_comes_to_stand_right_below_another():
    blocks = {"t": TABLE, "moon": Gallery((moon(), moon()), HERE)}
    table = "::: table #t\nFacts\n:::\n"

    for lines in range(8):
        upper = text(*"ABCDEF") + "\n" + "A line\n\n" * lines
        markdown = f"# Head\n\n{upper}\n{table}\n{text('H')}\n{FIGURE}\n{text(*'IJK')}"
        tables = part(paper(markdown, blocks)).iter(f"{W}tbl")
        assert all(each.getnext().tag == f"{W}p" for each in tables)


def test_a_figure_that_moves_stays_in_the_flow_of_the_text():
    body = part(paper(f"# Head\n\n{UPPER}\n{FIGURE}\n{text(*'HIJK')}", BLOCKS))

    names = {etree.QName(element).localname for element in body.iter("{*}*")}
    assert "inline" in names
    assert not names & {"anchor", "framePr", "txbxContent"}


KINDS = ["text", "list", "figure", "table", "head"]
UNITS = st.lists(st.sampled_from(KINDS), min_size=4, max_size=40)


def written(kind: str, number: int) -> str:
    match kind:
        case "text":
            return text(f"T{number}")
        case "list":
            return f"- L{number}\n"
        case "head":
            return f"# H{number}\n"
        case "table":
            return "::: table #facts\nFacts\n:::\n"
    return FIGURE


def sections(words: list[str]) -> list[tuple[list[str], list[str]]]:
    """For each section its text, and its figures and tables, each in their order."""
    found: list[tuple[list[str], list[str]]] = [([], [])]
    for word in words:
        text, figures = found[-1]
        if word[0] == "H":
            found.append(([word], []))
        else:
            (figures if word in {"Figure", "Table"} else text).append(word)
    return found


@settings(max_examples=40)
@given(UNITS)
def test_nothing_is_lost_and_figures_stay_in_their_sections_in_order(kinds: list[str]):
    markdown = "\n".join(written(kind, n) for n, kind in enumerate(kinds))
    data = paper(markdown, {**BLOCKS, "facts": TABLE})

    named = {"text": "T{}", "list": "L{}", "head": "H{}", "figure": "Figure", "table": "Table"}
    asked = [named[kind].format(number) for number, kind in enumerate(kinds)]
    assert sections(words(data)) == sections(asked)
    captions = [line for _, line in said(data) if line.startswith(("Figure", "Table"))]
    for kind in ("figure", "table"):
        counted = [line for line in captions if line.startswith(kind.title())]
        assert [int(re.search(r"\d+", line)[0]) for line in counted] == [
            *range(1, kinds.count(kind) + 1)
        ]
