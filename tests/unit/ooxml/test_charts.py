"""Chart parts and their workbooks."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import get_args

import pytest
from lxml import etree
from openpyxl import load_workbook

from deckgen.model.blocks import ChartType, Series
from deckgen.model.deck import ChartShape, ChartStyle, Colour, Origin
from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.ooxml.charts import chart_xml, workbook
from deckgen.ooxml.charts.sheet import letters

STYLE = ChartStyle(
    (Colour("accent1"), Colour("accent2")), Colour("tx1"), Colour("bg2"), labels=True, legend="b"
)
CHART = ChartShape(
    Origin("c", "Chart"),
    Box(0, 0, 9, 9),
    "column",
    ("Alpha", "Beta & more", "=1+1"),
    (Series("North", (1.0, None, 3.5)), Series("South", (2.0, 4.0, 0.1), line=True)),
    STYLE,
)
POINTS = replace(
    CHART,
    type="scatter",
    categories=(),
    series=(
        Series("P", (1.0, 2.0), x=(5.0, 6.0)),
        Series("Q", (3.0, 4.0), x=(5.0, 6.0)),
        Series("R", (7.0, 8.0), x=(0.0, 1.0)),
    ),
)
PIE = replace(CHART, type="pie", series=(Series("Share", (1.0, 2.0, 3.0)),))
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def find(chart: ChartShape, path: str) -> list[etree._Element]:
    root = etree.fromstring(chart_xml(chart, "rId1"))
    return list(root.xpath(path, namespaces={"c": names.C, "a": names.A, "r": names.R}))


def values(chart: ChartShape, path: str) -> list[str]:
    return [each.get("val") for each in find(chart, path)]


def of_type(kind: ChartType) -> ChartShape:
    base = {"scatter": POINTS, "pie": PIE, "doughnut": PIE}.get(kind, CHART)
    return replace(base, type=kind)


def cells(data: bytes) -> dict[str, str]:
    """The cells of a workbook's sheet, by their references; formulas are marked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings = [
            "".join(each.itertext())
            for each in etree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    found = {}
    for cell in sheet.iter(f"{{{S}}}c"):
        assert cell.find(f"{{{S}}}f") is None
        value = cell.findtext(f"{{{S}}}v")
        found[cell.get("r")] = strings[int(value)] if cell.get("t") == "s" else value
    return found


@pytest.mark.parametrize("kind", get_args(ChartType))
def test_each_type_is_a_plot_of_its_own(kind: ChartType):
    plots = {
        "bar": ["barChart"], "column": ["barChart"], "stacked-bar": ["barChart"],
        "stacked-column": ["barChart"], "line": ["lineChart"], "area": ["areaChart"],
        "stacked-area": ["areaChart"], "pie": ["pieChart"], "doughnut": ["doughnutChart"],
        "scatter": ["scatterChart"], "combo": ["barChart", "lineChart"],
    }  # fmt: skip
    found = [
        etree.QName(each).localname
        for each in find(of_type(kind), "//c:plotArea/*")
        if etree.QName(each).localname.endswith("Chart")
    ]

    assert found == plots[kind]


@pytest.mark.parametrize("kind", get_args(ChartType))
def test_axes_are_positive_and_cross_each_other(kind: ChartType):
    chart = of_type(kind)
    own = values(chart, "//c:catAx/c:axId | //c:valAx/c:axId")
    crossed = values(chart, "//c:crossAx")

    assert sorted(own) == sorted(crossed)
    assert set(values(chart, "//c:plotArea/*/c:axId")) - set(own) == set()
    assert all(int(each) > 0 for each in own)
    assert len(own) == (0 if kind in ("pie", "doughnut") else 2)


@pytest.mark.parametrize("kind", get_args(ChartType))
def test_references_lead_to_the_numbers_that_are_cached(kind: ChartType):
    chart = of_type(kind)
    sheet = cells(workbook(chart))

    for reference in find(chart, "//c:f"):
        first, _, last = reference.text.removeprefix("Sheet1!").replace("$", "").partition(":")
        column, top = first[0], int(first[1:])
        bottom = int(last[1:]) if last else top
        cache = reference.getnext()
        for point in cache.iter(f"{{{names.C}}}pt"):
            row = top + int(point.get("idx"))
            assert row <= bottom
            held, shown = sheet[f"{column}{row}"], point[0].text
            assert held == shown or float(held) == float(shown)


