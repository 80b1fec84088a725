"""Tables, timelines, pictures and charts, with captions that Word counts."""

from __future__ import annotations

import hashlib
import io

import docx
import pytest
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.shared import Mm
from PIL import Image
from tests.unit.writers.docx.papers import W, codes, opened, paper, part, parts, said

from deckgen.diagnostics import Span
from deckgen.model.asset import Asset
from deckgen.model.blocks import (
    Cell,
    Chart,
    Code,
    Diagram,
    Gallery,
    Node,
    Picture,
    Series,
    Table,
)
from deckgen.model.inline import Inline, Run

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
HERE = Span("outline.yaml", 1, 1)


def text(words: str) -> Inline:
    return (Run(words),)


def cell(words: str, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(text(words), rows, columns)


def picture(**how: object) -> Picture:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "navy").save(file, "PNG")
    data = file.getvalue()
    asset = Asset("a.png", hashlib.sha256(data).hexdigest(), "image/png", 300, 200, data)
    return Picture(asset, "A blue field", HERE, **how)  # type: ignore[arg-type]


NUMBERS = Table(
    (cell("Region"), cell("2019"), cell("2020")),
    ((cell("North"), cell("1,204"), cell("+8.5%")), (cell("All"), cell("87"), cell("–"))),
    HERE,
    total=True,
)
SHOWN = "::: table #t\nA *caption*\n:::\n\nAfter\n"


def votes(count: int) -> Table:
    """A table of a ministry's name and so many amounts."""
    heads = (cell("Ministry"), *(cell("Goods and services") for _ in range(count)))
    amounts = (cell("1,204") for _ in range(count))
    return Table(heads, ((cell("Ministry of the Interior"), *amounts),), HERE)


def widths(data: bytes) -> list[int]:
    return [int(column.get(f"{W}w")) for column in part(data).iter(f"{W}gridCol")]


def test_heads_wrap_before_the_words_below_them():
    first, *amounts = widths(paper(SHOWN, {"t": votes(6)}))

    assert first > 2 * max(amounts)


@pytest.mark.parametrize(("columns", "style"), [(6, "Table Text"), (12, "Dense Table Text")])
def test_where_columns_would_part_words_the_text_is_smaller(columns: int, style: str):
    table = opened(paper(SHOWN, {"t": votes(columns)})).tables[0]

    assert table.cell(1, 0).paragraphs[0].style.name == style


def test_a_table_has_a_header_row_that_repeats_and_rows_that_stay_whole():
    rows = list(part(paper(SHOWN, {"t": NUMBERS})).iter(f"{W}tr"))

    assert [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows] == [True, False, False]
    assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in rows)


def test_columns_of_numbers_are_set_right():
    table = opened(paper(SHOWN, {"t": NUMBERS})).tables[0]

    assert [c.paragraphs[0].alignment for c in table.rows[1].cells] == [None, 2, 2]


def test_widths_fill_the_measure_and_follow_the_content():
    table = Table((cell("a"), cell("b")), ((cell("x"), cell("long words " * 30)),), HERE)
    grid = part(paper(SHOWN, {"t": table})).iter(f"{W}gridCol")
    narrow, wide = (int(column.get(f"{W}w")) for column in grid)

    assert narrow < wide / 4
    assert narrow + wide == 9072 - 1247


def test_spans_stay_spans():
    table = Table(
        (cell("a"), cell("b", columns=2)),
        ((cell("c", rows=2), cell("d"), cell("e")), (cell("f"), cell("g"))),
        HERE,
    )
    shown = opened(paper(SHOWN, {"t": table})).tables[0]

    assert shown.cell(0, 1).text == shown.cell(0, 2).text == "b"
    assert shown.cell(1, 0).text == shown.cell(2, 0).text == "c"
    assert shown.cell(2, 2).text == "g"


def test_captions_are_counted_by_word():
    data = paper(SHOWN * 2, {"t": NUMBERS})
    captions = [words for style, words in said(data) if style == "Caption"]

    assert captions == ["Table\u00a01.\u2002A caption", "Table\u00a02.\u2002A caption"]
    assert codes(data) == ["SEQ Table \\* ARABIC"] * 2


def test_text_after_a_table_keeps_its_distance():
    after = opened(paper(SHOWN, {"t": NUMBERS})).paragraphs[-1]

    assert after.text == "After"
    assert after.paragraph_format.space_before.pt == 10


def test_a_timeline_says_each_date_once():
    nodes = tuple(Node(text(t), HERE, when=text(w)) for t, w in (("a", "2014"), ("b", "2014")))
    shown = paper("::: timeline #t\nDates\n:::\n", {"t": Diagram("timeline", nodes, HERE)})
    table = opened(shown).tables[0]

    assert table.style.name == "Timeline Table"
    shown = [[c.text for c in row.cells] for row in table.rows]
    assert shown == [["When", "What"], ["2014", "a"], ["", "b"]]


def test_pictures_say_what_they_show():
    root = part(paper("::: figure #p\nBlue\n:::\n", {"p": picture()}))
    shown = next(root.iter("{*}docPr"))

    assert shown.get("descr") == "A blue field"
    assert shown.getparent().tag.endswith("}inline")


