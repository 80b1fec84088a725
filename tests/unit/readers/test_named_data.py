"""Data that the talk names once, for all its slides."""

from __future__ import annotations

from deckgen.model.blocks import Table
from deckgen.model.inline import plain
from deckgen.model.outline import Outline
from deckgen.readers import read_outline

CSV = b"audience,only,n\nstaff,China,2\npublic,China,3\npublic,India,4\n"


class Shelf:
    def read(self, path: str) -> bytes:
        assert path == "x.csv"
        return CSV


def outline(text: str) -> Outline:
    made, found = read_outline(text.encode(), "o.yaml", Shelf())
    assert made is not None, found
    return made


def rows(shown: Outline, number: int) -> list[list[str]]:
    table = shown.slides[number].blocks[0]
    assert isinstance(table, Table)
    return [[plain(cell.text) for cell in row] for row in table.rows]


def test_slides_share_data_and_make_their_own_of_them():
    made = outline(
        "talk: {title: T}\n"
        "slides:\n"
        "  - {table: A, data: many}\n"
        "  - {table: B, data: {from: many, group: only, sum: n}}\n"
        "data:\n"
        "  all: x.csv\n"
        '  many: {from: all, where: {n: "> 2"}, format: "0.0"}\n'
    )
    assert rows(made, 0) == [["public", "China", "3.0"], ["public", "India", "4.0"]]
    assert rows(made, 1) == [["China", "3.0"], ["India", "4.0"]]


def test_columns_may_be_called_as_marks_are():
    made = outline(
        "talk: {title: T}\n"
        "data: {some: {file: x.csv, where: {audience: public, n: 3}}}\n"
        "slides:\n"
        "  - {bullets: A, items: [a, {text: b, only: briefing}]}\n"
        "  - {table: B, data: some}\n"
        "  - {table: C, data: {file: x.csv, where: {only: India, n: 4}}}\n"
    )
    for format_name in ("deck", "briefing", "summary"):
        shown = made.shown_in(format_name)
        assert rows(shown, 1) == [["public", "China", "3"]]
        assert rows(shown, 2) == [["public", "India", "4"]]
