"""Numbers and names made to become formulas, or to be too many."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing

import pytest
from tests.hostile import bombs
from tests.hostile.conftest import Outline, Project

CHART = "talk: {title: T}\nslides:\n  - chart: A\n    data: a.csv\n"
TABLE = "talk: {title: T}\nslides:\n  - table: A\n    data: a.csv\n"
FORMULAS = (
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://192.0.2.1","x")', "+1+1", "-2+3", "@SUM(1)", "\t=1", "=1+1",
    "http://192.0.2.1/", "{=1}", "'=1",
)  # fmt: skip


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def test_formulas_stay_text_in_the_workbook_and_the_chart(build: Outline) -> None:
    head = ",".join(["x", *(quoted(each) for each in FORMULAS)])
    rows = "\n".join(",".join([quoted(each), *("1" for _ in FORMULAS)]) for each in FORMULAS)
    ended = build(CHART, {"a.csv": f"{head}\n{rows}\n"}, "--to", "deck")
    ended.good()
    deck = bombs.parts(ended.files["deck.pptx"])
    books = [bombs.parts(data) for name, data in deck.items() if name.endswith(".xlsx")]
    assert len(books) == 1
    sheet = books[0]["xl/worksheets/sheet1.xml"].decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    assert not [part for part in books[0] if "externalLink" in part]
    chart = next(data for name, data in deck.items() if name.startswith("ppt/charts/chart"))
    references = re.findall(r"<c:f>(.*?)</c:f>", chart.decode())
    assert references
    assert all(re.fullmatch(r"Sheet1!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?", each) for each in references)


@pytest.mark.parametrize(
    "values", ["[.inf, 1]", "[.nan, 1]", "[1e999, 1]", "['=1', 1]", "[0x41, 1]"]
)
def test_what_is_no_number_is_not_drawn(build: Outline, values: str) -> None:
    outline = f"talk: {{title: T}}\nslides:\n  - chart: A\n    categories: [a, b]\n    series: {{s: {values}}}\n"
    ended = build(outline, None, "--to", "deck")
    assert ended.code in (0, 1), ended.said
    assert "internal-error" not in ended.said
    for part, data in bombs.parts(ended.files["deck.pptx"]).items() if ended.files else ():
        if part.startswith("ppt/charts/chart"):
            assert not re.search(rb"<c:v>(inf|nan|-inf)</c:v>", data, re.IGNORECASE)


@pytest.mark.parametrize(
    ("csv", "code"),
    [
        pytest.param("a,b\n" + "1,2\n" * 3_000_000, "bad-data", id="12-mb"),
        pytest.param("a,b\n" + "1,2\n" * 500_000, "bad-data", id="500000-rows"),
        pytest.param(",".join("a" * 500_000) + "\n" + ",".join("1" * 500_000), "bad-data", id="500000-columns"),
        pytest.param("a,b\n" + "x" * 4_000_000 + ",1\n", "bad-data", id="long-value"),
        pytest.param("a,b\n\"" + "x\n" * 400_000, "bad-data", id="open-quote"),
        pytest.param('"' * 3_000_001, "bad-data", id="quotes"),
        pytest.param("a,b\n1,2,3\n", "bad-data", id="ragged"),
        pytest.param("", "bad-data", id="empty"),
        pytest.param("\0\0\0", "bad-data", id="binary"),
        pytest.param(b"\xff\xfea\0,\0b\0", "bad-data", id="utf-16"),
        pytest.param(b"PK\3\4" + b"\xff" * 90, "bad-data", id="workbook"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("outline", [CHART, TABLE], ids=["chart", "table"])
def test_a_file_is_refused(build: Outline, outline: str, csv: str | bytes, code: str) -> None:
    build(outline, {"a.csv": csv}, "--to", "deck").refused(code)


def test_a_column_is_not_held_against_thousands_of_values(build: Outline) -> None:
    data = {"file": "a.csv", "where": {"a": ["x"] * 5_000}}
    outline = json.dumps({"talk": {"title": "T"}, "slides": [{"table": "A", "data": data}]})
    build(outline, {"a.csv": "a,b\n" + "y,1\n" * 3_000}, "--to", "summary").refused("bad-value")


def test_a_chart_of_the_largest_numbers_is_built_or_refused(build: Outline) -> None:
    ended = build(CHART, {"a.csv": "a,b\nx,1e308\ny,-1e308\n"}, "--to", "deck,briefing")
    assert ended.code in (0, 1), ended.said
    assert "internal-error" not in ended.said


def test_a_chart_of_too_many_values_is_refused(build: Outline) -> None:
    csv = "\n".join(",".join(["1"] * 200) for _ in range(4_000))
    build(CHART, {"a.csv": csv}, "--to", "deck").refused("bad-value")


def database() -> bytes:
    """A small database."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript("CREATE TABLE t (a, b); INSERT INTO t VALUES ('x', 1), ('y', 2)")
        return base.serialize()