def test_equal_pictures_are_one_part():
    gallery = Gallery((picture(), picture()), HERE)
    data = paper("::: figure #g\nTwo\n:::\n", {"g": gallery})

    assert [name for name in parts(data) if "media" in name] == ["word/media/picture1.png"]


def test_pictures_of_a_gallery_stand_on_one_line_and_their_words_below_it():
    shown = Gallery((picture(caption=text("One")), picture(caption=text("Two"))), HERE)
    rows = opened(paper("::: figure #g\nTwo\n:::\n", {"g": shown})).tables[0].rows

    assert [[each.text for each in row.cells] for row in rows] == [["", ""], ["One", "Two"]]
    assert rows[0].cells[0].vertical_alignment == WD_ALIGN_VERTICAL.BOTTOM


def test_a_chart_is_native_with_its_workbook():
    chart = Chart("column", ("a", "b"), (Series("s", (1.0, 2.0)),), "It rises", HERE)
    data = paper("::: figure #c\nGrowth\n:::\n", {"c": chart})

    assert {"word/charts/chart1.xml", "word/embeddings/workbook1.xlsx"} <= set(parts(data))
    assert ("Caption", "Figure\u00a01.\u2002Growth") in said(data)


def test_labels_within_a_chart_can_be_read_on_its_marks():
    series = tuple(Series(name, (3.0,)) for name in ("navy", "bronze"))
    chart = Chart("stacked-bar", ("all",), series, "Two parts", HERE, labels=True)
    drawn = part(paper("::: figure #c\nParts\n:::\n", {"c": chart}), "word/charts/chart1.xml")
    inks = [
        label.find(f".//{A}schemeClr").get("val")
        for label in drawn.iter(f"{C}dLbls")
        if label.find(f".//{A}defRPr") is not None
    ]

    assert inks == ["bg1", "bg1"]


def test_a_note_of_the_source_stays_with_its_figure():
    chart = Chart("column", ("a",), (Series("s", (1.0,)),), "One", HERE)
    noted = paper("::: figure #c\nGrowth\n:::\n\n::: note\nSource\n:::\n", {"c": chart})
    alone = paper("::: figure #c\nGrowth\n:::\n", {"c": chart})

    def kept(data: bytes) -> bool:
        (caption,) = (p for p in opened(data).paragraphs if p.style.name == "Caption")
        return caption.paragraph_format.keep_with_next is True

    assert kept(noted)
    assert not kept(alone)


def test_a_listing_has_its_numbers_its_colours_and_its_caption():
    code = Code("def f():\n    pass  # yet\n", HERE, "python", True, 9, (10,), text("A function"))
    data = paper("::: listing #l\nA function\n:::\n", {"l": code})
    listing = opened(data).paragraphs[0]

    assert said(data)[-2:] == [
        ("Source Code", " 9  def f():\n10      pass  # yet"),
        ("Caption", "A function"),
    ]
    assert {"def", "pass"} <= {run.text for run in listing.runs if run.bold}
    assert len({str(run.font.color.rgb) for run in listing.runs}) >= 3
    marked = "".join(r.text for r in listing.runs if r._r.find(f".//{W}shd") is not None)
    assert marked == "10      pass  # yet"


def test_a_column_is_never_narrower_than_its_longest_word():
    rows = ((cell("2001"), cell("Measures for the administration of registration")),)
    narrow = Table((cell("Year"), cell("Instrument")), rows, HERE, widths=(1, 60))
    grid = part(paper("::: table #t\nA\n:::\n", {"t": narrow})).iter(f"{W}gridCol")

    assert int(next(grid).get(f"{W}w")) > 500


def test_a_picture_takes_no_more_of_a_small_page_than_of_a_large_one():
    file = io.BytesIO()
    Image.new("L", (1600, 1600)).save(file, "PNG")
    data = file.getvalue()
    asset = Asset("a.png", hashlib.sha256(data).hexdigest(), "image/png", 1600, 1600, data)
    small = docx.Document()
    section = small.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(210)
    base = io.BytesIO()
    small.save(base)

    body = paper(
        "::: figure #p\nA\n:::\n", {"p": Picture(asset, "A field", HERE)}, base=base.getvalue()
    )
    (extent,) = part(body).iter(f"{WP}extent")
    area = section.page_height - section.top_margin - section.bottom_margin
    assert 0.3 < int(extent.get("cy")) / area < 0.4


def test_a_table_does_not_take_the_style_that_a_timeline_brought_along():
    base = io.BytesIO()
    docx.Document().save(base)
    dates = Diagram("timeline", (Node(text("XML"), HERE, when=text("1998")),), HERE)
    markdown = "::: timeline #d\nDates\n:::\n\n::: table #t\nFacts\n:::\n"

    shown = opened(paper(markdown, {"d": dates, "t": NUMBERS}, base=base.getvalue()))
    assert [table.style.name for table in shown.tables] == ["Timeline Table", "Paper Table"]


def test_a_column_that_names_its_rows_has_room_for_its_bold_words():
    rows = tuple((cell("Numbers to look up"), cell("some words " * 30)) for _ in range(2))

    def first(header_column: bool) -> int:
        table = Table((cell("a"), cell("b")), rows, HERE, header_column=header_column)
        grid = part(paper("::: table #t\nA\n:::\n", {"t": table})).iter(f"{W}gridCol")
        return int(next(grid).get(f"{W}w"))

    assert first(header_column=False) < first(header_column=True)
