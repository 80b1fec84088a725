from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from deckgen.kinds._chart_data import number_format
from deckgen.model.blocks import Series
from deckgen.model.inline import plain


def cells(row):
    return [plain(cell.text) for cell in row]


@pytest.fixture
def png() -> bytes:
    target = BytesIO()
    Image.new("RGB", (4, 3)).save(target, "PNG")
    return target.getvalue()


def test_a_table_keeps_numbers_as_written(slide_of):
    (table,) = slide_of(
        "table: T\ncolumns: [a, {title: b, align: right, width: 2}]\n"
        "rows: [[1.10, x], [~, '']]\ntotal: true"
    ).blocks
    assert cells(table.header) == ["a", "b"]
    assert [cells(row) for row in table.rows] == [["1.10", "x"], ["", ""]]
    assert (table.align, table.widths, table.total) == (("auto", "right"), (2, 2), True)


def test_cells_span_columns_and_rows(slide_of):
    (table,) = slide_of(
        "table: T\nrows: [[{text: a, rows: 2}, b, c], [{text: d, columns: 2}], [e, f, g]]"
    ).blocks
    assert table.header == ()
    assert (table.rows[0][0].rows, table.rows[1][0].columns) == (2, 2)


def test_a_table_can_come_from_a_file(slide_of):
    files = {"x.csv": b"a;b\n1;*2*\n"}
    (table,) = slide_of("table: T\ndata: x.csv", files=files).blocks
    assert (cells(table.header), cells(table.rows[0])) == (["a", "b"], ["1", "*2*"])


def test_a_chart_describes_itself(slide_of):
    (chart,) = slide_of(
        "chart: C\ncategories: [2015, 2016]\n"
        "series: {Launches: [19, 22.5], Failures: [~, 1]}\nunit: rockets"
    ).blocks
    assert chart.type == "column"
    assert chart.categories == ("2015", "2016")
    assert chart.series[1].values == (None, 1)
    assert chart.number_format == "0.0"
    assert chart.alt == ("Column chart in rockets. Launches: 2015 19, 2016 22.5; Failures: 2016 1.")


def test_a_long_chart_tells_its_ends_and_extremes(slide_of):
    years = list(range(2000, 2012))
    (chart,) = slide_of(
        f"chart: C\ncategories: {years}\nseries: {{x: {[5, 1, *range(2, 12)]}}}"
    ).blocks
    assert chart.alt == (
        "Column chart. x: from 5 (2000) to 11 (2011), lowest 1 (2001), highest 11 (2011)."
    )


def test_a_chart_can_come_from_a_file(slide_of):
    files = {"x.csv": b"Year;Steel;Wood\n2015;1.234,5;\n2016;2,5;7\n"}
    (chart,) = slide_of("chart: C\ndata: x.csv", files=files).blocks
    assert chart.categories == ("2015", "2016")
    assert [(one.name, one.values) for one in chart.series] == [
        ("Steel", (1234.5, 2.5)),
        ("Wood", (None, 7)),
    ]


def test_a_chart_takes_its_format_and_unit_from_the_data(slide_of):
    files = {"x.csv": b"Year;Mass\n2015;1,5\n2016;2\n"}
    entry = "chart: C\ndata: {file: x.csv, format: {Mass: {decimals: 2, unit: t}}}"
    (chart,) = slide_of(entry, files=files).blocks
    assert (chart.number_format, chart.unit, chart.series[0].values) == ("0.00", "t", (1.5, 2))


def test_per_cent_in_a_file_are_the_charts_unit(slide_of):
    files = {"x.csv": b"Year,Share\n2015,12%\n2016,15.5%\n"}
    (chart,) = slide_of("chart: C\ndata: x.csv", files=files).blocks
    assert (chart.unit, chart.series[0].values) == ("%", (12, 15.5))
    (chart,) = slide_of('chart: C\ndata: {file: x.csv, format: "0%"}', files=files).blocks
    assert chart.number_format == '0"%"'


def test_dates_are_a_charts_categories_in_the_talks_language(slide_of):
    files = {"x.csv": b"Day,Launches\n2016-03-01,2\n2016-05-01,\n"}
    entry = "chart: C\ndata: {file: x.csv, format: {Day: mmmm}}"
    (chart,) = slide_of(entry, talk="language: de", files=files).blocks
    assert (chart.categories, chart.series[0].values) == (("März", "Mai"), (2, None))


def test_numbers_that_were_worked_out_stand_right(slide_of):
    files = {"x.csv": b"a,b\nx,1000.5\nx,2\n"}
    entry = "table: T\ndata: {file: x.csv, group: a, sum: b, count: n, total: All}"
    (table,) = slide_of(entry, talk="language: de", files=files).blocks
    assert [cells(row) for row in table.rows] == [["x", "1002,5", "2"], ["All", "1002,5", "2"]]
    assert (table.align, table.total) == (("auto", "right", "right"), True)


def test_a_scatter_chart_takes_places_from_the_first_column(slide_of):
    files = {"x.csv": b"x,y\n1,2\n3,4\n"}
    (chart,) = slide_of("chart: C\ntype: scatter\ndata: x.csv", files=files).blocks
    assert chart.categories == ()
    assert (chart.series[0].x, chart.series[0].values) == ((1, 3), (2, 4))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1, 2), "0"),
        ((10_000,), "#,##0"),
        ((1.5,), "0.0"),
        ((1.25, None), "0.00"),
        ((1 / 3,), "0.00"),
    ],
)
def test_numbers_are_written_as_finely_as_they_are(values, expected):
    assert number_format((Series("s", values),)) == expected


def test_a_picture_has_text_beside_it(slide_of, png):
    entry = "picture: P\nfile: a.png\nalt: A dot.\nfit_picture: fill\nfocus: [0.2, 0.8]\nitems: [x]"
    picture, items = slide_of(entry, files={"a.png": png}).blocks
    assert (picture.alt, picture.fit, picture.focus) == ("A dot.", "fill", (0.2, 0.8))
    assert plain(items.items[0].text) == "x"


def test_a_decorative_picture_needs_no_words(slide_of, png):
    (picture,) = slide_of("picture: P\nfile: a.png\ndecorative: true", files={"a.png": png}).blocks
    assert (picture.decorative, picture.alt) == (True, "")


def test_a_gallery_has_pictures_of_equal_rank(slide_of, png):
    entry = "gallery: G\npictures: [{file: a.png, alt: One., caption: c}, {file: a.png, alt: Two.}]"
    (gallery,) = slide_of(entry, files={"a.png": png}).blocks
    assert [one.alt for one in gallery.pictures] == ["One.", "Two."]
    assert gallery.pictures[0].asset is gallery.pictures[1].asset


def test_a_listing_sets_off_lines(slide_of):
    entry = (
        "code: C\nlisting: |\n  a\n    b\n  c\nlanguage: python\nfirst: 10\nhighlight: 10, 11-12"
    )
    (code,) = slide_of(entry).blocks
    assert code.source == "a\n  b\nc"
    assert code.highlight == (10, 11, 12)


def test_a_listing_can_come_from_a_file(slide_of):
    (code,) = slide_of("code: C\nfile: a.py", files={"a.py": b"\r\nx = 1\r\n"}).blocks
    assert (code.source, code.language) == ("x = 1", "python")


def test_formulas_stand_one_below_the_other(slide_of):
    first, second, text = slide_of("math: M\nformulas: [a, b]\ncaption: C\ntext: T").blocks
    assert (first.latex, second.latex) == ("a", "b")
    assert (plain(first.caption), plain(second.caption)) == ("", "C")
    assert text.role == "body"