SLIDE = "talk: {{title: T}}\nslides:\n  - table: A\n    data: {{{}}}\n"
NAMED = "talk: {{title: T}}\ndata: {{x: {{{}}}}}\nslides:\n  - {{table: A, data: x}}\n"
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"


@pytest.mark.parametrize("outline", [SLIDE, NAMED], ids=["slide", "talk"])
@pytest.mark.parametrize(
    "data",
    [
        "file: ../../../secret.txt",
        "file: /etc/passwd",
        "file: link/secret.txt",
        "file: link.csv",
        "file: link.db",
        "files: [a.csv, ../../../secret.txt], query: SELECT 1",
        "file: a.csv, from: ../secret.txt",
    ],
)
def test_data_come_from_the_talks_folder(project: Project, outline: str, data: str) -> None:
    (project.talk / "link").symlink_to(project.root.parent)
    for name in ("link.csv", "link.db"):
        (project.talk / name).symlink_to(project.secret)
    project.put({"outline.yaml": outline.format(data), "a.csv": "a,b\n1,2\n"})
    code = "bad-value" if "from" in data else "file-refused"
    project.build("--to", "deck").refused(code)


@pytest.mark.parametrize(
    "query",
    [
        "ATTACH '../../../secret.txt' AS x",
        "SELECT load_extension('../../../secret.txt')",
        "SELECT readfile('/etc/passwd')",
        "VACUUM INTO 'copy.db'",
        "SELECT * FROM t; DROP TABLE t",
        "PRAGMA database_list",
        f"{ENDLESS} SELECT x FROM c",
        f"{ENDLESS} SELECT max(x) FROM c WHERE x > 1",
        f"{ENDLESS} SELECT x FROM c ORDER BY x DESC",
        f"{ENDLESS} SELECT group_concat(x) FROM c",
        "SELECT zeroblob(999999999)",
        "SELECT replace(hex(zeroblob(90000)), '0', hex(zeroblob(90000)))",
    ],
)
def test_a_query_can_do_nothing_but_read_for_a_while(build: Outline, query: str) -> None:
    data = f'file: a.db, query: "{query}"'
    ended = build(SLIDE.format(data), {"a.db": database()}, "--to", "deck")
    ended.refused("bad-data")
    assert ended.peak < 500 << 20


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"SQLite format 3\0",
        b"SQLite format 3\0" + b"\xff" * 5_000,
        database()[:5_000],
        database().replace(b"CREATE TABLE t", b"CREATE TRIGGER"),
    ],
    ids=["empty", "head", "noise", "half", "schema"],
)
def test_a_broken_database_is_refused(build: Outline, content: bytes) -> None:
    build(SLIDE.format("file: a.db"), {"a.db": content}, "--to", "deck").refused("bad-data")


@pytest.mark.parametrize(
    "json",
    [
        pytest.param("[" * 1_000_000, id="nested"),
        pytest.param('[{"a": ' + "9" * 1_000_000 + "}]", id="long-number"),
        pytest.param('[{"a": 1e999}, {"a": NaN}, {"a": "\\ud800"}]', id="no-numbers"),
        pytest.param("[" + ",".join(f'{{"k{at}": 1}}' for at in range(10_000)) + "]", id="many-keys"),
        pytest.param("[" + "{}," * 2_000_000 + "{}]", id="empty-records"),
        pytest.param('{"a": ' * 50_000, id="deep"),
    ],
)  # fmt: skip
def test_a_json_file_is_refused_or_harmless(build: Outline, json: str) -> None:
    ended = build(SLIDE.format("file: a.json"), {"a.json": json}, "--to", "deck")
    assert ended.code in (0, 1), ended.said
    assert "internal-error" not in ended.said


def test_steps_over_many_rows_end(build: Outline) -> None:
    rows = "\n".join(f"k{at},s{at % 5000},{at}" for at in range(150_000))
    steps = "where: {k: zzz, s: '!~ q'}, group: k, series: s, sum: v"
    build(SLIDE.format(f"file: a.csv, {steps}"), {"a.csv": f"k,s,v\n{rows}\n"}).refused("no-rows")
    steps = "group: k, series: s, sum: v"
    build(SLIDE.format(f"file: a.csv, {steps}"), {"a.csv": f"k,s,v\n{rows}\n"}).refused("bad-data")
