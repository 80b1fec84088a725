"""What an outline makes of a file: one option a test."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.fields import DataField, ListOf, Reading
from deckgen.readers.yaml import read_tree

CSV = (
    b"Country,Year,Launches,Success,Date\n"
    b"China,2015,19,100%,2015-12-29\n"
    b"India,2015,5,80%,2015-09-28\n"
    b"China,2016,22,90%,2016-11-22\n"
    b"India,2016,7,,2016-06-22\n"
    b"Iran,2015,1,100%,2015-02-02\n"
)


@pytest.fixture
def table(read):
    """The header and the shown rows of what a mapping makes of the file."""

    def made(text: str, csv: bytes = CSV):
        data, lines = read(DataField("Data."), f"file: x.csv\n{text}", x__csv=csv)
        assert data is not None, lines
        header = [data.title(column) for column in range(len(data.header))]
        rows = [[data.text(row, c) for c in range(len(header))] for row in range(data.height)]
        return header, rows

    return made


@pytest.fixture
def wrong(read):
    """What is said of a mapping that cannot be followed."""

    def said(text: str, csv: bytes = CSV):
        data, lines = read(DataField("Data."), f"file: x.csv\n{text}", x__csv=csv)
        assert data is None
        return lines

    return said


def test_a_path_alone_is_the_file_as_it_stands(read):
    data, _ = read(DataField("Data."), "x.csv", x__csv=CSV)
    assert (data.header[:2], data.text(0, 3), data.height) == (("Country", "Year"), "100%", 5)


def test_where_keeps_the_rows_that_are_meant(table):
    _, rows = table("where: {Country: [China, Iran], Year: <= 2015}")
    assert [row[0] for row in rows] == ["China", "Iran"]


def test_select_takes_columns_and_renames_them(table):
    header, rows = table("select: [Year, {Country: Land}]")
    assert (header, rows[0]) == (["Year", "Land"], ["2015", "China"])
    assert table("select: {Country: Land}")[0] == ["Land"]


def test_sort_goes_up_and_down(table):
    _, rows = table("sort: [Country, -Launches]\nselect: [Country, Launches]")
    assert rows == [["China", "22"], ["China", "19"], ["India", "7"], ["India", "5"], ["Iran", "1"]]


def test_top_and_last_leave_a_few(table):
    assert [row[2] for row in table("sort: -Launches\ntop: 2")[1]] == ["22", "19"]
    assert [row[2] for row in table("last: 2")[1]] == ["7", "1"]


def test_groups_are_told_in_the_order_of_the_writing(table):
    header, rows = table("group: Country\nmean: {Launches: Mean}\nsum: Launches\ncount: Years")
    assert header == ["Country", "Mean", "Launches", "Years"]
    assert rows[0] == ["China", "20.5", "41", "2"]


def test_the_largest_groups_stand_before_the_others_and_the_total(table):
    _, rows = table("group: Country\nsum: Launches\ntop: 1\nothers: Others\ntotal: All")
    assert rows == [["China", "41"], ["Others", "13"], ["All", "54"]]


def test_the_mean_of_the_others_is_that_of_their_rows(table):
    _, rows = table("group: Country\nmean: Launches\ntop: 1\nothers: Others\nformat: '0.00'")
    assert rows == [["China", "20.50"], ["Others", "4.33"]]


def test_series_stand_side_by_side(table):
    header, rows = table("group: Year\nseries: Country\nsum: Launches")
    assert header == ["Year", "China", "India", "Iran"]
    assert rows == [["2015", "19", "5", "1"], ["2016", "22", "7", ""]]


def test_the_names_of_the_rest_stand_among_numbers(table):
    text = "group: Year\nsum: Launches\ntop: 1\nothers: Earlier\nformat: {Year: '#,##0'}"
    assert table(text)[1] == [["2,016", "29"], ["Earlier", "25"]]


def test_days_are_grouped_by_year(table):
    assert table("group: Date\nby: year\nsum: Launches")[1] == [["2015", "25"], ["2016", "29"]]


def test_percent_signs_survive_a_mean(table):
    assert table("group: Country\nmean: Success")[1][0] == ["China", "95%"]


def test_a_format_for_all_leaves_the_heads_of_rows(table):
    _, rows = table("select: [Year, Launches]\nformat: '0.0'")
    assert rows[0] == ["2015", "19.0"]


def test_formats_by_column_know_old_and_new_names(table):
    looks = "format: {Day: mmm yyyy, Launches: {decimals: 1, unit: t}}"
    header, rows = table(f"select: {{Date: Day, Launches: n}}\n{looks}")
    assert (header, rows[0]) == (["Day", "n (t)"], ["Dec 2015", "19.0"])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("{thousands: true}", "12,345"),
        ("{scale: thousands, decimals: 1}", "12.3"),
        ("{currency: EUR}", "€12,345"),
        ("{prefix: ca., suffix: t}", "ca.12,345\u00a0t"),
        ("{percent: true, thousands: false}", "1234500%"),
    ],
)
def test_a_format_can_be_said_in_words(table, words, shown):
    assert table(f"format: {words}", b"a,b\nx,12345\n")[1] == [["x", shown]]


def test_a_format_of_what_is_told_is_one_for_all_series(table):
    text = "group: Year\nseries: Country\nsum: Launches\nformat: {Launches: '0.0', Year: '#,##0'}"
    assert table(text)[1] == [["2,015", "19.0", "5.0", "1.0"], ["2,016", "22.0", "7.0", ""]]


def test_per_cent_in_the_file_are_not_multiplied(table):
    assert table("format: {Success: 0.0%}")[1][0][3] == "100.0%"


def test_one_file_is_read_once_for_all_slides():
    asked = []

    class Counting:
        def read(self, path: str) -> bytes:
            asked.append(path)
            return CSV

    found = Diagnostics()
    tree = read_tree(b"[x.csv, {file: x.csv, last: 1}]", "o.yaml", found)
    ListOf(DataField("Data."), "Data.").read(tree, Reading(found, Counting()))
    assert (asked, list(found)) == (["x.csv"], [])


NO_NUMBER = "'x.csv' has what is no number: 'China' in line 2, column 'Country', and 4 more"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("where: {Year: '> many'}", ["2:15 '> many' compares with no number and no date"]),
        ("where: {Year: 1900..1950}", ["2:8 no row of 'x.csv' is as asked"]),
        ("group: Year", ["2:8 nothing is told of the groups"]),
        ("sum: Launches", ["2:6 'sum' has no groups"]),
        ("group: Year\nsum: Country", [f"3:6 {NO_NUMBER}"]),
        (
            "group: Year\nsum: Launches\nmean: Launches",
            ["2:8 two columns would be called 'Launches'"],
        ),
        (
            "group: Year\nseries: Country\nsum: Launches\ncount: n",
            ["3:9 2 things are told of each series"],
        ),
        (
            "group: Country\nby: year\ncount: n",
            ["2:8 'x.csv' has what is no day: 'China' in line 2, column 'Country'"],
        ),
        (
            "group: Year\ncount: n\nseries: {column: Country, others: Rest}",
            ["4:35 'others' names the rest, and nothing is left out"],
        ),
        ("top: 3", ["2:6 the rows have no order to take the first of"]),
        ("format: {Country: '0'}", [f"2:9 {NO_NUMBER}"]),
        ("format: #,##0", ["2:8 'format' has no value"]),
        ("format: nice", ["2:9 'nice' is no format that can be followed"]),
        ("table: launches", ["1:7 'x.csv' is no database"]),
        (
            "table: a\nquery: SELECT 1",
            ["2:8 'query' and 'table' are both given"],
        ),
    ],
)
def test_what_cannot_be_done_is_said_where_it_is_written(wrong, text, lines):
    assert wrong(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "where: {Yaer: 1}\nsort: -Launch\nselect: [Year, Yaer]\nformat: {Yaer: '0'}",
            ["2:9 'x.csv' has no column 'Yaer'", "3:7 'x.csv' has no column 'Launch'",
             "4:16 'x.csv' has no column 'Yaer'", "5:10 'x.csv' has no column 'Yaer'"],
        ),
        (
            "group: Land\nsum: Starts\nsort: -Launches",
            ["2:8 'x.csv' has no column 'Land'", "3:6 'x.csv' has no column 'Starts'",
             "4:7 'x.csv' in groups has no column 'Launches'"],
        ),
        (
            "group: Year\nseries: Country\ncount: n\nsort: Chna",
            ["5:7 'x.csv' in groups has no column 'Chna'"],
        ),
    ],
)  # fmt: skip
def test_all_columns_that_are_not_there_are_named_at_once(wrong, text, lines):
    assert wrong(text) == lines


@pytest.mark.parametrize(
    ("word", "key"),
    [("filter", "where"), ("limit", "top"), ("pivot", "series"), ("avg", "mean"), ("sql", "query")],
)
def test_what_others_call_a_step_is_known(word, key):
    found = Diagnostics()
    tree = read_tree(f"{{{word}: 1}}".encode(), "o.yaml", found)
    DataField("Data.").read(tree, Reading(found, None))
    assert next(iter(found)).hint == f"Did you mean '{key}'?"


def test_a_direction_in_words_is_understood_as_a_mistake():
    class Shelf:
        def read(self, path: str) -> bytes:
            return CSV

    found = Diagnostics()
    tree = read_tree(b"{file: x.csv, sort: [Launches desc, Year asc]}", "o.yaml", found)
    DataField("Data.").read(tree, Reading(found, Shelf()))
    assert [one.hint for one in found] == ["Write `-Launches`.", "Write `Year`."]


def test_a_value_that_no_row_has_is_a_warning(read):
    text = "{file: x.csv, where: {Country: [China, Idnia]}}"
    data, lines = read(DataField("Data."), text, x__csv=CSV)
    assert data.height == 2
    assert lines == ["1:23 no row of 'x.csv' has 'Idnia' in the column 'Country'"]


def test_doubtful_thousands_are_a_warning_when_they_are_used(read):
    text = "{file: x.csv, group: a, sum: b}"
    data, lines = read(DataField("Data."), text, x__csv=b"a;b\nx;1.234\n")
    assert data.rows.rows == (("x", 1234),)
    assert lines == [
        "1:8 'x.csv' was read as values parted by semicolons, decimals with a comma",
        "1:30 'x.csv' has numbers such as '1.234', read as with a decimal comma",
    ]