@pytest.mark.parametrize("kind", get_args(ChartType))
@pytest.mark.parametrize("wanted", ["", "outEnd", "inEnd", "ctr", "bestFit", "r", "t"])
def test_labels_stand_only_where_the_plot_allows(kind: ChartType, wanted: str):
    allowed = {
        "barChart": {"outEnd", "inEnd", "ctr"},
        "lineChart": {"t", "r", "ctr"},
        "scatterChart": {"t", "r", "ctr"},
        "pieChart": {"outEnd", "inEnd", "ctr", "bestFit"},
        "areaChart": set(),
        "doughnutChart": set(),
    }
    chart = replace(of_type(kind), style=replace(STYLE, label_position=wanted))

    for place in find(chart, "//c:dLblPos"):
        plot = place.getparent().getparent().getparent()
        assert place.get("val") in allowed[etree.QName(plot).localname]
        assert not (kind.startswith("stacked") and place.get("val") == "outEnd")


def test_a_gap_is_left_out_of_the_cache_and_of_the_sheet():
    assert [each.get("idx") for each in find(CHART, "(//c:val)[1]//c:pt")] == ["0", "2"]
    assert "B3" not in cells(workbook(CHART))


def test_what_looks_like_a_formula_stays_text():
    chart = replace(CHART, categories=("=1+1", "@x", "https://a.example"))

    sheet = cells(workbook(chart))
    assert [sheet[f"A{row}"] for row in (2, 3, 4)] == ["=1+1", "@x", "https://a.example"]


def test_scatter_series_with_the_same_x_share_a_column():
    found = [each.text for each in find(POINTS, "//c:xVal//c:f")]

    assert found == ["Sheet1!$A$2:$A$3", "Sheet1!$A$2:$A$3", "Sheet1!$D$2:$D$3"]


def test_stacks_overlap_wholly():
    assert values(of_type("stacked-column"), "//c:overlap") == ["100"]
    assert values(of_type("stacked-column"), "//c:grouping") == ["stacked"]


def test_horizontal_bars_read_from_the_top():
    chart = of_type("bar")

    assert values(chart, "//c:catAx//c:orientation") == ["maxMin"]
    assert values(chart, "//c:valAx/c:crosses") == ["max"]


def test_the_series_have_their_colours():
    found = [each.get("val") for each in find(CHART, "//c:ser/c:spPr/a:solidFill/a:schemeClr")]

    assert found == ["accent1", "accent2"]


def test_a_highlight_paints_its_point_alone():
    style = replace(
        STYLE,
        colours=(Colour("bg2"),),
        point_colours=(Colour("bg2"), Colour("accent1"), Colour("bg2")),
    )
    chart = replace(CHART, series=CHART.series[:1], style=style)

    assert values(chart, "//c:dPt/c:idx") == ["1"]


def test_a_hidden_value_axis_keeps_what_it_counts():
    shown = replace(STYLE, value_axis=False, gridlines=False)
    named = replace(CHART, style=shown, unit="launches")
    bare = replace(CHART, style=shown)

    assert values(named, "//c:valAx/c:delete") == ["0"]
    assert values(named, "//c:valAx/c:tickLblPos") == ["none"]
    assert "".join(find(named, "//c:valAx/c:title")[0].itertext()) == "launches"
    assert values(bare, "//c:valAx/c:delete") == ["1"]
    assert find(named, "//c:majorGridlines") == []


def stacked(*shares: float) -> ChartShape:
    rest = tuple(100 - share for share in shares)
    return replace(
        CHART, type="stacked-column", series=(Series("One", shares), Series("Rest", rest))
    )


def test_the_axis_of_shares_ends_at_the_whole():
    more = replace(CHART, type="stacked-column")

    assert values(stacked(20.0, 35.5, 0.1), "//c:valAx/c:scaling/c:max") == ["100"]
    assert values(more, "//c:valAx/c:scaling/c:max") == []
    assert values(more, "//c:valAx/c:scaling/c:min") == ["0"]


@pytest.mark.parametrize(
    ("words", "stands"), [("Objects", "horz"), ("个", "wordArtVertRtl"), ("个 GB", "horz")]
)
def test_words_beside_an_axis_stand_as_their_script_does(words: str, stands: str):
    body = find(replace(CHART, unit=words), "//c:valAx/c:title//a:bodyPr")[0]

    assert body.get("vert") == stands


def test_slices_are_named_where_there_is_no_legend():
    bare = replace(PIE, style=replace(STYLE, legend=""))

    assert values(bare, "//c:showCatName") == ["1"]
    assert values(PIE, "//c:showCatName") == ["0"]
    assert values(PIE, "//c:showPercent") == ["1"]


def test_no_labels_and_no_legend_unless_asked():
    bare = replace(CHART, style=replace(STYLE, labels=False, legend=""))

    assert find(bare, "//c:dLbls | //c:legend") == []


def test_the_chart_speaks_the_language_of_the_talk():
    assert values(replace(CHART, lang="fr"), "//c:lang") == ["fr-FR"]


def test_the_number_format_is_that_of_the_chart():
    chart = replace(CHART, number_format='0.0"%"')

    assert {
        each.get("formatCode") for each in find(chart, "//c:valAx/c:numFmt | //c:dLbls/c:numFmt")
    } == {'0.0"%"'}


def test_a_text_of_the_workbook_is_not_read_as_a_character():
    chart = replace(CHART, categories=("_x0041_", "a" * 40_000))
    with zipfile.ZipFile(io.BytesIO(workbook(chart))) as archive:
        strings = archive.read("xl/sharedStrings.xml").decode()

    assert ">_x005F_x0041_<" in strings
    assert "a" * 32_768 not in strings


def test_a_spreadsheet_library_reads_the_numbers_with_their_format():
    data = workbook(replace(CHART, number_format="0.00"))
    sheet = load_workbook(io.BytesIO(data))["Sheet1"]

    assert list(sheet.values) == [
        ("", "North", "South"),
        ("Alpha", 1, 2),
        ("Beta & more", None, 4),
        ("=1+1", 3.5, 0.1),
    ]
    assert sheet["B2"].number_format == "0.00"
    assert sheet["A4"].data_type == "s"


def test_the_workbook_has_the_same_bytes_every_time():
    data = workbook(CHART)

    assert data == workbook(CHART)


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_named_as_in_spreadsheets(column: int, name: str):
    assert letters(column) == name


FROM_THE_RIGHT = replace(CHART, rtl=True, lang="ar")


def test_categories_begin_on_the_right_where_the_values_stand() -> None:
    assert values(FROM_THE_RIGHT, "//c:catAx//c:orientation") == ["maxMin"]
    assert values(FROM_THE_RIGHT, "//c:valAx/c:axPos") == ["r"]
    assert values(FROM_THE_RIGHT, "//c:valAx//c:orientation") == ["minMax"]


def test_bars_grow_from_the_right() -> None:
    bars = replace(FROM_THE_RIGHT, type="bar")

    assert values(bars, "//c:valAx//c:orientation") == ["maxMin"]
    assert values(bars, "//c:catAx/c:axPos") == ["r"]
    assert values(bars, "//c:valAx/c:axPos") == ["b"]


def test_points_are_counted_from_the_right() -> None:
    points = replace(POINTS, rtl=True)

    assert values(points, "//c:valAx//c:orientation") == ["maxMin", "minMax"]
    assert values(points, "//c:valAx/c:axPos") == ["b", "r"]


def test_words_of_a_chart_run_as_the_talk_does() -> None:
    named = replace(FROM_THE_RIGHT, y_title="عدد")

    assert {each.get("rtl") for each in find(named, "//a:pPr")} == {"1"}
    assert {each.get("rtl") for each in find(replace(named, rtl=False), "//a:pPr")} == {None}


def test_the_sheet_of_a_chart_from_right_to_left_begins_on_the_right() -> None:
    turned, plain = (
        load_workbook(io.BytesIO(workbook(chart))).worksheets[0].sheet_view.rightToLeft
        for chart in (FROM_THE_RIGHT, CHART)
    )
    assert turned
    assert not plain
